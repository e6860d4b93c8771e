"""The box that a value is typed into: a line with its unit inside the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_SIDE = 8


class Box(QLineEdit):
    """One line to type in. Enter and leaving keep what was typed, Esc goes back.

    Signals:
        committed: What stands in the box is meant.
        restored: What was typed is to be forgotten.
        stepped: Up or down was pressed, with the number of steps.
        focused: Whether the keyboard is here now.
    """

    committed = Signal()
    restored = Signal()
    stepped = Signal(int)
    focused = Signal(bool)

    def __init__(self, unit: str = "", *, right: bool = False) -> None:
        super().__init__()
        self._unit, self._is_wrong, self._steps = unit, False, False
        theme = current()
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(32))
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_unit(unit)

    @property
    def unit(self) -> str:
        """The words of the unit inside the frame."""
        return self._unit

    @property
    def is_wrong(self) -> bool:
        """Whether what stands here was refused."""
        return self._is_wrong

    def set_unit(self, unit: str) -> None:
        """Write another unit inside the frame."""
        self._unit = unit
        room = self._unit_room
        self.setTextMargins(current().px(_SIDE) - 2, 0, room + current().px(_SIDE) - 2, 0)
        self.update()

    @property
    def _unit_room(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self._unit)
        return width + current().px(_SIDE) if self._unit else 0

    def fit(self, width: int, least: int = 44) -> None:
        """Take a width of the tokens, or what the unit and a short number need."""
        theme = current()
        needed = self._unit_room + theme.px(least) + 2 * theme.px(_SIDE)
        self.setFixedWidth(max(theme.px(width), needed))

    def put(self, text: str) -> None:
        """Show a text that nobody typed."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)
        self.mark_wrong(wrong=False)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Draw the frame of a refused value, or no longer."""
        self._is_wrong = wrong
        self.update()

    def let_step(self) -> None:
        """Take up and down as steps of a number."""
        self._steps = True

    @override
    def event(self, arg__1: QEvent) -> bool:
        # undo within the line while something is typed, undo of the decision otherwise
        if (
            arg__1.type() == QEvent.Type.ShortcutOverride
            and not self.isModified()
            and any(arg__1.matches(key) for key in _HISTORY)  # type: ignore[attr-defined]
        ):
            arg__1.ignore()
            return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.committed.emit()
        elif key == Qt.Key.Key_Escape and (self.isModified() or self._is_wrong):
            self.restored.emit()
        elif self._steps and key in _STEPS and not self.isReadOnly():
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self.focused.emit(True)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() != Qt.FocusReason.PopupFocusReason:  # a context menu is no leaving
            self.committed.emit()
            self.focused.emit(False)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        theme, painter = current(), QPainter(self)
        if self._unit:
            right = theme.px(_SIDE)
            painter.setPen(theme.colour("text_tertiary"))
            area = QRect(0, 0, self.width() - right, self.height())
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit
            )
        if self._is_wrong:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("problem"), 2))
            edges = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edges, 6, 6)
