"""Undo and redo go through whole documents, and never lose or invent one."""

from functools import reduce

from documents import SMALLEST
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision import Decision
from desktop_app.decision.edits import set_value
from desktop_app.decision.history import History

START = Decision.model_validate(SMALLEST)
RATE, TITLE = "context.discount_rate", "title"


def rate(value):
    return set_value(RATE, value, "discount rate")


def title(value):
    return set_value(TITLE, value, "title")


edits = st.one_of(
    st.sampled_from([0.08, 0.05, 0.1, 0.2]).map(rate), st.sampled_from(["One", "Two"]).map(title)
)
steps = st.lists(st.one_of(edits, st.just("seal")), max_size=30)


def taken(history, step):
    return history.sealed() if step == "seal" else history.after(step)


def undone_whole(history):
    while history.past:
        history = history.undone()
    return history


def redone_whole(history):
    while history.future:
        history = history.redone()
    return history


@given(steps)
def test_undoing_everything_gives_the_first_document_and_redoing_everything_the_last(path):
    history = reduce(taken, path, History(START))
    first = undone_whole(history)
    assert first.present == START
    again = redone_whole(first)
    assert again.present == history.present
    assert len(again.past) == len(history.past)


@given(steps)
def test_every_step_back_changes_the_document(path):
    history = reduce(taken, path, History(START))
    while history.past:
        before = history.present
        history = history.undone()
        assert history.present != before


@given(steps)
def test_one_step_back_and_forward_again_leads_to_the_same_place(path):
    history = reduce(taken, path, History(START))
    if history.past:
        there = history.undone().redone()
        assert (there.present, there.past) == (history.present, history.past)


def test_edits_of_one_field_in_a_row_undo_as_one():
    history = History(START).after(rate(0.09)).after(rate(0.095)).after(rate(0.1))
    assert [step.label for step in history.past] == ["change of discount rate"]
    assert history.undone().present == START


def test_a_field_that_was_left_begins_a_new_step():
    history = History(START).after(rate(0.09)).sealed().after(rate(0.1))
    assert len(history.past) == 2
    assert history.undone().present == rate(0.09).apply(START)


def test_an_edit_elsewhere_begins_a_new_step():
    history = History(START).after(rate(0.09)).after(title("New")).after(rate(0.1))
    assert len(history.past) == 3


def test_a_value_typed_back_leaves_nothing_to_undo():
    history = History(START).after(rate(0.09)).after(rate(0.08))
    assert history.present == START
    assert history.past == ()


def test_an_edit_that_changes_nothing_leaves_no_trace():
    history = History(START)
    assert history.after(title(START.title)) is history


def test_a_new_edit_forgets_what_was_undone():
    history = History(START).after(rate(0.09)).undone().after(title("New"))
    assert history.future == ()


def test_an_edit_after_undo_is_a_step_of_its_own():
    history = History(START).after(rate(0.09)).sealed().after(rate(0.1)).undone().after(rate(0.2))
    assert len(history.past) == 2


def test_with_nothing_to_undo_or_redo_the_history_stays():
    history = History(START)
    assert history.undone() is history
    assert history.redone() is history


def test_every_step_can_be_undone_however_many_there_are():
    history = History(START)
    for number in range(1_000):
        history = history.after(title(f"Title {number}")).sealed()
    assert len(history.past) == 1_000
    assert undone_whole(history).present == START
