"""Choices, words, days and flags: typed or picked, kept, and undone from anywhere."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from desktop_app.decision.edits import set_value
from desktop_app.ui.fields import ChoiceField, DayField, FlagField, TextField
from desktop_app.ui.fields.text import PAUSE_MS


def test_a_choice_is_offered_in_words_and_kept_as_the_models_own(made, stated):
    field = made(ChoiceField, "options.own.approach")
    assert field.box.currentText() == "self managed"
    field.box.setCurrentText("hybrid")
    field.box.activated.emit(field.box.currentIndex())
    assert stated("options.own.approach") == "hybrid"


def test_a_baseline_is_chosen_by_the_name_of_an_option_or_left_out(session, made, stated):
    field = made(ChoiceField, "baseline")
    words = [field.box.itemText(i) for i in range(field.box.count())]
    assert words == ["not stated", "Managed model", "Own servers"]
    field.box.activated.emit(2)
    assert stated("baseline") == "own"
    field.box.activated.emit(0)
    assert stated("baseline") is None
    session.store.undo()
    assert field.box.currentText() == "Own servers"


def test_a_new_name_of_an_option_is_offered_at_once(session, made):
    field = made(ChoiceField, "baseline")
    session.store.apply(set_value("options.own.label", "Our cellar", "name"))
    assert field.box.itemText(2) == "Our cellar"


def test_a_choice_is_stepped_through_with_the_keyboard(qtbot, made, stated):
    field = made(ChoiceField, "options.own.approach")
    field.box.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert stated("options.own.approach") == "hybrid"


def test_a_line_is_kept_with_enter(made, typed, stated):
    field = made(TextField, "title")
    typed(field.box, "Where to?")
    assert stated("title") == "Where to?"


def test_a_title_that_would_be_empty_is_refused_beside_it(made, typed, stated):
    field = made(TextField, "title")
    before = stated("title")
    typed(field.box, "")
    assert "empty" in field.finding.text
    assert field.box.is_wrong
    assert stated("title") == before


def test_several_lines_are_kept_when_the_field_is_left(qtbot, made, stated):
    field = made(TextField, "question")
    field.box.setFocus()
    qtbot.keyClicks(field.box, "Own or rent?")
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    qtbot.keyClicks(field.box, "For how long?")
    assert stated("question") == ""
    field.box.clearFocus()
    assert stated("question") == "Own or rent?\nFor how long?"


def test_a_pause_keeps_what_is_written_so_far_as_one_step_to_undo(qtbot, session, made, stated):
    field = made(TextField, "question")
    assert field.pause.interval() == PAUSE_MS
    field.pause.setInterval(20)
    field.box.setFocus()
    for words in ("Own ", "or rent?"):
        with qtbot.waitSignal(session.store.changed):
            qtbot.keyClicks(field.box, words)
    assert stated("question") == "Own or rent?"
    session.store.undo()
    assert stated("question") == ""
    assert field.typed == ""


def test_while_words_are_written_undo_is_their_own(qtbot, session, made, stated):
    field = made(TextField, "question")
    field.box.setFocus()
    qtbot.keyClicks(field.box, "Own")
    qtbot.keyClick(field.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.typed == ""
    assert not session.store.redo_label


def test_a_day_is_typed_in_full(made, typed, stated):
    field = made(DayField, "context.start")
    typed(field.box, "2027-04-01")
    assert stated("context.start") == date(2027, 4, 1)


def test_a_day_written_otherwise_is_explained(made, typed, stated):
    field = made(DayField, "context.start")
    typed(field.box, "1.4.2027")
    assert "2027-01-31" in field.finding.text
    assert stated("context.start") == date(2027, 1, 1)


def test_a_day_that_may_be_left_out_can_be_emptied(session, made, typed, stated):
    session.store.apply(set_value("paper.meets_on", date(2027, 1, 5), "meeting"))
    field = made(DayField, "paper.meets_on")
    typed(field.box, "")
    assert stated("paper.meets_on") is None


def test_a_day_is_picked_from_the_calendar(qtbot, made, stated):
    field = made(DayField, "context.start")
    field.button.click()
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 1, 1)
    calendar.activated.emit(QDate(2027, 6, 1))
    assert stated("context.start") == date(2027, 6, 1)
    assert QApplication.activePopupWidget() is None


def test_a_flag_is_turned_with_the_space_bar(qtbot, begun, guide, full, shown):
    session = begun(full)
    field = shown(FlagField(session, guide, "options.api.lines.move.capital"))
    assert field.box.isChecked()
    qtbot.keyClick(field.box, Qt.Key.Key_Space)
    assert session.store.undo_label == "change of capital"
    session.store.undo()
    assert field.box.isChecked()
