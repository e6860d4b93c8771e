"""What an imported bill says a workload costs a month, as a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.figures import Figure, Source, derived, given
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.analysis.inputs import Inputs
    from desktop_app.decision.lines import BilledLine
    from desktop_app.decision.spend import SpendGroup, SpendSummary

AI = ("known", "tagged", "discovered")
_RUNNING = ("Usage", "")
"""Charge categories of a baseline: usage, or none where the file has no categories."""


def billed_a_month(inputs: Inputs, at: str, line: BilledLine) -> Figure:
    """Return the mean of the last months of a bill's AI spend. ``[]``, currency/month.

    The basis is the effective cost of usage, unused commitments included, before credits and
    taxes (economics of a running baseline); where a bill carries no effective cost, billed cost.

    Raises:
        Refused: The bill shows no such spend, or it is in a currency without a dated rate.
    """
    bill = next(b for b in inputs.decision.bills if b.key == line.bill)
    months = sorted({total.month for total in bill.totals})[-line.months :]
    groups = [g for g in bill.groups if _counts(g, line, months)]
    if not groups:
        tag = f" tagged {line.workload_tag!r}" if line.workload_tag else ""
        raise Refused(
            f"The bill {bill.label!r} shows no AI spend{tag} in {months[0]} to {months[-1]}.",
            f"Check the workload tag of {at}, or import a bill that covers it.",
        )
    found = [_in_currency(inputs, at, bill, groups, c) for c in _currencies(groups)]
    total = sum(float(f.value) for f in found)
    how = f"sum over {len(months)} months to {months[-1]} ÷ {len(months)}"
    return derived(
        f"{at}.billed",
        "billed a month",
        total / len(months),
        f"{inputs.decision.context.currency}/month",
        how=how,
        of=(*found, inputs(f"{at}.months")),
    )


def cost_of(group: SpendGroup) -> Decimal | None:
    """Effective cost of a group, or its billed cost where the bill carries no other."""
    costs = group.costs
    return costs.billed_cost if costs.effective_cost is None else costs.effective_cost


def _counts(group: SpendGroup, line: BilledLine, months: list[str]) -> bool:
    tagged = not line.workload_tag or group.workload == line.workload_tag
    wanted = not line.services or group.service in line.services
    running = group.way in AI and group.category in _RUNNING
    return tagged and wanted and running and group.month in months


def _currencies(groups: list[SpendGroup]) -> list[str]:
    return sorted({group.currency for group in groups})


def _in_currency(
    inputs: Inputs, at: str, bill: SpendSummary, groups: list[SpendGroup], currency: str
) -> Figure:
    amounts = [cost_of(g) for g in groups if g.currency == currency]
    total = sum((a for a in amounts if a is not None), start=Decimal(0))
    digests = ", ".join(file.sha256[:16] for file in bill.files)
    names = ", ".join(file.name for file in bill.files)
    summed = given(
        f"{at}.billed_{currency.lower()}",
        f"billed in {currency}",
        float(total),
        currency,
        Source("billing", digests, note=f"{bill.label}: {names}", grade="measured"),
    )
    return inputs.money_in(summed, currency)
