"""Which option costs least, how surely, and when that is too close to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from desktop_app.figures import Array

UNSURE: Final = "chance_below_limit"
NARROW: Final = "gap_below_limit"
DIVIDED: Final = "money_and_value_differ"


def chance_cheapest(costs: Array) -> Array:
    """Return the share of draws in which each option costs least.

    Args:
        costs: Cost of each option under the same draws. ``[options, draws]``, currency.

    Returns:
        Shares that sum to 1; options that tie in a draw share it. ``[options]``, 1.
    """
    values = np.asarray(costs, dtype=float)
    least = values == values.min(axis=0)
    return np.asarray((least / least.sum(axis=0)).mean(axis=1))


def regret(costs: Array) -> Array:
    """Return what each option costs beyond the one that would have been cheapest.

    Args:
        costs: Cost of each option under the same draws. ``[options, draws]``, currency.

    Returns:
        Never below 0. ``[options, draws]``, currency.
    """
    values = np.asarray(costs, dtype=float)
    return np.asarray(values - values.min(axis=0))


def gap_to_next(costs: Array) -> float:
    """Return by how much the second cheapest option exceeds the cheapest, as its share.

    Args:
        costs: One cost for each option. ``[options]``, currency, above 0.

    Returns:
        (second - first) / first; infinite when there is no second or the first is free.
    """
    rising = np.sort(np.asarray(costs, dtype=float))
    if rising.size < 2:
        return float("inf")
    if rising[0] <= 0:
        return float("inf") if rising[1] > rising[0] else 0.0
    return float((rising[1] - rising[0]) / rising[0])


def close_call(
    chance: float,
    gap_share: float,
    *,
    value_agrees: bool = True,
    least_chance: float = 0.6,
    least_gap: float = 0.05,
) -> tuple[str, ...]:
    """Say whether a recommendation is a close call, and by which rules.

    Args:
        chance: Chance that the recommended option is the cheapest. 1.
        gap_share: Gap to the next option over the recommended one's cost. 1.
        value_agrees: Whether the criteria other than money name the same option.
        least_chance: Below this chance it is a close call. 1.
        least_gap: Below this gap it is a close call. 1.

    Returns:
        The rules that fired, in this order: ``chance_below_limit``, ``gap_below_limit``,
        ``money_and_value_differ``. Empty for a clear recommendation.
    """
    rules = (
        (UNSURE, chance < least_chance),
        (NARROW, gap_share < least_gap),
        (DIVIDED, not value_agrees),
    )
    return tuple(reason for reason, fired in rules if fired)
