"""Reading and writing decision files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from desktop_app.decision import Decision
from desktop_app.decision.sentences import sentences
from desktop_app.outcome import Refused
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.migrations import migrated

if TYPE_CHECKING:
    from os import PathLike


def save(decision: Decision, path: PathLike[str]) -> None:
    """Write the decision so that a crash leaves either the old file or the new one.

    Raises:
        Refused: The file cannot be written.
    """
    write_atomically(path, content_of(decision))


def content_of(decision: Decision) -> bytes:
    """Return the bytes of a decision's file."""
    text = json.dumps(decision.model_dump(mode="json"), indent=1, ensure_ascii=False)
    return (text + "\n").encode("utf-8")


def load(path: PathLike[str]) -> Decision:
    """Read a decision.

    Raises:
        Refused: The file cannot be read, or is no decision of a version we know.
    """
    source = Path(path)
    return parsed(read(source), source.name)


def read(path: PathLike[str]) -> bytes:
    """Read the bytes of a decision file.

    Raises:
        Refused: The file is not there or cannot be read.
    """
    source = Path(path)
    try:
        return source.read_bytes()
    except OSError as error:
        raise Refused(
            f"{source} could not be opened: {(error.strerror or 'the disk refused').lower()}.",
            "Check the name and whether you may read it.",
        ) from error


def parsed(content: bytes, name: str) -> Decision:
    """Turn the bytes of a decision file into the decision.

    Raises:
        Refused: They are no decision of a version we know; ``name`` names the file.
    """
    try:
        document = json.loads(
            content.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_members
        )
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Refused(
            f"{name} is no decision file: {_place(content, error)}.", _RESTORE
        ) from error
    if not isinstance(document, dict):
        raise Refused(f"{name} is no decision file: it holds no object.", _RESTORE)
    return _validated(migrated(document, name), name)


_RESTORE = "Restore it from a backup; `isocost schema` shows what a decision file looks like."


def _validated(document: dict[str, Any], name: str) -> Decision:
    try:
        return Decision.model_validate(document)
    except ValidationError as error:
        raise Refused(
            f"{name} cannot be read as a decision: {sentences(error, document=document)}",
            "Mend the file at the places named; `isocost schema` shows every field.",
        ) from error


def _place(content: bytes, error: Exception) -> str:
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        return "it is empty"
    if isinstance(error, json.JSONDecodeError):
        return f"it stops being readable at line {error.lineno}, column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return "it is not text"
    if isinstance(error, _SenselessError):
        return str(error)
    return "it holds a number or a nesting that no decision has"


class _SenselessError(ValueError):
    """The file is JSON to some readers, but cannot be meant."""


def _no_number(word: str) -> float:
    raise _SenselessError(f"it holds {word}, which is no number")


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two values under one name, one would be lost without a word."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _SenselessError(f"it states {twice[:40]!r} twice in one place")
    return members
