"""A cost over the months with the spread of its futures."""

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
from desktop_app.report.lines import broken, unbroken
from desktop_app.report.style import HAIR, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.charts import Fan, MonthNote
    from desktop_app.report.canvas import Pen, Place

NOTE_WIDTH, BAND_AT, BAND_DROP = 76.0, 0.83, 34.0


@dataclass(frozen=True)
class FanPlot(OverTime):
    """Bands for P10 to P90 and P25 to P75, a heavy line for P50."""

    chart: Fan

    def span(self) -> tuple[float, float]:
        """From the lowest value or zero to the highest."""
        return min(0.0, *self.chart.p10), max(0.0, *self.chart.p90)

    def draw(self, place: Place, scale: float) -> None:
        """Bands below the frame's lines, then the middle, notes and labels."""
        chart, pen = self.chart, place.pen
        months = Months(len(chart.p50) - 1, chart.first_year, chart.first_month, chart.month_word)
        ends = [
            EndLabel(chart.p90[-1], chart.high_text),
            EndLabel(chart.p50[-1], chart.middle_text, strong=True),
            EndLabel(chart.p10[-1], chart.low_text),
        ]
        area = frame(place, months, self.span(), scale, ends_width(ends, place.width))
        _draw_band(pen, area, (chart.p10, chart.p90), "band_outer")
        _draw_band(pen, area, (chart.p25, chart.p75), "band_inner")
        draw_frame(pen, area)
        pen.path(area.spots(chart.p50), 2.0, "ink")
        for note in chart.notes:
            _draw_note(pen, area, note)
        self._name_band(pen, area)
        draw_ends(pen, area, ends)

    def _name_band(self, pen: Pen, area: Frame) -> None:
        """A thin line from the inner band down to its name."""
        if not self.chart.band_text:
            return
        month = round(BAND_AT * area.months.count)
        inner = (self.chart.p25[month] + self.chart.p50[month]) / 2
        x, y = area.spot(month, inner)
        foot = max(y - BAND_DROP, area.bottom + 12)
        pen.path(((x, y), (x + 3, foot)), HAIR, "baseline")
        half = unbroken(self.chart.band_text, face("label_grey")).width / 2
        centre = min(x, area.left + area.width - half)
        pen.box((centre - half - 1, foot - 10), (2 * half + 2, 9), "paper")
        pen.label(self.chart.band_text, face("label_grey"), (centre, foot - 8), "middle")


def _draw_band(
    pen: Pen, area: Frame, edges: tuple[Sequence[float], Sequence[float]], fill: str
) -> None:
    lower, upper = edges
    pen.shape([*area.spots(lower), *reversed(area.spots(upper))], fill)


def _draw_note(pen: Pen, area: Frame, note: MonthNote) -> None:
    """A dashed line at a month and words at its right, or left where the right has no room."""
    x, top = area.spot(note.month, area.top * 0.6)
    pen.path(((x, area.bottom), (x, top)), 0.6, "ink", (2, 2))
    style = face("label_small")
    lines = broken(note.text, style, NOTE_WIDTH)
    widest = max(line.width for line in lines)
    room = area.left + area.width - x
    start = x + 4 if room >= widest + 4 else x - 4 - widest
    y = area.bottom + area.top * area.scale * 0.36
    for number, line in enumerate(lines):
        pen.write(line, start, y - number * style.leading)
