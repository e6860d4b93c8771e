"""What the imported bills show, as charts: what of them is AI, and how it grows."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.analysis.charts import Flow, FlowStep, MonthColumn, MonthColumns
from desktop_app.analysis.wording import Scale, money_scale, percent
from desktop_app.decision.spend import AI_WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.decision.spend import SpendSummary

_WAYS = {
    "known": "Known AI services",
    "tagged": "Tagged by the organisation",
    "discovered": "Discovered by rules",
}


def billed_by_way(bill: SpendSummary, currency: str) -> Mapping[str, Decimal]:
    """Billed cost by the way in which it was recognised, in one currency."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for group in bill.groups:
        if group.currency == currency and group.costs.billed_cost is not None:
            sums[group.way] += group.costs.billed_cost
    return sums


def currencies_of(bill: SpendSummary) -> tuple[str, ...]:
    """Currencies the bill is in."""
    return tuple(sorted({total.currency for total in bill.totals}))


def flow(bill: SpendSummary, currency: str) -> Flow:
    """From what was billed to what of it is AI, and how that was recognised."""
    sums = billed_by_way(bill, currency)
    whole = float(sum(sums.values(), start=Decimal(0)))
    ai = float(sum((sums.get(way, Decimal(0)) for way in AI_WAYS), start=Decimal(0)))
    rest, unknown = float(sums.get("not_ai", 0)), float(sums.get("unidentified", 0))
    scale = money_scale([whole, ai], currency)
    share = f", {percent(unknown / whole)} of spend" if whole else ""
    at = f"bills.{bill.key}.{currency.lower()}"
    steps = [
        _step("Billed", "total", whole, scale, f"{at}.billed"),
        _step("Not AI", "less", rest, scale, f"{at}.ways.not_ai"),
        _step(f"Unidentified{share}", "less", unknown, scale, f"{at}.ways.unidentified"),
        _step(
            f"AI spend, {percent(ai / whole)}" if whole else "AI spend",
            "total",
            ai,
            scale,
            f"{at}.ai",
        ),
        *(
            _step(
                f"{word}, {percent(float(sums.get(way, 0)) / ai)}",
                "part",
                float(sums.get(way, 0)),
                scale,
                f"{at}.ways.{way}",
            )
            for way, word in _WAYS.items()
            if ai
        ),
    ]
    return Flow(
        title=f"Of {scale.amount(whole)} billed, {scale.amount(ai)} is AI",
        caption=f"Billed cost in {scale.unit} · AC · {bill.label}",
        alt=f"Billed {scale.amount(whole)}, of it AI {scale.amount(ai)}, unidentified "
        f"{scale.amount(unknown)}.",
        unit=scale.unit,
        steps=tuple(steps),
        origins=(f"{at}.billed", f"{at}.ai"),
    )


def _step(label: str, kind: str, value: float, scale: Scale, origin: str) -> FlowStep:
    shown = scale.number(-value) if kind == "less" else scale.number(value)
    return FlowStep(
        label=label,
        kind="total" if kind == "total" else "less" if kind == "less" else "part",
        value=max(value, 0.0) / scale.factor,
        text=shown,
        origins=(origin,),
    )


def ai_by_month(bill: SpendSummary, currency: str) -> MonthColumns:
    """Billed AI spend by month."""
    sums: dict[str, Decimal] = {total.month: Decimal(0) for total in bill.totals}
    for group in bill.groups:
        if group.way in AI_WAYS and group.currency == currency:
            sums[group.month] += group.costs.billed_cost or Decimal(0)
    months = sorted(sums)
    values = [float(sums[month]) for month in months]
    scale = money_scale(values, currency)
    grown = values[-1] / values[0] if values and values[0] > 0 else 0.0
    title = f"AI spend is {grown:.1f} times what it was" if grown else "AI spend by month"
    return MonthColumns(
        title=title,
        caption=f"{scale.unit} a month, billed, AC",
        alt=f"From {scale.amount(values[0])} in {months[0]} to {scale.amount(values[-1])} in "
        f"{months[-1]}.",
        unit=scale.unit,
        origins=(f"bills.{bill.key}.{currency.lower()}.ai_by_month",),
        columns=tuple(
            MonthColumn(
                label="JFMAMJJASOND"[int(month[5:]) - 1],
                value=max(value, 0.0) / scale.factor,
                text=scale.number(value),
                year=month[:4] if i == 0 or month.endswith("-01") else "",
                origins=(f"bills.{bill.key}.{currency.lower()}.ai_by_month",),
            )
            for i, (month, value) in enumerate(zip(months, values, strict=True))
        ),
    )
