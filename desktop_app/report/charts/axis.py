"""Ticks, their numbers, and labels that keep apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MINUS = "\u2212"


def ticks(top: float, most: int = 5) -> list[float]:
    """Round values from zero up to ``top``, at most ``most`` steps.

    Returns:
        At least zero itself.
    """
    if top <= 0:
        return [0.0]
    rough = top / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each for each in (factor * power for factor in STEPS) if each >= rough * 0.999)
    return [number * step for number in range(int(top / step + 1e-9) + 1)]


def tick_text(value: float) -> str:
    """A tick's number with up to three significant digits and a true minus."""
    text = f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return text.replace("-", MINUS)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move positions apart to at least ``gap``, as little as may be, in their order.

    Neighbours that touch form a block that sits at the mean of what its members want. Everything
    stays between ``low`` and ``high`` as long as it fits there.
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], wanted, gap, (low, high)):
            blocks[-2].extend(blocks.pop())
    found = [0.0] * len(wanted)
    for block in blocks:
        start = _start(block, wanted, gap, (low, high))
        for number, place in enumerate(block):
            found[place] = start + number * gap
    return found


def _start(
    block: Sequence[int], wanted: Sequence[float], gap: float, limits: tuple[float, float]
) -> float:
    length = gap * (len(block) - 1)
    mean = sum(wanted[place] for place in block) / len(block) - length / 2
    return max(limits[0], min(mean, limits[1] - length))


def _touch(
    lower: Sequence[int],
    upper: Sequence[int],
    wanted: Sequence[float],
    gap: float,
    limits: tuple[float, float],
) -> bool:
    end = _start(lower, wanted, gap, limits) + gap * (len(lower) - 1)
    return _start(upper, wanted, gap, limits) < end + gap - 1e-9
