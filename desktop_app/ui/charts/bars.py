"""What of a bill is AI, as one bar, and what that consists of, as a second bar below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from typing_extensions import override

from desktop_app.ui.charts.drawn import Drawn, Spot
from desktop_app.ui.charts.lettering import beside, fitted, tall, wide
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.ai_spend import AiSpend, Cut
    from desktop_app.ui.parts.guide import Guide

_WHOLE, _FUNNEL, _PARTS, _SEAM, _HATCH = 20.0, 26.0, 24.0, 2.0, 6.0
_INKS = (0.82, 0.56, 0.38, 0.3)
_EDGE, _BETWEEN, _SHADE = 8.0, 10.0, 0.5


@dataclass(frozen=True)
class _Label:
    """Words beside or within a part of a bar.

    Attributes:
        cut: What they name.
        name: Written strong, where it is written apart.
        text: The amount and share.
        note: A second line; may be empty.
        area: Where they stand.
    """

    cut: Cut
    name: str
    text: str
    note: str
    area: QRectF


class ShareBars(Drawn):
    """The whole bill cut into AI, unidentified and not AI; its AI part cut by how it was found."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self._spend: AiSpend | None = None
        self._whole: list[tuple[Cut, QRectF]] = []
        self._parts: list[tuple[Cut, QRectF]] = []
        self._above: list[_Label] = []
        self._below: list[_Label] = []

    def show_spend(self, spend: AiSpend) -> None:
        """Show what a bill says in one currency."""
        self._spend = spend
        said = (f"{cut.label} {_amount(cut, spend)}" for cut in (*spend.whole, *spend.ways))
        self.describe(spend.title, f"{'; '.join(said)}.")
        self.renew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(756), self._tall)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(360), self._tall)

    @property
    def _tall(self) -> int:
        lines = 2 * tall(current().font("small"))
        return round((_WHOLE + _FUNNEL + _PARTS + 8) * current().zoom + lines)

    @override
    def arrange(self) -> list[Spot]:
        spend, zoom = self._spend, current().zoom
        if spend is None:
            return []
        self._whole = self._segments(spend.whole, 0.0, _WHOLE * zoom)
        self._parts = self._segments(spend.ways, (_WHOLE + _FUNNEL) * zoom, _PARTS * zoom)
        self._above = self._inside(spend)
        self._below = self._beneath(spend)
        spots = []
        for segments, labels in ((self._whole, self._above), (self._parts, self._below)):
            boxes = {cut.key: box for cut, box in segments}
            spots += [
                Spot(
                    one.text, one.cut.origins, one.area, one.cut.label, also=(boxes[one.cut.key],)
                )
                for one in labels
            ]
        return spots

    def _segments(
        self, cuts: Sequence[Cut], top: float, height: float
    ) -> list[tuple[Cut, QRectF]]:
        """Cut a bar; what was credited more than billed takes no room."""
        shown = [max(cut.value, 0.0) for cut in cuts]
        scale = self.width() / (sum(shown) or 1.0)
        found, left = [], 0.0
        for cut, value in zip(cuts, shown, strict=True):
            width = value * scale
            seam = min(_SEAM, width / 2) if left + width < self.width() - 1 else 0.0
            found.append((cut, QRectF(left, top, width - seam, height)))
            left += width
        return found

    def _inside(self, spend: AiSpend) -> list[_Label]:
        """Words within the whole bill: AI to the left, not AI to the right, unknown between."""
        theme = current()
        strong, font, edge = theme.font("small_strong"), theme.font("small"), _EDGE * theme.zoom
        found: list[_Label] = []
        free = QRectF(0, 0, 0, 0)
        for cut, box in self._whole:
            words = f"{cut.label}, {_amount(cut, spend)}"
            y = box.center().y()
            if cut.key == "not_ai":
                text = fitted(
                    words, font, box.right() - edge - max(free.right(), box.left()) - edge
                )
                area = beside(text, font, box.right() - edge, y, "right")
            else:
                start, room = box.left() + edge, box.width() - 2 * edge
                if cut.key == "unidentified" and self.width() - box.right() > room:
                    start, room = box.right() + edge, self.width() - box.right() - 2 * edge
                text = fitted(words, strong, room)
                area = beside(text, strong, start, y)
            free = area.adjusted(0, 0, edge, 0)
            if cut.value > 0 and len(text) > 1:
                found.append(_Label(cut, "", text, "", area))
        return found

    def _beneath(self, spend: AiSpend) -> list[_Label]:
        """Words below the parts: each under its own, pushed along where that would not fit."""
        theme = current()
        strong, font = theme.font("small_strong"), theme.font("small")
        gap, line = _BETWEEN * theme.zoom, tall(theme.font("small"))
        shown = [(cut, box) for cut, box in self._parts if cut.value != 0]
        widths = [
            max(
                wide(f"{cut.label} ", strong) + wide(_amount(cut, spend), font),
                wide(cut.note, font),
            )
            for cut, _ in shown
        ]
        widths = [
            max(width, wide(cut.note, font)) for (cut, _), width in zip(shown, widths, strict=True)
        ]
        starts: list[float] = []
        for _, box in shown:
            least = starts[-1] + widths[len(starts) - 1] + gap if starts else 0.0
            starts.append(max(box.left(), least))
        limit = float(self.width())
        for number in range(len(starts) - 1, -1, -1):
            starts[number] = max(min(starts[number], limit - widths[number]), 0.0)
            limit = starts[number] - gap
        top = (_WHOLE + _FUNNEL + _PARTS + 5) * theme.zoom
        return [
            _Label(cut, cut.label, _amount(cut, spend), cut.note, QRectF(x, top, width, 2 * line))
            for (cut, _), width, x in zip(shown, widths, starts, strict=True)
        ]

    @override
    def draw(self, painter: QPainter) -> None:
        theme = current()
        self._draw_whole(painter)
        self._draw_funnel(painter)
        for number, (_, box) in enumerate(self._parts):
            ink = QColor(theme.colour("text"))
            ink.setAlphaF(_INKS[min(number, len(_INKS) - 1)])
            painter.fillRect(box, ink)
        tokens = {"ai": "on_primary", "unidentified": "caution", "not_ai": "text_secondary"}
        for label in self._above:
            role = "small" if label.cut.key == "not_ai" else "small_strong"
            if label.cut.key == "unidentified":  # words over the hatching stand on a ground
                painter.fillRect(self._ground(label.area), theme.colour("surface"))
            self.words(painter, label.text, role, tokens[label.cut.key], label.area)
        for label in self._below:
            self._draw_beneath(painter, label)

    def _ground(self, words: QRectF) -> QRectF:
        """The part of the hatching that would run through words, with a little air around."""
        hatched = next((box for cut, box in self._whole if cut.key == "unidentified"), QRectF())
        return words.adjusted(-4, -1, 4, 1).intersected(hatched)

    def _draw_whole(self, painter: QPainter) -> None:
        theme = current()
        for cut, box in self._whole:
            if cut.key == "unidentified":
                _hatch(painter, box)
            else:
                painter.fillRect(box, theme.colour("primary" if cut.key == "ai" else "plot_grid"))

    def _draw_funnel(self, painter: QPainter) -> None:
        """The AI part opens into the bar below it."""
        if not self._whole or not self._parts:
            return
        above, first, last = self._whole[0][1], self._parts[0][1], self._parts[-1][1]
        shade = QColor(current().colour("plot_grid"))
        shade.setAlphaF(_SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        foot = first.top() - 2
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(above.left(), above.bottom() + 2),
                    QPointF(above.right(), above.bottom() + 2),
                    QPointF(max(last.right(), above.right()), foot),
                    QPointF(first.left(), foot),
                ]
            )
        )

    def _draw_beneath(self, painter: QPainter, label: _Label) -> None:
        strong = current().font("small_strong")
        line = label.area.height() / 2
        first = QRectF(label.area.left(), label.area.top(), label.area.width(), line)
        self.words(painter, label.name, strong, "text", first)
        rest = first.adjusted(wide(f"{label.name} ", strong), 0, 0, 0)
        self.words(painter, label.text, "small", "text", rest)
        self.words(painter, label.note, "small", "text_tertiary", first.translated(0, line))


def _amount(cut: Cut, spend: AiSpend) -> str:
    """Amount with its unit and share: "527 k EUR, 71 %"."""
    return f"{cut.text} {spend.unit}, {cut.share_text}"


def _hatch(painter: QPainter, box: QRectF) -> None:
    """Fill with lines at 45 degrees in the colour of caution, and outline."""
    theme = current()
    step = _HATCH * theme.zoom
    painter.save()
    painter.fillRect(box, theme.colour("caution_ground"))
    painter.setClipRect(box)
    painter.setPen(QPen(theme.colour("caution"), 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("caution"), 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
