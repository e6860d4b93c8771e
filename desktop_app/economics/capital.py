"""What becomes of money once it is spent on machines: depreciation, book and residual value.

Cash and profit-and-loss are kept apart: these functions never change when money is paid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.capacity import delivered, whole_months_down, whole_months_up

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


def straight_line(capital: Array, life_months: Value) -> Array:
    """Spread every month's capital evenly over the life that begins in that month.

    Args:
        capital: Capital by the month in which its depreciation begins: the month of service
            where it differs from that of payment (``capacity.delivered``).
            ``[..., months]``, currency.
        life_months: Rounded down to whole months, at least 1. ``[...]``, month.

    Returns:
        Depreciation in each month of the horizon. ``[..., months]``, currency/month.

    Source:
        Straight-line method, IAS 16 paragraph 62 (no residual value is held back; what the
        machines still fetch is shown on its own).
    """
    life = whole_months_down(life_months)
    in_use = np.cumsum(np.asarray(capital, dtype=float), axis=-1)
    # what was begun a whole life earlier is fully written off
    written_off = delivered(in_use, life.astype(float))
    return np.asarray((in_use - written_off) / life[..., np.newaxis])


def book_value_at_end(capital: Array, life_months: Value) -> Array:
    """Return what the books still show at the end of the horizon.

    Args:
        capital: As for ``straight_line``. ``[..., months]``, currency.
        life_months: As for ``straight_line``. ``[...]``, month.

    Returns:
        Capital less the depreciation within the horizon. ``[...]``, currency.
    """
    spent = np.asarray(capital, dtype=float).sum(axis=-1)
    return np.asarray(spent - straight_line(capital, life_months).sum(axis=-1))


def residual_value(
    capital: Array,
    kept_per_year: Value,
    life_months: Value | None = None,
    *,
    lead_months: Value = 0.0,
) -> Array:
    """Return what the machines still fetch at the end of the horizon.

    Args:
        capital: What was paid for the machines, by month of payment, from which their age
            counts. ``[..., months]``, currency.
        kept_per_year: Share of its value that a machine keeps each year. ``[...]``, 1.
        life_months: When given, machines that have served longer than this (rounded down to
            whole months) have retired and fetch nothing. ``[...]``, month.
        lead_months: From payment to service, rounded up to whole months. ``[...]``, month.

    Returns:
        Sum of capital[m] kept ^ ((months - m) / 12). ``[...]``, currency. It is money received
        at the end of the horizon: the present value takes it as ``closing=-residual``.
    """
    paid = np.asarray(capital, dtype=float)
    age = paid.shape[-1] - np.arange(paid.shape[-1])
    worth = paid * np.asarray(kept_per_year, dtype=float)[..., np.newaxis] ** (age / 12)
    if life_months is not None:
        last = whole_months_down(life_months) + whole_months_up(lead_months)
        worth = np.where(age <= last[..., np.newaxis], worth, 0.0)
    return np.asarray(worth.sum(axis=-1))
