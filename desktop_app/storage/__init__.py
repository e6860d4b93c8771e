"""Decisions on disk: read, written without ever losing the old file, and sealed.

What needs the model is looked up when it is first used: preferences and recovery copies are
listed on a window that is painted before the model is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.seal import canonical, seal

if TYPE_CHECKING:
    from desktop_app.storage.files import content_of, load, parsed, read, save

__all__ = [
    "canonical",
    "content_of",
    "load",
    "parsed",
    "read",
    "save",
    "seal",
    "write_atomically",
]

_OF_FILES = {"content_of", "load", "parsed", "read", "save"}


def __getattr__(name: str) -> object:
    if name not in _OF_FILES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from desktop_app.storage import files  # noqa: PLC0415 - loads the model

    return getattr(files, name)
