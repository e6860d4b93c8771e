"""``isocost import``: read bills, say what they hold, and keep the summary in a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import billing, storage
from desktop_app.cli.progress import bar
from desktop_app.decision.edits import keep_bill
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from desktop_app.decision import Decision


def run(arguments: argparse.Namespace) -> None:
    """Print the import slip, or the summary as JSON; with --into, save it in the decision."""
    decision = storage.load(arguments.into) if arguments.into else None
    names = ", ".join(path.name for path in arguments.bills)
    summary = billing.read_bills(
        arguments.bills,
        key=arguments.key,
        label=arguments.label or names[:200],
        progress=bar("Reading"),
        **_tags(arguments.tag, arguments.workload_tag),
    )
    if decision is not None:
        _keep(keep_bill(summary).apply(decision), decision, arguments)
    print(summary.model_dump_json(indent=1) if arguments.json else _slip(summary))


def _slip(summary: billing.SpendSummary) -> str:
    return "\n".join(billing.slip_lines(summary))


def _tags(tags: Sequence[str], workload_tags: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Pass only what was given, so that the reader's own defaults hold otherwise."""
    given = {"tag_keys": tuple(tags), "workload_tags": tuple(workload_tags)}
    return {name: keys for name, keys in given.items() if keys}


def _keep(after: Decision, before: Decision, arguments: argparse.Namespace) -> None:
    if after.title != before.title:
        raise Refused("The decision changed while the bill was read.")
    storage.save(after, arguments.into)
