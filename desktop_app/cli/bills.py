"""``isocost import``: read bills, say what they hold, and keep the summary in a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import billing, storage
from desktop_app.cli.progress import bar
from desktop_app.decision.edits import keep_bill

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Print the import slip, or the summary as JSON; with --into, save it in the decision."""
    decision = storage.load(arguments.into) if arguments.into else None
    names = ", ".join(path.name for path in arguments.bills)
    summary = billing.read_bills(
        arguments.bills,
        key=arguments.key,
        label=arguments.label or names[:200],
        tag_keys=arguments.tag or None,
        workload_tags=arguments.workload_tag or None,
        progress=bar("Reading"),
    )
    if decision is not None:
        storage.save(keep_bill(summary).apply(decision), arguments.into)
    if arguments.json:
        print(summary.model_dump_json(indent=1))
    else:
        print("\n".join(billing.slip_lines(summary)))
