"""A bill that is ready to be scanned: which file, which columns, how DuckDB gets at its cells."""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import duckdb

from desktop_app.billing import focus, foreign
from desktop_app.billing.cells import MISSING, literal, name
from desktop_app.billing.intake import Original, as_utf8, opening
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop_app.billing.engine import Bench

DELIMITERS = (",", ";", "\t", "|")

PLAIN_TEXT = re.compile(r"VARCHAR|JSON|UUID|ENUM")
NESTED = re.compile(r"MAP|STRUCT|\[\]|LIST")


@dataclass(frozen=True)
class Bill:
    """A FOCUS Cost and Usage file.

    Attributes:
        original: The file behind it.
        version: Of FOCUS, as its columns tell.
        source: The table function that reads it, as SQL.
        cells: Column of FOCUS, or of the provider, to the SQL that gives its cell as text.
    """

    original: Original
    version: str
    source: str
    cells: Mapping[str, str] = field(hash=False)

    @property
    def file(self) -> str:
        """The file's name, without its folder, as far as there is room for it."""
        name_given = self.original.path.name
        return name_given if len(name_given) <= 200 else name_given[:199] + "…"

    @property
    def format(self) -> str:
        """What the file is, in words."""
        return f"FOCUS {self.version} Cost and Usage"

    @property
    def columns_missing(self) -> tuple[str, ...]:
        """Columns of its version that it does not carry."""
        return tuple(c for c in focus.columns_of(self.version) if c not in self.cells)


def opened(original: Original, bench: Bench) -> Bill:
    """Find out which columns a file has and whether it is a bill that can be read.

    Raises:
        Refused: It is another dataset, another provider's export, or lacks what a bill must have.
    """
    if original.form == "parquet":
        source, cells = _parquet(original, bench)
    else:
        source, cells = _csv(original, bench.folder)
    file = original.path.name
    _refuse_what_is_no_bill(file, tuple(cells))
    names = {column.casefold(): column for column in focus.EVERY}
    known = {names.get(column.casefold(), column): cell for column, cell in cells.items()}
    _refuse_missing(file, [column for column in focus.REQUIRED if column not in known])
    return Bill(original, focus.version_of(known), source, known)


def _refuse_what_is_no_bill(file: str, header: Sequence[str]) -> None:
    every = {column.casefold(): column for column in focus.EVERY}
    present = [every.get(column.casefold(), column) for column in header]
    if dataset := focus.refused_dataset(present):
        raise Refused(
            f"{file} is {dataset}; only FOCUS Cost and Usage 1.0 to 1.4 can be imported.",
            "Export the dataset Cost and Usage, version 1.0 or later.",
        )
    if len(set(present) & set(focus.EVERY)) >= focus.ENOUGH and set(present) & set(focus.COSTS):
        return
    if found := foreign.recognised(header):
        raise Refused(f"{file} looks like {found[0]}, which is not FOCUS.", found[1])
    if len(set(present) & set(focus.EVERY)) < focus.ENOUGH:
        raise Refused(
            f"{file} is no bill that we know: its columns are not those of FOCUS Cost and Usage.",
            "Export FOCUS Cost and Usage 1.0 or later from your provider.",
        )


def _refuse_missing(file: str, missing: list[str]) -> None:
    if missing:
        columns = " and ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        raise Refused(
            f"{file} lacks the column{'s' if missing[1:] else ''} {columns}.",
            "Export it again with all mandatory columns of FOCUS Cost and Usage.",
        )


def _csv(original: Original, folder: Path) -> tuple[str, dict[str, str]]:
    delimiter, header, blank_lines = _header(original.path.name, opening(original))
    path, packed = original.path, original.form == "csv.gz"
    if original.encoding != "utf-8":
        path, packed = as_utf8(original, folder), False
    types = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(header)))
    source = (
        f"read_csv({literal(_without_wildcards(path))}, auto_detect = false, header = true, "
        f"skip = {blank_lines}, delim = {literal(delimiter)}, quote = '\"', escape = '\"', "
        f"columns = {{{types}}}, compression = '{'gzip' if packed else 'none'}', "
        f"nullstr = [{', '.join(map(literal, MISSING))}], "
        "store_rejects = true, rejects_limit = 0)"
    )
    return source, {column: f"c{place}" for place, column in enumerate(header)}


def _header(file: str, text: str) -> tuple[str, list[str], int]:
    lines = text.splitlines(keepends=True)
    blank = next((n for n, line in enumerate(lines) if line.strip(' ,;\t|"\r\n')), None)
    if blank is None:
        raise Refused(f"{file} holds no rows, only blank lines.", "Export the bill again.")
    names = {column.casefold() for column in focus.EVERY}

    def cells(delimiter: str) -> list[str]:
        rest = io.StringIO("".join(lines[blank:]), newline="")
        try:
            first = next(csv.reader(rest, delimiter=delimiter))
        except csv.Error:
            first = []
        return [cell.replace("\xa0", " ").strip() for cell in first]

    read = {delimiter: cells(delimiter) for delimiter in DELIMITERS}
    best = max(
        read, key=lambda d: (sum(c.casefold() in names for c in read[d]), len(read[d]), d == ",")
    )
    header = read[best]
    times = Counter(cell.casefold() for cell in header)
    for place, cell in enumerate(header):
        if times[cell.casefold()] > 1 and cell.casefold() in names:
            raise Refused(f"{file} has the column {cell} twice.", "Remove one of the two.")
        if not cell or times[cell.casefold()] > 1:
            header[place] = f"{cell} (column {place + 1})"
    return best, header, blank


def _parquet(original: Original, bench: Bench) -> tuple[str, dict[str, str]]:
    source = f"read_parquet({literal(_without_wildcards(original.path))})"
    try:
        columns = bench.run(f"DESCRIBE SELECT * FROM {source}")
    except duckdb.Error as error:
        raise Refused(
            f"{original.path.name} is a damaged or incomplete Parquet file.", "Download it again."
        ) from error
    missing = ", ".join(map(literal, MISSING))
    cells = {}
    for column, kind, *_ in columns:
        cell = name(column)
        if not PLAIN_TEXT.match(kind):
            cell = f"to_json({cell})::VARCHAR" if NESTED.search(kind) else f"{cell}::VARCHAR"
        cells[str(column).strip()] = f"CASE WHEN {cell} NOT IN ({missing}) THEN {cell} END"
    return source, cells


def _without_wildcards(path: Path) -> str:
    """Spell a path so that no character in it stands for other files."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))
