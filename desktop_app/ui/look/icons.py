"""Our own icons: strokes on a grid of 24, drawn in any colour and at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.ui.look.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

Stroke = tuple[tuple[float, float], ...]

_LINES: dict[str, tuple[Stroke, ...]] = {
    "undo": (((9, 5), (5, 9), (9, 13)), ((5, 9), (15, 9), (19, 13), (15, 18), (10, 18))),
    "redo": (((15, 5), (19, 9), (15, 13)), ((19, 9), (9, 9), (5, 13), (9, 18), (14, 18))),
    "check": (((5, 13), (10, 18), (19, 7)),),
    "close": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "chevron": (((9, 6), (15, 12), (9, 18)),),
    "down": (((6, 9), (12, 15), (18, 9)),),
    "back": (((15, 6), (9, 12), (15, 18)),),
    "download": (((12, 4), (12, 15)), ((7, 10), (12, 15), (17, 10)), ((5, 20), (19, 20))),
    "export": (((12, 16), (12, 4)), ((7, 9), (12, 4), (17, 9)), ((5, 20), (19, 20))),
    "file": (((6, 3), (14, 3), (19, 8), (19, 21), (6, 21), (6, 3)), ((14, 3), (14, 8), (19, 8))),
    "projector": (
        ((4, 5), (20, 5), (20, 16), (4, 16), (4, 5)),
        ((12, 16), (12, 20)),
        ((8, 20), (16, 20)),
    ),
    "pen": (((5, 19), (6, 15), (16, 5), (19, 8), (9, 18), (5, 19)),),
    "menu": (((4, 7), (20, 7)), ((4, 12), (20, 12)), ((4, 17), (20, 17))),
    "comment": (((4, 5), (20, 5), (20, 16), (11, 16), (7, 20), (7, 16), (4, 16), (4, 5)),),
    "table": (
        ((4, 5), (20, 5), (20, 19), (4, 19), (4, 5)),
        ((4, 10), (20, 10)),
        ((11, 10), (11, 19)),
    ),
    "panel": (((4, 5), (20, 5), (20, 19), (4, 19), (4, 5)), ((14, 5), (14, 19))),
    "lock": (
        ((6, 11), (18, 11), (18, 20), (6, 20), (6, 11)),
        ((8, 11), (8, 7), (10, 5), (14, 5), (16, 7), (16, 11)),
    ),
    "alert": (((12, 5), (12, 14)), ((12, 18), (12, 18.5))),
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "trash": (
        ((5, 7), (19, 7)),
        ((7, 7), (8, 20), (16, 20), (17, 7)),
        ((10, 7), (10, 4), (14, 4), (14, 7)),
    ),
}
NAMES = (*_LINES, "search", "logo")


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a rectangle.

    Raises:
        KeyError: There is no icon of that name.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    pen = QPen(colour, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if name == "logo":
        _logo(painter, colour)
    elif name == "search":
        painter.drawEllipse(QPointF(10.5, 10.5), 6, 6)
        painter.drawLine(QPointF(15, 15), QPointF(20, 20))
    else:
        for stroke in _LINES[name]:
            painter.drawPath(_path(stroke))
    painter.restore()


def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon in a colour of the theme, sharp at twice the size too."""
    found = QIcon()
    for side in (16, 32, 64):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, name, QRectF(0, 0, side, side), current().colour(colour))
        painter.end()
        found.addPixmap(picture)
    return found


def _path(stroke: Stroke) -> QPainterPath:
    path = QPainterPath(QPointF(*stroke[0]))
    for x, y in stroke[1:]:
        path.lineTo(x, y)
    return path


def _logo(painter: QPainter, colour: QColor) -> None:
    """Two lines of equal cost on a tile."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, 24, 24), 6, 6)
    pen = QPen(current().colour("on_primary"), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for lift in (0.0, 6.0):
        path = QPainterPath(QPointF(5, 18 - lift))
        path.cubicTo(QPointF(8, 11 - lift), QPointF(15, 14 - lift), QPointF(19, 10 - lift))
        painter.drawPath(path)
