"""Ctrl+K: find a number, a result or a command; go there, change it, or do it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from desktop_app.decision.edits import set_value, value_at
from desktop_app.ui.parts.guide import Guide
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell.palette import CommandPalette

RATE = "context.discount_rate"
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def session(begun, meridian):
    session = begun(set_value("simulation.draws", 256, "draws").apply(meridian))
    session.results.refresh()
    return session


@pytest.fixture
def guide():
    return Guide()


@pytest.fixture
def page(qtbot, look):
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.centralWidget().setFocus()
    return window


@pytest.fixture
def save(page):
    action = QAction("Save the decision", page)
    action.setShortcut("Ctrl+Shift+S")
    return action


@pytest.fixture
def done(save):
    done = []
    save.triggered.connect(lambda: done.append("saved"))
    return done


@pytest.fixture
def palette(page, session, guide, save):
    return CommandPalette(session, guide, lambda: [save], page)


@pytest.fixture
def search(qtbot, palette):
    """Open the palette and type into it."""

    def search(text):
        palette.ask()
        qtbot.keyClicks(QApplication.focusWidget(), text)
        return palette._card

    return search


def rows(card):
    model = card.view.model()
    return [model.index(i).data() for i in range(model.rowCount())]


def said(card, name):
    return card.findChild(Said, name)


def test_it_opens_with_the_keyboard_in_its_line_and_what_can_be_done(palette, done):
    palette.ask()
    assert QApplication.focusWidget() is palette._card.line
    assert rows(palette._card) == ["Do", "Save the decision"]
    assert said(palette._card, "count").text() == "1 result"


def test_typing_finds_numbers_results_and_commands_under_their_heads(search):
    found = rows(search("de"))
    heads = [row for row in found if row in {"Numbers", "Results", "Do"}]
    assert heads == ["Numbers", "Results", "Do"]
    assert found[-1] == "Save the decision"


def test_the_count_is_that_of_the_entries_and_not_of_the_heads(search):
    card = search("discount rate")
    assert rows(card)[0] == "Numbers"
    count = len([row for row in rows(card) if row not in {"Numbers", "Results", "Do"}])
    assert said(card, "count").text() == ("1 result" if count == 1 else f"{count} results")


def test_every_number_in_the_list_says_where_it_comes_from(search):
    numbers = search("hybrid").numbers()
    assert len(numbers) > 50
    assert all(text and origins[0] for text, origins in numbers)


def test_up_and_down_step_over_the_heads_and_stop_at_the_ends(qtbot, search):
    card = search("de")
    line = QApplication.focusWidget()
    places = [i for i, row in enumerate(rows(card)) if row not in {"Numbers", "Results", "Do"}]
    seen = [card.view.currentIndex().row()]
    for _ in places:
        qtbot.keyClick(line, DOWN)
        seen.append(card.view.currentIndex().row())
    assert seen == [*places, places[-1]]
    for _ in range(len(places) + 1):
        qtbot.keyClick(line, UP)
    assert card.view.currentIndex().row() == places[0]


def test_enter_on_a_number_closes_and_asks_for_its_input(qtbot, search, palette, guide):
    search("shared discount rate")
    with qtbot.waitSignal(guide.sought) as sought:
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert sought.args == [RATE]
    assert not palette.isVisible()


def test_enter_on_a_result_asks_where_it_comes_from(qtbot, search, guide):
    search("hybrid present value of staff")
    with qtbot.waitSignal(guide.explained) as explained:
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert explained.args == [("options.hybrid.present_value_of.staff",)]


def test_enter_on_a_command_does_it_once(qtbot, search, done):
    search("save dec")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert done == ["saved"]


def test_a_click_goes_where_enter_goes(qtbot, search, guide):
    card = search("shared discount rate")
    place = card.view.visualRect(card.view.model().index(1)).center()
    with qtbot.waitSignal(guide.sought) as sought:
        qtbot.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sought.args == [RATE]


@pytest.mark.parametrize("how", ["esc", "beside"])
def test_closing_gives_the_focus_back_and_does_nothing(qtbot, search, palette, page, done, how):
    search("save")
    if how == "esc":
        qtbot.keyClick(QApplication.focusWidget(), ESC)
    else:
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert not palette.isVisible()
    assert QApplication.focusWidget() is page.centralWidget()
    assert done == []


def test_ctrl_enter_changes_a_number_in_its_row_as_one_step(qtbot, search, session):
    card = search("shared discount rate")
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    box = QApplication.focusWidget()
    assert box.text() == "8"
    qtbot.keyClicks(box, "9.5 %")
    qtbot.keyClick(box, ENTER)
    rate = session.store.decision.context.discount_rate
    assert rate.likely == 0.095
    assert rate.evidence.owner == "David Osei"
    assert session.store.undo_label == "change of discount rate"
    assert QApplication.focusWidget() is card.line
    assert any("9.50" in row for row in rows(card))
    session.store.undo()
    assert session.store.decision.context.discount_rate.likely == 0.08


def test_a_whole_number_stays_whole(qtbot, search, session):
    search("horizon")
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "24")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    months = session.store.decision.context.horizon_months
    assert (months, type(months)) == (24, int)


@pytest.mark.parametrize("typed", ["abc", "-200 %", "8 EUR"])
def test_what_cannot_be_taken_is_said_in_a_sentence_and_changes_nothing(
    qtbot, search, session, typed
):
    card, before = search("shared discount rate"), session.store.decision
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert said(card, "refusal").isVisible()
    assert said(card, "refusal").text().endswith(".")
    assert session.store.decision is before
    assert card.is_editing


def test_esc_leaves_the_row_first_and_then_the_palette(qtbot, search, session, palette):
    card, before = search("shared discount rate"), session.store.decision
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    qtbot.keyClick(QApplication.focusWidget(), ESC)
    assert palette.isVisible()
    assert QApplication.focusWidget() is card.line
    assert session.store.decision is before
    qtbot.keyClick(QApplication.focusWidget(), ESC)
    assert not palette.isVisible()


def test_a_result_cannot_be_changed_in_its_row_and_it_says_so(qtbot, search, session):
    card = search("hybrid present value of staff")
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    assert not card.is_editing
    assert said(card, "refusal").text() == "Only a number can be changed here."


def test_after_a_change_the_same_row_stays_chosen_and_results_follow(qtbot, search, session):
    card = search("claims growth")
    qtbot.keyClick(QApplication.focusWidget(), DOWN)
    chosen = card.chosen()
    with qtbot.waitSignal(session.results.studied):
        qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "2.25")
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert card.chosen().path == chosen.path
    assert card.chosen().detail.startswith("2.25")
    assert value_at(session.store.decision, chosen.path).likely == 0.0225


def test_nothing_found_is_said_and_enter_does_nothing(qtbot, search, palette):
    card = search("zeppelin")
    assert (rows(card), said(card, "count").text()) == ([], "0 results")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert palette.isVisible()


def test_ctrl_k_opens_it_over_the_window_and_a_number_found_there_is_focused(qtbot, at_work):
    at_work.activateWindow()
    qtbot.keyClick(at_work, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "shared discount rate")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert at_work.workspace.step == "frame"
    widget, names = QApplication.focusWidget(), []
    while widget is not None:
        names.append(widget.objectName())
        widget = widget.parentWidget()
    assert RATE in names


def test_two_changes_of_one_number_are_taken_back_one_by_one(qtbot, search, session):
    search("shared discount rate")
    for typed in ("9", "10"):
        qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    session.store.undo()
    assert session.store.decision.context.discount_rate.likely == 0.09


def test_a_limit_is_told_in_the_unit_of_the_field(qtbot, search):
    card = search("shared discount rate")
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "2000")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert "% a year" in said(card, "refusal").text()
