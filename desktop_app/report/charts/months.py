"""A series by month as columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.lines import unbroken
from desktop_app.report.style import HEAVY, face

if TYPE_CHECKING:
    from desktop_app.analysis.charts import MonthColumn, MonthColumns
    from desktop_app.report.canvas import Pen, Place, Spot

NOMINAL, ABOVE, FOOT = 66.0, 11.0, 20.0
SHARE, WIDEST = 0.7, 26.0


@dataclass(frozen=True)
class MonthsPlot:
    """Columns on a line at zero; credits hang below it."""

    chart: MonthColumns

    def fit(self, width: float) -> float:  # noqa: ARG002
        """Height decides."""
        low, high = self._range()
        return NOMINAL / ((high - low) or 1.0)

    def height(self, width: float, scale: float) -> float:  # noqa: ARG002
        """Numbers, columns, months and years."""
        low, high = self._range()
        return ABOVE + (high - low) * scale + (ABOVE if low else 0) + FOOT

    def _range(self) -> tuple[float, float]:
        values = [0.0, *(column.value for column in self.chart.columns)]
        return min(values), max(values)

    def draw(self, place: Place, scale: float) -> None:
        """Columns first, the line over them, months at the foot."""
        columns = self.chart.columns
        pitch = min(WIDEST, place.width / len(columns))
        ground = place.top - ABOVE - self._range()[1] * scale
        foot = place.top - self.height(place.width, scale) + FOOT
        numbers = max(unbroken(c.text, face("finding")).width for c in columns) <= pitch
        for number, column in enumerate(columns):
            x = place.x + number * pitch
            middle = x + SHARE * pitch / 2
            _draw_column(place.pen, column, (x, ground), (SHARE * pitch, column.value * scale))
            if numbers or number in (0, len(columns) - 1):
                above = max(column.value * scale, 0) + 3
                down = column.value * scale - 9
                y = ground + (above if column.value >= 0 else down)
                half = unbroken(column.text, face("finding")).width / 2
                centre = max(place.x + half, min(middle, place.x + place.width - half))
                place.pen.label(column.text, face("finding"), (centre, y), "middle")
            place.pen.label(column.label, face("axis"), (middle, foot - 9), "middle")
            if column.year:
                place.pen.label(column.year, face("axis"), (middle, foot - 18), "middle")
        place.pen.rule(place.x, ground, pitch * (len(columns) - 1 + SHARE))


def _draw_column(pen: Pen, column: MonthColumn, foot: Spot, size: tuple[float, float]) -> None:
    if not column.value:
        return
    if column.actual:
        pen.box(foot, size, "actual")
    else:
        pen.box(foot, size, "paper", "ink", HEAVY)
