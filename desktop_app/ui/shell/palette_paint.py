"""How the rows of the command palette are painted, and the one shadow of the product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import paint_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont

    from desktop_app.ui.shell.palette_rows import Index, Row

ROW, HEAD = 40, 32
_SIDE, _WORDS = 16, 44
_ICONS = {"number": "pen", "result": "chevron", "act": "chevron"}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Painted(QStyledItemDelegate):
    """Paints heads and entries: icon, words, detail, keys.

    Args:
        row_at: Returns the line at a place.
    """

    def __init__(self, row_at: Callable[[int], Row]) -> None:
        super().__init__()
        self._row_at = row_at

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = HEAD if self._row_at(index.row()).head else ROW
        return QSize(0, current().px(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, area = self._row_at(index.row()), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.entry is None:
            _paint_head(painter, area, row.head)
        else:
            _paint_entry(painter, area, row, chosen=chosen)
        painter.restore()


def _paint_head(painter: QPainter, area: QRect, head: str) -> None:
    theme = current()
    font = theme.font("small")
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("text_secondary"))
    painter.drawText(area.adjusted(theme.px(_SIDE), 0, 0, 0), _MIDDLE, head)


def _paint_entry(painter: QPainter, area: QRect, row: Row, *, chosen: bool) -> None:
    if row.entry is None:
        return
    theme = current()
    if chosen:
        painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), theme.colour("text"))
    side = theme.px(16)
    icon = QRectF(theme.px(_SIDE), area.center().y() - side / 2 + 1, side, side)
    paint_icon(painter, _ICONS[row.entry.kind], icon, theme.colour("text"))
    keys = row.keys or (("Enter",) if chosen else ())
    right = _paint_keys(painter, area, keys) - theme.px(12)
    left = theme.px(_WORDS)
    font = theme.font("body_strong" if chosen else "body")
    left += _paint_words(painter, area, (left, right), font, (row.entry.words, "text"))
    left += theme.px(8)
    if right - left > theme.px(40):
        detail = (row.entry.detail, "text_secondary")
        _paint_words(painter, area, (left, right), theme.font("small"), detail)


def _paint_words(
    painter: QPainter, area: QRect, span: tuple[int, int], font: QFont, said: tuple[str, str]
) -> int:
    """Write words between two edges, shortened where they are too long; return their width."""
    (left, right), (text, colour) = span, said
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
    painter.setFont(font)
    painter.setPen(current().colour(colour))
    painter.drawText(QRect(left, area.top(), right - left, area.height()), _MIDDLE, shown)
    return metrics.horizontalAdvance(shown)


def _paint_keys(painter: QPainter, area: QRect, keys: Sequence[str]) -> int:
    """Paint the caps of keys from the right; return where they begin."""
    theme = current()
    font, height = theme.font("small"), theme.px(18)
    metrics = QFontMetrics(font)
    right = area.right() - theme.px(_SIDE)
    painter.setFont(font)
    for key in reversed(keys):
        width = metrics.horizontalAdvance(key) + theme.px(12)
        cap = QRectF(right - width, area.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(theme.colour("divider"))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + theme.px(4)
    return right


def paint_shadow(painter: QPainter, around: QRect) -> None:
    """Paint the shadow of what floats: 8 pixels down, 16 wide, black at 14 % at its darkest."""
    theme = current()
    wide, down = theme.px(16), theme.px(8)
    colour = QColor(Qt.GlobalColor.black)
    colour.setAlphaF(0.14 / wide * 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for spread in range(-wide // 2, wide // 2):
        place = QRectF(around).adjusted(-spread, down - spread, spread, down + spread)
        painter.drawRoundedRect(place, theme.px(6) + wide / 2, theme.px(6) + wide / 2)
