"""What every painted chart does: each number on it can be pointed at and asked about."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.ui.charts.lettering import write
from desktop_app.ui.look import current
from desktop_app.ui.look.marks import draw_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import (
        QFocusEvent,
        QFont,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from desktop_app.ui.parts.guide import Guide

_ONWARDS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ASKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_FADED = 0.28
_NOWHERE = -1


@dataclass(frozen=True)
class Spot:
    """A number on a chart that can be asked where it comes from.

    Attributes:
        text: The number as drawn.
        origins: Keys of the figures behind it.
        area: Where it is pointed at.
        name: What it is a number of, for readers who cannot see the chart.
        also: Where else it is pointed at.
    """

    text: str
    origins: tuple[str, ...]
    area: QRectF
    name: str = ""
    also: tuple[QRectF, ...] = ()

    def holds(self, place: QPointF) -> bool:
        """Whether it is pointed at from a place."""
        return any(area.contains(place) for area in (self.area, *self.also))


class Drawn(QWidget):
    """A painted chart.

    Its subclasses lay themselves out in `arrange`, where they return their spots, and paint
    themselves in `draw`.
    """

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._spots: list[Spot] = []
        self._at = _NOWHERE
        self._strong: frozenset[str] = frozenset()
        self._said = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @abstractmethod
    def arrange(self) -> list[Spot]:
        """Lay everything out for the present size and return what can be asked about."""

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Paint what was laid out."""

    def spots(self) -> list[Spot]:
        """What can be asked about, in reading order."""
        return list(self._spots)

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every number drawn, with its origins."""
        return [(spot.text, spot.origins) for spot in self._spots]

    def describe(self, name: str, said: str) -> None:
        """Say what is drawn to those who cannot see it."""
        self._said = said
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)

    def set_focus_marks(self, marks: Iterable[str]) -> None:
        """Let the options with these signs stand out; without any, all are alike."""
        self._strong = frozenset(marks)
        self.renew()

    def renew(self) -> None:
        """Lay out and paint anew, as after a change of what is shown or of the size."""
        self._spots = self.arrange()
        if self._at >= len(self._spots):
            self._at = _NOWHERE
        self.refresh()

    def refresh(self) -> None:
        """Paint anew what is laid out."""
        self.update()

    def faded(self, mark: str) -> bool:
        """Whether an option stands back behind others."""
        return bool(self._strong) and mark not in self._strong

    def ink(self, mark: str, opacity: float = 1.0) -> QColor:
        """Return the colour of an option; a pathway ends as a hybrid."""
        colour = QColor(current().option("hybrid" if mark == "pathway" else mark))
        colour.setAlphaF(opacity * (_FADED if self.faded(mark) else 1.0))
        return colour

    def sign(self, painter: QPainter, mark: str, centre: QPointF) -> None:
        """Draw the sign of an option."""
        painter.setOpacity(_FADED if self.faded(mark) else 1.0)
        draw_mark(painter, mark, centre, current().zoom)
        painter.setOpacity(1.0)

    def words(
        self,
        painter: QPainter,
        text: str,
        role: str | QFont,
        token: str,
        area: QRectF,
        side: str = "left",
    ) -> None:
        """Write words in a role of the type scale and a colour of the theme."""
        theme = current()
        font = theme.font(role) if isinstance(role, str) else role
        write(painter, text, font, theme.colour(token), area, side)

    def ring(self, painter: QPainter) -> None:
        """Draw the focus around the number the keys stand on, or a chart without numbers."""
        if not self.hasFocus() or (self._spots and self._at == _NOWHERE):
            return
        theme = current()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._at != _NOWHERE:
            area = self._spots[self._at].area.adjusted(-3, -2, 3, 2).intersected(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus_ring"), 2))
        painter.drawRoundedRect(area, 4, 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        self.ring(painter)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position()) is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            super().mousePressEvent(event)
            return
        self._go(found)
        self._guide.explain(*self._spots[found].origins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self._spots)
        if key in _ONWARDS and count:
            start = self._at if self._at != _NOWHERE else (-1 if _ONWARDS[key] > 0 else count)
            self._go(min(max(start + _ONWARDS[key], 0), count - 1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and count:
            self._go(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in _ASKING and self._at != _NOWHERE:
            self._guide.explain(*self._spots[self._at].origins)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._spots and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._at = max(self._at, 0)  # the whole chart is described; keys say each number
        self.refresh()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._go(_NOWHERE)
        super().focusOutEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()
        super().leaveEvent(event)

    def _go(self, at: int) -> None:
        """Stand on a number and say it."""
        self._at = at
        said = self._said
        if at != _NOWHERE:
            spot = self._spots[at]
            said = f"{spot.name} {spot.text}".strip() + ". Enter says where it comes from."
        self.setAccessibleDescription(said)
        self.refresh()

    def _under(self, place: QPointF) -> int | None:
        for number, spot in enumerate(self._spots):
            if spot.origins and spot.holds(place):
                return number
        return None
