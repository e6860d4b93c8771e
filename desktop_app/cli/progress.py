"""A bar for work that takes a while, where somebody watches; nothing where output is piped."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop_app.outcome import silent

if TYPE_CHECKING:
    from desktop_app.outcome import Progress

WIDTH = 30


def bar(label: str) -> Progress:
    """Return a progress function that draws on the terminal, if there is one."""
    if not sys.stderr.isatty():
        return silent

    def draw(fraction: float) -> None:
        done = round(fraction * WIDTH)
        end = "\n" if fraction >= 1 else ""
        sys.stderr.write(f"\r{label} [{'#' * done}{'.' * (WIDTH - done)}] {fraction:4.0%}{end}")
        sys.stderr.flush()

    return draw
