"""What every drawn chart can do, and the figure it becomes on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.report.flowables.flowable import Whole

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.tags import Attributes


class Plot(Protocol):
    """A chart that draws itself to any scale."""

    def fit(self, width: float) -> float:
        """The largest scale at which it fits, points per unit; 0 when it has no lengths."""

    def height(self, width: float, scale: float) -> float:
        """Height at a width and scale, points."""

    def draw(self, place: Place, scale: float) -> None:
        """Draw from the upper left corner of ``place``; tags are not its business."""


@dataclass(frozen=True)
class FigureBlock(Whole):
    """A plot with its alternative text, one Figure of the structure."""

    plot: Plot
    scale: float
    alt: str

    before = 4
    after = 10

    def height(self, width: float) -> float:
        """That of the plot."""
        return self.plot.height(width, self.scale)

    def draw(self, place: Place) -> None:
        """The whole drawing is one stretch of content."""
        bottom = place.top - self.height(place.width)
        box = [round(edge, 2) for edge in (place.x, bottom, place.x + place.width, place.top)]
        layout: Attributes = {"Layout": {"Placement": "/Block", "BBox": box}}
        with place.pen.tagged(place.parent.add("Figure", self.alt, layout)):
            self.plot.draw(place, self.scale)
