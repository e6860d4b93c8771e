"""A strip from P10 to P90 with the option's sign at its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.look import current
from desktop_app.ui.look.marks import draw_mark

if TYPE_CHECKING:
    from desktop_app.ui.look import Theme

_BAR, _OPACITY = 6.0, 0.34


class Ranged(Protocol):
    """A value with its range: a row of the panel, for one."""

    @property
    def mark(self) -> str:
        """Sign of the option."""

    @property
    def value(self) -> float:
        """Where its sign stands."""

    @property
    def low(self) -> float | None:
        """Where the strip begins; None without a range."""

    @property
    def high(self) -> float | None:
        """Where the strip ends, likewise."""


def draw_range(
    painter: QPainter,
    rect: QRectF,
    shown: Ranged,
    scale: tuple[float, float],
    theme: Theme | None = None,
) -> None:
    """Draw a track, on it the strip of a range, and the sign of the option at its value.

    Args:
        painter: What to draw with.
        rect: Where; the strip is centred on its height.
        shown: The value and its range.
        scale: What the left and the right end of the track stand for.
        theme: The theme in force where none is given.
    """
    found = theme or current()
    middle = rect.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QRectF(rect.left(), round(middle), rect.width(), 1)
    painter.fillRect(track, found.colour("plot_grid"))
    if shown.low is not None and shown.high is not None:
        left, right = (_at(rect, value, scale) for value in (shown.low, shown.high))
        tall = _BAR * found.zoom
        strip = QRectF(left, middle - tall / 2, right - left, tall)
        for number, colour in enumerate(_inks(shown.mark, found)):
            half = strip.adjusted(0, tall / 2 * number, 0, 0)
            painter.fillRect(half if number else strip, colour)
    centre = QPointF(_at(rect, shown.value, scale), middle)
    draw_mark(painter, shown.mark, centre, found.zoom, found)
    painter.restore()


def _at(rect: QRectF, value: float, scale: tuple[float, float]) -> float:
    span = (scale[1] - scale[0]) or 1.0
    share = min(max((value - scale[0]) / span, 0.0), 1.0)
    return rect.left() + share * rect.width()


def _inks(mark: str, theme: Theme) -> tuple[QColor, ...]:
    """A pathway's strip carries both its colours, managed above."""
    colours = theme.pathway if mark == "pathway" else (theme.option(mark),)
    for colour in colours:
        colour.setAlphaF(_OPACITY)
    return colours
