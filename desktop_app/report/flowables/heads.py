"""The head of a table: signs, names and units, standing on the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.flowables.widths import Need
from desktop_app.report.lines import broken, longest_word, unbroken
from desktop_app.report.marks import SLOT, draw_mark
from desktop_app.report.style import face

if TYPE_CHECKING:
    from desktop_app.report.canvas import Place
    from desktop_app.report.tables import Column
    from desktop_app.report.tags import Element

ABOVE_RULE, MARK_HEIGHT = 4.0, 10.0


@dataclass(frozen=True)
class Heads:
    """Heads of all columns."""

    columns: tuple[Column, ...]

    @property
    def shown(self) -> bool:
        """Whether any column has a head."""
        return any(column.head for column in self.columns)

    def need(self, place: int) -> Need:
        """What the head of one column asks for."""
        column, name, unit = self.columns[place], face("head"), face("head_unit")
        below = unbroken(column.unit, unit).width
        natural = max(unbroken(column.head, name).width, below, SLOT * len(column.marks))
        return Need(natural, max(longest_word(column.head, name), below), 0)

    def height(self, widths: tuple[float, ...]) -> float:
        """The highest head and the space down to the rule; nothing without heads."""
        if not self.shown:
            return 0.0
        pairs = zip(self.columns, widths, strict=True)
        return max(_height(column, width) for column, width in pairs) + ABOVE_RULE

    def draw(
        self, place: Place, widths: tuple[float, ...], gap: float, section: Element | None
    ) -> None:
        """Draw the heads, tagged below ``section``, or as decoration when there is none."""
        height, x = self.height(widths) - ABOVE_RULE, 0.0
        row = section.add("TR") if section else None
        for column, width in zip(self.columns, widths, strict=True):
            down = height - _height(column, width)
            spot = place.moved(right=x, down=down, width=width)
            _draw_marks(column, spot)
            spot = spot.moved(down=MARK_HEIGHT if column.marks else 0)
            if row:
                scope = {"Table": {"Scope": "/Column"}}
                _write(column, spot.below(row.add("TH", attributes=scope)))
            else:
                with place.pen.artifact():
                    _write(column, spot)
            x += width + gap


def _height(column: Column, width: float) -> float:
    lines = len(broken(column.head, face("head"), width)) * face("head").leading
    unit = face("head_unit").leading if column.unit else 0
    return lines + unit + (MARK_HEIGHT if column.marks else 0)


def _draw_marks(column: Column, place: Place) -> None:
    with place.pen.artifact():
        for number, mark in enumerate(column.marks):
            back = SLOT * number + 0.4 * SLOT
            x = place.x + back if column.align == "left" else place.x + place.width - back
            draw_mark(place.pen, mark, (x, place.top - 0.5 * MARK_HEIGHT))


def _write(column: Column, place: Place) -> None:
    name, unit = face("head"), face("head_unit")
    lines = broken(column.head, name, place.width)
    write_lines(place, lines, name, column.align)
    if column.unit:
        under = place.moved(down=len(lines) * name.leading)
        write_lines(under, (unbroken(column.unit, unit),), unit, column.align)
