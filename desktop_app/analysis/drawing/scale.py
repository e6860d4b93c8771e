"""Round numbers along an axis, and labels that make room for one another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.time_charts import Curves


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Return round numbers from zero outwards that cover a span: 0, 1, 2, 3."""
    span = max(high, 0.0) - min(low, 0.0)
    if span <= 0:
        return (0.0,)
    rough = span / most
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size >= rough * (1 - 1e-9))
    first, last = math.floor(min(low, 0.0) / step), math.ceil(max(high, 0.0) / step - 1e-9)
    return tuple(i * step for i in range(first, last + 1))


def tick_texts(values: Sequence[float]) -> tuple[str, ...]:
    """Write round numbers with the digits that tell them apart."""
    step = abs(values[1] - values[0]) if len(values) > 1 else 1.0
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return tuple(f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}") for value in values)


def month_ticks(count: int) -> tuple[int, ...]:
    """Return the months to name on an axis of so many: every sixth, twelfth or so."""
    step = next((s for s in (1, 2, 3, 6, 12, 24) if count / s <= 8), 24)
    return tuple(range(0, count + 1, step))


def named_across(chart: Curves, months: int) -> list[tuple[float, str]]:
    """Return the places to name below a chart of curves, in months or samples, with their texts.

    Args:
        chart: What is drawn.
        months: At its right edge.
    """
    if chart.across is not None:
        return list(chart.across.ticks)
    named = month_ticks(months)
    found = [(float(month), f"{month}" if month else "signing") for month in named]
    if named[-1]:
        found[-1] = (found[-1][0], f"{chart.month_word} {named[-1]}")
    return found


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move places apart to at least a gap, in their order, within limits where they fit."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: list[float] = []
    for i in order:
        least = placed[-1] + gap if placed else low
        placed.append(max(wanted[i], least))
    ceiling = high
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - gap
    found = [0.0] * len(wanted)
    for place, i in zip(placed, order, strict=True):
        found[i] = place
    return found
