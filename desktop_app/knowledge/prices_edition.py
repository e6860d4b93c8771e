"""One edition of the price book as it lies on disk: a manifest and its tables.

The manifest says of every table who published it, under which licence, on which day it was true
and which of its columns are values. So a new table is data, not code.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import yaml
from pydantic import Field

from desktop_app.decision.parts import Currency, Line, Part, Text
from desktop_app.knowledge.shelf import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITION = "2026-11"

SAID_ELSEWHERE = {"as_of", "basis", "source", "url", "provider", "region", "label"}
"""Columns that a row shows as attributes of its own, not as facts."""

Basis = Literal["", "list", "street", "committed", "median"]


class PriceSource(Part):
    """A publication that prices were taken from."""

    key: Line
    title: Line
    publisher: Line
    version: Line
    licence: Line
    notice: Line
    url: Text

    @property
    def cited(self) -> str:
        """The publication and its version, as a source is cited."""
        number = self.version[:1].isdigit() and "." in self.version
        return f"{self.title}{' ' if number else ', '}{self.version}"


class Provider(Part):
    """Whose price it is, and where that provider publishes it."""

    name: Line
    url: Text = ""


class ValueColumn(Part):
    """A column of a table that holds values."""

    column: Line
    unit: Line
    currency: Currency | None = None
    basis: Basis | None = None


class PriceFile(Part):
    """One table and what holds for all of its rows unless a row says otherwise."""

    kind: Line
    file: Line
    title: Line
    source: Line
    as_of: date
    region: Line
    basis: Basis = ""
    key: tuple[Line, ...]
    label: tuple[Line, ...]
    values: tuple[ValueColumn, ...]
    providers: dict[str, Provider] = Field(default_factory=dict)


class PriceEdition(Part):
    """The manifest of one edition."""

    edition: Line
    collected: date
    sources: tuple[PriceSource, ...]
    files: tuple[PriceFile, ...]


class PriceRow(Part):
    """One price, or one other published measure such as watts or grams per kilowatt-hour.

    Attributes:
        id: Permanent within an edition: "tokens/anthropic/claude-haiku-4-5/standard/input".
        currency: None where the value is no price.
        on: The day the value was true.
        region: Where it holds; "global" when the publication names no place.
        facts: The other columns of the row, by name: accelerators of an instance, tier, notes.
    """

    id: Line
    kind: Line
    label: Line
    value: float = Field(ge=0)
    unit: Line
    currency: Currency | None
    on: date
    provider: Line
    region: Line
    basis: Basis
    source: Line
    publisher: Line
    licence: Line
    url: Text
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """Return another column of the row, empty when the row does not have it."""
        return dict(self.facts).get(name, "")


@lru_cache
def price_edition(edition: str = EDITION) -> PriceEdition:
    """Read the manifest of one edition."""
    text = resource(f"prices/{edition}/manifest.yaml").read_text(encoding="utf-8")
    return PriceEdition.model_validate(yaml.safe_load(text))


@lru_cache
def price_rows(edition: str = EDITION) -> dict[str, PriceRow]:
    """Read every row of one edition, by its id, in the order of the manifest."""
    manifest = price_edition(edition)
    sources = {source.key: source for source in manifest.sources}
    rows: dict[str, PriceRow] = {}
    for table in manifest.files:
        path = resource(f"prices/{edition}/{table.file}")
        with path.open(encoding="utf-8", newline="") as lines:
            for cells in csv.DictReader(lines):
                rows.update((row.id, row) for row in _rows(table, sources[table.source], cells))
    return rows


def _rows(table: PriceFile, source: PriceSource, cells: dict[str, str]) -> Iterator[PriceRow]:
    """Yield one row for every value that a line of the table states."""
    provider = table.providers.get(cells.get("provider", ""), Provider(name=""))
    name = provider.name or cells.get("provider", "")
    said = [name if column == "provider" else cells[column] for column in table.label]
    label = ", ".join(part for part in said if part)
    stem = "/".join([table.kind, *(_slug(cells[column]) for column in table.key if cells[column])])
    columns = {value.column for value in table.values} | SAID_ELSEWHERE
    facts = tuple((k, v) for k, v in cells.items() if v and k not in columns)
    for value in table.values:
        if not cells[value.column]:
            continue
        yield PriceRow(
            id=f"{stem}/{value.column}",
            kind=table.kind,
            label=f"{label}, {value.column.replace('_', ' ')}",
            value=float(cells[value.column]),
            unit=value.unit,
            currency=value.currency,
            on=date.fromisoformat(cells.get("as_of") or table.as_of.isoformat()),
            provider=name,
            region=cells.get("region") or table.region,
            basis=cells.get("basis") or value.basis or table.basis,
            source=cells.get("source") or source.cited,
            publisher=source.publisher,
            licence=source.licence,
            url=cells.get("url") or provider.url or source.url,
            facts=facts,
        )


def _slug(cell: str) -> str:
    """Write a cell as a piece of an id: small letters, no blanks, no slashes."""
    return re.sub(r"[^a-z0-9._:+-]+", "-", cell.lower()).strip("-")
