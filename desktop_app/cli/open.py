"""``isocost open``: the window. Refuses in a sentence before Qt would abort without a display."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Open a window on the start page, on a file, or on the sample."""
    if not _has_display(bare=arguments.bare):
        raise Refused(
            "There is no display for a window.",
            "Start it on a desktop, or use the other commands: `isocost --help` lists them.",
        )
    if arguments.file is not None and not arguments.file.exists():
        raise Refused(f"{arguments.file} does not exist.", "Check the name.")
    try:
        from desktop_app.ui.app import run as show
    except ImportError as error:
        raise Refused(
            f"The window cannot be shown: {error}.",
            "`python3 packaging/bootstrap.py run` installs or names what is missing.",
        ) from error
    return show(arguments.file, sample=arguments.sample)


def _has_display(*, bare: bool) -> bool:
    """Tell whether there is a screen; who says `open` may also name a platform of Qt without."""
    if sys.platform in {"win32", "darwin"}:
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", *(() if bare else ("QT_QPA_PLATFORM",)))
    return any(os.environ.get(name) for name in named)
