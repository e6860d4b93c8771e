"""Costs that run up over the months, and where they cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.charts.frame import (
    EndLabel,
    Frame,
    Months,
    OverTime,
    draw_ends,
    draw_frame,
    ends_width,
    frame,
)
from desktop_app.report.lines import broken
from desktop_app.report.marks import draw_mark
from desktop_app.report.style import HEAVY, face

if TYPE_CHECKING:
    from desktop_app.analysis.charts import Crossing, Curve, Curves
    from desktop_app.report.canvas import Pen, Place

RING, LIFT, LABEL_WIDTH, LABEL_SHARE = 3.6, 26.0, 82.0, 0.55
INKS = {"pathway": "ink", "baseline": "baseline"}
MARK_AT = (1 / 6, 5 / 6)
"""Where along a line its sign is set, so that lines are told apart without colour."""


@dataclass(frozen=True)
class CurvesPlot(OverTime):
    """The recommended line heavy and on top, the baseline grey, rings on crossings."""

    chart: Curves

    def span(self) -> tuple[float, float]:
        """From the lowest value or zero to the highest."""
        values = [value for curve in self.chart.curves for value in curve.values]
        return min(0.0, *values), max(0.0, *values)

    def draw(self, place: Place, scale: float) -> None:
        """Frame, lines from the least to the most important, rings, labels."""
        chart = self.chart
        count = max(len(curve.values) for curve in chart.curves) - 1
        named = chart.across.ticks if chart.across is not None else ()
        months = Months(count, chart.first_year, chart.first_month, chart.month_word, named)
        ends = [
            EndLabel(curve.values[-1], curve.end_text, curve.recommended, curve.mark)
            for curve in chart.curves
        ]
        area = frame(place, months, self.span(), scale, ends_width(ends, place.width))
        draw_frame(place.pen, area)
        for curve in sorted(chart.curves, key=lambda c: (c.recommended, c.baseline)):
            _draw_curve(place.pen, area, curve)
        for number, crossing in enumerate(chart.crossings):
            _name_crossing(place.pen, area, crossing, above=number % 2 == 0)
        for crossing in chart.crossings:
            spot = area.spot(crossing.month, crossing.value)
            place.pen.circle(spot, RING, "paper", "ink", 1.3 * HEAVY)
        draw_ends(place.pen, area, ends)


def _draw_curve(pen: Pen, area: Frame, curve: Curve) -> None:
    weight = 2.0 if curve.recommended else 1.8 if curve.baseline else 1.1
    ink = "ink" if curve.recommended else INKS.get(curve.mark, curve.mark)
    pen.path(area.spots(curve.values), weight, ink)
    if curve.recommended:
        return
    for share in MARK_AT:
        month = round(share * (len(curve.values) - 1))
        draw_mark(pen, curve.mark, area.spot(month, curve.values[month]), 0.8)


def _name_crossing(pen: Pen, area: Frame, crossing: Crossing, *, above: bool) -> None:
    """A thin line up to the left or down to the right, and a sentence at its end."""
    x, y = area.spot(crossing.month, crossing.value)
    style = face("finding")
    lines = broken(crossing.label, style, min(LABEL_WIDTH, LABEL_SHARE * area.width))
    tall = len(lines) * style.leading
    ceiling = area.bottom + area.top * area.scale - tall
    end = min(y + LIFT, ceiling) if above else max(y - LIFT, area.bottom + tall + 4)
    pen.path(((x, y), (x, end)), 0.6, "ink")
    widest = max(line.width for line in lines)
    wanted = x + 2 - widest if above else x - 1
    if not above and y - end < RING + 6:
        wanted = x + RING + 2
    left = max(area.left + 2, min(wanted, area.left + area.width - widest))
    first = end + tall - 6.5 if above else end - 7.5
    pen.box((left - 1, first - tall + 6.5), (widest + 2, tall), "paper")
    for number, line in enumerate(lines):
        start = left + widest - line.width if above else left
        pen.write(line, start, first - number * style.leading)
