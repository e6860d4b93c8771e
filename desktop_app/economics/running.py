"""Lines that serve no demand: people, storage, data sent out, fixed and one-off amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.demand import by_month
from desktop_app.economics.growth import price_by_month
from desktop_app.economics.parts import LineCost
from desktop_app.figures import derived

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.economics.demand import Work
    from desktop_app.figures import Array, Figure


@dataclass(frozen=True)
class Place:
    """Where a line stands.

    Attributes:
        at: Prefix of its figures' keys: "options.own.lines.staff".
        label: What people call it.
        months: Length of the horizon. Scalar, month.
    """

    at: str
    label: str
    months: Figure

    @property
    def key(self) -> str:
        """Key of the line."""
        return self.at.rpartition(".")[2]


def staff_cost(place: Place, fte: Figure, loaded_cost: Figure, wage_growth: Figure) -> LineCost:
    """Pay people by the month; wages grow monthly by (1 + growth) ^ (months ÷ 12)."""
    wages = price_by_month(1.0, wage_growth.value, int(place.months.value))
    running = derived(
        f"{place.at}.running",
        f"{place.label} by month",
        by_month(np.asarray(fte.value) * np.asarray(loaded_cost.value) / 12) * wages,
        loaded_cost.unit.partition("/")[0],
        how="FTE × loaded cost a year ÷ 12 × wage growth",
        of=(fte, loaded_cost, wage_growth, place.months),
    )
    return LineCost(place.key, place.label, "staff", running)


def storage_cost(place: Place, stored: Sequence[Figure], price: Figure, trend: Figure) -> LineCost:
    """Price all data kept, by the month.

    Args:
        place: Where the line stands.
        stored: GB of each workload. ``[...]``.
        price: ``[...]``, currency/GB/month.
        trend: Yearly change of the price. ``[...]``, 1/year.
    """
    gigabytes = sum((np.asarray(s.value, dtype=float) for s in stored), start=np.zeros(()))
    moved = _moved(trend, place)
    running = derived(
        f"{place.at}.running",
        f"{place.label} by month",
        by_month(gigabytes * np.asarray(price.value)) * moved,
        price.unit.partition("/")[0],
        how="data kept × price a GB and month × trend",
        of=(*stored, price, trend, place.months),
    )
    return LineCost(place.key, place.label, "storage and data transfer", running)


def egress_cost(
    place: Place, sent: Sequence[tuple[Figure, Work]], price: Figure, trend: Figure
) -> LineCost:
    """Price data sent out; each workload's grows with its volume.

    Args:
        place: Where the line stands.
        sent: GB a month at the start, ``[...]``, with the workload that sends it.
        price: ``[...]``, currency/GB.
        trend: Yearly change of the price. ``[...]``, 1/year.
    """
    total = np.zeros(int(place.months.value))
    for start, work in sent:
        volume = np.asarray(work.volume.value, dtype=float)
        first = np.where(volume[..., :1] > 0, volume[..., :1], 1.0)
        total = total + by_month(start.value) * volume / first
    running = derived(
        f"{place.at}.running",
        f"{place.label} by month",
        total * by_month(price.value) * _moved(trend, place),
        price.unit.partition("/")[0],
        how="data sent out × (volume ÷ volume of the first month) × price a GB × trend",
        of=(
            *(start for start, _ in sent),
            *(work.volume for _, work in sent),
            price,
            trend,
            place.months,
        ),
    )
    return LineCost(place.key, place.label, "storage and data transfer", running)


def monthly_cost(
    place: Place, amount: Figure, first_month: Figure, last_month: Figure, trend: Figure
) -> LineCost:
    """Pay an amount in each month from the first to the last, both included.

    Args:
        place: Where the line stands.
        amount: As it is on the day of signing. ``[...]``, currency/month.
        first_month: Counted from 1. Scalar, month.
        last_month: Likewise.
        trend: Yearly change of the amount, from signing on. ``[...]``, 1/year.
    """
    month = np.arange(1, int(place.months.value) + 1)
    due = (month >= first_month.value) & (month <= last_month.value)
    running = derived(
        f"{place.at}.running",
        f"{place.label} by month",
        by_month(amount.value) * due * _moved(trend, place),
        amount.unit.partition("/")[0],
        how="amount in each month from the first to the last × change a year",
        of=(amount, first_month, last_month, trend, place.months),
    )
    return LineCost(place.key, place.label, "other", running)


def one_off_cost(place: Place, amount: Figure, month: Figure, *, capital: bool) -> LineCost:
    """Pay an amount once: capital at the start of its month, other money at its end.

    Capital paid once has no resale value and is written down over the horizon.
    """
    due = np.arange(1, int(place.months.value) + 1) == month.value
    paid = derived(
        f"{place.at}.{'capital' if capital else 'running'}",
        f"{place.label} by month",
        by_month(amount.value) * due,
        amount.unit,
        how="the amount in its month",
        of=(amount, month, place.months),
    )
    if capital:
        return LineCost(
            place.key,
            place.label,
            "other",
            capital=paid,
            in_service=paid,
            life_months=place.months,
        )
    return LineCost(place.key, place.label, "other", paid)


def _moved(trend: Figure, place: Place) -> Array:
    """How a price moves from month to month, 1 in the first. ``[..., months]``, 1."""
    return price_by_month(1.0, trend.value, int(place.months.value))
