"""Recovery copies: what was not saved yet, kept apart from the person's files.

A copy is a decision file ``<id>.isocost`` with a note ``<id>.json`` beside it. The note is written
first, so that whatever moment a power cut picks, a copy that is there can be told whose it is.
Listing copies reads notes alone and loads no model.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.outcome import Refused
from desktop_app.storage.atomic import write_atomically

if TYPE_CHECKING:
    from desktop_app.decision import Decision

log = logging.getLogger(__name__)

COPY, NOTE = ".isocost", ".json"

UNTITLED = "A decision whose title cannot be read"


@dataclass(frozen=True)
class Note:
    """What is remembered of a copy besides the decision.

    Attributes:
        path: The file the decision was opened from or saved to; None without one.
        digest: SHA-256 of that file when it was last read or written; empty without one.
        title: Of the decision.
        when: Time of writing, ISO 8601 with its offset.
        pid: The program that wrote it.
    """

    path: str | None
    digest: str
    title: str
    when: str
    pid: int


@dataclass(frozen=True)
class Recovered:
    """A recovery copy that can be restored.

    Attributes:
        title: Of the decision.
        when: When it was written.
        path: The copy.
        original: The file it was opened from or saved to; None without one.
        id: Name of the copy; also of the session that wrote it.
        digest: SHA-256 of the original when that session last read or wrote it.
    """

    title: str
    when: datetime
    path: Path
    original: Path | None
    id: str
    digest: str = ""


def note_of(decision: Decision, original: Path | None, digest: str) -> Note:
    """Describe a copy that is written now."""
    now = datetime.now(UTC).astimezone()
    path = str(original.absolute()) if original else None
    return Note(path, digest, decision.title, now.isoformat(), os.getpid())


def keep(decision: Decision, note: Note, folder: Path, name: str) -> None:
    """Write a copy, or write it anew; each of its two files is the old one or the new one.

    Raises:
        Refused: The folder cannot be written to.
    """
    from desktop_app.storage.files import save  # noqa: PLC0415 - loads the model

    write_atomically(folder / f"{name}{NOTE}", json.dumps(asdict(note), indent=1).encode())
    save(decision, folder / f"{name}{COPY}")


def copies(folder: Path) -> tuple[Recovered, ...]:
    """Return all copies in a folder, the latest first; a damaged note hides no copy."""
    try:
        found = [_described(path) for path in folder.glob(f"*{COPY}")]
    except OSError:
        log.warning("Recovery copies cannot be listed.", exc_info=True)
        return ()
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def restored(copy: Recovered) -> Decision:
    """Read a copy.

    Raises:
        Refused: It is damaged; it stays where it is.
    """
    from desktop_app.storage.files import load  # noqa: PLC0415 - loads the model

    try:
        return load(copy.path)
    except Refused as refusal:
        raise Refused(
            f"The recovery copy of {copy.title} cannot be restored. {refusal.message}",
            f"It was left at {copy.path}.",
        ) from refusal


def drop(folder: Path, name: str) -> None:
    """Remove a copy and its note; harmless when they are not there."""
    unfinished = folder.glob(f".{name}.*")  # left by a program that was killed as it wrote
    for path in (folder / f"{name}{COPY}", folder / f"{name}{NOTE}", *unfinished):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _described(path: Path) -> Recovered:
    note = _members(path.with_suffix(NOTE))
    title = note.get("title") or _members(path).get("title")
    original, digest = note.get("path"), note.get("digest")
    return Recovered(
        title=title if isinstance(title, str) and title else UNTITLED,
        when=_time(note.get("when"), path),
        path=path,
        original=Path(original) if isinstance(original, str) and original else None,
        id=path.stem,
        digest=digest if isinstance(digest, str) else "",
    )


def _members(path: Path) -> dict[str, Any]:
    """Read a JSON object; an empty one when it is damaged or not there."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _time(said: object, path: Path) -> datetime:
    """Read the time in a note; the file's own where the note does not tell."""
    with contextlib.suppress(TypeError, ValueError):
        return datetime.fromisoformat(said).astimezone()  # type: ignore[arg-type]
    try:
        seconds = path.stat().st_mtime
    except OSError:
        seconds = 0.0
    return datetime.fromtimestamp(seconds, UTC).astimezone()
