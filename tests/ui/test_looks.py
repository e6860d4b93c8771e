"""Theme and text size change under work that goes on: nothing of the old window answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from desktop_app.decision.edits import set_value
from desktop_app.session.imports import SLOT
from desktop_app.ui.look import current
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.steps.evidence_import import ImportStrip
from desktop_app.ui.steps.sign_page import PageView

SOON = 20_000
THEME_KEY = Qt.Key.Key_D
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def change_theme(qtbot, window):
    """Press the key, and wait until the window has been built anew."""
    before = window.workspace
    qtbot.keyClick(window, THEME_KEY, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: window.workspace not in (None, before))
    assert not isValid(before)


def study_again(qtbot, window, rate):
    window.session.store.apply(set_value("context.discount_rate.likely", rate, "rate"))
    qtbot.waitUntil(lambda: window.session.results.full is not None, timeout=SOON)


def test_an_edit_after_a_change_of_theme_reaches_the_new_window_alone(qtbot, at_work):
    for step in ("evidence", "costs", "risk", "decide"):
        at_work.workspace.turn(step)
    for rate in (0.11, 0.12):
        change_theme(qtbot, at_work)
        study_again(qtbot, at_work, rate)  # an exception in any slot fails the test
    assert at_work.workspace.step == "decide"
    assert current().name == "high_contrast"


@pytest.mark.parametrize("wait", [0, 60, 400, 1_200], ids="{} ms".format)
def test_a_report_under_way_is_shown_in_the_new_window(qtbot, at_work, wait):
    at_work.workspace.turn("sign")
    qtbot.wait(wait)
    change_theme(qtbot, at_work)
    view = at_work.workspace.page.findChild(PageView)
    qtbot.waitUntil(lambda: view.image is not None, timeout=SOON)
    assert at_work.session.paper.is_current


def test_a_page_that_was_being_drawn_for_the_old_window_is_dropped(qtbot, at_work):
    at_work.workspace.turn("sign")
    view = at_work.workspace.page.findChild(PageView)
    qtbot.waitUntil(lambda: view.image is not None, timeout=SOON)
    view.turn_to(3)
    change_theme(qtbot, at_work)
    newer = at_work.workspace.page.findChild(PageView)
    qtbot.waitUntil(lambda: newer.image is not None, timeout=SOON)
    qtbot.waitUntil(lambda: not at_work.session.tasks.is_running("page 3"), timeout=SOON)


def test_an_import_under_way_is_followed_by_the_new_window(qtbot, at_work):
    at_work.workspace.turn("evidence")

    def work(report):
        while True:
            report(0.25)
            report.tell("about 4,000 rows, 1,000 a second")

    task = at_work.session.tasks.run("Reading 2 bills", work, slot=SLOT)
    change_theme(qtbot, at_work)
    strip = at_work.workspace.page.findChild(ImportStrip)
    qtbot.waitUntil(lambda: strip.note == "about 4,000 rows, 1,000 a second")
    assert strip.isVisible()
    foot = at_work.findChild(StatusBar)
    stop = next(each for each in foot.findChildren(QPushButton) if each.text() == "Stop")
    assert stop.isVisible()
    with qtbot.waitSignal(task.ended):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)


def test_the_link_that_changes_the_theme_may_go_with_the_old_window(qtbot, at_work):
    link = next(each for each in at_work.findChildren(QPushButton) if each.text() == "Light")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current().name == "dark")
    assert not isValid(link)
    assert at_work.findChild(StatusBar).isVisible()
