"""The preferences at run time: read once, written at every change."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.outcome import Refused
from desktop_app.storage.preferences import Preferences, Recent, Theme, load, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Preferences", "Preferred", "Recent", "Theme"]

log = logging.getLogger(__name__)


class Preferred(QObject):
    """Holds the preferences and writes them down.

    Signals:
        changed: The new ``Preferences``.
    """

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._now = load(path)

    @property
    def now(self) -> Preferences:
        """The preferences as they are."""
        return self._now

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Preferences
        """Set some preferences: ``change(theme="dark")``."""
        self._move(lambda preferences: replace(preferences, **changes))

    def remember(self, recent: Recent) -> None:
        """Put a file first among the recent ones."""
        self._move(lambda preferences: preferences.remembering(recent))

    def forget(self, path: Path) -> None:
        """Drop a file from the recent ones."""
        self._move(lambda preferences: preferences.forgetting(path))

    def _move(self, step: Callable[[Preferences], Preferences]) -> None:
        """Take the step from what is on disk: another window may have written meanwhile."""
        after = step(load(self._path))
        try:
            save(after, self._path)
        except Refused as refusal:  # not worth a word: the window itself is as it was asked to be
            log.warning("The preferences were not written: %s", refusal.message)
            after = step(self._now)
        if after != self._now:
            self._now = after
            self.changed.emit(after)
