"""What there is to say about an input, beside it: a problem, an advice or a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable

Level: TypeAlias = Literal["problem", "caution", "hint"]
_ORDER: tuple[Level, ...] = ("problem", "caution", "hint")
"""The weightiest is shown; the others wait."""


@dataclass(frozen=True)
class Note:
    """One thing to say.

    Attributes:
        message: What is so, a sentence.
        hint: What can be done, a sentence; may be empty.
        offer: Words of a button that does it; empty for none.
        act: What the button does.
    """

    message: str
    hint: str = ""
    offer: str = ""
    act: Callable[[], object] | None = None


class FindingLine(QWidget):
    """Shows the weightiest note about one input, and nothing while there is none.

    Signals:
        turned: Whether there is something to say now.
    """

    turned = Signal(bool)

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(parent)  # or it would show as a window of its own
        self._path = path
        self._notes: dict[Level, Note] = {}
        self._sign = Said("!", "body_strong", "problem")
        self._sign.setFixedWidth(current().px(14))
        self._message = Said("", "small_strong", wrap=True)
        self._hint = Said("", "small", wrap=True)
        self._offer = link("", self._act)
        self._offer.setFont(current().font("small"))
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._message, self._hint, self._offer):
            words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, current().px(2), 0, 0)
        layout.setSpacing(current().px(6))
        layout.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, stretch=1)
        self._show()

    @property
    def level(self) -> Level | None:
        """How weighty the note shown is; None while there is none."""
        return next((level for level in _ORDER if level in self._notes), None)

    @property
    def text(self) -> str:
        """What is said."""
        level = self.level
        if level is None:
            return ""
        note = self._notes[level]
        return f"{note.message} {note.hint}".strip()

    def say(self, level: Level, note: Note) -> None:
        """Say something; it takes the place of an earlier note of its level."""
        self._notes[level] = note
        self._show()

    def drop(self, *levels: Level) -> None:
        """Say it no longer."""
        before = len(self._notes)
        for level in levels:
            self._notes.pop(level, None)
        if len(self._notes) != before:
            self._show()

    def _show(self) -> None:
        level = self.level
        if level is not None:
            self._say(level, self._notes[level])
        self.setVisible(level is not None)
        self.turned.emit(level is not None)

    def _say(self, level: Level, note: Note) -> None:
        is_hint = level == "hint"
        self._sign.setVisible(not is_hint)
        self._sign.paint_in("problem" if level == "problem" else "caution")
        self._message.setFont(current().font("small" if is_hint else "small_strong"))
        self._message.paint_in("text_tertiary" if is_hint else "text")
        self._message.say(note.message, (self._path,))
        self._hint.say(note.hint, (self._path,))
        self._hint.setVisible(bool(note.hint))
        self._offer.setText(note.offer)
        self._offer.setAccessibleName(note.offer)
        self._offer.setVisible(bool(note.offer))
        self.setAccessibleName(self.text)

    def _act(self) -> None:
        level = self.level
        act = self._notes[level].act if level else None
        if act:
            act()
