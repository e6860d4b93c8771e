"""``isocost import``: read bills, say what they hold, and keep the summary in a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from desktop_app import billing, storage
from desktop_app.cli.progress import bar
from desktop_app.decision.edits import keep_bill
from desktop_app.decision.parts import Key, Line
from desktop_app.decision.sentences import sentence
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Print the import slip, or the summary as JSON; with --into, save it in the decision."""
    if arguments.into:
        storage.load(arguments.into)  # refused before a long read, not after it
    _check_names(arguments.key, arguments.label)
    names = ", ".join(path.name for path in arguments.bills)
    summary = billing.read_bills(
        arguments.bills,
        key=arguments.key,
        label=arguments.label or names[:200],
        marking=billing.Marking(
            tag_keys=tuple(arguments.tag) or None,
            workload_tags=tuple(arguments.workload_tag) or None,
        ),
        progress=bar("Reading"),
    )
    if arguments.into:
        decision = storage.load(arguments.into)  # again: it may have been edited meanwhile
        storage.save(keep_bill(summary).apply(decision), arguments.into)
    if arguments.json:
        print(summary.model_dump_json(indent=1))
    else:
        print("\n".join(billing.slip_lines(summary)))


def _check_names(key: str, label: str) -> None:
    """Refuse names the document does not take before time is spent on reading bills."""
    for option, kind, value in (("--key", Key, key), ("--label", Line, label)):
        try:
            TypeAdapter(kind).validate_python(value)
        except ValidationError as error:
            said = sentence(error.errors()[0]).replace("The value", f"The value of {option}")
            raise Refused(f"{said}.", "Name the bill otherwise.") from error
