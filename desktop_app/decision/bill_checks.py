"""What is doubtful about imported bills: unused, incomplete, or not adding up."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.outcome import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.decision.model import Decision
    from desktop_app.decision.spend import PeriodTotal, SpendGroup, SpendSummary

BASES = ("billed_cost", "effective_cost", "contracted_cost", "list_cost")


def about_bills(decision: Decision) -> Iterator[Finding]:
    """Find what to look at in the bills of a decision before relying on them."""
    used = {
        line.bill: line.months
        for option in decision.options
        for line in option.lines
        if line.kind == "billed"
    }
    for bill in decision.bills:
        if not adds_up(bill):
            yield Finding(
                "advice",
                f"bills.{bill.key}",
                f"The sums of the bill “{bill.label}” do not add up to its totals.",
                "Import its files again; the summary was changed by hand or is damaged.",
            )
        if bill.key in used:
            yield from _incomplete(bill, used[bill.key])
        else:
            yield Finding(
                "advice",
                f"bills.{bill.key}",
                f"No option uses the bill “{bill.label}”, so it moves no number.",
                "Use it as baseline in the step Evidence; in a file, give the option that stands "
                f'for today a line of kind "billed" with the bill "{bill.key}".',
            )


def adds_up(bill: SpendSummary) -> bool:
    """Whether the groups of a bill add up to its totals, and its rows to those of its files."""
    rows = sum(total.rows for total in bill.totals)
    files = sum(file.rows_kept for file in bill.files)
    return rows == files and _sums(bill.totals) == _sums(bill.groups)


def _sums(
    parts: Iterable[PeriodTotal | SpendGroup],
) -> dict[tuple[str, str, str, str], list[Decimal]]:
    sums: dict[tuple[str, str, str, str], list[Decimal]] = defaultdict(
        lambda: [Decimal(0)] * len(BASES)
    )
    for part in parts:
        key = (part.month, part.currency, part.provider, part.category)
        costs = (getattr(part.costs, base) or Decimal(0) for base in BASES)
        sums[key] = [a + b for a, b in zip(sums[key], costs, strict=True)]
    return {key: values for key, values in sums.items() if any(values)}


def _incomplete(bill: SpendSummary, span: int) -> Iterator[Finding]:
    """A month among the last that stops early, or that lacks a provider the others have."""
    months = sorted({total.month for total in bill.totals})[-span:]
    cut = (bill.last_day + timedelta(days=1)).day != 1
    if months and cut and bill.last_day.isoformat().startswith(months[-1]):
        yield Finding(
            "advice",
            f"bills.{bill.key}",
            f"The bill “{bill.label}” ends on {bill.last_day}, so its last month is not whole.",
            "Import the whole month, or leave it out, before its mean stands for today.",
        )
    providers = {total.provider for total in bill.totals if total.month in months}
    for provider in sorted(providers):
        have = {total.month for total in bill.totals if total.provider == provider}
        missing = [month for month in months if month not in have]
        if missing:
            yield Finding(
                "advice",
                f"bills.{bill.key}",
                f"The bill “{bill.label}” has no row of {provider} in {missing[0]}.",
                "Import the missing file, or the mean that stands for today is too low.",
            )
