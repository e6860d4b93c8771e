"""Rows of bars: what an option's cost consists of, and how often each option is the cheapest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from typing_extensions import override

from desktop_app.ui.charts.drawn import Drawn, Spot
from desktop_app.ui.charts.lettering import beside, fitted, tall, wide
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop_app.analysis.chart import Chart
    from desktop_app.analysis.charts import Chances, Drivers
    from desktop_app.ui.parts.guide import Guide

_ROW, _BAR, _SIGN, _GAP = 28.0, 12.0, 22.0, 16.0
_MOST_NAME, _COMING_IN = 0.34, 0.28


@dataclass(frozen=True)
class _Row:
    """One line of a chart of bars.

    Attributes:
        label: Its name.
        text: Its number.
        note: What stands right of the number.
        role: Role of name and number in the type scale.
        mark: Sign of the option before the name; empty for none.
    """

    label: str
    text: str
    note: str
    role: str = "body"
    mark: str = ""


class _Rows(Drawn):
    """Names to the left, bars in the middle, numbers right aligned in two columns."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self._rows: list[_Row] = []
        self._names = self._left = self._right = self._text_end = self._step = 0.0

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(756), current().px(_ROW * max(len(self._rows), 1)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(300), current().px(20 * max(len(self._rows), 1)))

    def show_rows(self, rows: list[_Row], chart: Chart) -> None:
        """Show other rows, named by the finding of their chart."""
        self._rows = rows
        self.describe(chart.title, chart.alt)
        self.updateGeometry()
        self.renew()

    def measure(self) -> None:
        """Share out the width: names as wide as the widest, numbers likewise, the rest bars."""
        theme = current()
        strong, quiet = theme.font("body_strong"), theme.font("small")
        sign = _SIGN * theme.zoom if any(row.mark for row in self._rows) else 0.0
        names = max((wide(row.label, strong) for row in self._rows), default=0.0) + 1
        texts = max((wide(row.text, strong) for row in self._rows), default=0.0) + 1
        notes = max((wide(row.note, quiet) for row in self._rows), default=0.0) + 1
        self._names = min(names, _MOST_NAME * self.width())
        self._left = sign + self._names + _GAP * theme.zoom
        self._text_end = self.width() - notes - _GAP * theme.zoom
        self._right = self._text_end - texts - _GAP * theme.zoom
        self._step = min(_ROW * theme.zoom, self.height() / max(len(self._rows), 1))

    def middle(self, number: int) -> float:
        """Return the height on which a row stands."""
        return (number + 0.5) * self._step

    def text_area(self, number: int) -> QRectF:
        """Return where a row's number stands."""
        row = self._rows[number]
        font = current().font(row.role)
        return beside(row.text, font, self._text_end, self.middle(number), "right")

    def across(self, number: int) -> QRectF:
        """Return a whole row from its bar to its end."""
        height = min(self._step, tall(current().font("body")) + 2)
        top = self.middle(number) - height / 2
        return QRectF(self._left, top, self.width() - self._left, height)

    def draw_words(self, painter: QPainter, number: int) -> None:
        """Write the name, the number and what stands right of it."""
        theme, row, y = current(), self._rows[number], self.middle(number)
        start = 0.0
        if row.mark:
            self.sign(painter, row.mark, QPointF(theme.px(7), y))
            start = _SIGN * theme.zoom
        font = theme.font(row.role)
        name = fitted(row.label, font, self._names)
        self.words(painter, name, row.role, "text", beside(name, font, start, y))
        self.words(painter, row.text, row.role, "text", self.text_area(number), "right")
        note = beside(row.note, theme.font("small"), self.width() - 1.0, y, "right")
        self.words(painter, row.note, "small", "text_tertiary", note, "right")

    def bar(self, number: int, start: float, end: float) -> QRectF:
        """Return the bar of a row between two places."""
        height = min(_BAR * current().zoom, 0.6 * self._step)
        left, right = min(start, end), max(start, end)
        return QRectF(left, self.middle(number) - height / 2, right - left, height)


class DriversPlot(_Rows):
    """Every kind of cost with its bar, amount and share; what comes in hangs to the left."""

    def __init__(self, guide: Guide, chart: Drivers) -> None:
        super().__init__(guide)
        self._chart = chart
        self.show_chart(chart)

    def show_chart(self, chart: Drivers) -> None:
        """Show another option's or another study's costs."""
        self._chart = chart
        rows = [_Row(row.label, row.text, row.share_text) for row in chart.rows]
        total = _Row(chart.label, chart.total_text, "", "body_strong", chart.mark)
        self.show_rows([*rows, total], chart)

    @override
    def arrange(self) -> list[Spot]:
        self.measure()
        chart = self._chart
        spots = [
            Spot(row.text, row.origins, self.across(number), f"{row.label} {row.share_text},")
            for number, row in enumerate(chart.rows)
        ]
        last = len(chart.rows)
        total = Spot(chart.total_text, chart.origins[-1:], self.across(last), chart.label)
        return [*spots, total]

    @override
    def draw(self, painter: QPainter) -> None:
        theme, rows = current(), self._chart.rows
        least = min((row.value for row in rows), default=0.0)
        most = max((row.value for row in rows), default=0.0)
        span = (max(most, 0.0) - min(least, 0.0)) or 1.0
        scale = max(self._right - self._left, 1.0) / span
        zero = self._left - min(least, 0.0) * scale
        for number, row in enumerate(rows):
            bar = self.bar(number, zero, zero + row.value * scale)
            opacity = 1.0 if row.value >= 0 else _COMING_IN
            painter.fillRect(bar, self.ink(self._chart.mark, opacity))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.ink(self._chart.mark), 1))
            painter.drawRect(bar)
            self.draw_words(painter, number)
        foot = len(rows) * self._step
        painter.setPen(QPen(theme.colour("control_border"), 1))
        painter.drawLine(QPointF(round(zero) + 0.5, 2), QPointF(round(zero) + 0.5, foot - 3))
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawLine(QPointF(0, round(foot) + 0.5), QPointF(self.width(), round(foot) + 0.5))
        self.draw_words(painter, len(rows))


class ChancesPlot(_Rows):
    """Every option with its share of the futures, from none of them to all."""

    def __init__(self, guide: Guide, chart: Chances) -> None:
        super().__init__(guide)
        self._chart = chart
        self.show_chart(chart)

    def show_chart(self, chart: Chances) -> None:
        """Show another study's chances."""
        self._chart = chart
        rows = [
            _Row(
                row.label,
                row.text if row.share is not None else "",
                row.error_text,
                "body_strong" if row.recommended else "body",
                row.mark,
            )
            for row in chart.rows
        ]
        self.show_rows(rows, chart)

    @override
    def arrange(self) -> list[Spot]:
        self.measure()
        return [
            Spot(row.text, row.origins, self.across(number), f"{row.label} {row.error_text},")
            for number, row in enumerate(self._chart.rows)
            if row.share is not None
        ]

    @override
    def draw(self, painter: QPainter) -> None:
        theme, font = current(), current().font("body")
        for number, row in enumerate(self._chart.rows):
            self.draw_words(painter, number)
            if row.share is None:
                words = beside(row.text, font, self._left, self.middle(number))
                self.words(painter, row.text, font, "text_tertiary", words)
                continue
            whole = max(self._right - self._left, 1.0)
            track = self.bar(number, self._left, self._left + whole)
            painter.fillRect(track, theme.colour("plot_grid"))
            if row.share > 0:
                share = self.bar(number, self._left, self._left + whole * row.share)
                painter.fillRect(share, self.ink(row.mark))
