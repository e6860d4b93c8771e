"""A small picture of an estimate: its shape, the most likely value, and how far it spreads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.analysis.sketch import Sketch, sketch
from desktop_app.analysis.wording import significant
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop_app.decision.parts import Quantity

_FOOT = 18


class Density(QWidget):
    """Paints the distribution that the simulation takes for a quantity; nothing for a fixed one.

    Args:
        origin: Document path of the quantity.
        factor: What values are multiplied with before they are written, 100 for per cent.
    """

    def __init__(self, origin: str, factor: float = 1.0) -> None:
        super().__init__()
        self._origin, self._factor = origin, factor
        self._sketch: Sketch | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_quantity(self, quantity: Quantity | None) -> None:
        """Paint another quantity."""
        self._sketch = sketch(quantity) if quantity else None
        said = ", ".join(text for text, _ in self.numbers())
        self.setAccessibleName(f"Shape of the estimate: {said}" if said else "A fixed value")
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is no range to paint."""
        return self._sketch is None

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """The values written below the curve, with their origin."""
        drawn = self._sketch
        if drawn is None:
            return []
        values = zip(("P10", "P50", "P90"), (drawn.low, drawn.middle, drawn.high), strict=True)
        return [
            (f"{name} {significant(value * self._factor)}", (self._origin,))
            for name, value in values
        ]

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(256), theme.px(36 + _FOOT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sketch is None:
            return
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 2, -1, -theme.px(_FOOT))
        self._paint_curve(painter, area, self._sketch)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_tertiary"))
        foot = QRectF(0, area.bottom(), self.width(), theme.px(_FOOT))
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        for (text, _), side in zip(self.numbers(), sides, strict=True):
            painter.drawText(foot, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_curve(self, painter: QPainter, area: QRectF, drawn: Sketch) -> None:
        def at(across: float, up: float) -> QPointF:
            return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

        theme = current()
        fill = QColor(theme.colour("text"))
        fill.setAlphaF(0.16)
        curve = [at(*point) for point in drawn.points]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([at(0, 0), *curve, at(1, 0)]))
        painter.setPen(QPen(theme.colour("text"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(curve))
        painter.drawLine(at(drawn.likely, 0), at(drawn.likely, 1))
