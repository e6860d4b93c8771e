"""Words on a painted chart: measured, cut to their room and set beside a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def wide(text: str, font: QFont) -> float:
    """Return the width of words."""
    return QFontMetricsF(font).horizontalAdvance(text)


def tall(font: QFont) -> float:
    """Return the height of a line of words."""
    return QFontMetricsF(font).height()


def fitted(text: str, font: QFont, room: float) -> str:
    """Cut words to the room there is, with an ellipsis."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def beside(text: str, font: QFont, x: float, y: float, side: str = "left") -> QRectF:
    """Return where words stand whose left end, middle or right end is at a point.

    Args:
        text: The words.
        font: Their font.
        x: Of the point.
        y: Likewise; the words stand level with it.
        side: "left", "middle" or "right".
    """
    width, height = wide(text, font), tall(font)
    left = {"left": x, "middle": x - width / 2, "right": x - width}[side]
    return QRectF(left, y - height / 2, width, height)


def write(
    painter: QPainter, text: str, font: QFont, colour: QColor, area: QRectF, side: str = "left"
) -> None:
    """Write words into an area."""
    painter.setFont(font)
    painter.setPen(colour)
    flags = _SIDES[side] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(area, int(flags), text)
