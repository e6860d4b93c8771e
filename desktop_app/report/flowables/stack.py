"""Blocks one below the other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.report.canvas import Place
    from desktop_app.report.flowables.flowable import Flowable

TIGHTEST = 0.55
"""Gaps never shrink further than this."""

Cut = tuple[tuple["Flowable", ...], tuple["Flowable", ...]]


def gap(above: Flowable, below: Flowable) -> float:
    """Space between two blocks: the larger of what they want; a leader decides for itself."""
    return above.after if above.leads else max(above.after, below.before)


def stack_height(blocks: Sequence[Flowable], width: float) -> float:
    """Height of all blocks with the gaps between them, points."""
    heights = sum(block.height(width) for block in blocks)
    return heights + sum(gap(a, b) for a, b in itertools.pairwise(blocks))


def tightened(blocks: Sequence[Flowable], width: float, room: float) -> float:
    """By what factor the gaps must shrink for all blocks to fit; 1 when they fit as they are.

    Returns:
        0 when they would have to shrink too far to tell one thought from the next.
    """
    excess = stack_height(blocks, width) - room
    if excess <= 0.01:
        return 1.0
    gaps = sum(gap(a, b) for a, b in itertools.pairwise(blocks))
    factor = 1 - excess / gaps if gaps else 0.0
    return factor if factor >= TIGHTEST else 0.0


def draw_stack(blocks: Sequence[Flowable], place: Place, tight: float = 1.0) -> None:
    """Draw blocks from the top of ``place`` down, their gaps shrunk by ``tight``."""
    down = 0.0
    for number, block in enumerate(blocks):
        if number:
            down += gap(blocks[number - 1], block) * tight
        block.draw(place.moved(down=down))
        down += block.height(place.width)


def cut_stack(blocks: Sequence[Flowable], width: float, room: float) -> Cut:
    """Divide blocks into those that fit into ``room`` points and the rest.

    A block may be split; a leader goes with what it leads. When nothing fits, the first part is
    empty.
    """
    used, fitting = 0.0, 0
    while fitting < len(blocks):
        space = gap(blocks[fitting - 1], blocks[fitting]) if fitting else 0.0
        height = blocks[fitting].height(width)
        if used + space + height > room + 0.01:
            halves = blocks[fitting].split(width, room - used - space)
            if halves is None:
                break
            return (*blocks[:fitting], halves[0]), (halves[1], *blocks[fitting + 1 :])
        used += space + height
        fitting += 1
    while fitting and fitting < len(blocks) and blocks[fitting - 1].leads:
        fitting -= 1
    return tuple(blocks[:fitting]), tuple(blocks[fitting:])
