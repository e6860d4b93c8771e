"""The field of a plot over months: where months and money stand, and its grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop_app.analysis.drawing.scale import tick_texts, ticks
from desktop_app.ui.charts.lettering import beside, write
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from collections.abc import Sequence

Places: TypeAlias = np.typing.NDArray[np.float64]
"""Points as rows of two pixels: across and down."""

_MOST_TICKS = 4
_HEADROOM = 1.02


@dataclass(frozen=True)
class Field:
    """A rectangle in which months run to the right and money upwards.

    Attributes:
        area: In pixels.
        months: What its right edge stands for; its left edge is the signing.
        low: What its lower edge stands for.
        high: What its upper edge stands for.
    """

    area: QRectF
    months: int
    low: float
    high: float

    def at(self, month: float, value: float) -> QPointF:
        """Return the place of a value at a month."""
        return QPointF(
            self.area.left() + month * self._across,
            self.area.bottom() - (value - self.low) * self._up,
        )

    def through(self, values: Sequence[float], steps: int = 4) -> Places:
        """Return places along a line, some for each month: across and down, in pixels."""
        whole = max(len(values) - 1, 0)
        months = np.linspace(0, whole, whole * steps + 1)
        found = np.interp(months, np.arange(len(values)), values) if values else np.zeros(1)
        return np.column_stack(
            [
                self.area.left() + months * self._across,
                self.area.bottom() - (found - self.low) * self._up,
            ]
        )

    def window(
        self, width: float, height: float
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the months and the money at the edges of a view as large as the whole widget."""
        left = -self.area.left() / self._across
        right = left + width / self._across
        top = self.high + self.area.top() / self._up
        bottom = top - height / self._up
        return (left, right), (bottom, top)

    @property
    def _across(self) -> float:
        return max(self.area.width(), 1.0) / max(self.months, 1)

    @property
    def _up(self) -> float:
        return max(self.area.height(), 1.0) / ((self.high - self.low) or 1.0)


def limits(values: Sequence[float]) -> tuple[float, float]:
    """Return where the money axis begins and ends: it always holds zero."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return min(low, 0.0) * _HEADROOM, max(high * _HEADROOM, 0.0) or 1.0


def marks_between(low: float, high: float) -> tuple[float, ...]:
    """Return the round numbers to name on an axis, four at the most."""
    for most in range(_MOST_TICKS + 1, 0, -1):
        found = tuple(mark for mark in ticks(low, high, most) if low <= mark <= high)
        if len(found) <= _MOST_TICKS:
            return found
    return (0.0,)


def draw_grid(painter: QPainter, field: Field, named: Sequence[tuple[float, str]]) -> None:
    """Draw level lines with their amounts, the line of zero, and what is named below.

    Args:
        painter: Where to draw.
        field: The places.
        named: Places from left to right, in months, with their texts.
    """
    theme, area = current(), field.area
    font, quiet = theme.font("small"), theme.colour("text_tertiary")
    marks = marks_between(field.low, field.high)
    for value, text in zip(marks, tick_texts(marks), strict=True):
        y = round(field.at(0, value).y()) + 0.5
        painter.setPen(QPen(theme.colour("control_border" if value == 0 else "plot_grid"), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        place = beside(text, font, area.left() - theme.px(8), y, "right")
        write(painter, text, font, quiet, place)
    foot = round(area.bottom()) + 0.5
    for month, text in named:
        x = round(field.at(month, 0).x()) + 0.5
        painter.setPen(QPen(theme.colour("control_border"), 1))
        painter.drawLine(QPointF(x, foot), QPointF(x, foot + theme.px(3)))
        label = beside(text, font, x, foot + theme.px(16), "middle")
        write(painter, text, font, quiet, label)
