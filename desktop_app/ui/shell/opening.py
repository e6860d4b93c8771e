"""What a window shows while what it was asked for is loaded: calm, in its place, no flash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_TITLE_BAR, _RAIL, _STATUS_BAR = 48, 168, 28


class Opening(QWidget):
    """The grounds of the window, still empty, and one sentence in the middle.

    Args:
        sentence: What is being opened: "Opening the sample…"; empty for the start page, which
            has no rail.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self.setAccessibleName(sentence or "Opening")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current()
        whole = QRectF(self.rect())
        rail = _RAIL if self._sentence else 0
        top, foot, left = (theme.px(side) for side in (_TITLE_BAR, _STATUS_BAR, rail))
        page = whole.adjusted(left, top + 1, 0, -foot)
        painter.fillRect(whole, theme.colour("rail"))
        painter.fillRect(page, theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, whole.width(), top), theme.colour("surface"))
        painter.fillRect(QRectF(0, top, whole.width(), 1), theme.colour("divider"))
        font = theme.font("start_line")
        width = QFontMetricsF(font).horizontalAdvance(self._sentence)
        painter.setFont(font)
        painter.setPen(theme.colour("text_secondary"))
        painter.drawText(page.center() - QPointF(width / 2, 0), self._sentence)
