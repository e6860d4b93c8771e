"""Buttons: one filled button a page, the others outlined, small or underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[], object]


def primary(text: str, act: Act) -> QPushButton:
    """Return the filled button of a page: its one main action."""
    return _button(text, act, "primary")


def plain(text: str, act: Act) -> QPushButton:
    """Return an outlined button."""
    return _button(text, act, "plain")


def small(text: str, act: Act) -> QPushButton:
    """Return a small outlined button for use inside rows."""
    return _button(text, act, "small")


def link(text: str, act: Act) -> QPushButton:
    """Return underlined words that act."""
    button = _button(text, act, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def tool(icon_name: str, name: str, act: Act) -> QToolButton:
    """Return a button that is only an icon, named for those who cannot see it."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    side = current().px(18)
    button.setIconSize(QSize(side, side))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _checked=False: act())
    return button


def _button(text: str, act: Act, kind: str) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", kind)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button
