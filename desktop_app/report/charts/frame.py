"""The frame of a chart over months: value lines, month ticks, years, labels at the right end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.charts.axis import spread, tick_text, ticks
from desktop_app.report.lines import shortened, unbroken
from desktop_app.report.marks import SLOT, draw_mark
from desktop_app.report.style import HAIR, HEAVY, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.report.canvas import Pen, Place, Spot
    from desktop_app.report.runs import Mark

NOMINAL, HEADROOM, FOOT = 150.0, 8.0, 28.0
LEADER, APART, WIDEST_END, ENDS_SHARE = 15.0, 11.5, 98.0, 0.38
TIGHT = 28.0
"""Least distance between two month labels, points."""


@dataclass(frozen=True)
class Months:
    """The time axis: how many months, and the calendar month of the first."""

    count: int
    first_year: int
    first_month: int
    word: str
    named: tuple[tuple[float, str], ...] = ()
    """Places to name instead of months and years, where something else runs across."""


@dataclass(frozen=True)
class EndLabel:
    """What a line is called, written at its end."""

    value: float
    text: str
    strong: bool = False
    mark: Mark | None = None


@dataclass(frozen=True)
class Frame:
    """Where months and values lie on the paper.

    Attributes:
        left, bottom: The spot of month 0 and value 0.
        width: Points from month 0 to the last.
        scale: Points per unit.
        top: The highest value drawn.
        low: The lowest value drawn, not above zero.
        room: Points at its right for end labels.
    """

    left: float
    bottom: float
    width: float
    scale: float
    top: float
    low: float
    months: Months
    room: float

    def spot(self, month: float, value: float) -> Spot:
        """A month and a value on the paper."""
        x = self.left + self.width * month / max(self.months.count, 1)
        return x, self.bottom + value * self.scale

    def spots(self, values: Sequence[float]) -> list[Spot]:
        """A line through values after 0, 1, 2 ... months."""
        return [self.spot(month, value) for month, value in enumerate(values)]


def frame(
    place: Place, months: Months, span: tuple[float, float], scale: float, right: float
) -> Frame:
    """Lay out a frame in a place, with ``right`` points kept for end labels."""
    low, top = min(span[0], 0.0), max(span[1], 0.0)
    numbers = [tick_text(value) for value in _values(low, top)]
    left = max(unbroken(text, face("axis")).width for text in numbers) + 5
    bottom = place.top - HEADROOM - top * scale
    return Frame(
        place.x + left, bottom, place.width - left - right, scale, top, low, months, right
    )


class OverTime(ABC):
    """A chart of values over time: the height it is given decides its scale."""

    @abstractmethod
    def span(self) -> tuple[float, float]:
        """From the lowest value or zero to the highest, in the unit of the chart."""

    def fit(self, width: float) -> float:  # noqa: ARG002
        """Points per unit at the nominal height."""
        low, high = self.span()
        return NOMINAL / ((high - low) or 1.0)

    def height(self, width: float, scale: float) -> float:  # noqa: ARG002
        """Headroom, values and the axis below, points."""
        low, high = self.span()
        return HEADROOM + (high - low) * scale + FOOT


def ends_width(labels: Sequence[EndLabel], width: float) -> float:
    """Room that end labels take at the right of a chart ``width`` points wide, points.

    A good third of the chart at most: longer names are shortened before their number.
    """
    style = face("label_strong")
    widest = max(
        unbroken(label.text, style).width + (SLOT if label.mark else 0) for label in labels
    )
    return LEADER + min(widest, WIDEST_END, ENDS_SHARE * width)


def draw_frame(pen: Pen, frame: Frame) -> None:
    """Value lines with numbers, the month axis, calendar years below it."""
    for value in _values(frame.low, frame.top):
        x, y = frame.spot(0, value)
        if value:
            pen.rule(x, y, frame.width, HAIR, "hairline")
        pen.label(tick_text(value), face("axis"), (x - 5, y - 2.5), "right")
    x, y = frame.spot(0, 0)
    pen.rule(x, y, frame.width)
    foot = y + frame.low * frame.scale
    if frame.months.named:
        _name_places(pen, frame, foot)
        return
    count = frame.months.count
    word = unbroken(frame.months.word, face("axis")).width
    for month in _month_ticks(count, frame.width):
        spot = frame.spot(month, 0)
        if spot[0] < x + word + TIGHT / 3:
            continue
        pen.path((spot, (spot[0], y - 3)), HEAVY, "ink")
        pen.label(str(month), face("axis"), (spot[0], foot - 11), "middle")
    pen.label(frame.months.word, face("axis"), (x, foot - 11))
    years = _years(frame.months)
    each = 1 + int(TIGHT * frame.months.count / 12 / frame.width)
    for middle, year in years[::each]:
        centre = frame.spot(middle, 0)[0]
        pen.label(str(year), face("axis"), (centre, foot - 20), "middle")


def _name_places(pen: Pen, frame: Frame, foot: float) -> None:
    """Name what runs across, as far as the names have room."""
    free = frame.left - TIGHT
    for place, text in frame.months.named:
        x, y = frame.spot(place, 0)
        half = unbroken(text, face("axis")).width / 2
        if x - half < free:
            continue
        pen.path(((x, y), (x, y - 3)), HEAVY, "ink")
        pen.label(text, face("axis"), (x, foot - 11), "middle")
        free = x + half + 3


def draw_ends(pen: Pen, frame: Frame, labels: Sequence[EndLabel]) -> None:
    """Labels at the ends of lines, moved apart, each joined to its end."""
    if not labels:
        return
    wanted = [frame.spot(frame.months.count, label.value)[1] for label in labels]
    low, high = frame.bottom + frame.low * frame.scale, frame.bottom + frame.top * frame.scale
    right = frame.left + frame.width
    apart = min(APART, (high + 4 - low) / max(len(labels) - 1, 1))
    for label, end, y in zip(labels, wanted, spread(wanted, apart, low, high + 4), strict=True):
        pen.path(((right + 1, end), (right + LEADER - 3, y)), HAIR, "baseline")
        x = right + LEADER
        if label.mark:
            draw_mark(pen, label.mark, (x + 0.3 * SLOT, y))
            x += SLOT
        style = face("label_strong" if label.strong else "label")
        room = right + frame.room - x
        name = shortened(label.text, face("label_strong"), room, last=True)
        pen.label(name, style, (x, y - 2.9))


def _values(low: float, top: float) -> list[float]:
    up = ticks(top)
    step = up[1] if len(up) > 1 else ticks(-low)[-1] or 1.0
    below = [-number * step for number in range(int(-low / step + 1e-9), 0, -1)]
    return below + up


def _month_ticks(count: int, width: float) -> list[int]:
    """Every twelfth month while there is room; always the last one."""
    step = 12 if width / max(count / 12, 1) >= TIGHT else 24
    if count < 12:
        return [count]
    marks = list(range(step, count + 1, step))
    return marks if marks[-1] == count else [*marks, count]


def _years(months: Months) -> list[tuple[float, int]]:
    """The middle of each calendar year; fewer than four months of one go unnamed."""
    found, start, year = list[tuple[float, int]](), 0, months.first_year
    left = 13 - months.first_month
    while start < months.count:
        end = min(start + left, months.count)
        if end - start >= 4:
            found.append(((start + end) / 2, year))
        start, left, year = end, 12, year + 1
    return found
