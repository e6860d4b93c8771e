"""Room for more than fits: scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current

WIDEST = 1.2
"""Text zoom up to which columns fit beside one another in a window of 1280 pixels."""

DEEP = 4
"""Layouts within layouts that a part of a page may stand in."""


def beside_or_below() -> QBoxLayout:
    """Return a layout for columns, which stand below one another where the text is large."""
    large = current().zoom > WIDEST
    across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    return QBoxLayout(down if large else across)


class Scroll(QScrollArea):
    """Holds one widget as wide as there is room, and as tall as it needs to be."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_Inside(inside))

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget inside can be seen, and give it the focus."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(widget)
        QTimer.singleShot(0, widget, lambda: self._show(widget))

    def _show(self, widget: QWidget) -> None:
        """Scroll once what was folded out has its place: layouts tell one another by events."""
        for _ in range(DEEP):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.ensureWidgetVisible(widget)


class _Inside(QWidget):
    """As tall as its texts are at the width there is.

    The least size of wrapping text is that of a narrow column, which would scroll for nothing.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(0, 0)
        return QSize(0, super().minimumSizeHint().height())
