"""The window as a person drives it: open, change, undo, save, close, find again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop_app.decision.edits import set_value
from desktop_app.session.preferences import Preferred
from desktop_app.session.session import Session

RATE = "context.discount_rate"
ROOT = Path(__file__).resolve().parents[2]
BILL = ROOT / "tests" / "billing" / "samples" / "aws_1_2_rows25.csv"
OLD_BILL = ROOT / "resources" / "samples" / "meridian-aws.csv.gz"


def cost_shown(window):
    from desktop_app.analysis.standing import standing

    first = standing(window.session.results.study).rows[0]
    return first.value_text


def change_rate(window, rate):
    window.session.store.apply(set_value(f"{RATE}.likely", rate, "discount rate"))
    window.session.store.seal_step()


def test_the_start_page_opens_the_sample_with_one_click(qtbot, window):
    button = window.findChild(QPushButton, "open_sample")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session is not None
    assert window.workspace.step == "costs"
    assert "Meridian" in window.session.store.decision.organisation


def test_every_step_of_the_sample_can_be_turned_to_with_the_keyboard(qtbot, at_work):
    at_work.workspace.turn("frame")
    seen = []
    for _ in range(len(at_work.workspace.rail.rows)):
        seen.append(at_work.workspace.step)
        qtbot.keyClick(at_work, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert seen == ["frame", "evidence", "options", "costs", "risk", "decide", "sign"]


def test_a_change_moves_the_panel_and_undo_moves_it_back(qtbot, at_work):
    before = cost_shown(at_work)
    change_rate(at_work, 0.20)
    qtbot.waitUntil(lambda: cost_shown(at_work) != before, timeout=5_000)
    assert at_work.isWindowModified()
    assert at_work.actions_["undo"].text() == "Undo change of discount rate"
    qtbot.keyClick(at_work, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cost_shown(at_work) == before, timeout=5_000)
    assert not at_work.isWindowModified()


def test_the_panel_says_what_the_last_change_did(qtbot, at_work):
    change_rate(at_work, 0.20)
    qtbot.waitUntil(lambda: at_work.session.results.full is not None, timeout=20_000)
    said = [label.text() for label in at_work.workspace.panel.findChildren(type_of_said())]
    assert any("discount rate went from" in text for text in said)


def type_of_said():
    from desktop_app.ui.parts.text import Said

    return Said


def test_seeking_an_input_turns_to_its_step_and_focuses_it(qtbot, at_work):
    at_work.workspace.turn("costs")
    at_work.guide.seek(RATE)
    assert at_work.workspace.step == "frame"
    focused = at_work.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert any(parent.objectName() == RATE for parent in lineage(focused))


def lineage(widget):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def test_a_bill_dropped_anywhere_is_read_and_can_be_undone(qtbot, at_work):
    store, mime = at_work.session.store, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(BILL))])
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    at_work.dropEvent(event)
    assert at_work.workspace.step == "evidence"
    qtbot.waitUntil(lambda: len(store.decision.bills) == 2, timeout=30_000)
    assert store.decision.bills[1].files[0].name == BILL.name
    store.undo()
    assert len(store.decision.bills) == 1


def test_a_bill_that_is_there_already_is_refused_in_a_sentence(qtbot, at_work):
    with qtbot.waitSignal(at_work.session.messages.posted, timeout=30_000) as posted:
        at_work.files.take([OLD_BILL])
    assert "already part of the bill" in posted.args[0].text
    assert len(at_work.session.store.decision.bills) == 1


def test_unsaved_work_is_offered_on_the_start_page_after_a_crash(qtbot, at_work, folders, look):
    at_work.session.autosave.set_interval(20)
    with qtbot.waitSignal(at_work.session.autosave.kept, timeout=5_000):
        change_rate(at_work, 0.19)
    at_work.session.close(keep_copy=True)
    at_work.session = None
    at_work.rebuild()
    buttons = {b.text(): b for b in at_work.stack.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Go on with it"], Qt.MouseButton.LeftButton)
    assert at_work.session.store.decision.context.discount_rate.likely == 0.19


def test_saved_work_is_found_again_among_the_recent_ones(qtbot, at_work, tmp_path, folders):
    at_work.files.save_to(tmp_path / "mine.isocost")
    assert not at_work.isWindowModified()
    at_work.show_start()
    recents = Preferred(folders.preferences).now.recents
    assert [Path(recent.path).name for recent in recents] == ["mine.isocost"]
    assert recents[0].cost
    links = [b for b in at_work.findChildren(QPushButton) if b.text() == recents[0].title]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert at_work.session.file.path == tmp_path / "mine.isocost"


def test_a_second_window_on_one_file_is_told_so(qtbot, at_work, tmp_path, folders):
    at_work.files.save_to(tmp_path / "mine.isocost")
    other = Session.opened(tmp_path / "mine.isocost", folders)
    try:
        assert other.file.is_open_elsewhere
        assert "another window" in other.file.warning
    finally:
        other.close()


@pytest.mark.parametrize("theme", ["dark", "high_contrast", "light"])
def test_theme_and_text_size_change_without_losing_the_place(qtbot, at_work, theme):
    at_work.workspace.turn("risk")
    at_work.looks.change(theme=theme, zoom=1.3)
    assert at_work.workspace.step == "risk"
    assert at_work.session.results.full is not None
    at_work.looks.change(theme="light", zoom=1.0)


def test_a_file_that_is_no_decision_is_refused_in_a_sentence(qtbot, window, tmp_path):
    (tmp_path / "broken.isocost").write_text("{", encoding="utf-8")
    window.files.open_path(tmp_path / "broken.isocost")
    assert window.session is None
    from desktop_app.ui.shell.message_bar import MessageBar

    bar = window.findChild(MessageBar)
    assert bar.isVisible()
