"""Keeps the keyboard focus inside what lies over the page, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def stops(inside: QWidget) -> tuple[QWidget, ...]:
    """Return the widgets below one that Tab reaches, in their order."""
    return tuple(_stops(inside))


def _stops(inside: QWidget) -> Iterator[QWidget]:
    one = inside.nextInFocusChain()
    while one is not None and one is not inside:
        reached = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if reached and inside.isAncestorOf(one) and one.isVisibleTo(inside) and one.isEnabled():
            yield one
        one = one.nextInFocusChain()


def turn(inside: QWidget, *, forward: bool) -> bool:
    """Move the focus one stop on, from the last to the first; False when there is no stop."""
    found, now = stops(inside), QApplication.focusWidget()
    if not found:
        return False
    step = 1 if forward else -1
    place = found.index(now) + step if now in found else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[place % len(found)].setFocus(reason)
    return True
