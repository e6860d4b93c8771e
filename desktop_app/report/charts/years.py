"""Years as columns, one small chart for each option."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.report.charts.axis import spread
from desktop_app.report.lines import shortened, unbroken
from desktop_app.report.marks import SLOT, draw_mark
from desktop_app.report.style import HEAVY, face

if TYPE_CHECKING:
    from desktop_app.analysis.charts import YearColumn, YearColumns, YearGroup
    from desktop_app.report.canvas import Pen, Place, Spot

NOMINAL = 92.0
NAMES, TOTALS, FOOT = 15.0, 12.0, 20.0
PITCH, GAP, SHARE = 26.0, 24.0, 0.66
LOWEST_TEXT = 8.5


@dataclass(frozen=True)
class YearsPlot:
    """Capital stands on running cost; facts are solid, plans outlined."""

    chart: YearColumns

    def fit(self, width: float) -> float:  # noqa: ARG002
        """Height decides."""
        return NOMINAL / (self._top() or 1.0)

    def height(self, width: float, scale: float) -> float:
        """Rows of options, each with names, totals, columns and years."""
        rows = -(-len(self.chart.groups) // self._beside(width))
        return rows * self._row(scale)

    def _row(self, scale: float) -> float:
        return NAMES + TOTALS + self._top() * scale + FOOT

    def _top(self) -> float:
        return max(year.capex + year.opex for group in self.chart.groups for year in group.years)

    def _beside(self, width: float) -> int:
        """How many options stand side by side without their totals touching."""
        years = [year for group in self.chart.groups for year in group.years]
        needed = max(unbroken(year.total_text, face("finding")).width for year in years) + 2
        most = max(len(group.years) for group in self.chart.groups)
        room = int((width + GAP) / (most * needed + GAP))
        return max(1, min(room, len(self.chart.groups)))

    def draw(self, place: Place, scale: float) -> None:
        """Group by group on ground lines."""
        beside = self._beside(place.width)
        each = (place.width + GAP) / beside
        named = next((g for g in self.chart.groups if any(y.capex for y in g.years)), None)
        for number, group in enumerate(self.chart.groups):
            right, down = number % beside * each, number // beside * self._row(scale)
            spot = place.moved(right=right, down=down, width=each - GAP)
            self._draw_group(spot, group, scale, parts=group is named)

    def _draw_group(self, place: Place, group: YearGroup, scale: float, *, parts: bool) -> None:
        x, ground = place.x, place.top - NAMES - TOTALS - self._top() * scale
        self._draw_name(place.pen, group, (x, place.top - 8), place.width + GAP / 3)
        pitch = min(PITCH, place.width / len(group.years))
        place.pen.rule(x, ground, pitch * (len(group.years) - 0.15))
        for column, year in enumerate(group.years):
            spot = (x + column * pitch + 0.5, ground)
            _draw_column(place.pen, year, spot, (pitch * SHARE, scale))
        self._draw_kinds(place.pen, group, (x, ground), pitch)
        if parts:
            right = x + (len(group.years) - 1 + SHARE) * pitch + 2.5
            self._draw_parts(place.pen, group.years[-1], (right, ground), scale)

    def _draw_name(self, pen: Pen, group: YearGroup, spot: Spot, width: float) -> None:
        draw_mark(pen, group.mark, (spot[0] + 0.3 * SLOT, spot[1] + 2.9))
        style = face("label_strong" if group.recommended else "label")
        name = shortened(group.label, style, width - SLOT)
        pen.label(name, style, (spot[0] + SLOT, spot[1]))

    def _draw_kinds(self, pen: Pen, group: YearGroup, corner: Spot, pitch: float) -> None:
        """AC or PL below the middle of each run of years of one kind."""
        if group is not self.chart.groups[0] and not any(year.actual for year in group.years):
            return
        done = 0
        for actual, years in groupby(group.years, key=lambda year: year.actual):
            count = len(list(years))
            middle = corner[0] + (done + (count - 1) / 2 + SHARE / 2) * pitch
            word = self.chart.actual_word if actual else self.chart.plan_word
            pen.label(word, face("axis"), (middle, corner[1] - 18), "middle")
            done += count

    def _draw_parts(self, pen: Pen, year: YearColumn, corner: Spot, scale: float) -> None:
        """The words for capital and running cost, once, beside the last column."""
        x = corner[0]
        wanted = (year.opex * scale / 2, (year.opex + year.capex / 2) * scale)
        opex, capex = spread(wanted, 9, 4, max(14.0, self._top() * scale))
        pen.label(self.chart.opex_word, face("axis"), (x, corner[1] + opex - 2.5))
        pen.label(self.chart.capex_word, face("axis"), (x, corner[1] + capex - 2.5))


def _draw_column(pen: Pen, year: YearColumn, foot: Spot, size: tuple[float, float]) -> None:
    """Segments, their numbers, the total above, the year below."""
    width, scale = size
    middle, (x, ground) = foot[0] + width / 2, foot
    low, high = year.opex * scale, year.capex * scale
    if low:
        pen.box(foot, (width, low), "actual" if year.actual else "paper", "ink", HEAVY)
    if high:
        fill = "actual" if year.actual else "capex"
        pen.box((x, ground + low), (width, high), fill, "ink", HEAVY)
    inside = face("inside").coloured("paper" if year.actual else "ink")
    for text, bottom, tall in ((year.opex_text, 0.0, low), (year.capex_text, low, high)):
        fits = tall >= LOWEST_TEXT and unbroken(text, inside).width <= width - 1
        if text and fits:
            pen.label(text, inside, (middle, ground + bottom + tall / 2 - 2.4), "middle")
    total = (middle, ground + low + high + 3.2)
    pen.label(year.total_text, face("finding"), total, "middle")
    pen.label(year.label, face("axis"), (middle, ground - 9), "middle")
