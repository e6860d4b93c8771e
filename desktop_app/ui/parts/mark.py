"""An option's sign as a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import paint_icon
from desktop_app.ui.look.marks import draw_mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Mark(QWidget):
    """Paints the sign of an option; 1.0 beside body text, 2.0 beside a headline."""

    def __init__(self, mark: str, size: float = 1.0) -> None:
        super().__init__()
        self._mark, self._size = mark, size
        side = current().px(16 * size)
        self.setFixedSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: str) -> None:
        """Show another sign."""
        self._mark = mark
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_mark(painter, self._mark, centre, self._size * current().zoom)


class Glyph(QWidget):
    """Paints one of our icons in a colour of the theme."""

    def __init__(self, name: str, colour: str = "text", side: int = 16) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(QSize(current().px(side), current().px(side)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, self.rect().toRectF(), current().colour(self._colour))
