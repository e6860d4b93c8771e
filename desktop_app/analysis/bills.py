"""What an imported bill says a workload costs a month, as a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import numpy as np

from desktop_app.decision.spend import AI_WAYS, RUNNING
from desktop_app.figures import Figure, Source, derived, given
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.analysis.inputs import Inputs
    from desktop_app.decision.lines import BilledLine
    from desktop_app.decision.spend import SpendGroup, SpendSummary


def billed_a_month(inputs: Inputs, at: str, line: BilledLine) -> Figure:
    """Return the mean of the last months of a bill's AI spend. ``[]``, currency/month.

    The basis is the effective cost of usage, unused commitments included, before credits and
    taxes (economics of a running baseline); where a bill carries no effective cost, billed cost.

    Raises:
        Refused: The bill shows no such spend, or it is in a currency without a dated rate.
    """
    bill = next(b for b in inputs.decision.bills if b.key == line.bill)
    months = sorted({total.month for total in bill.totals})[-line.months :]
    groups = [g for g in bill.groups if _counts(g, line)]
    currencies = sorted({g.currency for g in groups if g.month in months})
    if not currencies:
        tag = f" tagged {line.workload_tag!r}" if line.workload_tag else ""
        raise Refused(
            f"The bill {bill.label!r} shows no AI spend{tag} in {months[0]} to {months[-1]}.",
            f"Check the workload tag of {at}, or import a bill that covers it.",
        )
    span = inputs(f"{at}.months")
    means = [_mean(_by_month(at, bill, groups, c), span, months) for c in currencies]
    found = [inputs.money_in(mean, c) for mean, c in zip(means, currencies, strict=True)]
    return derived(
        f"{at}.billed",
        "cost a month, from the bill",
        sum((np.asarray(f.value) for f in found), start=np.zeros(())) * np.asarray(inputs.volume),
        f"{inputs.decision.context.currency}/month",
        how="cost of usage before credits and taxes, summed over the bill's currencies",
        of=tuple(found),
    )


def basis_of(bill: SpendSummary, currency: str) -> Literal["effective_cost", "billed_cost"]:
    """Effective cost, or billed cost where the bill carries no effective cost worth the name.

    Some providers leave the column empty, others fill it with zeros.
    """
    totals = (total.costs for total in bill.totals if total.currency == currency)
    return "effective_cost" if any(costs.effective_cost for costs in totals) else "billed_cost"


def _counts(group: SpendGroup, line: BilledLine) -> bool:
    tagged = not line.workload_tag or group.workload == line.workload_tag
    wanted = not line.services or group.service in line.services
    running = group.way in AI_WAYS and group.category in RUNNING
    return tagged and wanted and running


def _mean(billed: Figure, span: Figure, months: list[str]) -> Figure:
    """Mean of the last months of a bill. ``[]``, currency/month."""
    return derived(
        f"{billed.key}.mean",
        f"{billed.name.removesuffix(' by month')} a month",
        float(np.asarray(billed.value)[-len(months) :].sum()) / len(months),
        f"{billed.unit}/month",
        how=f"sum over {len(months)} months to {months[-1]} ÷ {len(months)}",
        of=(billed, span),
    )


def _by_month(at: str, bill: SpendSummary, groups: list[SpendGroup], currency: str) -> Figure:
    """Spend of some groups in each month of their bill. ``[months of the bill]``, currency."""
    basis = basis_of(bill, currency)
    sums = {total.month: Decimal(0) for total in bill.totals}
    for group in groups:
        if group.currency == currency and group.month in sums:
            sums[group.month] += getattr(group.costs, basis) or Decimal(0)
    digests = ", ".join(file.sha256[:16] for file in bill.files)
    names = ", ".join(file.name for file in bill.files)
    return given(
        f"{at}.billed_{currency.lower()}",
        f"{basis.replace('_', ' ')} in {currency} by month",
        np.array([float(sums[month]) for month in sorted(sums)]),
        currency,
        Source("billing", digests, note=f"{bill.label}: {names}", grade="measured"),
    )
