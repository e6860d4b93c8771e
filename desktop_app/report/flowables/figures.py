"""The strip of key figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import Line, broken, unbroken
from desktop_app.report.style import HAIR, face

if TYPE_CHECKING:
    from desktop_app.report.blocks import KeyFigure
    from desktop_app.report.canvas import Place
    from desktop_app.report.style import TextStyle

PAD, INSET, SMALLEST = 6.0, 8.5, 5.0


@dataclass(frozen=True)
class Strip(Whole):
    """Figures side by side between two rules, apart by thin upright lines."""

    items: tuple[KeyFigure, ...]
    size: str

    before = 10
    after = 10

    def height(self, width: float) -> float:
        """The tallest figure and the padding."""
        inner = width / len(self.items) - INSET
        return max(self._needs(item, inner) for item in self.items) + 2 * PAD

    def _needs(self, item: KeyFigure, width: float) -> float:
        return self._style(item, width).leading + len(_caption(item, width)) * _small().leading

    def _style(self, item: KeyFigure, width: float) -> TextStyle:
        """The largest size in which value and unit fit on their line."""
        style = face(f"figure_{self.size}")
        while _value(item, style).width > width and style.size > SMALLEST:
            style = replace(style, size=style.size - 0.5)
        return style if item.tone == "neutral" else style.coloured(item.tone)

    def draw(self, place: Place) -> None:
        """Rules first, then one paragraph for each figure."""
        height, each = self.height(place.width), place.width / len(self.items)
        with place.pen.artifact():
            place.pen.rule(place.x, place.top, place.width)
            place.pen.rule(place.x, place.top - height, place.width)
            for number in range(1, len(self.items)):
                x = place.x + number * each
                place.pen.path(((x, place.top), (x, place.top - height)), HAIR, "hairline")
        for number, item in enumerate(self.items):
            inset = INSET if number else 0
            spot = place.moved(right=number * each + inset, down=PAD, width=each - INSET)
            self._draw(item, spot.below(place.parent.add("P")))

    def _draw(self, item: KeyFigure, place: Place) -> None:
        style = self._style(item, place.width)
        write_lines(place, (_value(item, style),), style)
        under = place.moved(down=style.leading)
        write_lines(under, _caption(item, place.width), _small())


def _value(item: KeyFigure, style: TextStyle) -> Line:
    """Value and unit on one line; a narrow value takes its unit down with it."""
    small = face("figure_unit")
    small = replace(small, size=min(small.size, style.size))
    unit = unbroken(f"\u2002{item.unit}" if item.unit else "", small)
    return Line((*unbroken(item.value, style).letters, *unit.letters))


def _small() -> TextStyle:
    return face("figure_caption")


def _caption(item: KeyFigure, width: float) -> list[Line]:
    return [line for text in item.caption for line in broken(text, _small(), width)]
