"""Options as rows of a table whose cells are drawn to scale."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.report.flowables.cells import MarkedInk, TextInk, empty_cell
from desktop_app.report.flowables.grid import Grid, InkRow, Layout
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import unbroken
from desktop_app.report.marks import SLOT
from desktop_app.report.style import HEAVY, face
from desktop_app.report.tables import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.charts import OptionBar, OptionBars, OptionMark
    from desktop_app.report.canvas import Place, Spot
    from desktop_app.report.flowables.cells import Band, CellInk
    from desktop_app.report.style import TextStyle

BAR, DELTA_BAR, WHISKER, CAP = 14.0, 11.0, 1.3, 3.0
GAP, PAD, BESIDE, WIDEST = 10.0, 7.0, 4.0, 150.0


def row_style(*, recommended: bool) -> TextStyle:
    """The recommended row is strong."""
    return face("label_strong" if recommended else "label")


def option_cell(mark: OptionMark, label: str, *, recommended: bool) -> MarkedInk:
    """Sign and name of an option; a long name wraps."""
    return MarkedInk(mark, TextInk(label, row_style(recommended=recommended), widest=WIDEST))


@dataclass(frozen=True)
class LineInk(TextInk):
    """One line in the middle of its row."""

    def draw(self, place: Place, row: Band) -> None:
        """Beside the bar, whatever height the name takes."""
        super().draw(centred(place, row), row)


def centred(place: Place, row: Band) -> Place:
    """The place of one line in the middle of its row, whatever the name beside it takes."""
    return replace(place, top=row.middle + face("label").leading / 2)


def fixed_width(labels: Sequence[str], texts: Sequence[Sequence[str]]) -> float:
    """Width that an option column and text columns take, gaps included; points."""
    strong = face("label_strong")
    first = SLOT + max(TextInk(label, strong, widest=WIDEST).natural() for label in labels)
    others = (max(unbroken(text, strong).width for text in column) for column in texts)
    return first + GAP + sum(width + GAP for width in others)


class Drawn(ABC):
    """A cell drawn to the scale of its page, one line high."""

    @abstractmethod
    def natural(self) -> float:
        """Width of drawing and words, points."""

    def least(self) -> float:
        """It cannot shrink."""
        return self.natural()

    def height(self, width: float) -> float:  # noqa: ARG002
        """One line."""
        return face("label").leading

    @abstractmethod
    def draw(self, place: Place, row: Band) -> None:
        """Draw it."""

    def cut(self, width: float, room: float) -> tuple[CellInk, CellInk]:  # noqa: ARG002
        """All of it stays with the first lines."""
        return self, empty_cell(face("label"))


@dataclass(frozen=True)
class WhiskerInk(Drawn):
    """A bar from zero with its number inside and its range as a whisker."""

    row: OptionBar
    scale: float
    longest: float

    def natural(self) -> float:
        """Up to the longest bar or whisker of all rows, and the words beside it."""
        return self.longest * self.scale + BESIDE + self._range_width()

    def _range_width(self) -> float:
        return unbroken(self.row.range_text, face("label_grey")).width

    def draw(self, place: Place, row: Band) -> None:
        """Axis, bar and whisker as decoration; the words are the content."""
        place, middle = centred(place, row), row.middle
        with place.pen.artifact():
            self._draw_bar(place, middle)
            axis = ((place.x, row.top), (place.x, row.bottom))
            place.pen.path(axis, 1.2, "ink")
        number = unbroken(self.row.value_text, face("inside_total"))
        inside = (
            number.width + 2 * BESIDE
            <= min(self.row.low or self.row.value, self.row.value) * self.scale
        )
        end = self._end() + BESIDE
        write_lines(place.moved(right=BESIDE if inside else end), (number,), face("inside_total"))
        if self.row.range_text:
            words = unbroken(self.row.range_text, face("label_grey"))
            shift = end if inside else end + number.width + BESIDE
            write_lines(place.moved(right=shift, down=0.5), (words,), face("label_grey"))

    def _end(self) -> float:
        return max(self.row.value, self.row.high or 0.0) * self.scale

    def _draw_bar(self, place: Place, middle: float) -> None:
        fill = "recommended" if self.row.recommended else "paper"
        weight = 1.3 if self.row.recommended else HEAVY
        corner = (place.x, middle - BAR / 2)
        place.pen.box(corner, (self.row.value * self.scale, BAR), fill, "ink", weight)
        if self.row.low is not None and self.row.high is not None:
            ends = (place.x + self.row.low * self.scale, place.x + self.row.high * self.scale)
            draw_whisker(place, ends, middle)


def draw_whisker(place: Place, ends: Spot, middle: float) -> None:
    """A line between two x with a cap at each end."""
    place.pen.path(((ends[0], middle), (ends[1], middle)), WHISKER, "ink")
    for x in ends:
        place.pen.path(((x, middle - CAP), (x, middle + CAP)), WHISKER, "ink")


@dataclass(frozen=True)
class DeltaInk(Drawn):
    """The difference to the baseline: green to the left of its axis, red to the right.

    Attributes:
        span: The largest saving (not positive) and the largest excess of all rows.
        words: Width of the widest number.
    """

    row: OptionBar
    scale: float
    span: tuple[float, float]
    words: float
    baseline_word: str

    def natural(self) -> float:
        """Bars to both sides, and numbers on the sides that have bars."""
        right = self.span[1] * self.scale + (self.words + BESIDE if self.span[1] else 0)
        return self.words + BESIDE - self.span[0] * self.scale + right

    def draw(self, place: Place, row: Band) -> None:
        """Axis and bar as decoration; the number is the content."""
        place = centred(place, row)
        right = self.span[1] * self.scale + (self.words + BESIDE if self.span[1] else 0)
        axis = place.x + place.width - right
        length = (self.row.delta or 0.0) * self.scale
        fill = "favourable" if length < 0 else "unfavourable"
        with place.pen.artifact():
            if length:
                left = axis + min(length, 0)
                corner = (left, row.middle - DELTA_BAR / 2)
                place.pen.box(corner, (abs(length), DELTA_BAR), fill)
            place.pen.path(((axis, row.top), (axis, row.bottom)), HEAVY, "ink")
        missing = self.row.delta is None
        style = face("label_grey" if missing else "label_strong")
        instead = self.baseline_word if self.row.baseline else "–"
        words = unbroken(instead if missing else self.row.delta_text, style)
        shift = length + BESIDE if length > 0 else min(length, 0) - BESIDE - words.width
        write_lines(place.moved(right=axis - place.x + shift), (words,), style)


@dataclass(frozen=True)
class OptionsPlan:
    """How wide the drawn columns of a comparison are."""

    chart: OptionBars

    def fit(self, width: float) -> float:
        """Bars and differences share what the words leave."""
        rows, heads = self.chart.rows, self.chart.heads
        texts = (
            [heads[3], *(r.percent_text for r in rows)],
            [heads[4], *(r.chance_text for r in rows)],
        )
        ranges = max(unbroken(r.range_text, face("label_grey")).width for r in rows) + BESIDE
        low, high = self.span()
        words = (self.words() + BESIDE) * (2 if high else 1)
        used = fixed_width([heads[0], *(r.label for r in rows)], texts) + ranges + words + GAP
        return max(width - used, 1.0) / ((self.longest() + high - low) or 1.0)

    def longest(self) -> float:
        """The longest bar or whisker, in the chart's unit."""
        return max(max(row.value, row.high or 0.0) for row in self.chart.rows)

    def span(self) -> tuple[float, float]:
        """The largest saving and the largest excess."""
        deltas = [0.0, *(row.delta or 0.0 for row in self.chart.rows)]
        return min(deltas), max(deltas)

    def words(self) -> float:
        """Width of the widest difference."""
        texts = [row.delta_text for row in self.chart.rows]
        widest = max(unbroken(text, face("label_strong")).width for text in texts)
        return max(widest, unbroken(self.chart.baseline_word, face("label_grey")).width)

    def grid(self, scale: float) -> Grid:
        """The table at a scale."""
        rows = tuple(self._row(row, scale) for row in self.chart.rows)
        aligns = ("left", "left", "right", "right", "right")
        columns = tuple(
            Column(head, align=align)  # type: ignore[arg-type]
            for head, align in zip(self.chart.heads, aligns, strict=True)
        )
        return Grid(Layout(columns, rows, self.chart.alt, 1, PAD, GAP), rows)

    def _row(self, row: OptionBar, scale: float) -> InkRow:
        style = row_style(recommended=row.recommended)
        return InkRow(
            (
                option_cell(row.mark, row.label, recommended=row.recommended),
                WhiskerInk(row, scale, self.longest()),
                DeltaInk(row, scale, self.span(), self.words(), self.chart.baseline_word),
                LineInk(row.percent_text, face("label"), "right", keep=True),
                LineInk(row.chance_text, style, "right", keep=True),
            )
        )
