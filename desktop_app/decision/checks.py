"""What is missing or doubtful in a decision, found without computing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.decision.bill_checks import about_bills
from desktop_app.decision.comments import about_comments
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec, quantities
from desktop_app.outcome import Finding

EXAMPLE = "Example:"
"""How the source of a number begins that a starter put there to be replaced."""

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.decision.model import Decision


def advice(decision: Decision) -> tuple[Finding, ...]:
    """Return what people should look at before they rely on the decision; nothing blocks it."""
    return (
        *_baseline(decision),
        *_ranges(decision),
        *about_bills(decision),
        *_beyond(decision),
        *_examples(decision),
        *_expired(decision),
        *about_comments(decision),
    )


def _baseline(decision: Decision) -> Iterator[Finding]:
    if decision.baseline is None:
        yield Finding(
            "advice",
            "baseline",
            "No option stands for staying as today, so nothing is compared with it.",
            "Name one under baseline.",
        )


def _ranges(decision: Decision) -> Iterator[Finding]:
    if decision.options and not any(q.is_uncertain for q in quantities(decision).values()):
        yield Finding(
            "advice",
            "options",
            "No input has a range, so how sure the answer is cannot be said.",
            "State low and high for the inputs you are least sure of.",
        )


def _beyond(decision: Decision) -> Iterator[Finding]:
    """Amounts stated for a month after the horizon, which nothing counts."""
    last = decision.context.horizon_months
    for option in decision.options:
        for line in option.lines:
            month = {"one_off": "month", "monthly": "first_month"}.get(line.kind)
            if month and getattr(line, month) > last:
                yield Finding(
                    "advice",
                    f"options.{option.key}.lines.{line.key}",
                    f"{line.label} of {option.label} falls after the horizon of {last} months, so "
                    "it costs nothing.",
                    "State an earlier month, or a longer horizon.",
                )


def _examples(decision: Decision) -> Iterator[Finding]:
    found = [
        path
        for path, quantity in quantities(decision).items()
        if quantity.evidence.source.startswith(EXAMPLE)
    ]
    if found:
        count = f"{len(found)} inputs are" if len(found) > 1 else "One input is"
        yield Finding(
            "advice",
            found[0],
            f"{count} still the starter's examples, such as {_called(decision, found[0])}.",
            "Replace each by your own number and say where it comes from.",
        )


def _called(decision: Decision, path: str) -> str:
    """Say what people call a field and the part it belongs to."""
    label = field_spec(decision, path).label
    owner = value_at(decision, ".".join(path.split(".")[:2]))
    return f"“{label}” of {owner.label}" if hasattr(owner, "label") else f"“{label}”"


def _expired(decision: Decision) -> Iterator[Finding]:
    """Evidence that is no longer valid on the last day on which the decision can be taken."""
    last = decision.paper.lapses_on or decision.paper.meets_on or decision.context.start
    found: dict[tuple[str, date], list[str]] = {}
    for path, quantity in quantities(decision).items():
        expires = quantity.evidence.expires
        if expires is not None and expires < last:
            found.setdefault((quantity.evidence.source, expires), []).append(path)
    for (source, expires), paths in found.items():
        count = f"{len(paths)} inputs rest" if len(paths) > 1 else "One input rests"
        yield Finding(
            "advice",
            paths[0],
            f"{count} on {source or 'evidence'}, which is valid until {expires}, while the "
            f"decision can be taken until {last}.",
            "Have it prolonged, or decide before that day.",
        )
