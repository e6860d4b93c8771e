"""Words that lead to the input they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop_app.ui.parts.guide import Guide

_GOING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Sought(Said):
    """A label that is clicked, or answered with Enter, to go to a place in the decision.

    Args:
        text: What it says.
        path: The document path it is about; without one it is only read.
        guide: Whom to ask for that place.
        role: Role of the type scale.
        colour: Token of its colour.
    """

    def __init__(
        self, text: str, path: str, guide: Guide, role: str = "body", colour: str = "text"
    ) -> None:
        self._path, self._asked_of = path, guide
        super().__init__(
            text, role, colour, origins=(path,) if path else (), guide=guide, wrap=True
        )
        if path:
            self.setAccessibleDescription("Enter goes to the input.")

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        if ev.button() == Qt.MouseButton.LeftButton and self._path:
            self._asked_of.seek(self._path)
            ev.accept()
        else:
            super().mousePressEvent(ev)

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() in _GOING and self._path:
            self._asked_of.seek(self._path)
            ev.accept()
        else:
            super().keyPressEvent(ev)
