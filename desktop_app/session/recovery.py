"""Recovery copies of sessions that ended without being closed: listed, taken over, thrown away.

A living session holds the lock of its copy; the lock of a program that is gone is taken over.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop_app.session.locks import lock_at
from desktop_app.storage.recovery import COPY, Recovered, copies, drop, restored

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QLockFile

    from desktop_app.decision import Decision

__all__ = ["Recovered", "discard", "mark_of_life", "recoverable", "restore"]

log = logging.getLogger(__name__)


def recoverable(folder: Path) -> tuple[Recovered, ...]:
    """Return the copies whose sessions are dead, the latest first. Loads no model."""
    for left in folder.glob("*.lock"):
        _sweep(folder, left.stem)
    return tuple(copy for copy in copies(folder) if _is_dead(folder, copy.id))


def restore(copy: Recovered) -> Decision:
    """Read a copy. It stays until the session that took it over saves it or lets it go.

    Raises:
        Refused: It is damaged; it stays where it is.
    """
    return restored(copy)


def discard(copy: Recovered) -> None:
    """Throw a copy away, unless a window has taken it over meanwhile."""
    folder = copy.path.parent
    if lock := mark_of_life(folder, copy.id):
        drop(folder, copy.id)
        lock.unlock()


def mark_of_life(folder: Path, name: str) -> QLockFile | None:
    """Take the lock that says a session lives; None when another one holds it."""
    lock = lock_at(folder / f"{name}.lock")
    return lock if lock.isLocked() else None


def _sweep(folder: Path, name: str) -> None:
    """Remove what a dead session left that had nothing to lose."""
    if (lock := mark_of_life(folder, name)) is None:
        return
    if not (folder / f"{name}{COPY}").exists():  # asked under the lock: nobody writes it now
        drop(folder, name)
    lock.unlock()


def _is_dead(folder: Path, name: str) -> bool:
    lock = mark_of_life(folder, name)
    if lock is not None:
        lock.unlock()
    return lock is not None
