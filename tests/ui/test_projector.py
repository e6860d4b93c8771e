"""The projector view: one idea for the whole room, turned by arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.ui.look import current
from desktop_app.ui.shell.projector import Projector

SMALLEST = 32


@pytest.fixture
def projected(qtbot, at_work):
    """The window at its costs page, projected on a screen of 1920 by 1080."""
    at_work.looks.project()
    qtbot.wait(100)  # until the window has taken the whole of the screen that tests have
    at_work.resize(1920, 1080)
    qtbot.waitUntil(lambda: at_work.centralWidget().width() == 1920)
    yield at_work
    if at_work.looks.is_projecting:
        at_work.looks.project()


def face_of(window):
    return next(iter(window.findChildren(Projector)), None)


def said(widget):
    return [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("step", ["costs", "risk", "decide"])
def test_a_face_stands_alone_and_nothing_on_it_is_small(qtbot, projected, step):
    keys = list(projected.workspace.rail.rows)
    projected.looks.turn_by(keys.index(step) - keys.index("costs"))
    face = face_of(projected)
    qtbot.waitUntil(lambda: bool(said(face)))
    assert face.isVisible()
    assert face.geometry() == projected.centralWidget().rect()
    assert current().font("small").pixelSize() >= SMALLEST  # of the words on the chart
    assert min(label.font().pixelSize() for label in said(face)) >= SMALLEST
    assert f"{keys.index(step) + 1} of {len(keys)}" in [label.text() for label in said(face)]
    for part in (projected.title_bar, projected.status_bar, projected.workspace.rail):
        assert not part.isVisible()


def test_what_is_said_on_a_face_with_a_number_knows_its_origin(qtbot, projected):
    projected.looks.turn_by(2)
    qtbot.waitUntil(lambda: bool(said(face_of(projected))))
    numbers = [label for label in said(face_of(projected)) if any(map(str.isdigit, label.text()))]
    place = [label for label in numbers if " of 7" in label.text()]
    without = [label.text() for label in numbers if not label.origins and label not in place]
    assert [text for text in without if len(text) > 1 and "rule" not in text] == []


def test_arrow_keys_turn_the_steps_and_a_step_without_a_face_shows_its_page(qtbot, projected):
    qtbot.keyClick(projected, Qt.Key.Key_Left)
    assert projected.workspace.step == "options"
    assert not face_of(projected).isVisible()
    assert projected.workspace.page.isVisible()
    assert current().zoom == 1.5
    qtbot.keyClick(projected, Qt.Key.Key_Right)
    assert projected.workspace.step == "costs"
    assert face_of(projected).isVisible()


def test_escape_leaves_the_window_as_it_was(qtbot, projected):
    qtbot.keyClick(projected, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not projected.looks.is_projecting)
    assert current().zoom == 1.0
    assert projected.workspace.step == "costs"
    assert projected.title_bar.isVisible()
    assert projected.workspace.page.isVisible()
    assert face_of(projected) is None or not face_of(projected).isVisible()


def test_a_number_on_a_face_says_where_it_comes_from_and_escape_goes_back_to_it(qtbot, projected):
    projected.looks.turn_by(2)
    qtbot.waitUntil(lambda: bool(said(face_of(projected))))
    asked = ("options.hybrid.present_value",)
    number = next(label for label in said(face_of(projected)) if label.origins == asked)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    explain = projected.workspace.explain
    qtbot.waitUntil(explain.isVisible)
    assert number.text() in [label.text() for label in said(explain)]
    qtbot.keyClick(projected, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not explain.isVisible())
    qtbot.wait(50)
    assert projected.looks.is_projecting
    assert face_of(projected).isVisible()
