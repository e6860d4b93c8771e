"""Cash by option and year: capital solid at the foot, running cost light on top of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from typing_extensions import override

from desktop_app.ui.charts.drawn import Drawn, Spot
from desktop_app.ui.charts.lettering import beside, fitted, tall
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop_app.analysis.charts import YearColumn, YearColumns, YearGroup
    from desktop_app.ui.parts.guide import Guide

_PITCH, _SHARE, _LIGHT = 36.0, 0.72, 0.26


class _Column:
    """One year of one option, laid out."""

    def __init__(self, group: YearGroup, year: YearColumn, box: QRectF, capex: float) -> None:
        self.group, self.year, self.box, self.capex = group, year, box, capex
        self.total = self.label = QRectF()


class YearsPlot(Drawn):
    """All options side by side, on one scale from zero."""

    def __init__(self, guide: Guide, chart: YearColumns) -> None:
        super().__init__(guide)
        self._chart = chart
        self._columns: list[_Column] = []
        self._heads: list[tuple[YearGroup, QPointF, QRectF, QRectF]] = []
        self.show_chart(chart)

    def show_chart(self, chart: YearColumns) -> None:
        """Show another study's columns."""
        self._chart = chart
        self.describe(chart.title, chart.alt)
        self.renew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(756), current().px(140))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(320), current().px(112))

    @property
    def _foot(self) -> float:
        return self.height() - tall(current().font("small")) - current().px(6)

    @override
    def arrange(self) -> list[Spot]:
        self._columns, self._heads = [], []
        groups = self._chart.groups
        room = self.width() / max(len(groups), 1)
        spots: list[Spot] = []
        for number, group in enumerate(groups):
            spots += self._head(group, number * room, room)
            spots += self._years(group, number * room, room)
        return spots

    def _head(self, group: YearGroup, left: float, room: float) -> list[Spot]:
        theme = current()
        font = theme.font("body_strong" if group.recommended else "body")
        name = fitted(group.label, font, room - theme.px(26))
        at = beside(name, font, left + theme.px(16), theme.px(10))
        quiet = theme.font("small")
        note = beside(group.note, quiet, left, theme.px(28))
        self._heads.append((group, QPointF(left + theme.px(6), theme.px(10)), at, note))
        if not any(sign.isdigit() for sign in group.note):
            return []
        return [Spot(group.note, group.origins, note, group.label)]

    def _years(self, group: YearGroup, left: float, room: float) -> list[Spot]:
        theme = current()
        quiet = theme.font("small")
        top, foot = theme.px(38) + tall(quiet), self._foot
        most = max((y.capex + y.opex for g in self._chart.groups for y in g.years), default=0.0)
        scale = max(foot - top, 1.0) / (most or 1.0)
        pitch = min(_PITCH * theme.zoom, (room - theme.px(12)) / max(len(group.years), 1))
        spots, end_total, end_label = [], -1.0, -1.0
        for number, year in enumerate(group.years):
            height = (year.capex + year.opex) * scale
            box = QRectF(left + number * pitch + 0.5, foot - height, _SHARE * pitch, height)
            column = _Column(group, year, box, year.capex * scale)
            middle = box.center().x()
            total = beside(year.total_text, quiet, middle, foot - height - theme.px(8), "middle")
            if total.left() < left:
                total.moveLeft(left)
            below = foot + theme.px(4) + tall(quiet) / 2
            label = beside(year.label, quiet, middle, below, "middle")
            if total.left() > end_total:
                column.total, end_total = total, total.right() + 1
                area = total.united(box)
                spots.append(Spot(year.total_text, year.origins, area, self._named(group, year)))
            if label.left() > end_label:
                column.label, end_label = label, label.right() + 1
            self._columns.append(column)
        return spots

    def _named(self, group: YearGroup, year: YearColumn) -> str:
        parts = (
            f", {word} {text}"
            for word, text in (
                (self._chart.capex_word, year.capex_text),
                (self._chart.opex_word, year.opex_text),
            )
            if text
        )
        return f"{group.label} {year.label}{''.join(parts)}, in all"

    @override
    def draw(self, painter: QPainter) -> None:
        for group, centre, name, note in self._heads:
            role = "body_strong" if group.recommended else "body"
            self.sign(painter, group.mark, centre)
            text = fitted(group.label, current().font(role), name.width() + 1)
            self.words(painter, text, role, "text", name)
            self.words(painter, group.note, "small", "text_tertiary", note)
        for column in self._columns:
            self._draw_column(painter, column)
        painter.setPen(QPen(current().colour("control_border"), 1))
        foot = round(self._foot) + 0.5
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def _draw_column(self, painter: QPainter, column: _Column) -> None:
        mark, box = column.group.mark, column.box
        light = "managed" if mark == "pathway" else mark
        painter.fillRect(box.adjusted(0, 0, 0, -column.capex), self.ink(light, _LIGHT))
        if column.capex:
            solid = QRectF(box.left(), box.bottom() - column.capex, box.width(), column.capex)
            painter.fillRect(solid, self.ink(mark))
        if box.height() > 0:
            outline = QColor(self.ink(mark))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(outline, 1))
            painter.drawRect(box)
        if not column.total.isNull():
            self.words(painter, column.year.total_text, "small", "text", column.total)
        if not column.label.isNull():
            self.words(painter, column.year.label, "small", "text_tertiary", column.label)
