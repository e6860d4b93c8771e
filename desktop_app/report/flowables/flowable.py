"""What every block on a page can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place


class Flowable(Protocol):
    """A block that can be measured, drawn and, where it makes sense, split."""

    @property
    def before(self) -> float:
        """Space it wants above; between two blocks the larger wish counts. Points."""

    @property
    def after(self) -> float:
        """Space it wants below, points."""

    @property
    def leads(self) -> bool:
        """Whether it speaks of the next block, so that nothing may come between."""

    def height(self, width: float) -> float:
        """Height in points when set ``width`` points wide."""

    def draw(self, place: Place) -> None:
        """Draw with the upper left corner at ``place``, as the last child of its element."""

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Cut so that the first part is at most ``room`` points high; None if it cannot be."""


class Whole:
    """A block that is never split."""

    before: float = 8
    after: float = 8
    leads: bool = False

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It stays in one piece."""
        return
