"""Files that a person asks for beside the decision: charts and tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike


def write_file(path: PathLike[str] | str, content: bytes) -> Path:
    """Put content at a path, whole or not at all, and return the path.

    Raises:
        Refused: The place cannot be written to; what stood there before is untouched.
    """
    from desktop_app import storage  # noqa: PLC0415 - when needed

    target = Path(path)
    storage.write_atomically(target, content)
    return target
