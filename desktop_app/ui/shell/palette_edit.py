"""A row of the command palette in which a number is changed without going to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.analysis.places import place
from desktop_app.analysis.typed import (
    check_limits,
    edited_unit,
    read_number,
    read_whole,
    shown_number,
)
from desktop_app.decision import Quantity
from desktop_app.decision.edits import set_value, value_at
from desktop_app.decision.fields import field_spec
from desktop_app.outcome import Refused
from desktop_app.ui.fields.box import Box
from desktop_app.ui.fields.quantity import restated
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop_app.session import Session


class NumberRow(QWidget):
    """The name of a number and a box with its value.

    Signals:
        kept: The number is in the decision.
        left: It is to stay as it was.
        refused: Why what was typed cannot be taken.
    """

    kept = Signal()
    left = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, path: str) -> None:
        super().__init__()
        self._store, self._path = session.store, path
        decision = session.store.decision
        self._stated = value_at(decision, path)
        self._spec = field_spec(decision, path)
        theme, name = current(), place(decision, path)
        self.box = Box(edited_unit(self._spec.unit), right=True)
        self.box.setFixedWidth(theme.px(220))
        self.box.setFixedHeight(theme.px(30))
        self.box.setAccessibleName(name)
        self.box.put(shown_number(_number(self._stated), self._spec.unit)[0])
        self.box.selectAll()
        self.box.committed.connect(self._commit)
        self.box.restored.connect(self.left)
        words = Said(name, "body_strong")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(12))
        fill(line, Glyph("pen"), words, self.box)
        self.setFocusProxy(self.box)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("hover"))

    def _commit(self) -> None:
        if not self.box.hasFocus():
            return
        if not self.box.isModified():
            self.left.emit()
            return
        try:
            number = self._typed()
            value = self._stated
            value = restated(value, likely=number) if isinstance(value, Quantity) else number
            self._store.require(set_value(self._path, value, self._spec.label.lower()))
        except Refused as refusal:
            self.box.mark_wrong(wrong=True)
            self.refused.emit(f"{refusal.message} {refusal.hint}".strip())
        else:
            self._store.seal_step()
            self.kept.emit()

    def _typed(self) -> float:
        read = read_whole if isinstance(self._stated, int) else read_number
        number = read(self.box.text(), self._spec.unit)
        check_limits(number, self._spec)
        return number


def _number(stated: Quantity | float) -> float:
    return stated.likely if isinstance(stated, Quantity) else stated
