"""``isocost report``: write the PDF report of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import report, storage
from desktop_app.analysis.study import study
from desktop_app.cli.progress import bar
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Write the report and say what it recommends and which fingerprint it bears."""
    decision = storage.load(arguments.file)
    if arguments.output.resolve() == arguments.file.resolve():
        raise Refused(f"{arguments.output} is the decision itself.", "Name another file with -o.")
    done = study(decision, progress=bar("Simulating"))
    paper = report.paper_of(done, seal=storage.seal(decision))
    storage.write_atomically(arguments.output, paper.pdf)
    print(f"{paper.headline}.")
    print(f"Report: {arguments.output} ({len(paper.pdf):,} bytes, seal {paper.seal[:16]}).")
