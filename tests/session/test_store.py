"""The store: one decision, every way it changes, and whom it tells."""

import pytest

from desktop_app.decision.edits import remove_option
from desktop_app.outcome import Refused
from desktop_app.session.store import Change, Store


@pytest.fixture
def store(qapp, smallest):
    return Store(smallest)


@pytest.fixture
def changes(store):
    seen = []
    store.changed.connect(seen.append)
    return seen


def test_an_edit_is_told_with_the_document_before_and_after(store, changes, smallest, rate):
    assert store.apply(rate(0.05))
    assert changes == [Change(smallest, store.decision)]
    assert changes[0].after.options[0] is changes[0].before.options[0]


def test_an_edit_that_breaks_a_rule_is_refused_at_its_path_and_changes_nothing(
    qtbot, store, changes, smallest, rate
):
    with qtbot.waitSignal(store.refused) as refused:
        assert not store.apply(rate(9.0))
    assert refused.args[0] == "context.discount_rate"
    assert refused.args[1].endswith(".")
    assert store.decision is smallest
    assert changes == []


def test_an_edit_that_no_field_stands_for_refuses_to_the_caller(qtbot, store, smallest, rate):
    with qtbot.assertNotEmitted(store.refused), pytest.raises(Refused):
        store.require(rate(9.0))
    assert store.decision is smallest


def test_an_edit_that_changes_nothing_is_not_told(store, changes, smallest, titled):
    assert store.apply(titled(smallest.title))
    assert changes == []
    assert store.undo_label == ""


def test_undo_and_redo_tell_the_change_and_name_the_step(store, changes, smallest, rate):
    store.apply(rate(0.05))
    after = store.decision
    assert (store.undo_label, store.redo_label) == ("change of discount rate", "")
    store.undo()
    assert (store.undo_label, store.redo_label) == ("", "change of discount rate")
    store.redo()
    assert changes[1:] == [Change(after, smallest), Change(smallest, after)]


def test_the_last_change_is_named_whichever_way_it_went(store, rate):
    assert store.last_change == ""
    store.apply(rate(0.05))
    assert store.last_change == "change of discount rate"
    store.undo()
    assert store.last_change == "undo of change of discount rate"
    store.redo()
    assert store.last_change == "redo of change of discount rate"


def test_with_nothing_to_undo_or_redo_nothing_is_told(store, changes):
    store.undo()
    store.redo()
    assert changes == []


def test_a_thousand_steps_can_all_be_undone(store, smallest, titled):
    for number in range(1_000):
        store.apply(titled(f"Title {number}"))
        store.seal_step()
    for _ in range(1_000):
        store.undo()
    assert store.decision == smallest
    assert store.undo_label == ""


def test_a_field_that_lost_focus_begins_a_new_step(store, rate):
    store.apply(rate(0.05))
    store.seal_step()
    store.apply(rate(0.06))
    store.undo()
    assert store.decision == rate(0.05).apply(store.decision)


def test_undoing_back_to_the_saved_document_clears_the_mark(store, rate):
    store.apply(rate(0.05))
    assert store.is_modified
    store.undo()
    assert not store.is_modified


def test_what_was_edited_while_it_was_being_saved_still_counts_as_modified(qtbot, store, rate):
    store.apply(rate(0.05))
    saved = store.decision
    store.apply(rate(0.06))
    with qtbot.waitSignal(store.marked):
        store.mark_saved(saved)
    assert store.is_modified


def test_work_that_no_file_holds_is_modified_from_the_start(store):
    store.mark_saved(None)
    assert store.is_modified


def test_another_document_starts_afresh(qtbot, store, smallest, rate):
    store.apply(rate(0.05))
    other = remove_option("own").apply(smallest)
    with qtbot.waitSignal(store.marked):
        store.replace(other)
    assert store.decision is other
    assert not store.is_modified
    assert (store.undo_label, store.last_change) == ("", "")
