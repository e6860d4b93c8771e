"""How volumes and prices move from month to month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


def volume_by_month(
    first: Value, growth_first_year: Value, growth_later: Value, months: int
) -> Array:
    """Let a volume grow by one rate a month in the first year and by another after it.

    Args:
        first: Volume of the first month. ``[...]``, any unit per month.
        growth_first_year: 0.04 for 4 % from each of the first twelve months to the next, month
            13 excluded. ``[...]``, 1/month, >= -1.
        growth_later: The same for month 13 and later. ``[...]``, 1/month, >= -1.
        months: Length of the horizon.

    Returns:
        first (1 + g1) ^ min(m, 11) (1 + g2) ^ max(m - 11, 0), m = 0 for the first month.
        ``[..., months]``, unit of ``first``.
    """
    month = np.arange(months)
    early = _by_month(1 + np.asarray(growth_first_year, dtype=float)) ** np.minimum(month, 11)
    later = _by_month(1 + np.asarray(growth_later, dtype=float)) ** np.maximum(month - 11, 0)
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
