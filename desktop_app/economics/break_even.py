"""When one option becomes cheaper than another: every month at which their costs cross."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np

from desktop_app.economics.discounting import discount_factors

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value

_TIE = 1e-9
"""Relative: costs closer than this are equal, so that rounding makes no crossings."""


@dataclass(frozen=True)
class Crossing:
    """A moment at which cumulative costs are equal.

    Attributes:
        month: Time since signing, interpolated within the month.
        cheaper_after: Which of the two has cost less from then on.
    """

    month: float
    cheaper_after: Literal["a", "b"]


@dataclass(frozen=True)
class BreakEven:
    """Whether and when option a has cost less than option b.

    Attributes:
        kind: "already": a costs less from the first payment to the end. "never": a never costs
            less (it may cost the same). "once", "several": the curves cross; each crossing says
            who is cheaper after it, so "once" may also be the month in which a loses its lead.
        crossings: In order of time; empty for "already" and "never".
    """

    kind: Literal["never", "already", "once", "several"]
    crossings: tuple[Crossing, ...] = ()


def cumulative_curve(
    *, start: Array, end: Array, closing: Value = 0.0, annual_rate: Value = 0.0
) -> Array:
    """Sample a cumulative cost so that straight lines between the samples are the true curve.

    Running costs accrue evenly through their month; capital is a jump at the start of its
    month. So every time t = 0, 1, ... months is sampled twice, just before the payments of that
    moment and just after: 0-, 0+, 1-, 1+, ... The first sample is always 0. What closes the
    horizon is the jump at its end.

    Args:
        start: Capital, paid at the start of each month. ``[..., months]``, currency.
        end: Running cost of each month. ``[..., months]``, currency.
        closing: Paid at the end of the horizon, a residual value as a negative number.
            ``[...]``, currency.
        annual_rate: 0 for a nominal curve; otherwise every payment is discounted.
            ``[...]``, 1/year.

    Returns:
        ``[..., 2 (months + 1)]``, currency. Its times are ``curve_times(months)``.
    """
    starts, ends = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    months = starts.shape[-1]
    after = discount_factors(annual_rate, months, at_start=False)
    starts = starts * discount_factors(annual_rate, months, at_start=True)
    ends, last = ends * after, closing * after[..., -1]
    shape = np.broadcast_shapes(starts.shape[:-1], ends.shape[:-1], np.shape(last))
    steps = np.zeros((*shape, 2 * (months + 1)))
    steps[..., 1:-1:2] = starts
    steps[..., 2::2] = ends
    steps[..., -1] = last
    return np.cumsum(steps, axis=-1)


def curve_times(months: int) -> Array:
    """Return the times of a cumulative curve: every month boundary twice, before and after."""
    return np.repeat(np.arange(months + 1, dtype=float), 2)


def crossings(cost_a: Array, cost_b: Array) -> tuple[Crossing, ...]:
    """Return every moment at which the option that has cost less changes.

    Where the curves run together for a while before they part, the first moment of equality
    counts; where they only touch, nothing changes and nothing is returned.

    Args:
        cost_a: Cumulative curve of option a. ``[2 (months + 1)]``, currency.
        cost_b: Cumulative curve of option b. ``[2 (months + 1)]``, currency.
    """
    lead = _lead(cost_a, cost_b)
    times = curve_times(lead.size // 2 - 1)
    apart = np.flatnonzero(lead)
    found = []
    for before, after in pairwise(apart):
        if lead[before] * lead[after] < 0:
            cheaper: Literal["a", "b"] = "a" if lead[after] > 0 else "b"
            found.append(Crossing(_equal_at(lead, times, int(before)), cheaper))
    return tuple(found)


def break_even(cost_a: Array, cost_b: Array) -> BreakEven:
    """Say whether and when option a has cost less than option b.

    Args:
        cost_a: Cumulative curve of option a. ``[2 (months + 1)]``, currency.
        cost_b: Cumulative curve of option b. ``[2 (months + 1)]``, currency.
    """
    found = crossings(cost_a, cost_b)
    if found:
        return BreakEven("once" if len(found) == 1 else "several", found)
    return BreakEven("already" if np.any(_lead(cost_a, cost_b) > 0) else "never")


def first_month_cheaper(cost_a: Array, cost_b: Array) -> Array:
    """Return when option a first has cost less than option b, for all draws at once.

    Args:
        cost_a: Cumulative curves of option a. ``[..., 2 (months + 1)]``, currency.
        cost_b: Cumulative curves of option b. ``[..., 2 (months + 1)]``, currency.

    Returns:
        Time since signing, interpolated within the month; 0 when a is cheaper from the first
        payment, NaN when it never is. ``[...]``, month.
    """
    lead = _lead(cost_a, cost_b)
    times = curve_times(lead.shape[-1] // 2 - 1)
    ahead = lead > 0
    first = np.argmax(ahead, axis=-1)[..., np.newaxis]
    before = np.maximum(first - 1, 0)
    behind, reached = (np.take_along_axis(lead, at, axis=-1) for at in (before, first))
    gained = reached - behind
    share = np.divide(-behind, gained, out=np.zeros_like(gained), where=gained > 0)
    month = times[before] + share * (times[first] - times[before])
    return np.where(ahead.any(axis=-1), month[..., 0], np.nan)


def break_even_hours(*, capex: Value, cloud_per_hour: Value, own_per_hour: Value) -> Array:
    """Return the hours of use after which buying has cost less than renting.

    Args:
        capex: Paid to own the machine. ``[...]``, currency.
        cloud_per_hour: Rent of the same capacity. ``[...]``, currency/hour.
        own_per_hour: Running cost of the own machine. ``[...]``, currency/hour.

    Returns:
        capex / (cloud - own), NaN where an hour of cloud is not dearer than an own one.
        ``[...]``, hour. Nothing is discounted.

    Source:
        On-Premise vs Cloud: Generative AI Total Cost of Ownership, Lenovo Press LP2368 (2026),
        case 1.
    """
    return _ratio(capex, np.asarray(cloud_per_hour, dtype=float) - own_per_hour)


def break_even_utilisation(
    *,
    capex: Value,
    hours: Value,
    own_fixed_per_hour: Value,
    own_per_used_hour: Value,
    cloud_per_hour: Value,
) -> Array:
    """Return the share of the hours that must be used for owning to cost what renting does.

    Args:
        capex: Paid to own the machine. ``[...]``, currency.
        hours: Hours in the period that is compared. ``[...]``, hour.
        own_fixed_per_hour: Own cost of every hour, used or not. ``[...]``, currency/hour.
        own_per_used_hour: Own cost that only a used hour adds. ``[...]``, currency/hour.
        cloud_per_hour: Rent, paid for used hours only. ``[...]``, currency/hour.

    Returns:
        (capex / hours + fixed) / (cloud - own per used hour). ``[...]``, 1. Above 1 not even
        full use pays; NaN where a used hour of cloud is not dearer than an own one.

    Source:
        As ``break_even_hours``, case 3 (there in hours a day).
    """
    fixed = np.asarray(capex, dtype=float) / hours + own_fixed_per_hour
    return _ratio(fixed, np.asarray(cloud_per_hour, dtype=float) - own_per_used_hour)


def _lead(cost_a: Array, cost_b: Array) -> Array:
    """How much less a has cost than b, ties exactly 0. ``[..., samples]``, currency."""
    a, b = np.asarray(cost_a, dtype=float), np.asarray(cost_b, dtype=float)
    lead = b - a
    return np.where(np.abs(lead) <= _TIE * np.maximum(np.abs(a), np.abs(b)), 0.0, lead)


def _equal_at(lead: Array, times: Array, before: int) -> float:
    """Where the lead first reaches 0 between this sample and the next."""
    here, there = lead[before], lead[before + 1]
    return float(times[before] + here / (here - there) * (times[before + 1] - times[before]))


def _ratio(above: Value, below: Array) -> Array:
    top, bottom = np.broadcast_arrays(np.asarray(above, dtype=float), below)
    return np.asarray(np.divide(top, bottom, out=np.full(top.shape, np.nan), where=bottom > 0))
