"""The file a decision came from and goes to, and who else has a hand on it."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.session.folders import made
from desktop_app.session.locks import lock_at

if TYPE_CHECKING:
    from os import PathLike

    from desktop_app.decision import Decision
    from desktop_app.session.folders import Folders
    from desktop_app.session.store import Store

log = logging.getLogger(__name__)

SUFFIX = ".isocost"
KNOWN = {SUFFIX, ".json"}
"""Endings that are left as a person typed them; "v1.2 final" has none."""

UNNAMED = "Not saved yet"


class ChangedOnDisk(Refused):
    """Somebody else wrote the file since it was read or written here; saving can be forced."""


class OpenFile(QObject):
    """Saves the decision, without ever writing over somebody else's work unasked.

    Signals:
        saved: The path, after every save.
    """

    saved = Signal(object)

    def __init__(self, store: Store, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._folders = store, folders
        self._path: Path | None = None
        self._digest = ""
        self._lock: QLockFile | None = None
        self._is_open_elsewhere = False

    @property
    def path(self) -> Path | None:
        """Where the decision is saved; None while it has no file."""
        return self._path

    @property
    def name(self) -> str:
        """Name of the file, or words for having none."""
        return self._path.name if self._path else UNNAMED

    @property
    def digest(self) -> str:
        """SHA-256 of the file as it was last read or written here; empty without a file."""
        return self._digest

    @property
    def is_open_elsewhere(self) -> bool:
        """Whether another window had this file open when it was opened here."""
        return self._is_open_elsewhere

    @property
    def warning(self) -> str:
        """What to know about the other window; empty when there is none."""
        if not self._is_open_elsewhere:
            return ""
        return (
            f"{self.name} is already open in another window; what you save here may overwrite "
            "what is saved there."
        )

    @property
    def has_changed(self) -> bool:
        """Whether the file on disk is no longer what was last read or written here."""
        if self._path is None:
            return False
        found = digest_of(self._path)
        return found not in {"", self._digest}

    def attach(self, path: PathLike[str], digest: str) -> None:
        """Stand for a file that was just read; ``digest`` is the SHA-256 of what was read."""
        self._settle(Path(path), digest)

    def save(self, *, overwrite: bool = False) -> None:
        """Write the decision to its file.

        Args:
            overwrite: Write even over what somebody else saved there meanwhile.

        Raises:
            ChangedOnDisk: The file was changed by somebody else and ``overwrite`` is not set.
            Refused: It has no file yet, or cannot be written.
        """
        if self._path is None:
            raise Refused("This decision has no file yet.", "Choose a name for it first.")
        if self.has_changed and not overwrite:
            raise ChangedOnDisk(
                f"{self.name} was changed by another program since it was opened here.",
                "Save it under another name, or open the other version.",
            )
        self._write(self._path)

    def save_as(self, path: PathLike[str]) -> None:
        """Write the decision to another file, and to that one from now on.

        Raises:
            Refused: The file cannot be written; the old file stays the one to save to.
        """
        target = Path(path)
        if target.suffix.lower() not in KNOWN:
            target = target.with_name(target.name + SUFFIX)
            if target.exists():  # nobody was asked about this name
                raise Refused(
                    f"There is already a file {target.name}.",
                    "Choose that name to replace it, or another one.",
                )
        self._write(target)

    def close(self) -> None:
        """Let other windows have the file."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = None

    def _write(self, target: Path) -> None:
        decision = self._store.decision
        content = storage.content_of(decision)
        storage.write_atomically(target, content)
        self._settle(target, hashlib.sha256(content).hexdigest())
        self._store.seal_step()
        self._store.mark_saved(decision)
        self.saved.emit(target)

    def _settle(self, path: Path, digest: str) -> None:
        if self._path is None or path.resolve() != self._path.resolve():
            self.close()
            self._lock = self._locked(path)
        self._path, self._digest = path, digest

    def _locked(self, path: Path) -> QLockFile | None:
        """Mark the file as open here; a mark left by a program that is gone is taken over."""
        self._is_open_elsewhere = False
        name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        try:
            lock = lock_at(made(self._folders.locks) / f"{name}.lock")
        except OSError:
            log.warning("The folder of locks cannot be made.", exc_info=True)
            return None
        if lock.isLocked():
            return lock
        self._is_open_elsewhere = lock.error() == QLockFile.LockError.LockFailedError
        return None


def opened(path: PathLike[str]) -> tuple[Decision, str]:
    """Read a decision file; return the decision and the SHA-256 of exactly what was read.

    Raises:
        Refused: The file cannot be read, or is no decision of a version we know.
    """
    source = Path(path)
    content = storage.read(source)
    return storage.parsed(content, source.name), hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; empty when it is not there or cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
