"""``isocost explain``: where a figure comes from, down to the evidence."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from desktop_app import storage
from desktop_app.analysis.explain import explain
from desktop_app.analysis.study import study
from desktop_app.analysis.wording import written
from desktop_app.cli.progress import bar
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Print the tree of one figure, or the key of every figure."""
    figures = study(storage.load(arguments.file), progress=bar("Simulating")).figures()
    if arguments.figure is None:
        for key, figure in sorted(figures.items()):
            print(f"{key}: {figure.name} = {written(figure.value, figure.unit)}")
        return
    if arguments.figure not in figures:
        close = get_close_matches(arguments.figure, figures, n=3, cutoff=0.4)
        raise Refused(
            f"There is no figure {arguments.figure!r} in this decision.",
            f"Close to it: {', '.join(close)}." if close else "Leave it out to list all keys.",
        )
    print("\n".join(explain(figures[arguments.figure])))
