"""Folders that commands write into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from pathlib import Path


def made(folder: Path) -> Path:
    """Return the folder, made if it is not there yet.

    Raises:
        Refused: It cannot be made, or a file of that name is in the way.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"The folder {folder} could not be made: "
            f"{(error.strerror or 'the disk refused').lower()}.",
            "Name another folder with -o.",
        ) from error
    return folder
