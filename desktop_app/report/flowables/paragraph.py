"""Running text, headings and headlines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.report.lines import Line, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.report.canvas import Anchor, Place
    from desktop_app.report.lines import Letters
    from desktop_app.report.runs import Text
    from desktop_app.report.style import TextStyle
    from desktop_app.report.tags import Element

WIDOW = 2
"""Fewest lines of a paragraph on either side of a page turn."""


@dataclass(frozen=True)
class Words:
    """A text set in lines, tagged as ``tag``.

    Attributes:
        tag: "P", "H1", "H2", or empty to write straight into the element it stands in.
        token: Tells apart two equal texts; the parts of a split text share it.
        lines: Set when this is a part of a split text.
    """

    text: Text
    style: TextStyle
    tag: str = "P"
    anchor: Anchor = "left"
    before: float = 8
    after: float = 8
    leads: bool = False
    token: object = field(default_factory=object, compare=False)
    lines: tuple[Line, ...] = ()

    def set_lines(self, width: float) -> tuple[Line, ...]:
        """Its lines at a width."""
        return self.lines or broken(self.text, self.style, width)

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self.set_lines(width)) * self.style.leading

    def draw(self, place: Place) -> None:
        """Write the lines below an element of its own."""
        pen = place.pen
        element = pen.tree.once(self.token, self.tag, place.parent) if self.tag else place.parent
        write_lines(place.below(element), self.set_lines(place.width), self.style, self.anchor)

    def split(self, width: float, room: float) -> tuple[Words, Words] | None:
        """Cut between lines, leaving at least two on either side."""
        lines = self.set_lines(width)
        fit = min(int(room / self.style.leading), len(lines) - WIDOW)
        if fit < WIDOW:
            return None
        return self._part(lines[:fit]), self._part(lines[fit:])

    def _part(self, lines: tuple[Line, ...]) -> Words:
        return Words(
            self.text,
            self.style,
            self.tag,
            self.anchor,
            self.before,
            self.after,
            token=self.token,
            lines=lines,
        )


def write_lines(
    place: Place, lines: Sequence[Line], style: TextStyle, anchor: Anchor = "left"
) -> None:
    """Write lines into the place's element, from its top down; links get elements of their own."""
    y = place.top - style.baseline
    for line in lines:
        slack = {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor] * (place.width - line.width)
        _write(place, line, (place.x + slack, y))
        y -= style.leading


def _write(place: Place, line: Line, spot: tuple[float, float]) -> None:
    x, y = spot
    stretches = _stretches(line)
    for stretch in stretches:
        target = stretch[0].to
        element = _linked(place.parent, target)
        width = sum(part.width for part in stretch)
        with place.pen.tagged(element):
            place.pen.write(Line(stretch), x, y, ends=stretch is stretches[-1])
            if target:
                size = stretch[0].size
                place.pen.link(element, target, (x, y - 0.3 * size, x + width, y + size))
        x += width


def _linked(parent: Element, target: str) -> Element:
    return parent.add("Link") if target else parent


def _stretches(line: Line) -> list[tuple[Letters, ...]]:
    """Cut a line where a link starts or ends."""
    found: list[tuple[Letters, ...]] = []
    for part in line.letters:
        if found and found[-1][0].to == part.to:
            found[-1] = (*found[-1], part)
        else:
            found.append((part,))
    return found
