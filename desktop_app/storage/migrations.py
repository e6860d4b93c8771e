"""From the documents of older versions to today's, one step at a time, on plain dictionaries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CURRENT = 1

_STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Version n to the step that makes version n + 1 of it. Version 1 is the first."""


def migrated(document: dict[str, Any], name: str) -> dict[str, Any]:
    """Bring a document to today's version.

    Args:
        document: As read from the file.
        name: Name of the file, for the sentence.

    Raises:
        Refused: It was written by a newer version, or bears no version at all.
    """
    version = document.get("schema_version", CURRENT)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused(
            f"{name} bears no version this program knows: {json.dumps(version)[:20]}.",
            'Set "schema_version" to 1, or restore the file from a backup.',
        )
    if version > CURRENT:
        raise Refused(
            f"{name} was written by a newer version of Isocost (document version {version}, "
            f"this program reads up to {CURRENT}).",
            "Open it with that version. The file was not changed.",
        )
    for step in range(version, CURRENT):
        document = {**_STEPS[step](document), "schema_version": step + 1}
    return document
