"""Fusion with the outlines that it lacks: its own are too faint to see on a dark ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)
from typing_extensions import override

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Theme

_RINGED = {
    QStyle.PrimitiveElement.PE_FrameLineEdit: 6.0,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox: 3.0,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton: 99.0,
}
_COMPLEX = {QStyle.ComplexControl.CC_SpinBox}


class Outlined(QProxyStyle):
    """Draws every control's outline at a contrast of 3 to 1 and more, and a ring at the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            if not isinstance(widget, QAbstractButton):  # the style sheet rings buttons
                self._ring(painter, option, 4.0)
            return
        if element is not QStyle.PrimitiveElement.PE_FrameLineEdit:  # its corners are not ours
            super().drawPrimitive(element, option, painter, widget)
        if element in _RINGED:
            self._ring(painter, option, _RINGED[element])

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _COMPLEX:
            self._ring(painter, option, 6.0)

    def _ring(self, painter: QPainter, option: QStyleOption, radius: float) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        colour = self._theme.colour("focus_ring" if focused else "control_border")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2 if focused else 1))
        edge = 1.0 if focused else 0.5
        painter.drawRoundedRect(
            QRectF(option.rect).adjusted(edge, edge, -edge, -edge), radius, radius
        )
        painter.restore()
