"""The import slip: what was read, what was kept, what it adds up to, how much of it is AI."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.billing.amounts import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.decision.spend import Costs, PeriodTotal, SpendGroup, SpendSummary

BASES = {
    "billed_cost": "billed",
    "effective_cost": "effective",
    "contracted_cost": "contracted",
    "list_cost": "list",
}

WAYS = {
    "known": "AI, by service",
    "tagged": "AI, by your tags",
    "discovered": "AI, discovered",
    "unidentified": "not identified",
    "not_ai": "not AI",
}

MOST_DAYS = 5


def slip_lines(summary: SpendSummary) -> list[str]:
    """Say an import in words, line by line, for the command line."""
    lines = [f"{summary.label}: {_span(summary)}"]
    for file in summary.files:
        kept = f"{file.rows_kept:,} of {file.rows_read:,} rows kept"
        lines.append(f"  {file.name}: {file.format}, {kept}, SHA-256 {file.sha256}")
        if file.columns_missing:
            lines.append(f"    columns it does not carry: {', '.join(file.columns_missing)}")
    for aside in summary.set_aside:
        where = f" from row {aside.first_line:,}" if aside.first_line is not None else ""
        lines.append(f"  set aside in {aside.file}: {_rows(aside.rows)}{where}. {aside.reason}")
    lines += [f"  note: {note}" for note in summary.notes]
    lines += ["Sums by month, the four cost bases apart:"]
    lines += _sums(summary.totals)
    lines += [f"AI spend, by the rules {summary.rules}:", *_ways(summary.groups)]
    return lines


def share_unidentified(groups: Iterable[SpendGroup], currency: str) -> float | None:
    """Return the part of one currency's spend that nobody has identified yet.

    Measured on effective cost, or on billed cost where a bill has no effective cost at all.
    Only positive spend counts, so that credits do not turn the share over; None without any.
    """
    chosen = [group for group in groups if group.currency == currency]
    basis = (
        "effective_cost" if any(group.costs.effective_cost for group in chosen) else "billed_cost"
    )
    positive = [(g.way, amount) for g in chosen if (amount := getattr(g.costs, basis) or 0) > 0]
    whole = sum((amount for _, amount in positive), Decimal(0))
    if not whole:
        return None
    return float(sum(amount for way, amount in positive if way == "unidentified") / whole)


def _span(summary: SpendSummary) -> str:
    gaps = summary.gap_days
    text = f"{summary.first_day} to {summary.last_day}"
    if not gaps:
        return f"{text}, no day without a charge"
    shown = ", ".join(day.isoformat() for day in gaps[:MOST_DAYS])
    more = f" and {len(gaps) - MOST_DAYS:,} more" if len(gaps) > MOST_DAYS else ""
    return f"{text}, {len(gaps):,} days without a charge: {shown}{more}"


def _sums(totals: Sequence[PeriodTotal]) -> list[str]:
    lines = []
    by_period = sorted(totals, key=lambda total: (total.currency, total.month))
    for (currency, month), found in groupby(by_period, lambda t: (t.currency, t.month)):
        month_totals = list(found)
        lines.append(f"  {month} {currency}: {_said(total.costs for total in month_totals)}")
        by_category = sorted(month_totals, key=lambda total: total.category)
        for category, parts in groupby(by_category, lambda total: total.category):
            rows = list(parts)
            count = sum(total.rows for total in rows)
            said = _said(total.costs for total in rows)
            lines.append(f"    {category or 'no category'} ({_rows(count)}): {said}")
    for currency in sorted({total.currency for total in totals}):
        lines.append(
            f"  all months {currency}: {_said(t.costs for t in totals if t.currency == currency)}"
        )
    return lines


def _ways(groups: Sequence[SpendGroup]) -> list[str]:
    lines = []
    for currency in sorted({group.currency for group in groups}):
        own = [group for group in groups if group.currency == currency]
        for way, words in WAYS.items():
            of_way = sorted(
                (group for group in own if group.way == way), key=lambda group: group.confidence
            )
            for confidence, found in groupby(of_way, lambda group: group.confidence):
                same = list(found)
                sure = "" if confidence == "none" else f", {confidence} confidence"
                rows = sum(group.rows for group in same)
                said = _said(group.costs for group in same)
                lines.append(f"  {words}{sure} ({_rows(rows)}) {currency}: {said}")
        share = share_unidentified(own, currency)
        if share is not None:
            lines.append(f"  still unidentified: {share * 100:.1f} % of the {currency} spend")
    return lines


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _said(costs: Iterable[Costs]) -> str:
    many = list(costs)
    parts = []
    for basis, word in BASES.items():
        amounts = [amount for cost in many if (amount := getattr(cost, basis)) is not None]
        said = written(sum(amounts, Decimal(0))) if amounts else "unknown"
        parts.append(f"{word} {said}")
    return ", ".join(parts)
