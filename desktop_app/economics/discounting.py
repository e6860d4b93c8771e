"""The time value of money: when in its month a payment falls, and what it is worth at signing.

Time 0 is the day of signing. Month ``m`` runs from time ``m`` to time ``m + 1``. Capital is paid
at the start of its month, running costs at the end of theirs, and what the horizon closes with
(a residual value, an exit fee) at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


def monthly_rate(annual_rate: Value) -> Array:
    """Turn an effective yearly rate into the monthly one that compounds to it.

    Args:
        annual_rate: 0.08 for 8 % a year. ``[...]``, 1/year, above -1.

    Returns:
        (1 + r) ^ (1/12) - 1, never r / 12. ``[...]``, 1/month.
    """
    return np.asarray(np.expm1(np.log1p(_above_minus_one(annual_rate)) / 12))


def yearly_rate(rate_per_month: Value) -> Array:
    """Turn a monthly rate into the effective yearly one; the inverse of ``monthly_rate``."""
    return np.asarray(np.expm1(np.log1p(_above_minus_one(rate_per_month)) * 12))


def discount_factors(annual_rate: Value, months: int, *, at_start: bool) -> Array:
    """Return what one unit of money paid in each month is worth at signing.

    Args:
        annual_rate: Effective yearly rate. ``[...]``, 1/year, above -1.
        months: Length of the horizon.
        at_start: Whether the payment falls at the start of its month (capital) or at its end
            (running costs).

    Returns:
        v(m) at the start of month m, v(m + 1) at its end. ``[..., months]``, 1.

    Source:
        v(t) = (1 + r) ^ (-t/12); Brealey, Myers and Allen, Principles of Corporate Finance,
        chapter 2. Worked cases: tests/economics/test_discounting.py.
    """
    times = np.arange(months) + (0 if at_start else 1)
    force = np.log1p(_above_minus_one(annual_rate))[..., np.newaxis]
    return np.asarray(np.exp(-force * times / 12))


def flows_by_time(
    *, start: Array | None = None, end: Array | None = None, closing: Value = 0.0
) -> Array:
    """Lay payments out by the moment they fall on, as an internal rate or an NPV needs them.

    Args:
        start: Paid at the start of each month. ``[..., months]``, currency.
        end: Paid at the end of each month. ``[..., months]``, currency. One of the two may be
            left out.
        closing: Paid at the end of the horizon. ``[...]``, currency.

    Returns:
        Money at the times 0, 1, ... months. ``[..., months + 1]``, currency.
    """
    starts, ends = _both(start, end)
    closings = np.asarray(closing, dtype=float)
    shape = np.broadcast_shapes(starts.shape[:-1], ends.shape[:-1], closings.shape)
    flows = np.zeros((*shape, starts.shape[-1] + 1))
    flows[..., :-1] += starts
    flows[..., 1:] += ends
    flows[..., -1] += closings
    return flows


def present_value(
    *,
    annual_rate: Value,
    start: Array | None = None,
    end: Array | None = None,
    closing: Value = 0.0,
) -> Array:
    """Discount the payments of a horizon to the day of signing.

    Costs are positive, so money that comes back is negative: a residual value enters as
    ``closing=-residual``.

    Args:
        annual_rate: Effective yearly rate. ``[...]``, 1/year, above -1.
        start: Paid at the start of each month (capital). ``[..., months]``, currency.
        end: Paid at the end of each month (running costs). ``[..., months]``, currency. One of
            the two may be left out.
        closing: Paid at the end of the horizon. ``[...]``, currency.

    Returns:
        Sum of start[m] v(m) + end[m] v(m + 1), plus closing v(months). ``[...]``, currency.

    Source:
        As ``discount_factors``.
    """
    starts, ends = _both(start, end)
    months = starts.shape[-1]
    at_start = (starts * discount_factors(annual_rate, months, at_start=True)).sum(axis=-1)
    after = discount_factors(annual_rate, months, at_start=False)
    return np.asarray(at_start + (ends * after).sum(axis=-1) + closing * after[..., -1])


def _both(start: Array | None, end: Array | None) -> tuple[Array, Array]:
    known = start if start is not None else end
    if known is None:
        raise TypeError("start or end must be given: one of them says how long the horizon is")
    nothing = np.zeros(np.shape(known)[-1])
    return (
        nothing if start is None else np.asarray(start, dtype=float),
        nothing if end is None else np.asarray(end, dtype=float),
    )


def _above_minus_one(rate: Value) -> Array:
    rates = np.asarray(rate, dtype=float)
    if np.any(rates <= -1):
        raise Refused(
            f"A rate of {rates.min():.0%} loses everything and more.",
            "Enter a rate above -100 %.",
        )
    return rates
