"""Signs drawn as shapes: the typeface has none of them, and a shape prints in grey too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.report.style import HEAVY

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.report.canvas import Pen, Spot
    from desktop_app.report.runs import Mark

SLOT = 14.0
"""Width kept for a mark before words, points."""

R = 3.2


def draw_mark(pen: Pen, mark: Mark, centre: Spot, size: float = 1.0) -> None:
    """Draw a mark around ``centre``; size 1 goes with text of 8 points."""
    MARKS[mark](pen, centre, R * size)


def _managed(pen: Pen, centre: Spot, r: float) -> None:
    pen.circle(centre, r, "managed")


def _partial(pen: Pen, centre: Spot, r: float) -> None:
    side = 0.92 * r
    pen.box((centre[0] - side, centre[1] - side), (2 * side, 2 * side), "partial")


def _hybrid(pen: Pen, centre: Spot, r: float) -> None:
    x, y = centre
    d = 1.18 * r
    pen.shape(((x - d, y), (x, y + d), (x + d, y), (x, y - d)), "hybrid")


def _self_managed(pen: Pen, centre: Spot, r: float) -> None:
    x, y = centre
    pen.shape(((x - 1.12 * r, y - r), (x, y + r), (x + 1.12 * r, y - r)), "self_managed")


def _pathway(pen: Pen, centre: Spot, r: float) -> None:
    """Left half a circle, right half a diamond, with a gap."""
    x, y = centre
    d = 1.18 * r
    pen.half_circle((x - 0.25, y), r, "managed")
    pen.shape(((x + 0.25, y + d), (x + 0.25 + d, y), (x + 0.25, y - d)), "hybrid")


def _baseline(pen: Pen, centre: Spot, r: float) -> None:
    pen.box((centre[0] - r, centre[1] - 0.27 * r), (2 * r, 0.54 * r), "stay")


def _measured(pen: Pen, centre: Spot, r: float) -> None:
    pen.circle(centre, 0.9 * r, "ink")


def _quoted(pen: Pen, centre: Spot, r: float) -> None:
    pen.circle(centre, 0.8 * r, "", "ink")
    pen.half_circle(centre, 0.8 * r, "ink")


def _published(pen: Pen, centre: Spot, r: float) -> None:
    pen.circle(centre, 0.8 * r, "", "ink")


def _assumed(pen: Pen, centre: Spot, r: float) -> None:
    pen.rule(centre[0] - 0.9 * r, centre[1], 1.8 * r, 1.2 * HEAVY)


MARKS: dict[str, Callable[[Pen, Spot, float], None]] = {
    "managed": _managed,
    "partial": _partial,
    "hybrid": _hybrid,
    "self_managed": _self_managed,
    "pathway": _pathway,
    "baseline": _baseline,
    "measured": _measured,
    "quoted": _quoted,
    "published": _published,
    "assumed": _assumed,
}
