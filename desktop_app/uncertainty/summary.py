"""What a set of draws says, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.figures import Array, Value


@dataclass(frozen=True, eq=False)
class Percentiles:
    """The values that 5, 10, 50, 90 and 95 % of the draws lie at or below. Each ``[...]``."""

    p05: Array
    p10: Array
    p50: Array
    p90: Array
    p95: Array


def percentiles(draws: Array) -> Percentiles:
    """Summarise draws, which stand on the first axis.

    Args:
        draws: ``[draws]`` or ``[draws, months]``. NaN stands for "never" and counts as later
            than any number.

    Returns:
        Same unit; NaN where so many draws are "never" that the percentile is among them.
    """
    return Percentiles(*quantiles(draws, (0.05, 0.10, 0.50, 0.90, 0.95)))


def quantiles(draws: Array, levels: Sequence[float]) -> Array:
    """Return any quantiles of draws, which stand on the first axis.

    Args:
        draws: As for ``percentiles``. ``[draws, ...]``.
        levels: Shares between 0 and 1.

    Returns:
        ``[levels, ...]``, unit of the draws.

    Source:
        Linear between the sorted draws: definition 7 of Hyndman and Fan, The American
        Statistician 50 (1996) 361-365.
    """
    rising = np.sort(np.asarray(draws, dtype=float), axis=0)
    place = np.asarray(levels, dtype=float) * (rising.shape[0] - 1)
    below = np.floor(place).astype(int)
    share = (place - below).reshape(-1, *[1] * (rising.ndim - 1))
    low, high = rising[below], rising[np.ceil(place).astype(int)]
    return np.asarray(low + share * (high - low))


def share_of(holds: Array) -> Array:
    """Return the share of draws in which something holds. ``[draws, ...]`` in, ``[...]`` out."""
    return np.asarray(np.mean(np.asarray(holds, dtype=float), axis=0))


def standard_error_of_mean(draws: Array) -> Array:
    """Return how far the mean of some draws may lie from the true one.

    Args:
        draws: ``[draws, ...]``.

    Returns:
        Standard deviation / root of the count; NaN for a single draw. It is that of independent
        draws: stratified ones do better, so it errs on the careful side. ``[...]``, same unit.
    """
    values = np.asarray(draws, dtype=float)
    if values.shape[0] < 2:
        return np.full(values.shape[1:], np.nan)
    return np.asarray(values.std(axis=0, ddof=1) / np.sqrt(values.shape[0]))


def standard_error_of_share(share: Value, count: int) -> Array:
    """Return how far a share of some draws may lie from the true one.

    Args:
        share: Share of the draws in which something holds. ``[...]``, 1.
        count: Number of draws.

    Returns:
        Root of share (1 - share) / count, for independent draws. ``[...]``, 1.
    """
    shares = np.asarray(share, dtype=float)
    return np.asarray(np.sqrt(shares * (1 - shares) / count))
