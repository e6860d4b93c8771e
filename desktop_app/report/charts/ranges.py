"""Options as rows: how far the simulated costs reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.charts.options import (
    GAP,
    PAD,
    Drawn,
    LineInk,
    centred,
    fixed_width,
    option_cell,
    row_style,
)
from desktop_app.report.flowables.grid import Grid, InkRow, Layout
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import unbroken
from desktop_app.report.style import face
from desktop_app.report.tables import Column

if TYPE_CHECKING:
    from desktop_app.analysis.charts import RangeRow, Ranges
    from desktop_app.report.canvas import Place
    from desktop_app.report.flowables.cells import Band

STRIP, MIDDLE, BESIDE = 7.0, 13.0, 3.5


@dataclass(frozen=True)
class StripInk(Drawn):
    """A strip from P10 to P90 with P50 as an upright line, on an axis from zero."""

    row: RangeRow
    scale: float
    longest: float

    def natural(self) -> float:
        """Up to the highest P90 of all rows, and its number."""
        return self.longest * self.scale + BESIDE + self._wide(self.row.high_text)

    def _wide(self, text: str) -> float:
        return unbroken(text, face("label_grey")).width

    def draw(self, place: Place, row: Band) -> None:
        """Strip as decoration; its two ends in words."""
        place = centred(place, row)
        pen, middle = place.pen, row.middle
        low, mid, high = (
            place.x + value * self.scale
            for value in (self.row.low, self.row.middle, self.row.high)
        )
        with pen.artifact():
            fill = "ink" if self.row.recommended else "baseline"
            pen.box((low, middle - STRIP / 2), (high - low, STRIP), fill)
            ends = ((mid, middle - MIDDLE / 2), (mid, middle + MIDDLE / 2))
            pen.path(ends, 4.0, "paper")
            pen.path(ends, 1.6, "ink")
            pen.path(((place.x, row.top), (place.x, row.bottom)), 1.2, "ink")
        style = face("label_grey")
        wide = self._wide(self.row.low_text)
        if low - place.x >= wide + 2 * BESIDE:
            shift = low - place.x - BESIDE - wide
            write_lines(place.moved(right=shift), (unbroken(self.row.low_text, style),), style)
            end = self.row.high_text
        else:
            end = f"{self.row.low_text}–{self.row.high_text}"
        write_lines(place.moved(right=high - place.x + BESIDE), (unbroken(end, style),), style)


@dataclass(frozen=True)
class RangesPlan:
    """How wide the drawn column is."""

    chart: Ranges

    def fit(self, width: float) -> float:
        """The strips get what the words leave."""
        rows, heads = self.chart.rows, self.chart.heads
        texts = (
            [heads[2], *(r.middle_text for r in rows)],
            [heads[3], *(r.chance_text for r in rows)],
        )
        used = fixed_width([heads[0], *(r.label for r in rows)], texts)
        ends = max(unbroken(f"{r.low_text}–{r.high_text}", face("label_grey")).width for r in rows)
        return max(width - used - ends - BESIDE, 1.0) / (self._longest() or 1.0)

    def _longest(self) -> float:
        return max(row.high for row in self.chart.rows)

    def grid(self, scale: float) -> Grid:
        """The table at a scale."""
        rows = tuple(self._row(row, scale) for row in self.chart.rows)
        heads = self.chart.heads
        columns = (
            Column(heads[0]),
            Column(heads[1], weight=1),
            Column(heads[2], align="right"),
            Column(heads[3], align="right"),
        )
        return Grid(Layout(columns, rows, self.chart.alt, 1, PAD, GAP), rows)

    def _row(self, row: RangeRow, scale: float) -> InkRow:
        style = row_style(recommended=row.recommended)
        return InkRow(
            (
                option_cell(row.mark, row.label, recommended=row.recommended),
                StripInk(row, scale, self._longest()),
                LineInk(row.middle_text, face("label_strong"), "right", keep=True),
                LineInk(row.chance_text, style, "right", keep=True),
            )
        )
