"""What an imported bill says, as figures: by provider, by service and by how it was recognised.

Sums are taken in decimal, exactly as billed; each figure keeps the exact one beside its float.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop_app.decision.spend import AI_WAYS
from desktop_app.figures import Figure, Source, derived, given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop_app.decision import Decision
    from desktop_app.decision.spend import SpendGroup, SpendSummary

WAYS = {
    "known": "known AI services",
    "tagged": "tagged by the organisation",
    "discovered": "discovered by rules",
    "unidentified": "unidentified",
    "not_ai": "not AI",
}
NO_KIND, NO_TAG = "no kind", "no workload tag"
_CENT = Decimal("0.01")


@dataclass(frozen=True, eq=False)
class BilledFigure(Figure):
    """A sum over a bill that is exact to the last digit billed.

    Attributes:
        exact: The same as ``value``, in decimal.
    """

    exact: Decimal = Decimal(0)

    @property
    def text(self) -> str:
        """The amount to the cent, without its unit: "2,310,069.50"."""
        return cents(self.exact)

    @property
    def whole_text(self) -> str:
        """The amount to the last digit billed; providers bill fractions of a cent."""
        digits = self.exact.normalize()
        if -int(digits.as_tuple().exponent) <= 2:
            return cents(self.exact)
        return f"{digits:,f}".replace("-", "\N{MINUS SIGN}")


class Service(NamedTuple):
    """What tells the groups of the table of services apart."""

    provider: str
    service: str
    way: str
    kind: str
    confidence: str


def cents(amount: Decimal) -> str:
    """Write an amount to the cent: "−1,284,310.42"."""
    rounded = amount.quantize(_CENT, rounding=ROUND_HALF_UP)
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    return f"{sign}{abs(rounded):,.2f}"


def cents_together(amounts: Sequence[Decimal]) -> tuple[str, ...]:
    """Write parts to the cent so that they add up to their total to the cent."""
    exact = [amount * 100 for amount in amounts]
    whole = [amount.to_integral_value(ROUND_FLOOR) for amount in exact]
    total = sum(exact, start=Decimal(0)).to_integral_value(ROUND_HALF_UP)
    short = int(total - sum(whole))
    by_remainder = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in by_remainder[:short]:
        whole[i] += 1
    return tuple(cents(amount / 100) for amount in whole)


def slug(name: str) -> str:
    """A name as a part of a key: "AWS Backup" is "aws_backup"."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "none"


def slugs(names: Iterable[str | tuple[str, ...]]) -> dict[str | tuple[str, ...], str]:
    """Give each name its part of a key; names that would have the same one are numbered."""
    taken: dict[str, int] = defaultdict(int)
    found: dict[str | tuple[str, ...], str] = {}
    for name in names:
        steps = (name,) if isinstance(name, str) else name
        part = ".".join(slug(step) for step in steps)
        taken[part] += 1
        found[name] = f"{part}_{taken[part]}" if taken[part] > 1 else part
    return found


def figures(decision: Decision) -> dict[str, Figure]:
    """Return every figure about the bills of a decision by its key, "bills.<key>. …"."""
    return {figure.key: figure for bill in decision.bills for figure in of_bill(bill)}


def of_bill(bill: SpendSummary) -> tuple[Figure, ...]:
    """Return the figures about one bill: its rows, and its money in each currency."""
    found: list[Figure] = [*_rows(bill)]
    for currency in sorted({total.currency for total in bill.totals}):
        found += BillMoney(bill, currency).figures()
    return tuple(found)


def source_of(bill: SpendSummary) -> Source:
    """Where the numbers of a bill come from: its files, by their digests."""
    digests = ", ".join(file.sha256[:16] for file in bill.files)
    names = ", ".join(file.name for file in bill.files)
    return Source("billing", digests, note=f"{bill.label}: {names}", grade="measured")


def _rows(bill: SpendSummary) -> Iterable[Figure]:
    at, source = f"bills.{bill.key}", source_of(bill)
    for number, file in enumerate(bill.files, 1):
        of_file = Source("billing", file.sha256[:16], note=file.name, grade="measured")
        for name, count in (("rows_read", file.rows_read), ("rows_kept", file.rows_kept)):
            words = f"{name.replace('_', ' ')} from {file.name}"
            yield given(f"{at}.files.{number}.{name}", words, float(count), "rows", of_file)
    counts: dict[str, int] = defaultdict(int)
    for total in bill.totals:
        counts[total.provider] += total.rows
    names = slugs(sorted(counts))
    for provider, count in sorted(counts.items()):
        key = f"{at}.providers.{names[provider]}.rows"
        yield given(key, f"rows of {provider}", float(count), "rows", source)
    yield given(f"{at}.rows", "rows kept", float(sum(counts.values())), "rows", source)


class BillMoney:
    """The billed cost of one bill in one currency, cut in every way a page shows.

    Every cut is a sum of the services, so that all of them add up to what was billed.

    Attributes:
        at: Beginning of every key: "bills.cloud.eur".
        groups: The bill's groups in that currency, in a fixed order.
        services: What was billed for each service, in the order of the bill's groups.
        providers: By provider.
        ways: By the way in which spend was recognised.
        kinds: What of it is AI, by kind of workload.
        workloads: What of it is AI, by the organisation's tag.
        billed: All of it.
        ai: What of it is AI.
    """

    def __init__(self, bill: SpendSummary, currency: str) -> None:
        self.at = f"bills.{bill.key}.{currency.lower()}"
        self._bill, self._currency, self._source = bill, currency, source_of(bill)
        self.groups = sorted(
            (g for g in bill.groups if g.currency == currency), key=lambda g: tuple(service_of(g))
        )
        self.services = self._services()
        parts = tuple(self.services.values())
        self.billed = self._sum("billed", "billed cost", parts)
        found = tuple(f for key, f in self.services.items() if key.way in AI_WAYS)
        self.ai = self._sum("ai", "AI spend", found)
        self.providers = self._cut("providers", "billed by", lambda key: key.provider)
        seen = self._cut("ways", "billed,", lambda key: key.way, words=WAYS)
        none = {way: self._sum(f"ways.{way}", f"billed, {WAYS[way]}", ()) for way in WAYS}
        self.ways = {way: seen.get(way, none[way]) for way in WAYS}
        self.kinds = self._cut(
            "kinds", "AI spend,", lambda k: k.kind, only=AI_WAYS, words={"": NO_KIND}
        )
        self.workloads = self._workloads()

    def figures(self) -> tuple[Figure, ...]:
        """Return all of them, shares of the whole and AI spend by month included."""
        cuts = (self.services, self.providers, self.ways, self.kinds, self.workloads)
        parts = (self.ai, self.ways["unidentified"])
        return (
            self.billed,
            self.ai,
            *(figure for cut in cuts for figure in cut.values()),
            *(self.share(part) for part in parts),
            self._by_month(),
        )

    def share(self, part: BilledFigure) -> Figure:
        """Return what share of the billed cost a part of it is."""
        whole = self.billed.exact
        return derived(
            f"{part.key}.share",
            f"{part.name}, share of billed cost",
            float(part.exact / whole) if whole else np.nan,
            "share",
            how="part ÷ billed cost",
            of=tuple(dict.fromkeys((part, self.billed))),
        )

    def _services(self) -> dict[Service, BilledFigure]:
        sums: dict[Service, Decimal] = defaultdict(Decimal)
        for group in self.groups:
            sums[service_of(group)] += group.costs.billed_cost or Decimal(0)
        names = slugs(sums)
        found: dict[Service, BilledFigure] = {}
        for service, amount in sums.items():
            title = f"billed by {service.provider} for {service.service or 'no named service'}"
            found[service] = self._given(f"services.{names[service]}", title, amount)
        return found

    def _cut(
        self,
        name: str,
        title: str,
        word: Callable[[Service], str],
        *,
        words: dict[str, str] | None = None,
        only: tuple[str, ...] = (),
    ) -> dict[str, BilledFigure]:
        parts: dict[str, list[BilledFigure]] = defaultdict(list)
        for service, figure in self.services.items():
            if not only or service.way in only:
                parts[word(service)].append(figure)
        said, names = words or {}, slugs(parts)
        return {
            key: self._sum(f"{name}.{names[key]}", f"{title} {said.get(key, key)}", tuple(of))
            for key, of in parts.items()
        }

    def _workloads(self) -> dict[str, BilledFigure]:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for group in self.groups:
            if group.way in AI_WAYS:
                sums[group.workload] += group.costs.billed_cost or Decimal(0)
        names = slugs(sums)
        return {
            tag: self._given(f"workloads.{names[tag]}", f"AI spend, {tag or NO_TAG}", amount)
            for tag, amount in sums.items()
        }

    def _by_month(self) -> Figure:
        sums = {total.month: Decimal(0) for total in self._bill.totals}
        for group in self.groups:
            if group.way in AI_WAYS and group.month in sums:
                sums[group.month] += group.costs.billed_cost or Decimal(0)
        values = np.array([float(sums[month]) for month in sorted(sums)])
        key = f"{self.at}.ai_by_month"
        return given(key, "AI spend by month", values, self._currency, self._source)

    def _given(self, name: str, title: str, amount: Decimal) -> BilledFigure:
        return BilledFigure(
            f"{self.at}.{name}",
            title,
            float(amount),
            self._currency,
            source=self._source,
            exact=amount,
        )

    def _sum(self, name: str, title: str, parts: tuple[BilledFigure, ...]) -> BilledFigure:
        if not parts:
            return self._given(name, title, Decimal(0))
        amount = sum((part.exact for part in parts), start=Decimal(0))
        return BilledFigure(
            f"{self.at}.{name}",
            title,
            float(amount),
            self._currency,
            how="sum of these services",
            of=parts,
            exact=amount,
        )


def service_of(group: SpendGroup) -> Service:
    """Return the row of the table of services that a group belongs to."""
    return Service(group.provider, group.service, group.way, group.kind, group.confidence)
