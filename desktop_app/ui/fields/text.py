"""Words of the decision: one line, or several with their own undo while they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from desktop_app.ui.fields.bound import BoundField
from desktop_app.ui.fields.box import Box
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

PAUSE_MS = 2000
"""After such a pause what was written so far is kept, so that the recovery copy has it."""


class TextField(BoundField):
    """Shows the words at a path and edits them; on several lines where the model allows many.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the words.
        lines: Height of the field in lines, where it has several.
    """

    def __init__(self, session: Session, guide: Guide, path: str, *, lines: int = 3) -> None:
        super().__init__(session, guide, path)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self._keep)
        is_long = self.form.kind == "text"
        self.box: Box | Page = Page(lines) if is_long else Box()
        self.box.committed.connect(self._commit)
        self.box.restored.connect(self._go_back)
        if isinstance(self.box, Box):
            self.box.textEdited.connect(self.pause.start)
        else:
            self.box.textChanged.connect(self._written)
        self._before = ""
        self._lay_out(self.box)
        self._begin(self.box)

    @property
    def typed(self) -> str:
        """What stands in the field now."""
        return self.box.text() if isinstance(self.box, Box) else self.box.toPlainText()

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the words, unless they are the ones being written."""
        if self.typed != (value or ""):
            self.pause.stop()
        self.box.put(value or "")

    @Slot()
    def _written(self) -> None:
        if self.typed != (self.stated() or ""):
            self.pause.start()

    @Slot()
    def _keep(self) -> None:
        self.pause.stop()
        value: str | None = self.typed
        if self.form.is_optional and not self.typed:
            value = None
        if self.stated() != value:
            taken = self.send(value)
            if isinstance(self.box, Box):
                self.box.mark_wrong(wrong=not taken)

    @Slot()
    def _commit(self) -> None:
        self._keep()
        if not self.box.hasFocus():
            self._store.seal_step()

    @Slot()
    def _go_back(self) -> None:
        self.pause.stop()
        self.restore()


class Page(QPlainTextEdit):
    """Several lines to write in; leaving keeps them, Tab goes on to the next field.

    Signals:
        committed: What stands here is meant.
        restored: What was written since is to be forgotten.
    """

    committed = Signal()
    restored = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(current().font("body"))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + current().px(20))

    def put(self, text: str) -> None:
        """Show a text that nobody wrote; the undo of what was written ends there."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.restored.emit()
        else:
            super().keyPressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()
