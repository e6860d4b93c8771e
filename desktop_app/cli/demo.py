"""``isocost demo``: the whole road once, from a bill to a report that verifies itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import billing, report, storage
from desktop_app.analysis.record import record_of
from desktop_app.analysis.study import study
from desktop_app.cli.evaluate import comparison
from desktop_app.cli.folder import made
from desktop_app.cli.progress import bar
from desktop_app.decision.edits import keep_bill
from desktop_app.knowledge.shelf import resource
from desktop_app.outcome import Refused
from desktop_app.verify import verify

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from desktop_app.decision import Decision, SpendSummary


def run(arguments: argparse.Namespace) -> int:
    """Read Meridian's bills, compare its options, write the report and verify it."""
    folder = made(arguments.output)
    samples = resource("samples")
    decision = storage.load(samples / "meridian.isocost")
    summary = _bill(decision, samples)
    decision = keep_bill(summary).apply(decision)
    _refuse_to_lose(folder / "meridian.isocost", decision)
    seal = storage.seal(decision)
    done = study(decision, progress=bar("Simulating"))
    paper = report.paper_of(done, seal=seal)
    record = record_of(done, seal=seal).model_dump_json(indent=1)
    slip = "\n".join(billing.slip_lines(summary))

    storage.save(decision, folder / "meridian.isocost")
    storage.write_atomically(folder / "import.txt", f"{slip}\n".encode())
    storage.write_atomically(folder / "results.json", f"{record}\n".encode())
    storage.write_atomically(folder / "report.pdf", paper.pdf)
    checks = verify(folder / "report.pdf", progress=bar("Verifying"))

    rows = sum(file.rows_read for file in summary.files)
    print(f"{rows:,} rows of {len(summary.files)} bills read; slip in import.txt.\n")
    print("\n".join(comparison(done)))
    print(f"\nIn {folder.resolve()}:")
    print("  report.pdf        the report for the board, with everything to recompute it inside")
    print("  meridian.isocost  the decision: change it and run `isocost report` again")
    print("  results.json      every figure with its unit, formula and origin")
    print("  import.txt        what was read from the bills")
    agrees = all(check.passed for check in checks)
    print(f"\n`isocost verify` {'repeats the report' if agrees else 'finds a DIFFERENCE'}.")
    return 0 if agrees else 1


def _refuse_to_lose(file: Path, decision: Decision) -> None:
    """Keep what somebody made of an earlier demo's decision."""
    if file.exists() and storage.load(file) != decision:
        raise Refused(
            f"{file} is no longer as the demo wrote it.",
            "It was kept. Name another folder with -o, or move the file away.",
        )


def _bill(decision: Decision, samples: Path) -> SpendSummary:
    """Read the files again that the sample decision names."""
    known = decision.bills[0]
    return billing.read_bills(
        [samples / file.name for file in known.files],
        key=known.key,
        label=known.label,
        progress=bar("Reading"),
    )
