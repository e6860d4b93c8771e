"""How far the cost of every option may lie from its plan: a strip from P10 to P90 each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath
from typing_extensions import override

from desktop_app.ui.charts.drawn import Drawn, Spot
from desktop_app.ui.charts.lettering import beside, fitted, tall, wide
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop_app.analysis.charts import RangeRow, Ranges
    from desktop_app.ui.parts.guide import Guide

ROW, STRIP, SIGN, GAP = 28.0, 6.0, 22.0, 12.0
OPACITY, MOST_NAME = 0.34, 0.42


class RangeStrips(Drawn):
    """Options as rows: name, strip with its median marked, the two ends and the median."""

    def __init__(self, guide: Guide, chart: Ranges) -> None:
        super().__init__(guide)
        self._chart = chart
        self._left = self._right = self._ends = self._step = self._names = 0.0
        self.show_chart(chart)

    def show_chart(self, chart: Ranges) -> None:
        """Show another study's ranges."""
        self._chart = chart
        self.describe(chart.title, chart.alt)
        self.updateGeometry()
        self.renew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(366), current().px(ROW * max(len(self._chart.rows), 1)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(300), current().px(20 * max(len(self._chart.rows), 1)))

    @override
    def arrange(self) -> list[Spot]:
        self._measure()
        return [
            Spot(
                f"{row.ends_text} {row.middle_text}", row.origins, self._across(i), f"{row.label},"
            )
            for i, row in enumerate(self._chart.rows)
            if row.origins
        ]

    @override
    def draw(self, painter: QPainter) -> None:
        for number, row in enumerate(self._chart.rows):
            self._draw_strip(painter, row, self._middle(number))
            self._draw_words(painter, row, self._middle(number))

    def _measure(self) -> None:
        theme, rows = current(), self._chart.rows
        strong, quiet = theme.font("body_strong"), theme.font("small")
        names = max((wide(row.label, strong) for row in rows), default=0.0) + 1
        middles = max((wide(row.middle_text, strong) for row in rows), default=0.0) + 1
        ends = max((wide(row.ends_text, quiet) for row in rows), default=0.0) + 1
        gap = GAP * theme.zoom
        self._names = min(names, MOST_NAME * self.width())
        self._left = SIGN * theme.zoom + self._names + gap
        self._ends = self.width() - middles - gap / 2
        self._right = max(self._ends - ends - gap, self._left + 1)
        self._step = min(ROW * theme.zoom, self.height() / max(len(rows), 1))

    def _middle(self, number: int) -> float:
        return (number + 0.5) * self._step

    def _across(self, number: int) -> QRectF:
        height = min(self._step, tall(current().font("body")) + 2)
        top = self._middle(number) - height / 2
        return QRectF(self._left, top, self.width() - self._left, height)

    def _along(self, value: float) -> float:
        """From the least of all values to the largest: marks, unlike bars, need no zero."""
        least = min(row.low for row in self._chart.rows)
        span = max(row.high for row in self._chart.rows) - least
        share = (value - least) / span if span > 0 else 0.5
        return self._left + (self._right - self._left) * share

    def _draw_strip(self, painter: QPainter, row: RangeRow, y: float) -> None:
        thick = STRIP * current().zoom
        track = QRectF(self._left, y - 0.5, self._right - self._left, 1)
        painter.fillRect(track, current().colour("plot_grid"))
        path, low, high = QPainterPath(), self._along(row.low), self._along(row.high)
        strip = QRectF(low, y - thick / 2, max(high - low, 2.0), thick)
        path.addRoundedRect(strip, thick / 2, thick / 2)
        painter.fillPath(path, self.ink(row.mark, OPACITY))
        self.sign(painter, row.mark, QPointF(self._along(row.middle), y))

    def _draw_words(self, painter: QPainter, row: RangeRow, y: float) -> None:
        theme = current()
        role = "body_strong" if row.recommended else "body"
        font, quiet = theme.font(role), theme.font("small")
        self.sign(painter, row.mark, QPointF(theme.px(7), y))
        name = fitted(row.label, font, self._names)
        self.words(painter, name, role, "text", beside(name, font, SIGN * theme.zoom, y))
        ends = row.ends_text
        place = beside(ends, quiet, self._ends, y, "right")
        self.words(painter, ends, "small", "text_tertiary", place, "right")
        place = beside(row.middle_text, font, self.width() - 1.0, y, "right")
        self.words(painter, row.middle_text, role, "text", place, "right")
