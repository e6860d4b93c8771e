"""A recovery copy of unsaved work."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.outcome import Refused
from desktop_app.session.folders import made
from desktop_app.session.recovery import mark_of_life
from desktop_app.storage.recovery import drop, keep, note_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QLockFile

    from desktop_app.session.file import OpenFile
    from desktop_app.session.store import Store
    from desktop_app.session.tasks import Report, Tasks

log = logging.getLogger(__name__)

INTERVAL_MS = 2_000
"""From the first edit that no copy holds; not renewed by later ones, or a person who types
without a pause would never have a copy."""

SLOT = "autosave"


class Autosave(QObject):
    """Keeps a copy of what is not saved, and removes it when everything is.

    The document is immutable, so it is turned into text and written off the main thread without
    a lock. Work in one slot never overlaps, so an older copy cannot land on top of a newer one.

    Signals:
        kept: A copy was written.
        refused: A ``Refused``: no copy can be written; said once until one can be again.
    """

    kept = Signal()
    refused = Signal(object)

    def __init__(
        self, store: Store, tasks: Tasks, file: OpenFile, folder: Path, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._file, self._folder = store, tasks, file, folder
        self._name = uuid4().hex
        self._lock: QLockFile | None = None
        self._is_failing = False
        self.kept_at: datetime | None = None
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._write)
        store.changed.connect(self._follow)
        store.marked.connect(self._follow)

    @property
    def id(self) -> str:
        """Name of this session's copy."""
        return self._name

    def set_interval(self, milliseconds: int) -> None:
        """Set how long after an edit it is in the copy."""
        self._timer.setInterval(milliseconds)

    def adopt(self, name: str) -> None:
        """Go on with the copy of a session that died, so that nothing is lost meanwhile.

        Raises:
            Refused: Another window has taken it over.
        """
        lock = mark_of_life(self._folder, name)
        if lock is None:
            raise Refused(
                "This recovery copy is already open in another window.",
                "Look for it among the open windows.",
            )
        self._name, self._lock = name, lock

    def keep_now(self) -> None:
        """Write the copy at once and wait for it, as when the program is about to end.

        Raises:
            Refused: It cannot be written.
        """
        self._timer.stop()
        if self._store.is_modified:
            self._live()
            note = note_of(self._store.decision, self._file.path, self._file.digest)
            keep(self._store.decision, note, self._folder, self._name)

    def close(self, *, keep_copy: bool = False) -> None:
        """End with the session; call it when no task runs any more.

        Args:
            keep_copy: Leave the copy to be offered at the next start.
        """
        self._timer.stop()
        if not keep_copy:
            drop(self._folder, self._name)
        if self._lock is not None:
            self._lock.unlock()
        self._lock = None

    @Slot()
    def _follow(self) -> None:
        if not self._store.is_modified:
            self._timer.stop()
            if self._lock is not None:  # else nothing was ever written
                self._remove()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _write(self) -> None:
        try:
            self._live()
        except Refused as refusal:
            self._fail(refusal)
            return
        decision, folder, name = self._store.decision, self._folder, self._name
        note = note_of(decision, self._file.path, self._file.digest)

        def work(_report: Report) -> None:
            keep(decision, note, folder, name)

        self._tasks.run("", work, slot=SLOT, done=self._succeed, failed=self._fail)

    def _remove(self) -> None:
        folder, name = self._folder, self._name
        self._tasks.run("", lambda _: drop(folder, name), slot=SLOT)
        self.kept_at = None

    def _live(self) -> None:
        """Show other windows that this session lives, before there is a copy to be found."""
        if self._lock is not None:
            return
        try:
            self._lock = mark_of_life(made(self._folder), self._name)
        except OSError as error:
            raise Refused(
                f"{self._folder} cannot be made, so no recovery copy is kept.",
                "Save your work often.",
            ) from error

    def _succeed(self, _: object) -> None:
        self._is_failing = False
        self.kept_at = datetime.now(UTC).astimezone()
        self.kept.emit()

    def _fail(self, refusal: Refused) -> None:
        log.warning("No recovery copy: %s", refusal.message)
        if not self._is_failing:
            self._is_failing = True
            self.refused.emit(refusal)
