"""Every page for those who use keys, a reader, large text or another theme."""

import pytest
from PySide6.QtCore import QRect, Qt, QtMsgType
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.decision.steps import STEPS
from desktop_app.ui.look.tokens import THEMES

KEYS = [step.key for step in STEPS]
MOST_STOPS = 600


def focusable(within):
    """What can be reached with Tab and is shown."""
    for widget in within.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            yield widget


def name_of(widget):
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def said(widget):
    parent = widget.parentWidget()
    above = f"{type(parent).__name__} {parent.objectName()}".strip()
    return f"{above} > {type(widget).__name__} {name_of(widget)!r}"


def each_step(window, qtbot):
    for step in KEYS:
        window.workspace.turn(step)
        qtbot.wait(50)
        yield step, window.workspace.page


def test_everything_that_takes_keys_has_a_name(qtbot, at_work):
    nameless = [
        f"{step}: {said(widget)}"
        for step, _ in each_step(at_work, qtbot)
        for widget in focusable(at_work)
        if not name_of(widget).strip()
    ]
    assert not nameless, "\n".join(nameless)


def stops_from(qtbot, window, key):
    """Where the focus stands after each press of a key, until it comes round or cannot go on."""
    start = window.workspace.rail.rows[window.workspace.step]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(start.hasFocus)
    stops = []
    for _ in range(MOST_STOPS):
        qtbot.keyClick(QApplication.focusWidget(), key)
        stops.append(QApplication.focusWidget())
        if stops[-1] is start:
            return stops
    where = [said(stop) for stop in stops[-4:]]
    raise AssertionError(f"{window.workspace.step}: the focus does not come round: {where}")


def alternatives(widget):
    """A widget, with those of its group that arrow keys lead to from one another."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return {widget, *group.buttons()} if group is not None and group.exclusive() else {widget}


def test_tab_reaches_everything_on_a_page_and_leaves_it_again(qtbot, at_work):
    at_work.activateWindow()
    missed = []
    for step, page in each_step(at_work, qtbot):
        wanted = list(focusable(page))
        reached = set(stops_from(qtbot, at_work, Qt.Key.Key_Tab))
        missed += [f"{step}: {said(each)}" for each in wanted if not reached & alternatives(each)]
        assert wanted, step
    assert not missed, "\n".join(missed)


def test_shift_and_tab_leave_every_page_as_well(qtbot, at_work):
    at_work.activateWindow()
    for step, page in each_step(at_work, qtbot):
        stops = stops_from(qtbot, at_work, Qt.Key.Key_Backtab)
        assert any(page.isAncestorOf(stop) for stop in stops), step


def room_for(label):
    """How much of its words a label has no room for, across and down, in pixels."""
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    inside = label.contentsRect()
    most = QRect(0, 0, inside.width() if label.wordWrap() else 1 << 20, 1 << 20)
    needed = label.fontMetrics().boundingRect(most, int(flags), label.text())
    return needed.width() - inside.width(), needed.height() - inside.height()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_no_question_is_cut_at_any_text_size(qtbot, at_work, zoom):
    at_work.resize(1920, 1080)
    at_work.looks.change(zoom=zoom)
    try:
        for step, page in each_step(at_work, qtbot):
            across, down = room_for(page.question)
            assert across <= 0, f"{step} lacks {across} px across at {zoom}"
            assert down <= 0, f"{step} lacks {down} px down at {zoom}"
            shown = page.question.visibleRegion().boundingRect()
            assert shown == page.question.rect(), f"{step} is covered at {zoom}"
        assert at_work.width() <= 1920
    finally:
        at_work.looks.change(zoom=1.0)


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_builds_every_page_without_a_warning(qtbot, at_work, qtlog, capfd, theme):
    capfd.readouterr()
    at_work.looks.change(theme=theme)
    try:
        assert len(list(each_step(at_work, qtbot))) == len(KEYS)
    finally:
        at_work.looks.change(theme="light")
    warned = [each.message for each in qtlog.records if each.type != QtMsgType.QtDebugMsg]
    assert not warned
    assert capfd.readouterr().err == ""
