"""The strip of a range says low, value and high by their places."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_app.ui.charts.spread import draw_range
from desktop_app.ui.look import current

MARKS = ("managed", "partial", "hybrid", "self_managed", "baseline", "pathway")


@dataclass(frozen=True)
class Row:
    mark: str
    value: float
    low: float | None = None
    high: float | None = None


@pytest.fixture
def drawn(qtbot, look):
    """Draw a row on a track of 200 pixels that runs from 0 to 10; its pixels."""

    def draw(row):
        image = QImage(200, 16, QImage.Format.Format_RGB32)
        image.fill(current().colour("surface"))
        painter = QPainter(image)
        draw_range(painter, QRectF(0, 0, 200, 16), row, (0.0, 10.0))
        painter.end()
        return image

    return draw


def inked(image, y):
    ground = current().colour("surface").rgb()
    return [x for x in range(image.width()) if image.pixel(x, y) != ground]


@pytest.mark.parametrize("mark", MARKS)
def test_a_strip_runs_from_low_to_high_with_the_sign_at_the_value(drawn, mark):
    image = drawn(Row(mark, 5.0, 2.0, 9.0))
    strip = inked(image, 6)
    assert (strip[0], strip[-1]) == (40, 179)
    assert image.pixel(102, 8) != image.pixel(60, 8)
    assert image.pixel(60, 6) == image.pixel(150, 6)


@pytest.mark.parametrize("mark", MARKS)
def test_without_a_range_only_the_sign_stands_on_the_track(drawn, mark):
    image = drawn(Row(mark, 5.0))
    assert len(inked(image, 8)) == image.width()
    assert all(92 <= x <= 107 for x in inked(image, 6))


def test_what_lies_beyond_the_scale_ends_at_its_edge(drawn):
    image = drawn(Row("hybrid", 30.0, -5.0, 40.0))
    assert inked(image, 6)[0] == 0
    assert inked(image, 6)[-1] == 199
