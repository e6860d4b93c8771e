"""The decision sought, or a quotation: large, with a bar at its left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import broken
from desktop_app.report.style import face

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.runs import Text

BAR, INDENT = 2.4, 11.5


@dataclass(frozen=True)
class Quotation(Whole):
    """A label and words in larger type."""

    label: str
    text: Text

    before = 12
    after = 10

    def height(self, width: float) -> float:
        """Label and lines."""
        lines = broken(self.text, face("sought"), width - INDENT)
        return face("sought_label").leading + len(lines) * face("sought").leading

    def draw(self, place: Place) -> None:
        """Bar, label, words."""
        height = self.height(place.width)
        with place.pen.artifact():
            place.pen.box((place.x, place.top - height), (BAR, height), "ink")
        inner = place.moved(right=INDENT)
        label, words = face("sought_label"), face("sought")
        write_lines(
            inner.below(place.parent.add("P")), broken(self.label, label, inner.width), label
        )
        under = inner.moved(down=label.leading).below(place.parent.add("P"))
        write_lines(under, broken(self.text, words, inner.width), words)
