"""Tables as values: columns, rows and what a cell can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.report.runs import Mark, Run, Text


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        weight: Share of the width left over; 0 makes it as wide as its widest cell.
        keep: Cells never wrap (names, dates, digests).
        marks: Option signs above the head.
    """

    head: str
    unit: str = ""
    align: Literal["left", "right"] = "left"
    weight: float = 0
    keep: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A cell of a sign and words."""

    mark: Mark
    text: Text


@dataclass(frozen=True)
class Stack:
    """A cell of several lines, each a text of its own."""

    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Bar:
    """A cell of a number and a bar from zero.

    Attributes:
        value: Length, not negative; ``full`` is the length that fills the cell. One ``full``
            serves a whole column.
        solid: A fact, bar first; otherwise a plan: outlined, with the number first.
        emphasised: The recommended row: tinted and with a heavier outline.
    """

    text: str
    value: float
    full: float
    solid: bool = False
    emphasised: bool = False


Cell: TypeAlias = str | tuple[Run, ...] | Marked | Stack | Bar


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        cells: One for each column; a "group" row has one only, spanning the table.
        kind: "total" has a heavy rule below and is strong; "emphasised" is strong (the
            recommended option); "group" is a strong line before rows that belong together.
        best: Places of the cells that hold the best value of the row: strong and shaded.
    """

    cells: tuple[Cell, ...]
    kind: Literal["normal", "total", "group", "emphasised"] = "normal"
    best: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows below heads; a long one continues on the next page with its heads repeated.

    Attributes:
        columns: Heads and alignment; when every head is empty no head is drawn.
        summary: One sentence on what the table holds, for readers who cannot see it.
        row_heads: Number of leading columns that name the row.
        strong_heads: Print those cells strong.
        dense: Rows closer together, for registers.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    row_heads: int = 1
    strong_heads: bool = False
    dense: bool = False
