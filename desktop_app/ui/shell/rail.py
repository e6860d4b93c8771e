"""The rail at the left: the steps of the way, where one is, what is done and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import paint_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop_app.decision.steps import GuidedStep
    from desktop_app.ui.parts.guide import Guide


class Row(QAbstractButton):
    """One step: its number, its name, and a tick or a mark for an open finding."""

    def __init__(self, number: int, step: GuidedStep) -> None:
        super().__init__()
        self.step, self._number, self._finding = step, number, ""
        self.setText(step.title)
        self.setCheckable(True)
        self.setFixedHeight(current().px(38))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{number} {step.title}")

    def show_finding(self, finding: str) -> None:
        """Mark the step as open, with the finding; empty text marks it as done."""
        self._finding = finding
        self.setToolTip(finding or self.step.question)
        self.setAccessibleDescription(finding or "Nothing is open here.")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(152), current().px(38))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        ink = self._paint_ground(painter, ground)
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("body_strong" if self.isChecked() else "body"))
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(ground.adjusted(theme.px(8), 0, 0, 0), upright, str(self._number))
        painter.drawText(ground.adjusted(theme.px(32), 0, 0, 0), upright, self.text())
        side = theme.px(18)
        sign = QRectF(self.width() - side - theme.px(8), (self.height() - side) / 2, side, side)
        if self._finding:
            _paint_open(painter, sign)
        else:
            paint_icon(painter, "check", sign, theme.colour(ink))

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> str:
        """Paint the ground of the row and return the ink to use on it."""
        theme = current()
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected_step"))
            painter.drawRoundedRect(ground, theme.px(6), theme.px(6))
            ink = "on_primary" if theme.name == "high_contrast" else "text"
            painter.setBrush(theme.colour(ink))
            bar = QRectF(
                0, ground.top() + theme.px(8), theme.px(3), ground.height() - theme.px(16)
            )
            painter.drawRoundedRect(bar, 1, 1)
        else:
            ink = "text_secondary"
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(ground, theme.px(6), theme.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        return ink


def _paint_open(painter: QPainter, sign: QRectF) -> None:
    theme = current()
    painter.setBrush(theme.colour("caution_ground"))
    painter.setPen(QPen(theme.colour("caution"), 1.2))
    painter.drawEllipse(sign)
    painter.setFont(theme.font("small_strong"))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "!")


class Rail(QWidget):
    """All steps that have something to do; jumping anywhere is allowed."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        theme = current()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(168))
        self.setAccessibleName("Steps")
        self._guide = guide
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(12))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.rows: dict[str, Row] = {}

    def show_steps(self, steps: Sequence[GuidedStep]) -> None:
        """Offer these steps; the same ones as before stay as they are."""
        if [step.key for step in steps] == list(self.rows):
            return
        for row in self.rows.values():
            self._group.removeButton(row)
            row.hide()
            row.deleteLater()
        self.rows = {step.key: Row(number, step) for number, step in enumerate(steps, 1)}
        for place, (key, row) in enumerate(self.rows.items()):
            self._group.addButton(row)
            self._column.insertWidget(place, row)
            row.clicked.connect(lambda _=False, key=key: self._guide.turn(key))

    def show_current(self, key: str) -> None:
        """Mark where one is."""
        if key in self.rows:
            self.rows[key].setChecked(True)
