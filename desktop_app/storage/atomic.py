"""Writing a file so that a crash, a full disk or a pulled plug leaves the old one or the new."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from os import PathLike


def write_atomically(path: PathLike[str], content: bytes) -> None:
    """Put ``content`` at ``path``, whole or not at all, and wait until it is on the disk.

    Raises:
        Refused: The place cannot be written to; what stood there before is untouched.
    """
    target = Path(path)
    try:
        _replace(target.resolve() if target.is_symlink() else target, content)
    except OSError as error:
        raise Refused(
            f"{target} could not be written: {(error.strerror or 'the disk refused').lower()}.",
            "Choose another folder, or free some space, and try again.",
        ) from error


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(0, "a folder of this name is in the way")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "the file is read-only")
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).chmod(_mode_of(target))
            Path(file.name).replace(target)
        except BaseException:  # Ctrl-C too must not leave it behind
            file.close()
            with contextlib.suppress(OSError):
                Path(file.name).unlink()
            raise
    _sync_folder(target.parent)


def _mode_of(target: Path) -> int:
    """Mode of the file that is replaced, or what a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows and some network drives know no such call."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
