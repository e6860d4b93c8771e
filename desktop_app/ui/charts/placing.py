"""Labels on a plot over months, placed where they hide the least and never one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from desktop_app.analysis.drawing.scale import spread
from desktop_app.ui.charts.lettering import fitted, tall, wide
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.charts import Band, Crossing, Curve, Curves
    from desktop_app.ui.charts.field import Field, Places

LEAST = 20.0
"""Pixels from one line's label to the next."""

HAIR, SIGN = 14.0, 16.0
_GAP, _NAME_SHARE = 16.0, 0.3
_LIFTS = (38.0, 56.0, 78.0, 104.0, 132.0)
_OVERLAP, _OTHER_SIDE, _FARTHER = 1_000.0, 3.0, 1.5
_MONTHS, _DEPTHS = (0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.9), (0.5, 0.4, 0.6)


@dataclass(frozen=True)
class End:
    """The label at the end of a line.

    Attributes:
        curve: The line.
        tie: Where the line ends.
        sign: Where the option's sign stands.
        name: The name as far as there is room for it.
        name_area: Where it stands.
        value_area: Where the last value stands.
    """

    curve: Curve
    tie: QPointF
    sign: QPointF
    name: str
    name_area: QRectF
    value_area: QRectF

    @property
    def area(self) -> QRectF:
        """Sign, name and value together."""
        left = self.sign.x() - SIGN / 2
        return self.name_area.united(self.value_area).united(
            QRectF(left, self.name_area.top(), 1, 1)
        )


@dataclass(frozen=True)
class Sentence:
    """The label of a break-even.

    Attributes:
        crossing: What it says.
        ring: Where the lines cross.
        tie: Where its hair line ends.
        area: Where it stands.
    """

    crossing: Crossing
    ring: QPointF
    tie: QPointF
    area: QRectF


def end_room(chart: Curves, width: float) -> float:
    """Return how much of a chart's width the labels at the line ends take."""
    theme = current()
    strong = theme.font("body_strong")
    names = max((wide(_name(curve), strong) for curve in chart.curves), default=0.0)
    values = max((wide(curve.value_text, strong) for curve in chart.curves), default=0.0)
    around = (HAIR + SIGN + _GAP) * theme.zoom
    return around + min(names, _NAME_SHARE * width) + values + 1


def ends(chart: Curves, field: Field, width: float) -> list[End]:
    """Place the labels at the line ends, moved apart and in the order of the lines."""
    theme = current()
    drawn = [curve for curve in chart.curves if curve.values]
    tips = [field.at(len(curve.values) - 1, curve.values[-1]) for curve in drawn]
    half = tall(theme.font("body")) / 2
    top, foot = half, field.area.bottom() + theme.px(6)
    gap = max(LEAST * theme.zoom, 2 * half)
    places = spread([tip.y() for tip in tips], gap, top, foot)
    found = []
    for curve, tip, y in zip(drawn, tips, places, strict=True):
        strong = theme.font("body_strong")
        font = strong if curve.recommended else theme.font("body")
        left = field.area.right() + (HAIR + SIGN / 2) * theme.zoom
        value = wide(curve.value_text, strong)
        start = left + SIGN / 2 * theme.zoom + theme.px(2)
        name = fitted(_name(curve), font, width - value - _GAP * theme.zoom - start)
        found.append(
            End(
                curve=curve,
                tie=tip,
                sign=QPointF(left, y),
                name=name,
                name_area=QRectF(start, y - half, wide(name, font), 2 * half),
                value_area=QRectF(width - value, y - half, value, 2 * half),
            )
        )
    return found


def drawn_places(chart: Curves, field: Field) -> Places:
    """Return places along all lines, for labels to keep clear of."""
    lines = [field.through(curve.values) for curve in chart.curves]
    return np.concatenate(lines) if lines else np.zeros((0, 2))


def sentences(chart: Curves, field: Field, points: Places) -> list[Sentence]:
    """Place what is said of each break-even: above to the left and below to the right in turn."""
    theme = current()
    font = theme.font("small_strong")
    rings = [field.at(crossing.month, crossing.value) for crossing in chart.crossings]
    taken = [QRectF(ring.x() - 8, ring.y() - 8, 16, 16) for ring in rings]
    found: list[Sentence] = []
    for number in sorted(range(len(rings)), key=lambda n: rings[n].x()):
        crossing, ring = chart.crossings[number], rings[number]
        size = QRectF(0, 0, wide(crossing.label, font), tall(font))
        above = len(found) % 2 == 0
        area = min(
            _around(field.area, ring, size, above=above),
            key=lambda place: place[1] + _hidden(place[0], points, taken),
        )[0]
        tie_y = area.bottom() + 1 if area.center().y() < ring.y() else area.top() - 1
        tie_x = min(max(ring.x(), area.left() + 8), area.right() - 8)
        found.append(Sentence(crossing, ring, QPointF(tie_x, tie_y), area))
        taken.append(area.adjusted(-6, -4, 6, 4))
    return found


def band_names(
    chart: Curves, field: Field, said: Sequence[Sentence], points: Places
) -> list[tuple[Band, QRectF]]:
    """Place the names of the bands that have room for them inside."""
    font = current().font("small")
    taken = [one.area.adjusted(-4, -2, 4, 2) for one in said]
    found = []
    for band in chart.bands:
        size = QRectF(0, 0, wide(band.label, font), tall(font))
        for area in _within(band, field, size):
            if not _hidden(area, points, taken):
                found.append((band, area))
                taken.append(area)
                break
    return found


def _name(curve: Curve) -> str:
    return curve.label or curve.end_text


def _around(
    area: QRectF, ring: QPointF, size: QRectF, *, above: bool
) -> list[tuple[QRectF, float]]:
    """Where a sentence may stand about its ring, and how gladly."""
    zoom = current().zoom
    found = []
    for rank, lift in enumerate(_LIFTS):
        up, down = ring.y() - lift * zoom, ring.y() + lift * zoom
        sides = (
            (ring.x() - 0.9 * size.width(), up, True),
            (ring.x() + 12 * zoom, down, False),
            (ring.x() - 0.3 * size.width(), up, True),
            (ring.x() - 0.3 * size.width(), down, False),
        )
        for order, (left, middle, is_above) in enumerate(sides):
            top = middle - size.height() / 2
            if not area.top() <= top <= area.bottom() - size.height() - 3:
                continue
            x = min(max(left, area.left() + 6), area.right() - size.width() - 6)
            cost = _FARTHER * rank + (0 if is_above == above else _OTHER_SIDE) + 0.1 * order
            found.append((QRectF(x, top, size.width(), size.height()), cost))
    return found or [(QRectF(area.left() + 6, area.top(), size.width(), size.height()), 0.0)]


def _within(band: Band, field: Field, size: QRectF) -> list[QRectF]:
    """Where a name fits into a band with a margin above and below."""
    found = []
    for share in _MONTHS:
        for depth in _DEPTHS:
            month = min(int(share * field.months), len(band.high) - 1)
            line = (band.low[month] + band.high[month]) / 2
            value = line + (band.high[month] - line) * depth
            area = QRectF(size)
            area.moveCenter(field.at(month, value))
            if _inside(band, field, area):
                found.append(area)
    return found


def _inside(band: Band, field: Field, area: QRectF) -> bool:
    across = field.area.width() / max(field.months, 1)
    for x in (area.left(), area.center().x(), area.right()):
        month = round((x - field.area.left()) / across)
        if not 0 <= month < len(band.high):
            return False
        top, foot = field.at(month, band.high[month]).y(), field.at(month, band.low[month]).y()
        if area.top() < top + 2 or area.bottom() > foot - 2:
            return False
    return True


def _hidden(area: QRectF, points: Places, taken: Sequence[QRectF]) -> float:
    """How much a label would hide: points of lines, and far worse, other labels."""
    wider = area.adjusted(-5, -3, 5, 3)
    x, y = points[:, 0], points[:, 1]
    across = (wider.left() <= x) & (x <= wider.right())
    within = across & (wider.top() <= y) & (y <= wider.bottom())
    over = sum(1 for other in taken if other.intersects(area))
    return float(within.sum()) + _OVERLAP * over
