"""Tables: heads, rows, rules and shades, over as many sheets as it takes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.report.flowables.cells import Band
from desktop_app.report.flowables.heads import Heads
from desktop_app.report.flowables.widths import Need, column_widths
from desktop_app.report.style import HAIR, HEAVY

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.flowables.cells import CellInk
    from desktop_app.report.tables import Column
    from desktop_app.report.tags import Element

GROUP_SPACE = 3.0
TALL, LEAST_PART = 280.0, 60.0
"""From which height a row may be cut, and the least that is worth to begin with, points."""


@dataclass(frozen=True, eq=False)
class InkRow:
    """A row ready to draw, told apart by identity; a group has one cell."""

    cells: tuple[CellInk, ...]
    kind: str = "normal"
    best: tuple[int, ...] = ()


@dataclass(frozen=True)
class Layout:
    """What the parts of a split table have in common.

    Attributes:
        every: All rows of the table: widths come from all of them.
        pad: Space above and below the text of a row, points.
        gap: Space between columns, points.
    """

    columns: tuple[Column, ...]
    every: tuple[InkRow, ...]
    summary: str
    row_heads: int
    pad: float = 2.9
    gap: float = 10.0
    token: object = field(default_factory=object, compare=False)
    _measured: dict[float, tuple[float, ...]] = field(default_factory=dict, compare=False)
    _heights: dict[tuple[InkRow, float], float] = field(default_factory=dict, compare=False)

    @cached_property
    def heads(self) -> Heads:
        """The head, empty when no column has one."""
        return Heads(self.columns)

    def widths(self, width: float) -> tuple[float, ...]:
        """Width of each column, gaps apart; measured once, for a table is asked often."""
        if width not in self._measured:
            needs = [self._need(place) for place in range(len(self.columns))]
            inner = width - self.gap * (len(self.columns) - 1)
            self._measured[width] = column_widths(needs, inner)
        return self._measured[width]

    def row_height(self, row: InkRow, width: float) -> float:
        """Height of a row of the table; measured once, as a long table is laid out many times."""
        if (row, width) not in self._heights:
            self._heights[(row, width)] = self._row_height(row, width)
        return self._heights[(row, width)]

    def _row_height(self, row: InkRow, width: float) -> float:
        if row.kind == "group":
            return row.cells[0].height(width) + 2 * self.pad + GROUP_SPACE
        cells = zip(row.cells, self.widths(width), strict=True)
        return max(cell.height(each) for cell, each in cells) + 2 * self.pad

    def _need(self, place: int) -> Need:
        head = self.heads.need(place)
        cells = [row.cells[place] for row in self.every if row.kind != "group"]
        natural = max((cell.natural() for cell in cells), default=0.0)
        least = max((cell.least() for cell in cells), default=0.0)
        weight = self.columns[place].weight
        return Need(max(natural, head.natural), max(least, head.least), weight)


@dataclass(frozen=True)
class Grid:
    """A table or the part of it that stands on one sheet."""

    layout: Layout
    rows: tuple[InkRow, ...]
    continued: bool = False

    before = 8
    after = 10
    leads = False

    def height(self, width: float) -> float:
        """Head and rows."""
        widths = self.layout.widths(width)
        head = self.layout.heads.height(widths)
        return head + sum(self.layout.row_height(row, width) for row in self.rows)

    def split(self, width: float, room: float) -> tuple[Grid, Grid] | None:
        """Cut between rows; a group's line stays with the row below it."""
        widths = self.layout.widths(width)
        used, fit = self.layout.heads.height(widths), 0
        for row in self.rows:
            used += self.layout.row_height(row, width)
            if used > room:
                break
            fit += 1
        while fit and self.rows[fit - 1].kind == "group":
            fit -= 1
        if not fit and self.rows:
            return self._split_row(widths, width, room)
        if fit == len(self.rows):
            return None
        return (
            replace(self, rows=self.rows[:fit]),
            replace(self, rows=self.rows[fit:], continued=True),
        )

    def _split_row(
        self, widths: tuple[float, ...], width: float, room: float
    ) -> tuple[Grid, Grid] | None:
        """Cut the first row between its lines, if it is so high that moving it does not help."""
        row = self.rows[0]
        left = room - self.layout.heads.height(widths) - 2 * self.layout.pad
        tall = self.layout.row_height(row, width) > TALL
        if row.kind == "group" or not tall or left < LEAST_PART:
            return None
        pairs = [c.cut(each, left) for c, each in zip(row.cells, widths, strict=True)]
        head = replace(row, cells=tuple(head for head, _ in pairs))
        tail = replace(row, cells=tuple(tail for _, tail in pairs))
        return (
            replace(self, rows=(head,)),
            replace(self, rows=(tail, *self.rows[1:]), continued=True),
        )

    def draw(self, place: Place) -> None:
        """Head, then row by row; what is repeated on a later sheet is decoration."""
        widths, tree = self.layout.widths(place.width), place.pen.tree
        summary = {"Table": {"Summary": self.layout.summary}}
        table = tree.once(self.layout.token, "Table", place.parent, summary)
        heads = self.layout.heads
        if heads.shown:
            section = None if self.continued else tree.once(self.layout.token, "THead", table)
            heads.draw(place, widths, self.layout.gap, section)
        down = heads.height(widths)
        with place.pen.artifact():
            place.pen.rule(place.x, place.top - down, place.width)
        body = tree.once(self.layout.token, "TBody", table)
        for row in self.rows:
            height = self.layout.row_height(row, place.width)
            spot = place.moved(down=down).below(body.add("TR"))
            self._draw_row(row, spot, widths, height)
            down += height

    def _draw_row(
        self, row: InkRow, place: Place, widths: tuple[float, ...], height: float
    ) -> None:
        band = Band(place.top, place.top - height)
        heavy = row.kind in ("total", "group") or row is self.rows[-1]
        with place.pen.artifact():
            self._shade(row, place, widths, height)
            weight, ink = (HEAVY, "ink") if heavy else (HAIR, "hairline")
            place.pen.rule(place.x, band.bottom, place.width, weight, ink)
        if row.kind == "group":
            spot = place.moved(down=self.layout.pad + GROUP_SPACE)
            row.cells[0].draw(spot.below(self._wide_head(place.parent)), band)
            return
        x = 0.0
        for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            spot = place.moved(right=x, down=self.layout.pad, width=width)
            cell.draw(spot.below(self._cell(place.parent, number)), band)
            x += width + self.layout.gap

    def _wide_head(self, row: Element) -> Element:
        spans = len(self.layout.columns)
        return row.add("TH", attributes={"Table": {"Scope": "/Row", "ColSpan": spans}})

    def _cell(self, row: Element, number: int) -> Element:
        if number < self.layout.row_heads:
            return row.add("TH", attributes={"Table": {"Scope": "/Row"}})
        return row.add("TD")

    def _shade(self, row: InkRow, place: Place, widths: tuple[float, ...], height: float) -> None:
        gap, last = self.layout.gap, len(widths) - 1
        for number in row.best:
            left = sum(widths[:number]) + gap * number - gap / 2
            right = left + widths[number] + (gap / 2 if number == last else gap)
            corner = (place.x + left, place.top - height)
            place.pen.box(corner, (right - left, height), "best")
