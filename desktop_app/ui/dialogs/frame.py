"""What the program's dialogs share: a margin, a scrolling middle and buttons at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import plain
from desktop_app.ui.parts.layout import column, fill, row
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.parts.layout import Thing

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Framed(QDialog):
    """A dialog that does not block and is gone when it is closed.

    Args:
        parent: The window it belongs to.
        title: Of the window; also its heading.
        size: Width and height, in pixels of the tokens.
    """

    def __init__(self, parent: QWidget | None, title: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        theme = current()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*(theme.px(length) for length in size)))
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(*(theme.px(n) for n in (28, 24, 28, 20)))
        self.whole.setSpacing(theme.px(12))
        fill(self.whole, Said(title, "page_question", wrap=True))

    def add_scrolling(self, things: Sequence[Thing]) -> None:
        """Add a middle that scrolls and takes the room there is."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column(*things, None, gap=4, margins=(0, 0, 12, 0)))
        self.whole.addWidget(area, 1)

    def add_foot(self, copy: str, text: Callable[[], str], *more: QPushButton) -> None:
        """Add the buttons: one that copies a text, those given, and Close."""
        copied = Said("", "small", "text_secondary")

        def put() -> None:
            QGuiApplication.clipboard().setText(text())
            copied.say("Copied.")

        button, close = plain(copy, put), plain("Close", self.close)
        button.setObjectName("copy")
        close.setObjectName("close")
        fill(self.whole, row(button, copied, None, *more, close))
        close.setFocus()


def selectable(label: QLabel) -> QLabel:
    """Let the words of a label be selected, with the mouse and with the keyboard."""
    label.setTextInteractionFlags(SELECTABLE)
    label.setCursor(Qt.CursorShape.IBeamCursor)
    return label
