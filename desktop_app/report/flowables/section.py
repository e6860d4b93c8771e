"""The message above a chart, a table or a list, with who, what and when below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import broken
from desktop_app.report.style import face, space

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.runs import Text

RULE_GAP = 3.5


@dataclass(frozen=True)
class SectionHead(Whole):
    """A heading of the second level."""

    message: Text
    caption: Text = ""
    ruled: bool = False

    leads = True

    @property
    def before(self) -> float:  # type: ignore[override]
        """Room that sets a new thought apart."""
        return space("before_section")

    @property
    def after(self) -> float:  # type: ignore[override]
        """Close to what it speaks of."""
        return space("after_section")

    def height(self, width: float) -> float:
        """Message, caption and rule."""
        lines = len(broken(self.message, face("message"), width))
        total = lines * face("message").leading
        if self.caption:
            total += len(broken(self.caption, face("caption"), width)) * face("caption").leading
        return total + (RULE_GAP if self.ruled else 0)

    def draw(self, place: Place) -> None:
        """Heading, then caption, then rule."""
        message, caption = face("message"), face("caption")
        lines = broken(self.message, message, place.width)
        write_lines(place.below(place.parent.add("H2")), lines, message)
        if self.caption:
            under = place.moved(down=len(lines) * message.leading)
            below = broken(self.caption, caption, place.width)
            write_lines(under.below(place.parent.add("P")), below, caption)
        if self.ruled:
            with place.pen.artifact():
                place.pen.rule(place.x, place.top - self.height(place.width), place.width)
