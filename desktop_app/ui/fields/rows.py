"""A list of the decision as rows of a table: what cells say, and what typing into them does."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from desktop_app.analysis.typed import (
    check_limits,
    edited_unit,
    read_day,
    read_number,
    read_whole,
    shown_number,
)
from desktop_app.decision.edits import with_
from desktop_app.decision.fields import FieldForm, FieldSpec, field_form, label_of
from desktop_app.decision.parts import Keyed, Part, Quantity
from desktop_app.decision.sentences import sentences
from desktop_app.outcome import Refused
from desktop_app.ui.fields.choice import named_parts, said_choice
from desktop_app.ui.fields.quantity import restated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.decision import Decision

_NOT_TYPED = {"key", "sha256"}
"""Given by the program, not by a person."""
_SHORT_KINDS = {"quantity", "number", "whole", "decimal", "flag", "day"}


@dataclass(frozen=True)
class Column:
    """One field of the parts in a list.

    Attributes:
        name: Of the field.
        spec: Label, unit and limits.
        form: What may stand in it.
        choices: Values to choose from with their words; empty for free input.
    """

    name: str
    spec: FieldSpec
    form: FieldForm
    choices: tuple[tuple[object, str], ...] = ()

    @property
    def head(self) -> str:
        """What stands above the column."""
        unit = edited_unit(self.spec.unit)
        return f"{self.spec.label}, {unit}" if unit else self.spec.label

    @property
    def is_number(self) -> bool:
        """Whether its cells align right."""
        return self.form.kind in {"quantity", "number", "whole", "decimal"}

    @property
    def is_short(self) -> bool:
        """Whether its cells hold little, so that texts may have the room."""
        return self.form.kind in _SHORT_KINDS or self.name == "currency"

    def shown(self, value: Any) -> str:  # noqa: ANN401 - documents hold many types
        """Write a value as its cell shows it and as it may be typed."""
        if value is None or isinstance(value, bool):
            return {None: "", True: "yes", False: "no"}[value]
        if self.choices:
            return dict(self.choices).get(value, str(value))
        if isinstance(value, Decimal):
            return f"{value:,f}"
        number = value.likely if isinstance(value, Quantity) else value
        return shown_number(number, self.spec.unit)[0] if self.is_number else str(value)

    def read(self, text: str, stated: Any = None) -> object:  # noqa: ANN401
        """Read what was typed into a cell; ``stated`` is what it held.

        Raises:
            Refused: It cannot be read.
        """
        typed = text.strip()
        if not typed and self.form.is_optional:
            return None
        if self.choices:
            return self._chosen(typed)
        if self.form.kind == "flag":
            return typed.casefold() in {"yes", "true", "1", "x"}
        if self.form.kind == "day":
            return read_day(typed)
        return self._number(typed, stated) if self.is_number else typed

    def _number(self, typed: str, stated: object) -> object:
        if self.form.kind == "decimal":
            return _decimal(typed)
        unit = self.spec.unit
        number = read_whole(typed, unit) if self.form.kind == "whole" else read_number(typed, unit)
        check_limits(number, self.spec)
        if self.form.kind != "quantity":
            return number
        if isinstance(stated, Quantity):
            return restated(stated, likely=number)
        return Quantity(likely=number)

    def _chosen(self, typed: str) -> object:
        for value, words in self.choices:
            if typed.casefold() in {str(value).casefold(), words.casefold()}:
                return value
        raise Refused(
            f"“{typed}” is not one of the choices.",
            f"Choose {', '.join(words for _, words in self.choices)}.",
        )


def columns_of(
    decision: Decision, row: type[Part], names: Sequence[str] | None = None
) -> tuple[Column, ...]:
    """Return the columns for a sort of part: those named, or all that can be typed but the key."""
    found = []
    for name, field in row.model_fields.items():
        if name in _NOT_TYPED or (names is not None and name not in names):
            continue
        try:
            form = field_form(row, name)
        except KeyError:
            continue
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        unit = str(extra.get("unit", "1")).replace("currency", decision.context.currency)
        low, high = extra.get("minimum"), extra.get("maximum")
        spec = FieldSpec(
            label_of(row, name),
            unit.replace("/foreign", " for one"),
            field.description or "",
            low if isinstance(low, (int, float)) else None,
            high if isinstance(high, (int, float)) else None,
        )
        choices: tuple[tuple[object, str], ...] = tuple(
            (word, said_choice(word)) for word in form.choices
        )
        found.append(Column(name, spec, form, choices or named_parts(decision, name)))
    order = list(names or [column.name for column in found])
    return tuple(sorted(found, key=lambda column: order.index(column.name)))


def changed(row: Part, typed: Mapping[str, str], columns: Iterable[Column]) -> Part:
    """Return a row with some cells typed anew.

    Raises:
        Refused: A cell cannot be read, or breaks a rule of the model.
    """
    by_name = {column.name: column for column in columns}
    values = {name: _read(by_name[name], text, getattr(row, name)) for name, text in typed.items()}
    return with_(row, **values)


def made(
    kind: type[Part], typed: Mapping[str, str], columns: Iterable[Column], key: str
) -> Part | None:
    """Return a new row, or None while something it needs is not typed yet.

    Raises:
        Refused: A cell cannot be read, or breaks a rule of the model.
    """
    by_name = {column.name: column for column in columns}
    values: dict[str, Any] = {
        name: _read(by_name[name], text) for name, text in typed.items() if text.strip()
    }
    if needed(kind, values):
        return None
    if issubclass(kind, Keyed):
        values["key"] = key
    try:
        return kind(**values)
    except ValidationError as error:
        raise Refused(sentences(error, most=1)) from error


def needed(kind: type[Part], typed: Iterable[str]) -> list[str]:
    """Return the names of the fields that a new row cannot do without and that are missing."""
    known = {*typed, "key"}
    return [
        name
        for name, field in kind.model_fields.items()
        if field.is_required() and name not in known
    ]


def free_key(path: str, rows: Iterable[Part], more: Iterable[str] = ()) -> str:
    """Return a key for a new row of the list at ``path``: "risk_3"."""
    word = path.rpartition(".")[2].removesuffix("s")
    taken = {row.key for row in rows if isinstance(row, Keyed)} | set(more)
    number = len(taken) + 1
    while f"{word}_{number}" in taken:
        number += 1
    return f"{word}_{number}"


def _read(column: Column, text: str, stated: object = None) -> object:
    try:
        return column.read(text, stated)
    except Refused as refusal:
        raise Refused(f"{column.spec.label}: {refusal.message}", refusal.hint) from refusal


def _decimal(typed: str) -> Decimal:
    """Read an amount of a paper exactly: the digits typed, not the nearest binary number."""
    number = read_number(typed, "1")
    try:
        exact = Decimal(typed.replace(",", "").replace(" ", "").replace("'", ""))
    except InvalidOperation:
        return Decimal(repr(number))
    return exact
