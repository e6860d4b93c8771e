"""Two stacks side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.report.flowables.stack import cut_stack, draw_stack, stack_height

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.flowables.flowable import Flowable


@dataclass(frozen=True)
class Pair:
    """A left and a right stack, read in this order."""

    left: tuple[Flowable, ...]
    right: tuple[Flowable, ...]
    ratio: float
    gap: float

    before = 15
    after = 15
    leads = False

    def height(self, width: float) -> float:
        """The higher of the two."""
        left, right = halves(width, self.ratio, self.gap)
        return max(stack_height(self.left, left), stack_height(self.right, right))

    def draw(self, place: Place) -> None:
        """Left, then right."""
        left, right = halves(place.width, self.ratio, self.gap)
        draw_stack(self.left, place.moved(width=left))
        draw_stack(self.right, place.moved(right=left + self.gap, width=right))

    def split(self, width: float, room: float) -> tuple[Pair, Pair] | None:
        """Cut both stacks; None when nothing of either fits."""
        left, right = halves(width, self.ratio, self.gap)
        left_cut = cut_stack(self.left, left, room)
        right_cut = cut_stack(self.right, right, room)
        if not (left_cut[0] or right_cut[0]):
            return None
        return (
            replace(self, left=left_cut[0], right=right_cut[0]),
            replace(self, left=left_cut[1], right=right_cut[1]),
        )


def halves(width: float, ratio: float, gap: float) -> tuple[float, float]:
    """Widths of the two stacks, points."""
    left = (width - gap) * ratio
    return left, width - gap - left
