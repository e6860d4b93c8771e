"""What a cell of a table looks like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Protocol

from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import broken, longest_word, unbroken
from desktop_app.report.marks import SLOT, draw_mark
from desktop_app.report.style import HEAVY
from desktop_app.report.tables import Bar, Marked, Stack

if TYPE_CHECKING:
    from desktop_app.report.canvas import Anchor, Place
    from desktop_app.report.lines import Line
    from desktop_app.report.runs import Mark, Text
    from desktop_app.report.style import TextStyle
    from desktop_app.report.tables import Cell, Column

BAR_HEIGHT, BAR_ROOM, BAR_GAP = 8.5, 60.0, 5.0


@dataclass(frozen=True)
class Band:
    """Upper and lower edge of the whole row, for lines that run through all rows."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way between."""
        return (self.top + self.bottom) / 2


class CellInk(Protocol):
    """A cell that can be measured and drawn into the element of its place."""

    def natural(self) -> float:
        """Width without any wrapping, points."""

    def least(self) -> float:
        """Width below which it would break badly, points."""

    def height(self, width: float) -> float:
        """Height at a width, points."""

    def draw(self, place: Place, row: Band) -> None:
        """Draw from the top of ``place``, its text tagged with the place's element."""

    def cut(self, width: float, room: float) -> tuple[CellInk, CellInk]:
        """What fits into ``room`` points, and the rest, for a row higher than a sheet."""


@dataclass(frozen=True)
class TextInk:
    """Words.

    Attributes:
        keep: They never wrap.
        widest: They wrap at this width even where there is more room, points.
        part: Set when this is a part of a cut cell.
    """

    text: Text
    style: TextStyle
    anchor: Anchor = "left"
    keep: bool = False
    widest: float = inf
    part: tuple[Line, ...] | None = None

    def natural(self) -> float:
        """Width of the words on one line, or what they may take."""
        width = unbroken(self.text, self.style).width
        return width if width <= self.widest else max(self.widest, self.least())

    def least(self) -> float:
        """The longest word, or everything when it must not wrap."""
        if self.keep:
            return unbroken(self.text, self.style).width
        return longest_word(self.text, self.style)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Its lines at a width."""
        return broken(self.text, self.style, width) if self.part is None else self.part

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self.lines(width)) * self.style.leading

    def draw(self, place: Place, row: Band) -> None:  # noqa: ARG002
        """Write the lines."""
        write_lines(place, self.lines(place.width), self.style, self.anchor)

    def cut(self, width: float, room: float) -> tuple[TextInk, TextInk]:
        """Cut between lines."""
        lines, fit = self.lines(width), int(room / self.style.leading)
        return replace(self, part=lines[:fit]), replace(self, part=lines[fit:])


@dataclass(frozen=True)
class MarkedInk:
    """A sign before words."""

    mark: Mark
    words: TextInk

    def natural(self) -> float:
        """The slot of the sign and the words."""
        return SLOT + self.words.natural()

    def least(self) -> float:
        """The slot of the sign and the longest word."""
        return SLOT + self.words.least()

    def height(self, width: float) -> float:
        """That of the words."""
        return self.words.height(width - SLOT)

    def draw(self, place: Place, row: Band) -> None:
        """Sign beside the first line, then the words."""
        centre = (place.x + 0.4 * SLOT, place.top - 0.5 * self.words.style.leading)
        with place.pen.artifact():
            draw_mark(place.pen, self.mark, centre)
        self.words.draw(place.moved(right=SLOT), row)

    def cut(self, width: float, room: float) -> tuple[CellInk, CellInk]:
        """The sign stays with the first lines."""
        head, tail = self.words.cut(width - SLOT, room)
        return replace(self, words=head), tail


@dataclass(frozen=True)
class StackInk:
    """Texts one below the other."""

    lines: tuple[TextInk, ...]

    def natural(self) -> float:
        """The widest line."""
        return max(line.natural() for line in self.lines)

    def least(self) -> float:
        """The widest word."""
        return max(line.least() for line in self.lines)

    def height(self, width: float) -> float:
        """All lines."""
        return sum(line.height(width) for line in self.lines)

    def draw(self, place: Place, row: Band) -> None:
        """Line by line."""
        down = 0.0
        for line in self.lines:
            line.draw(place.moved(down=down), row)
            down += line.height(place.width)

    def cut(self, width: float, room: float) -> tuple[CellInk, CellInk]:
        """Cut between lines of any of the texts."""
        heads, tails = [], []
        for line in self.lines:
            head, tail = line.cut(width, max(room, 0.0))
            room -= line.height(width)
            heads.append(head)
            tails.append(tail)
        return StackInk(tuple(heads)), StackInk(tuple(tails))


@dataclass(frozen=True)
class BarInk:
    """A number and a bar: a plan as number, then outline; a fact as solid bar, then number."""

    bar: Bar
    style: TextStyle

    def natural(self) -> float:
        """Number and a bar of usual length."""
        return self._number() + BAR_GAP + BAR_ROOM

    def least(self) -> float:
        """Number and half a bar."""
        return self._number() + BAR_GAP + BAR_ROOM / 2

    def height(self, width: float) -> float:  # noqa: ARG002
        """One line."""
        return self.style.leading

    def _number(self) -> float:
        return unbroken(self.bar.text, self.style).width

    def cut(self, width: float, room: float) -> tuple[CellInk, CellInk]:  # noqa: ARG002
        """All of it stays with the first lines."""
        return self, empty_cell(self.style)

    def draw(self, place: Place, row: Band) -> None:  # noqa: ARG002
        """Bar and number."""
        number, bar = self._number(), self.bar
        # A number wider than its own bar must not move the start of the bars of a column.
        slot = max(number, unbroken("00.00", self.style.strong()).width) + BAR_GAP
        length = (place.width - slot) * (bar.value / bar.full if bar.full else 0)
        start = place.x if bar.solid else place.x + slot
        bottom = place.top - (self.style.leading + BAR_HEIGHT) / 2
        with place.pen.artifact():
            self._draw_bar(place, (start, bottom), length)
        x = place.x + length + BAR_GAP if bar.solid else place.x + slot - BAR_GAP - number
        words = unbroken(bar.text, self.style)
        write_lines(place.moved(right=x - place.x), (words,), self.style)

    def _draw_bar(self, place: Place, corner: tuple[float, float], length: float) -> None:
        if self.bar.solid:
            place.pen.box(corner, (length, BAR_HEIGHT), "ink")
            return
        fill = "recommended" if self.bar.emphasised else "paper"
        weight = 1.3 if self.bar.emphasised else HEAVY
        place.pen.box(corner, (length, BAR_HEIGHT), fill, "ink", weight)


def empty_cell(style: TextStyle) -> TextInk:
    """A cell without words."""
    return TextInk("", style, part=())


def cell_ink(cell: Cell, style: TextStyle, column: Column) -> CellInk:
    """How to draw a cell in a column."""
    if isinstance(cell, Marked):
        return MarkedInk(cell.mark, TextInk(cell.text, style, "left", column.keep))
    if isinstance(cell, Stack):
        return StackInk(tuple(_text(line, style, column) for line in cell.lines))
    if isinstance(cell, Bar):
        return BarInk(cell, style)
    return _text(cell, style, column)


def _text(text: Text, style: TextStyle, column: Column) -> TextInk:
    return TextInk(text, style, column.align, column.keep or column.align == "right")
