"""PySide6 gives back as many references as it takes; where it did not, Python ended after a while.

PySide6 6.12.0 on Python 3.11 dropped a reference to None at every call of a Qt method that returns
nothing: some seconds of plotting, and the process aborted. This is why its version is pinned.
"""

import gc
import sys

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

CALLS, STRAY = (
    2_000,
    50,
)  # other threads and the collector may move a count a little; a leak, by 2,000


@pytest.fixture
def painter():
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    brush = QPainter(image)
    yield brush
    brush.end()


def references_gained(value, call):
    """How many references to a value remain after calling something again and again."""
    call()
    gc.collect()
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(value) - before


def test_a_leak_would_be_seen():
    kept = []
    assert references_gained("a text of its own", lambda: None) == 0
    text = "another text of its own"
    assert references_gained(text, lambda: kept.append(text)) == CALLS


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda painter: painter.drawLine(0, 0, 5, 5), id="painting a line"),
        pytest.param(lambda painter: painter.drawPoint(QPointF(1, 1)), id="painting a point"),
        pytest.param(lambda painter: painter.save() or painter.restore(), id="saving a state"),
    ],
)
def test_a_painter_keeps_the_count_of_none(painter, call):
    assert abs(references_gained(None, lambda: call(painter))) < STRAY


def test_an_object_keeps_the_count_of_none():
    thing = QObject()
    assert abs(references_gained(None, lambda: thing.setObjectName("name"))) < STRAY


@pytest.mark.parametrize(("answer", "ask"), [(True, "isEnabled"), (False, "isVisible")])
def test_a_widget_keeps_the_counts_of_yes_and_no(qtbot, answer, ask):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert getattr(widget, ask)() is answer
    assert abs(references_gained(answer, getattr(widget, ask))) < STRAY
