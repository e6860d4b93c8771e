"""Costs that run up over the months: lines with their names at the end, bands and crossings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.drawing.scale import named_across, spread, tick_texts, ticks
from desktop_app.analysis.drawing.sheet import BODY, MARGIN, SMALL, Words, fitted, wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.charts import Curve, Curves
    from desktop_app.analysis.drawing.sheet import Sheet

_GAP, _HAIR, _MOST = 20.0, 26.0, 230.0
_LIFTS = (52.0, -52.0, 80.0, -80.0, 112.0, -112.0, 150.0, -150.0, 200.0)
"""How far above (or below) its ring a sentence may stand, the nearest first."""


@dataclass(frozen=True)
class _Plot:
    """The field of a plot: pixels for months and money."""

    left: float
    right: float
    top: float
    bottom: float
    months: int
    low: float
    high: float

    def spot(self, month: float, value: float) -> tuple[float, float]:
        across = (self.right - self.left) / max(self.months, 1)
        up = (self.bottom - self.top) / ((self.high - self.low) or 1.0)
        return self.left + month * across, self.bottom - (value - self.low) * up

    def spots(self, values: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
        return tuple(self.spot(month, value) for month, value in enumerate(values))


def draw_curves(sheet: Sheet, chart: Curves) -> None:
    """Grid, bands, lines from the least to the most important, crossings, names."""
    edges = [value for band in chart.bands for value in (*band.low, *band.high)]
    values = [value for curve in chart.curves for value in curve.values] + edges
    marks = ticks(min(values, default=0.0), max(values, default=0.0))
    names = max((_name_width(curve) for curve in chart.curves), default=0.0)
    plot = _Plot(
        left=MARGIN + 34,
        right=sheet.width - MARGIN - min(names, _MOST) - _HAIR,
        top=sheet.top + 8,
        bottom=sheet.height - MARGIN - 22,
        months=max((len(curve.values) for curve in chart.curves), default=1) - 1,
        low=marks[0],
        high=marks[-1],
    )
    _grid(sheet, plot, marks, named_across(chart, plot.months))
    for band in chart.bands:
        outline = (*plot.spots(band.high), *reversed(plot.spots(band.low)))
        sheet.area(outline, band.mark, 0.16, name="band")
    for curve in sorted(chart.curves, key=lambda c: (c.recommended, c.baseline)):
        _curve(sheet, plot, curve)
    _crossings(sheet, plot, chart)
    _ends(sheet, plot, chart)


def _grid(
    sheet: Sheet, plot: _Plot, marks: tuple[float, ...], named: Sequence[tuple[float, str]]
) -> None:
    for value, text in zip(marks, tick_texts(marks), strict=True):
        y = plot.spot(0, value)[1]
        ink, weight = ("text_tertiary", 1.2) if value == 0 else ("plot_grid", 1.0)
        sheet.line(((plot.left, y), (plot.right, y)), ink, weight, name="grid")
        sheet.words(text, (plot.left - 8, y + 4), Words(SMALL, "text_tertiary", "end"))
    for month, text in named:
        x = plot.spot(month, 0)[0]
        sheet.line(((x, plot.bottom), (x, plot.bottom + 4)), "text_tertiary", 1.0)
        sheet.words(text, (x, plot.bottom + 19), Words(SMALL, "text_tertiary", "middle"))


def _curve(sheet: Sheet, plot: _Plot, curve: Curve) -> None:
    weight = 3.0 if curve.recommended else 2.4 if curve.baseline else 1.6
    points = plot.spots(curve.values)
    if curve.recommended:  # stands clear of what it crosses
        sheet.line(points, "surface", weight + 2.5)
    sheet.line(points, curve.mark, weight, name="curve")


def _crossings(sheet: Sheet, plot: _Plot, chart: Curves) -> None:
    """A ring where lines cross, and a sentence where it hides the least."""
    taken = [spot for curve in chart.curves for spot in plot.spots(curve.values)]
    for crossing in chart.crossings:
        at = plot.spot(crossing.month, crossing.value)
        long = wide(crossing.label, SMALL, bold=True)
        places = [_label_at(plot, at, long, lift) for lift in _LIFTS]
        left, base = min(places, key=lambda place: _hidden(taken, place, long))
        tie = base + 4 if base < at[1] else base - SMALL
        sheet.line((at, (min(max(at[0], left), left + long), tie)), "text", 1.0)
        sheet.box((left - 3, base - SMALL), (long + 6, SMALL + 5), "surface", 0.86)
        sheet.words(crossing.label, (left, base), Words(SMALL, bold=True))
        sheet.ring(at, 4.6, name="crossing")
        taken += [(left + share * long, base - SMALL / 2) for share in (0.1, 0.3, 0.5, 0.7, 0.9)]


def _label_at(
    plot: _Plot, at: tuple[float, float], long: float, lift: float
) -> tuple[float, float]:
    """Where a sentence stands, lifted from its ring: up to the left, or down to the right."""
    left = at[0] - 0.8 * long if lift > 0 else at[0] + 18
    base = min(max(at[1] - lift, plot.top + 14), plot.bottom - 8)
    return min(max(left, plot.left + 4), plot.right - long - 4), base


def _hidden(taken: list[tuple[float, float]], place: tuple[float, float], long: float) -> int:
    """How many points of lines and of other sentences a sentence would hide."""
    left, base = place
    wide_enough, tall_enough = (left - 8, left + long + 8), (base - SMALL - 5, base + 7)
    return sum(
        wide_enough[0] <= x <= wide_enough[1] and tall_enough[0] <= y <= tall_enough[1]
        for x, y in taken
    )


def _name_width(curve: Curve) -> float:
    name = curve.label or curve.end_text
    return 22 + wide(name, BODY, bold=True) + 14 + wide(curve.value_text, BODY, bold=True)


def _ends(sheet: Sheet, plot: _Plot, chart: Curves) -> None:
    """Sign, name and value of every line, beside its end, moved apart and tied by hairs."""
    wanted = [plot.spot(0, curve.values[-1])[1] for curve in chart.curves]
    places = spread(wanted, _GAP, plot.top + 6, plot.bottom - 6)
    left, right = plot.right + _HAIR, sheet.width - MARGIN
    for curve, y, own in zip(chart.curves, places, wanted, strict=True):
        sheet.line(((plot.right + 3, own), (left - 12, y)), "divider", 1.0)
        sheet.mark(curve.mark, (left - 4, y))
        style = Words(BODY, bold=curve.recommended)
        value = curve.value_text
        room = right - left - 8 - (wide(value, BODY, bold=True) + 10 if value else 0)
        name = fitted(curve.label or curve.end_text, BODY, room)
        sheet.words(name, (left + 8, y + 4.5), style)
        sheet.words(value, (right, y + 4.5), Words(BODY, anchor="end", bold=True))
