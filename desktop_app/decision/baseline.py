"""Staying as today, read from a bill: the option that the others are compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.decision.edits import Edit, with_
from desktop_app.decision.lines import BilledLine
from desktop_app.decision.model import Option, served_by
from desktop_app.decision.parts import NEUTRAL, Evidence, Quantity
from desktop_app.decision.spend import AI_WAYS, RUNNING
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.decision.lines import AnyLine
    from desktop_app.decision.model import Decision
    from desktop_app.decision.spend import SpendSummary

STAY, LABEL = "stay", "Staying as today"
MONTHS = 3
"""How many last months of a bill stand for today."""


def use_as_baseline(bill: str, tags: Mapping[str, str] | None = None) -> Edit:
    """Let a bill stand for staying as today: an option of billed lines, made the baseline.

    The option "stay" is made, or its lines that serve workloads are replaced; what stands beside
    them stays.

    Args:
        bill: Key of an imported bill.
        tags: Workload tag of the bill by key of a workload; an empty tag takes all AI spend, and
            so fits where there is one workload only. Without it the tags are found by name.
    """

    def apply(decision: Decision) -> Decision:
        summary = next((found for found in decision.bills if found.key == bill), None)
        if summary is None:
            raise Refused(f"There is no bill {bill!r} in this decision.", "Import it first.")
        chosen = dict(tags) if tags is not None else tags_of(decision, summary)
        _check(decision, summary, chosen)
        known = next((option for option in decision.options if option.key == STAY), None)
        lines = _lines(decision, summary, chosen, known)
        if known is None:
            made = Option(key=STAY, label=LABEL, approach="fully_managed", lines=lines)
            return with_(decision, options=(*decision.options, made), baseline=STAY)
        made = with_(known, lines=lines)
        options = tuple(made if option is known else option for option in decision.options)
        return with_(decision, options=options, baseline=STAY)

    return Edit("baseline from the bill", apply)


def ai_tags(summary: SpendSummary) -> tuple[str, ...]:
    """Return the workload tags of a bill's recent AI spend, most expensive first.

    Spend without a tag counts as the empty tag.
    """
    months = set(sorted({total.month for total in summary.totals})[-MONTHS:])
    sums: dict[str, float] = {}
    for group in summary.groups:
        if group.way in AI_WAYS and group.category in RUNNING and group.month in months:
            amount = group.costs.effective_cost or group.costs.billed_cost or 0
            sums[group.workload] = sums.get(group.workload, 0.0) + float(amount)
    return tuple(sorted((tag for tag in sums if sums[tag] > 0), key=lambda tag: -sums[tag]))


def tags_of(decision: Decision, summary: SpendSummary) -> dict[str, str]:
    """Find the tag of every workload by its name; a single workload without one takes all."""
    by_name = {_plain(tag): tag for tag in ai_tags(summary) if tag}
    found: dict[str, str] = {}
    for workload in decision.workloads:
        tag = by_name.get(_plain(workload.label)) or by_name.get(_plain(workload.key))
        if tag is not None:
            found[workload.key] = tag
    if not found and len(decision.workloads) == 1:
        return {decision.workloads[0].key: ""}
    return found


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _check(decision: Decision, summary: SpendSummary, tags: Mapping[str, str]) -> None:
    """Refuse what could not be evaluated, or would count spend twice."""
    if not decision.workloads:
        raise Refused(
            "There is no workload that the bill could stand for.",
            "Describe the work first: what is done how often.",
        )
    known = ai_tags(summary)
    if not known:
        raise Refused(
            f"The bill “{summary.label}” shows no AI spend in its last {MONTHS} months.",
            "Import a bill that covers it, or mark AI spend by tags when importing.",
        )
    left = [workload.label for workload in decision.workloads if workload.key not in tags]
    if left:
        raise Refused(
            f"The bill “{summary.label}” has no workload tag named like {left[0]}.",
            f"Choose its tag. The bill has: {', '.join(tag or 'no tag' for tag in known)}.",
        )
    if "" in tags.values() and len(tags) > 1:
        raise Refused(
            "AI spend without a tag can stand for one workload only.",
            "Choose a workload tag for each of them.",
        )
    unknown = [tag for tag in tags.values() if tag and tag not in known]
    if unknown:
        raise Refused(
            f"The bill “{summary.label}” shows no AI spend tagged {unknown[0]!r} in its last "
            f"{MONTHS} months.",
            f"It has: {', '.join(tag or 'no tag' for tag in known)}.",
        )


def _lines(
    decision: Decision, summary: SpendSummary, tags: Mapping[str, str], known: Option | None
) -> tuple[AnyLine, ...]:
    kept = tuple(line for line in known.lines if not served_by(line)) if known else ()
    taken = {line.key for line in kept}
    labels = {workload.key: workload.label for workload in decision.workloads}
    by_tag: dict[str, list[str]] = {}
    for workload, tag in tags.items():
        by_tag.setdefault(tag, []).append(workload)
    made: list[BilledLine] = []
    for tag, workloads in by_tag.items():
        key = _free(f"{workloads[0][:30]}_billed", taken)
        taken.add(key)
        made.append(
            BilledLine(
                key=key,
                label=f"{', '.join(labels[w] for w in workloads)[:180]}, as billed",
                bill=summary.key,
                serves=tuple(workloads),
                workload_tag=tag,
                months=MONTHS,
                price_trend=_trend(known, workloads),
            )
        )
    return (*made, *kept)


def _free(key: str, taken: set[str]) -> str:
    return key if key not in taken else _free(f"{key}_2", taken)


def _trend(known: Option | None, workloads: list[str]) -> Quantity:
    """The trend that was stated before for the same work; it is no part of the bill."""
    for line in known.lines if known else ():
        if line.kind == "billed" and set(served_by(line)) & set(workloads):
            return line.price_trend
    return Quantity(likely=0.0, evidence=Evidence(source=NEUTRAL))
