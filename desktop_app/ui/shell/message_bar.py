"""Notes over the foot of the page: what happened, with a way back; nothing asks "are you sure"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon
from desktop_app.ui.parts.layout import fill

if TYPE_CHECKING:
    from desktop_app.session.messages import Message

FADES_AFTER_MS = 8_000


class MessageBar(QFrame):
    """Shows the latest note above the foot of its parent; a problem stays until it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, theme = parent, current()
        self.setObjectName("message")
        self.setAccessibleName("Message")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._action, self._close = QPushButton(), QPushButton()
        self._close.setIcon(icon("close", "on_primary"))
        self._close.setAccessibleName("Close the message")
        self._close.setToolTip("Close the message")
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._perform)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        fill(bar, self._words, 8, self._action, self._close)
        bar.setStretch(0, 1)
        self._message: Message | None = None
        self._timer = QTimer(self, singleShot=True, interval=FADES_AFTER_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a note in place of the one before."""
        self._message = message
        self._words.setText(message.text)
        self._words.setAccessibleName(message.text)
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action)
        self._action.setVisible(bool(message.action))
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if message.level == "note":
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        theme, room = current(), self._room
        width = min(theme.px(640), room.width() - theme.px(32))
        needed = self._words.fontMetrics().boundingRect(
            0,
            0,
            max(width - theme.px(180), 120),
            1000,
            Qt.TextFlag.TextWordWrap,
            self._words.text(),
        )
        height = max(theme.px(44), needed.height() + theme.px(24))
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - theme.px(60) - height, width, height)

    def _perform(self) -> None:
        message = self._message
        self.hide()
        if message and message.act:
            message.act()
