"""Notes to the person at the window: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_app.outcome import Refused

Act: TypeAlias = Callable[[], object]
Level: TypeAlias = Literal["note", "problem"]


@dataclass(frozen=True)
class Message:
    """One note for the message bar.

    Attributes:
        text: Whole sentences.
        action: What the button beside it says; empty for none.
        act: What the button does.
        level: "problem" stays until it is dismissed; "note" fades.
    """

    text: str
    action: str = ""
    act: Act | None = None
    level: Level = "note"


class Messages(QObject):
    """Where any part of the program says something to the person.

    Signals:
        posted: The ``Message``.
    """

    posted = Signal(object)

    def post(
        self, text: str, action: str = "", act: Act | None = None, level: Level = "note"
    ) -> None:
        """Say something."""
        self.posted.emit(Message(text, action, act, level))

    def post_refusal(self, refusal: Refused) -> None:
        """Say why something could not be done, and what to do about it."""
        self.post(f"{refusal.message} {refusal.hint}".strip(), level="problem")
