"""The PERT distribution: a beta over a low, a most likely and a high value.

Its shape weighs the most likely value four times. Its standard deviation is that of its beta;
the classic (high - low) / 6 is another, rougher number and is not used.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value

Spread: TypeAlias = tuple[float, float, float]
"""Low, most likely and high value, in rising order."""

_KNOTS = 2049
_SHAPE = 4.0


def mean(spread: Spread) -> float:
    """Return (low + 4 likely + high) / 6."""
    low, likely, high = _in_order(spread)
    return (low + _SHAPE * likely + high) / (_SHAPE + 2)


def standard_deviation(spread: Spread) -> float:
    """Return that of the beta: the root of (mean - low) (high - mean) / 7."""
    low, likely, high = _in_order(spread)
    # rounding may put a mean beside a narrow range; these two distances cannot turn negative
    below = (high - low + _SHAPE * (likely - low)) / (_SHAPE + 2)
    above = (high - low + _SHAPE * (high - likely)) / (_SHAPE + 2)
    return float(np.sqrt(below * above / (_SHAPE + 3)))


def quantile(share: Value, spread: Spread) -> Array:
    """Return the value that a share of the distribution lies below.

    Args:
        share: Between 0 and 1. ``[...]``, 1.
        spread: Low, most likely and high value.

    Returns:
        The inverse of the distribution function, within 1e-5 of the range (measured 1.2e-6
        against tests/uncertainty/pert_quantiles.yaml). ``[...]``, unit of the spread.

    Source:
        Beta(1 + 4 (likely - low) / (high - low), 1 + 4 (high - likely) / (high - low)) stretched
        from low to high; D. Vose, Risk Analysis, 3rd edition, appendix on distributions.
    """
    low, likely, high = _in_order(spread)
    shares = np.asarray(share, dtype=float)
    if low == high:
        return np.full(shares.shape, float(likely))
    below, places = _table(1 + _SHAPE * (likely - low) / (high - low))
    return np.asarray(low + (high - low) * np.interp(shares, below, places))


@lru_cache(maxsize=256)
def _table(alpha: float) -> tuple[Array, Array]:
    """The share below each of some places from 0 to 1, by Gauss-Legendre between them.

    The places crowd at both ends, where the inverse is steepest.
    """
    even = np.linspace(0.0, 1.0, _KNOTS)
    places = even * even * (3 - 2 * even)
    nodes, weights = np.polynomial.legendre.leggauss(8)
    half = np.diff(places)[:, np.newaxis] / 2
    at = places[:-1, np.newaxis] + half * (nodes + 1)
    density = at ** (alpha - 1) * (1 - at) ** (_SHAPE + 1 - alpha)
    below = np.concatenate([[0.0], np.cumsum((density * weights * half).sum(axis=1))])
    below /= below[-1]
    below.setflags(write=False)
    places.setflags(write=False)
    return below, places


def _in_order(spread: Spread) -> Spread:
    low, likely, high = spread
    if not low <= likely <= high:
        raise Refused(
            f"The values {low:g}, {likely:g} and {high:g} are not in rising order.",
            "Enter low, most likely and high so that each is at least the one before.",
        )
    return spread
