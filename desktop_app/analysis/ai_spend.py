"""What of a bill is AI, cut for a screen: by way, by kind, by workload and by service."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.analysis.evidence import NO_KIND, NO_TAG, BillMoney, cents, service_of
from desktop_app.analysis.wording import NONE, Scale, money_scale, percent
from desktop_app.decision.spend import AI_WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.evidence import BilledFigure, Service
    from desktop_app.decision.spend import SpendSummary

WORDS = {
    "ai": ("AI", "known, tagged or discovered"),
    "known": ("Known", "services that are only AI"),
    "tagged": ("Tagged", "your tags say so"),
    "discovered": ("Discovered", "found by pattern"),
    "unidentified": ("Unidentified", "hints at AI, or says nothing"),
    "not_ai": ("Not AI", "other services"),
}
"""Name and explanation of every way in which spend is recognised."""


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One part of an amount.

    Attributes:
        key: What was cut by: a way, a kind, a tag.
        label: The same in words.
        note: A few words more; may be empty.
        value: In currency units.
        text: Amount in the unit of its head, without it.
        share: Of the amount that was cut; 0 where that is nothing.
        share_text: "71 %".
        origins: Keys of the figures of the part and of the whole.
    """

    key: str
    label: str
    note: str
    value: float
    text: str
    share: float
    share_text: str
    origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ServiceRow:
    """One group of services in the table of a bill.

    Attributes:
        rows_text: Rows behind it.
        billed: Billed cost in currency units.
        billed_text: To the cent.
        effective_text: Effective cost to the cent; a dash where the bill carries none.
        share_text: Share of the billed cost.
        is_ai: Whether it counts as AI spend.
        origins: Key of the figure of the billed cost.
    """

    provider: str
    service: str
    way: str
    way_text: str
    kind: str
    confidence: str
    rows_text: str
    billed: float
    billed_text: str
    effective_text: str
    share_text: str
    is_ai: bool
    origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AiSpend:
    """What one bill shows in one currency.

    Attributes:
        title: The finding: "820 k EUR of it is AI, 35 % of the bill".
        subtitle: How much was billed.
        unit: Unit of the texts of all cuts: "k EUR".
        whole: The whole bill: AI, unidentified, not AI; they add up to what was billed.
        ways: What of it is AI, by the way in which it was recognised.
        kinds: The same by kind of workload.
        workloads: The same by workload tag, largest first.
        services: Every group of services, largest first.
        billed_text: What was billed, to the cent.
        ai_text: What of it is AI, in the unit.
        origins: Keys of the figures in the title.
    """

    currency: str
    title: str
    subtitle: str
    unit: str
    whole: tuple[Cut, ...]
    ways: tuple[Cut, ...]
    kinds: tuple[Cut, ...]
    workloads: tuple[Cut, ...]
    services: tuple[ServiceRow, ...]
    billed_text: str
    ai_text: str
    origins: tuple[str, ...]


def ai_spend(bill: SpendSummary, currency: str) -> AiSpend:
    """Cut the billed cost of a bill in one currency."""
    money = BillMoney(bill, currency)
    billed, ai = float(money.billed.value), float(money.ai.value)
    scale = _thousands(billed, currency)
    share = f", {percent(ai / billed)} of the bill" if billed > 0 else ""
    ways: dict[str, BilledFigure] = {way: money.ways[way] for way in AI_WAYS}
    whole = {"ai": money.ai, **{way: money.ways[way] for way in money.ways if way not in ways}}
    return AiSpend(
        currency=currency,
        title=f"{scale.amount(ai)} of it is AI{share}",
        subtitle=f"{money_scale([billed], currency).amount(billed)} billed",
        unit=scale.unit,
        whole=_cuts(whole, scale, money.billed, adds_up=False),
        ways=_cuts(ways, scale, money.ai),
        kinds=_cuts(_by_size(money.kinds), scale, money.ai, NO_KIND),
        workloads=_cuts(_by_size(money.workloads), scale, money.ai, NO_TAG),
        services=_services(money),
        billed_text=money.billed.text,
        ai_text=scale.number(ai),
        origins=(money.ai.key, f"{money.ai.key}.share", money.billed.key),
    )


def _thousands(billed: float, currency: str) -> Scale:
    """The unit of all parts: parts of millions read best in thousands."""
    scale = money_scale([billed], currency)
    return Scale(1e3, 0, f"k {currency}") if scale.factor > 1e3 else scale


def _by_size(parts: Mapping[str, BilledFigure]) -> dict[str, BilledFigure]:
    return dict(sorted(parts.items(), key=lambda item: -item[1].exact))


def _cuts(
    parts: Mapping[str, BilledFigure],
    scale: Scale,
    whole: BilledFigure,
    unnamed: str = "",
    *,
    adds_up: bool = True,
) -> tuple[Cut, ...]:
    """Write parts, rounded so that they add up where their total is printed in the same unit."""
    values = [float(figure.value) for figure in parts.values()]
    texts = scale.rounded(values) if adds_up else [scale.number(value) for value in values]
    found: list[Cut] = []
    for (key, figure), text in zip(parts.items(), texts, strict=True):
        label, note = WORDS.get(key, (key or unnamed.capitalize(), ""))
        share = float(figure.exact / whole.exact) if whole.exact else 0.0
        found.append(
            Cut(
                key=key,
                label=label,
                note=note,
                value=float(figure.value),
                text=text,
                share=share,
                share_text=percent(share),
                origins=(figure.key, whole.key),
            )
        )
    return tuple(found)


def _services(money: BillMoney) -> tuple[ServiceRow, ...]:
    rows: dict[Service, int] = defaultdict(int)
    effective: dict[Service, Decimal] = {}
    for group in money.groups:
        service = service_of(group)
        rows[service] += group.rows
        if group.costs.effective_cost is not None:
            effective[service] = effective.get(service, Decimal(0)) + group.costs.effective_cost
    whole = money.billed.exact
    return tuple(
        ServiceRow(
            provider=service.provider,
            service=service.service,
            way=service.way,
            way_text=WORDS[service.way][0],
            kind=service.kind,
            confidence=service.confidence,
            rows_text=f"{rows[service]:,}",
            billed=float(figure.value),
            billed_text=figure.text,
            effective_text=cents(effective[service]) if service in effective else NONE,
            share_text=percent(float(figure.exact / whole)) if whole else NONE,
            is_ai=service.way in AI_WAYS,
            origins=(figure.key, money.billed.key),
        )
        for service, figure in sorted(money.services.items(), key=lambda item: -item[1].exact)
    )
