"""Numbered points."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import Line, broken, runs
from desktop_app.report.runs import Run
from desktop_app.report.style import face

if TYPE_CHECKING:
    from desktop_app.report.blocks import Point
    from desktop_app.report.canvas import Place

INDENT, BETWEEN = 15.0, 4.0


@dataclass(frozen=True)
class Points:
    """A list numbered from ``first``; it splits between points."""

    items: tuple[Point, ...]
    first: int = 1
    token: object = field(default_factory=object, compare=False)

    before = 6
    after = 10
    leads = False

    def height(self, width: float) -> float:
        """All points with the gaps between them."""
        leading = face("body").leading
        lines = sum(len(_lines(item, width - INDENT)) for item in self.items)
        return lines * leading + BETWEEN * (len(self.items) - 1)

    def draw(self, place: Place) -> None:
        """One list item for each point: its number, then its words."""
        attributes = {"List": {"ListNumbering": "/Decimal"}}
        whole = place.pen.tree.once(self.token, "L", place.parent, attributes)
        style, down = face("body"), 0.0
        for number, item in enumerate(self.items, self.first):
            lines = _lines(item, place.width - INDENT)
            self._draw(place.moved(down=down).below(whole.add("LI")), number, lines)
            down += len(lines) * style.leading + BETWEEN

    def _draw(self, place: Place, number: int, lines: list[Line]) -> None:
        style, item = face("body"), place.parent
        label = broken(str(number), style.strong(), INDENT)
        write_lines(place.below(item.add("Lbl")), label, style)
        write_lines(place.moved(right=INDENT).below(item.add("LBody")), lines, style)

    def split(self, width: float, room: float) -> tuple[Points, Points] | None:
        """Cut between two points."""
        for count in range(len(self.items) - 1, 0, -1):
            head = replace(self, items=self.items[:count])
            if head.height(width) <= room:
                tail = replace(self, items=self.items[count:], first=self.first + count)
                return head, tail
        return None


def _lines(item: Point, width: float) -> list[Line]:
    lead = (Run(f"{item.lead} ", "strong"),) if item.lead else ()
    words = broken((*lead, *runs(item.text)), face("body"), width)
    aside = broken((Run(item.aside, "quiet"),), face("body"), width) if item.aside else ()
    return [*words, *aside]
