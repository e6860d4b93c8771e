"""The one place that holds the current decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.decision.history import History
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.decision import Decision
    from desktop_app.decision.edits import Edit


@dataclass(frozen=True)
class Change:
    """The document before and after; compare parts with ``is`` to see what moved."""

    before: Decision
    after: Decision


class Store(QObject):
    """Holds the decision, applies edits to it and tells everyone.

    Signals:
        changed: A ``Change``, after every edit, undo, redo or load.
        refused: The path of an edit that broke a rule, and the reason for the user.
        marked: Another document counts as the saved one; ``is_modified`` may have turned.
    """

    changed = Signal(object)
    refused = Signal(str, str)
    marked = Signal()

    def __init__(self, decision: Decision, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(decision)
        self._saved: Decision | None = decision
        self._last_change = ""

    @property
    def decision(self) -> Decision:
        """The document now."""
        return self._history.present

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from the one last saved."""
        return self.decision is not self._saved and self.decision != self._saved

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._history.past[-1].label if self._history.past else ""

    @property
    def redo_label(self) -> str:
        """What redo would bring back; empty when there is nothing."""
        return self._history.future[-1].label if self._history.future else ""

    @property
    def last_change(self) -> str:
        """What was done last: "change of discount rate", "undo of new option Colo"."""
        return self._last_change

    def apply(self, edit: Edit) -> bool:
        """Make a change, or emit ``refused``, leave the document alone and return False."""
        try:
            self.require(edit)
        except Refused as refusal:
            self.refused.emit(edit.path, refusal.message)
            return False
        return True

    def require(self, edit: Edit) -> None:
        """Make a change that no field stands for.

        Raises:
            Refused: It broke a rule; the document was left alone.
        """
        self._move_to(self._history.after(edit), edit.label)

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._history.past:
            self._move_to(self._history.undone(), f"undo of {self.undo_label}")

    def redo(self) -> None:
        """Bring the last undone step back, if there is one."""
        if self._history.future:
            self._move_to(self._history.redone(), f"redo of {self.redo_label}")

    def seal_step(self) -> None:
        """End the current undo step; fields call this when they lose focus."""
        self._history = self._history.sealed()

    def replace(self, decision: Decision) -> None:
        """Start afresh with a decision just opened."""
        self._saved = decision
        self._move_to(History(decision), "")
        self.marked.emit()

    def mark_saved(self, decision: Decision | None) -> None:
        """Remember what is on disk; it may be older than what is on screen by now.

        Args:
            decision: The document on disk, or None when no file holds any of this work.
        """
        self._saved = decision
        self.marked.emit()

    def _move_to(self, history: History, change: str) -> None:
        before, self._history = self._history.present, history
        if history.present is not before and history.present != before:
            self._last_change = change
            self.changed.emit(Change(before, history.present))
