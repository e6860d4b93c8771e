"""How wide the columns of a table become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Need:
    """What a column asks for, points; weight 0 asks for its natural width and no more."""

    natural: float
    least: float
    weight: float


def column_widths(needs: Sequence[Need], width: float) -> tuple[float, ...]:
    """Share out ``width`` points.

    Columns without weight take their natural width, the others share the rest by weight but get
    at least what their longest word needs. When that is too much, columns give way towards their
    least width; beyond it the widest give way first, for a long name may be cut, a date may not.
    """
    asked = tuple(_shared(needs, width))
    total = sum(asked)
    if total <= width + 0.01:
        return _filled(needs, asked, width)
    spare = [max(0.0, got - need.least) for got, need in zip(asked, needs, strict=True)]
    if sum(spare) >= total - width:
        cut = (total - width) / sum(spare)
        return tuple(got - cut * give for got, give in zip(asked, spare, strict=True))
    return _capped([min(got, n.least) for got, n in zip(asked, needs, strict=True)], width)


def _capped(least: Sequence[float], width: float) -> tuple[float, ...]:
    """Lower the widest columns to one width at which all together fit."""
    left = width
    for place, each in enumerate(sorted(least)):
        cap = left / (len(least) - place)
        if each > cap:
            return tuple(min(one, cap) for one in least)
        left -= each
    return tuple(least)


def _shared(needs: Sequence[Need], width: float) -> list[float]:
    """Natural widths, and shares of the rest that are never below the least."""
    got = [need.natural if need.weight == 0 else -1.0 for need in needs]
    while True:
        left = width - sum(each for each in got if each >= 0)
        open_weight = sum(n.weight for n, each in zip(needs, got, strict=True) if each < 0)
        if open_weight == 0:
            return got
        part = max(left, 0) / open_weight
        short = [k for k, n in enumerate(needs) if got[k] < 0 and n.weight * part < n.least]
        if not short:
            return [n.weight * part if got[k] < 0 else got[k] for k, n in enumerate(needs)]
        for place in short:
            got[place] = needs[place].least


def _filled(needs: Sequence[Need], asked: Sequence[float], width: float) -> tuple[float, ...]:
    """Without any weight the first column takes what is left, so that the rest stays flush."""
    left = width - sum(asked)
    if left <= 0.01 or any(need.weight for need in needs):
        return tuple(asked)
    return (asked[0] + left, *asked[1:])
