"""Costs that run up over the months: lines with their names at the end, bands and break-evens.

Lines and bands are items of pyqtgraph, which keep their shape until they get new data. Words,
signs and rings are painted above them, in pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsPathItem
from typing_extensions import override

from desktop_app.analysis.drawing.scale import named_across, tick_texts
from desktop_app.ui.charts import placing
from desktop_app.ui.charts.drawn import Drawn, Spot
from desktop_app.ui.charts.field import Field, draw_grid, limits, marks_between
from desktop_app.ui.charts.lettering import wide
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from desktop_app.analysis.charts import Band, Curve, Curves
    from desktop_app.ui.parts.guide import Guide

_BAND, _HALO, _DASH = 0.16, 5.2, 10.0
_RECOMMENDED, _BASELINE, _OTHER = 3.2, 2.5, 1.6
_RING, _STROKE = 4.5, 1.8


class _Layer(QGraphicsItem):
    """Something painted in pixels below or above the items of a plot."""

    def __init__(self, draw: Callable[[QPainter], None], depth: float) -> None:
        super().__init__()
        self._draw, self._area = draw, QRectF()
        self.setZValue(depth)

    def cover(self, area: QRectF) -> None:
        """Take the whole size of the plot."""
        self.prepareGeometryChange()
        self._area = area

    @override
    def boundingRect(self) -> QRectF:
        return self._area

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self._draw(painter)


class CurvesPlot(Drawn):
    """Cumulative cost of every option, labelled at the lines themselves."""

    def __init__(self, guide: Guide, chart: Curves) -> None:
        super().__init__(guide)
        self._view = _still_view(self)
        self._box: Any = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._view.setCentralItem(self._box)
        depth = self._box.zValue()
        self._layers = (_Layer(self._draw_below, depth - 1), _Layer(self.draw, depth + 1))
        for layer in self._layers:
            self._view.scene().addItem(layer)
        self.bands: list[QGraphicsPathItem] = []
        self.lines: list[Any] = []
        self._shape: object = None
        self._chart = chart
        self._field = Field(QRectF(), 1, 0.0, 1.0)
        self._ends: list[placing.End] = []
        self._sentences: list[placing.Sentence] = []
        self._band_names: list[tuple[Band, QRectF]] = []
        self.show_chart(chart)

    def show_chart(self, chart: Curves) -> None:
        """Show another study's lines, in the items that are there where they fit."""
        self._chart = chart
        shape = (
            [(curve.mark, curve.recommended, curve.baseline) for curve in chart.curves],
            [band.mark for band in chart.bands],
            self._strong,
        )
        if shape != self._shape:
            self._build()
            self._shape = shape
        self._fill()
        self.describe(chart.title, chart.alt)
        self.renew()

    @override
    def set_focus_marks(self, marks: Iterable[str]) -> None:
        self._strong = frozenset(marks)
        self.show_chart(self._chart)

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(756), current().px(226))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(400), current().px(150))

    def _build(self) -> None:
        """Make an item for every band and line, the important ones on top."""
        for item in (*self.bands, *self.lines):
            self._box.removeItem(item)
        self.bands, self.lines = [], []
        for band in self._chart.bands:
            item = QGraphicsPathItem()
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setBrush(QBrush(self.ink(band.mark, _BAND)))
            item.setZValue(-5)
            self._box.addItem(item, ignoreBounds=True)
            self.bands.append(item)
        for curve in self._chart.curves:
            for pen, halo in self._pens(curve):
                line = pg.PlotCurveItem(pen=pen, shadowPen=halo, antialias=True)
                line.setSegmentedLineMode("off")
                line.setZValue(2 if curve.recommended else 1 if curve.baseline else 0)
                self._box.addItem(line, ignoreBounds=True)
                self.lines.append(line)

    def _pens(self, curve: Curve) -> list[tuple[QPen, QPen | None]]:
        """The pens of a line; a pathway that is recommended is dashed in its other colour."""
        colour = self.ink(curve.mark)
        if not curve.recommended:
            return [(_pen(colour, _BASELINE if curve.baseline else _OTHER), None)]
        halo = _pen(current().colour("surface"), _HALO)
        pens: list[tuple[QPen, QPen | None]] = [(_pen(colour, _RECOMMENDED), halo)]
        if curve.mark == "pathway":
            dashed = _pen(self.ink("managed"), _RECOMMENDED)
            dashed.setDashPattern([_DASH / _RECOMMENDED] * 2)
            dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
            pens.append((dashed, None))
        return pens

    def _fill(self) -> None:
        for item, band in zip(self.bands, self._chart.bands, strict=True):
            months = np.arange(len(band.low), dtype=float)
            across = np.concatenate([months, months[::-1]])
            item.setPath(pg.arrayToQPath(across, np.concatenate([band.high, band.low[::-1]])))
        lines = iter(self.lines)
        for curve in self._chart.curves:
            months, values = np.arange(len(curve.values), dtype=float), np.array(curve.values)
            for _ in self._pens(curve):
                next(lines).setData(months, values)

    @override
    def arrange(self) -> list[Spot]:
        chart, width, height = self._chart, float(self.width()), float(self.height())
        self._field = self._fitting(width, height)
        months, money = self._field.window(width, height)
        self._box.setRange(xRange=months, yRange=money, padding=0, disableAutoRange=True)
        for layer in self._layers:
            layer.cover(QRectF(0, 0, width, height))
        self._ends = placing.ends(chart, self._field, width)
        points = placing.drawn_places(chart, self._field)
        self._sentences = placing.sentences(chart, self._field, points)
        self._band_names = placing.band_names(chart, self._field, self._sentences, points)
        return self._asked()

    def _fitting(self, width: float, height: float) -> Field:
        chart, theme = self._chart, current()
        low, high = limits(
            [value for curve in chart.curves for value in curve.values]
            + [value for band in chart.bands for value in (*band.low, *band.high)]
        )
        texts = tick_texts(marks_between(low, high))
        widest = max(wide(text, theme.font("small")) for text in texts)
        left = max(theme.px(24), widest + theme.px(14))
        right = width - placing.end_room(chart, width)
        top, foot = theme.px(8), height - theme.px(24)
        months = max((len(curve.values) for curve in chart.curves), default=1) - 1
        area = QRectF(left, top, max(right - left, 1.0), max(foot - top, 1.0))
        return Field(area, max(months, 1), low, high)

    def _asked(self) -> list[Spot]:
        spots = [
            Spot(one.crossing.label, one.crossing.origins, one.area, also=(_around(one.ring),))
            for one in self._sentences
        ]
        spots += [Spot(band.label, band.origins, area) for band, area in self._band_names]
        for end in sorted(self._ends, key=lambda end: end.sign.y()):
            curve = end.curve
            spots.append(Spot(curve.value_text, curve.origins, end.area, curve.label))
        return spots

    def _draw_below(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_grid(painter, self._field, named_across(self._chart, self._field.months))

    @override
    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current()
        for band, area in self._band_names:
            self.words(painter, band.label, "small", "text_tertiary", area)
        for said in self._sentences:
            painter.setPen(QPen(theme.colour("text"), 1))
            painter.drawLine(said.ring, said.tie)
            self.words(painter, said.crossing.label, "small_strong", "text", said.area)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("text"), _STROKE * theme.zoom))
        for said in self._sentences:
            painter.drawEllipse(said.ring, _RING * theme.zoom, _RING * theme.zoom)
        for end in self._ends:
            self._draw_end(painter, end)
        self.ring(painter)

    def _draw_end(self, painter: QPainter, end: placing.End) -> None:
        theme, curve = current(), end.curve
        painter.setPen(QPen(theme.colour("divider"), 1))
        start = QPointF(end.tie.x() + 2, end.tie.y())
        painter.drawLine(start, QPointF(end.sign.x() - 8 * theme.zoom, end.sign.y()))
        self.sign(painter, curve.mark, end.sign)
        role = "body_strong" if curve.recommended else "body"
        self.words(painter, end.name, role, "text", end.name_area)
        self.words(painter, curve.value_text, "body_strong", "text", end.value_area, "right")

    @override
    def refresh(self) -> None:
        self._view.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the view covers everything."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.setGeometry(self.rect())
        super().resizeEvent(event)


def _still_view(parent: QWidget) -> pg.GraphicsView:
    """Return a view that only shows: pointing and keys are the chart's own."""
    view = pg.GraphicsView(parent, background=current().colour("surface"))
    view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAntialiasing(True)
    return view


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width * current().zoom)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _around(ring: QPointF) -> QRectF:
    reach = 9 * current().zoom
    return QRectF(ring.x() - reach, ring.y() - reach, 2 * reach, 2 * reach)
