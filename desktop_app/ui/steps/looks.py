"""A row of buttons, each of which shows another part of a page below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import small
from desktop_app.ui.parts.layout import fill


class Looks(QWidget):
    """Shows one of several widgets."""

    def __init__(self, *looks: tuple[str, QWidget]) -> None:
        super().__init__()
        self._stack, self._group = QStackedWidget(), QButtonGroup(self)
        self._group.setExclusive(True)
        head = QHBoxLayout()
        head.setSpacing(current().px(6))
        for number, (name, widget) in enumerate(looks):
            button = small(name, partial(self.turn, number))
            button.setCheckable(True)
            button.setMinimumWidth(_room(name))
            self._group.addButton(button, number)
            self._stack.addWidget(widget)
            fill(head, button)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(6))
        fill(layout, head)
        layout.addWidget(self._stack, 1)
        self.turn(0)

    def turn(self, place: int) -> None:
        """Show the widget at this place."""
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)


def _room(name: str) -> int:
    """Width for a name in strong letters, which it gets while it is chosen."""
    theme = current()
    font = theme.font("small")
    font.setWeight(font.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(name) + theme.px(24)
