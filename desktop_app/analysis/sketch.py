"""The shape of an estimate, small enough to stand beside the boxes it is typed into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.uncertainty import pert

if TYPE_CHECKING:
    from desktop_app.decision import Quantity

_POINTS = 65


@dataclass(frozen=True)
class Sketch:
    """A density between its lowest and its highest value.

    Attributes:
        points: From left to right, each across and up, both from 0 to 1.
        likely: How far across the most likely value stands.
        low: The value that one draw in ten lies below, in the quantity's unit.
        middle: The value that half of the draws lie below.
        high: The value that nine draws in ten lie below.
    """

    points: tuple[tuple[float, float], ...]
    likely: float
    low: float
    middle: float
    high: float


def sketch(quantity: Quantity) -> Sketch | None:
    """Draw the distribution that the simulation takes for a quantity; None for a fixed one.

    Source:
        The density of the beta behind ``uncertainty.pert.quantile``, scaled to a peak of 1.
    """
    low, high = quantity.bounds
    if not low < high:
        return None
    peak = (quantity.likely - low) / (high - low)
    across = np.linspace(0.0, 1.0, _POINTS)
    left, right = 4 * peak, 4 * (1 - peak)
    height = across**left * (1 - across) ** right
    height /= peak**left * (1 - peak) ** right  # the density is highest at the likely value
    p10, p50, p90 = pert.quantile(np.array([0.1, 0.5, 0.9]), (low, quantity.likely, high))
    points = tuple(zip(across.tolist(), height.tolist(), strict=True))
    return Sketch(points, peak, float(p10), float(p50), float(p90))
