"""How volumes and prices move from month to month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


def volume_by_month(
    first: Value, growth_first_year: Value, growth_later: Value, months: int
) -> Array:
    """Let a volume grow, every month by the same factor within a year.

    The steps into months 1 to 12 compound to the first year's growth, so that month 12 is
    ``first`` times (1 + growth of the first year); every later step follows the later growth.

    Args:
        first: Volume in month 0. ``[...]``, any unit per month.
        growth_first_year: 0.5 for half as much again within a year. ``[...]``, 1/year, >= -1.
        growth_later: Growth a year after that. ``[...]``, 1/year, >= -1.
        months: Length of the horizon.

    Returns:
        first (1 + g1) ^ (min(m, 12) / 12) (1 + g2) ^ (max(m - 12, 0) / 12).
        ``[..., months]``, unit of ``first``.
    """
    month = np.arange(months)
    early = _by_month(1 + np.asarray(growth_first_year, dtype=float)) ** (
        np.minimum(month, 12) / 12
    )
    later = _by_month(1 + np.asarray(growth_later, dtype=float)) ** (
        np.maximum(month - 12, 0) / 12
    )
    return np.asarray(_by_month(first) * early * later)


def price_by_month(first: Value, annual_trend: Value, months: int) -> Array:
    """Let a price follow its yearly trend, a step every month.

    Args:
        first: Price in month 0. ``[...]``, currency per any unit.
        annual_trend: -0.2 for a fifth cheaper every year. ``[...]``, 1/year, >= -1.
        months: Length of the horizon.

    Returns:
        first (1 + trend) ^ (m / 12). ``[..., months]``, unit of ``first``.
    """
    factor = _by_month(1 + np.asarray(annual_trend, dtype=float))
    return np.asarray(_by_month(first) * factor ** (np.arange(months) / 12))


def _by_month(value: Value) -> Array:
    return np.asarray(value, dtype=float)[..., np.newaxis]
