"""The signs of options: one shape and one colour each, told apart by the shape alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from desktop_app.ui.look.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop_app.ui.look.theme import Theme


def draw_mark(
    painter: QPainter, mark: str, centre: QPointF, size: float = 1.0, theme: Theme | None = None
) -> None:
    """Draw an option's sign around a point; size 1 goes with body text at zoom 1."""
    found = theme or current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for path, colour in shapes(mark, centre, size, found):
        painter.fillPath(path, colour)
    painter.restore()


def shapes(
    mark: str, centre: QPointF, size: float, theme: Theme
) -> tuple[tuple[QPainterPath, QColor], ...]:
    """Return the shapes of a sign with their colours; a pathway has two, the others one."""
    if mark == "pathway":
        first, second = theme.pathway
        return (_half_circle(centre, 6 * size), first), (_half_diamond(centre, 6 * size), second)
    return ((mark_path(mark, centre, size), theme.option(mark)),)


def mark_path(mark: str, centre: QPointF, size: float = 1.0) -> QPainterPath:
    """Return the outline of a sign of one shape."""
    path = QPainterPath()
    if mark == "managed":
        path.addEllipse(centre, 5.5 * size, 5.5 * size)
    elif mark == "partial":
        path.addRect(_around(centre, 10 * size, 10 * size))
    elif mark == "hybrid":
        path.addPolygon(_corners(centre, size, ((0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0))))
    elif mark == "self_managed":
        path.addPolygon(_corners(centre, size, ((0, -6), (6.5, 5.5), (-6.5, 5.5))))
    else:
        path.addRoundedRect(_around(centre, 11 * size, 3 * size), size, size)
    path.closeSubpath()
    return path


def _around(centre: QPointF, width: float, height: float) -> QRectF:
    return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)


def _corners(centre: QPointF, size: float, offsets: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * size, centre.y() + y * size) for x, y in offsets])


def _half_circle(centre: QPointF, r: float) -> QPainterPath:
    path = QPainterPath(QPointF(centre.x() - 0.5, centre.y() - r))
    path.arcTo(QRectF(centre.x() - 0.5 - r, centre.y() - r, 2 * r, 2 * r), 90, 180)
    path.closeSubpath()
    return path


def _half_diamond(centre: QPointF, r: float) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(_corners(QPointF(centre.x() + 0.5, centre.y()), r, ((0, -1), (1, 0), (0, 1))))
    path.closeSubpath()
    return path
