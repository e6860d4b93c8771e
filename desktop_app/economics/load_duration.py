"""How unevenly a load falls within a month, in one number: its peak over its mean.

The load-duration curve sorts the moments of a month from the busiest to the quietest. With the
mean as the unit, ours is L(x) = p (1 - x) ^ (p - 1) for the share x of the time: its mean is 1,
its peak p, it is flat at p = 1 and ever more pointed as p grows. An average alone would never
overflow a capacity above it; the curve says how much does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


def load(share_of_time: Value, peak: Value) -> Array:
    """Return the load that is reached or exceeded for a share of the time.

    Args:
        share_of_time: 0 for the busiest moment, 1 for the quietest. ``[...]``, 1.
        peak: Highest load over the mean load. ``[...]``, 1, at least 1.

    Returns:
        p (1 - x) ^ (p - 1). ``[...]``, multiples of the mean load.
    """
    peaks = _at_least_one(peak)
    return np.asarray(peaks * (1 - np.asarray(share_of_time, dtype=float)) ** (peaks - 1))


def overflow_share(capacity: Value, peak: Value) -> Array:
    """Return the share of the volume that a capacity cannot carry.

    Args:
        capacity: What can be carried at any moment. ``[...]``, multiples of the mean load, >= 0.
        peak: Highest load over the mean load. ``[...]``, 1, at least 1.

    Returns:
        Integral of max(L(x) - c, 0), between 0 and 1. ``[...]``, 1.

    Source:
        L(x) > c for x < 1 - (c/p) ^ (1/(p-1)); integrating there gives
        1 - (c/p) ^ (p/(p-1)) - c (1 - (c/p) ^ (1/(p-1))), written below as
        1 - c + c (p-1)/p (c/p) ^ (1/(p-1)), which is max(1 - c, 0) in the limit p = 1. Compared
        with the numeric integral in tests/economics/test_load_duration.py.
    """
    peaks = _at_least_one(peak)
    room = np.minimum(np.asarray(capacity, dtype=float), peaks)
    if np.any(room < 0):
        raise Refused("A capacity is below zero.", "Enter a capacity of zero or more.")
    above_mean = np.maximum(peaks - 1, np.finfo(float).tiny)
    pointed = room * (peaks - 1) / peaks * (room / peaks) ** (1 / above_mean)
    return np.asarray(np.clip(1 - room + pointed, 0.0, 1.0))


def _at_least_one(peak: Value) -> Array:
    peaks = np.asarray(peak, dtype=float)
    if np.any(peaks < 1):
        raise Refused(
            f"A peak of {peaks.min():g} times the mean load lies below the mean.",
            "Enter a peak-to-mean ratio of at least 1.",
        )
    return peaks
