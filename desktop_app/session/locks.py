"""Marks that say a program has a hand on something, and are void once that program is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

TORN_MS = 1
"""Age at which a mark that names no program is void: its program was cut off as it made it."""


def lock_at(path: Path) -> QLockFile:
    """Try to take a mark, without waiting; ask the result ``isLocked`` whether it was free.

    A mark of a program that runs no more is taken over. Its age says nothing: windows stay open
    for weeks.
    """
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and path.exists() and not _names_a_program(path):
        lock.setStaleLockTime(TORN_MS)
        lock.tryLock(0)
        lock.setStaleLockTime(0)
    return lock


def _names_a_program(path: Path) -> bool:
    """Whether a mark begins with the number of a process, as every whole one does."""
    try:
        return path.read_bytes().split(b"\n", 1)[0].isdigit()
    except OSError:
        return True  # Windows lets nobody read the mark of a living program
