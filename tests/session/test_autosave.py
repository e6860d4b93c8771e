"""Recovery copies: written soon, whole and in order; removed when there is nothing to lose."""

import json
import threading
from datetime import UTC, datetime

import pytest

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.session import autosave as autosaving
from desktop_app.session.recovery import discard, recoverable, restore
from desktop_app.session.session import Session


@pytest.fixture
def quick(begun, smallest):
    """A session that writes its copy within a fiftieth of a second."""
    session = begun(smallest)
    session.autosave.set_interval(20)
    return session


@pytest.fixture
def folder(folders):
    return folders.recovery


@pytest.fixture
def idle(qtbot):
    def wait(session):
        qtbot.waitUntil(
            lambda: (
                not session.tasks.is_running("autosave") and not session.autosave._timer.isActive()
            )
        )

    return wait


@pytest.fixture
def kept(qtbot, quick, rate):
    """The session after an edit that its copy holds."""
    with qtbot.waitSignal(quick.autosave.kept):
        quick.store.apply(rate(0.05))
    return quick


@pytest.fixture
def lost(qtbot, quick, rate, tmp_path):
    """A session that was killed when its copy held more than its file."""
    quick.file.save_as(tmp_path / "a.isocost")
    with qtbot.waitSignal(quick.autosave.kept):
        quick.store.apply(rate(0.05))
    died(quick)
    quick.file.close()
    return quick


def copy_of(session, folder):
    return folder / f"{session.autosave.id}.isocost"


def names(folder):
    return {path.suffix for path in folder.iterdir()} if folder.exists() else set()


def died(session):
    """What a program that was killed leaves behind, without killing it."""
    session.autosave._timer.stop()
    session.autosave._lock.unlock()
    session.autosave._lock = None


def test_unsaved_work_is_kept_with_a_note_whose_it_is(qtbot, quick, folder, rate):
    before = datetime.now(UTC)
    with qtbot.waitSignal(quick.autosave.kept):
        quick.store.apply(rate(0.05))
    assert storage.load(copy_of(quick, folder)) == quick.store.decision
    note = json.loads(copy_of(quick, folder).with_suffix(".json").read_text(encoding="utf-8"))
    assert note["title"] == quick.store.decision.title
    assert note["path"] is None
    assert before <= datetime.fromisoformat(note["when"]) <= datetime.now(UTC)
    assert quick.autosave.kept_at >= before


def test_two_seconds_after_an_edit_it_is_in_the_copy(session, rate):
    session.store.apply(rate(0.05))
    assert session.autosave._timer.isActive()
    assert session.autosave._timer.interval() == 2_000


def test_editing_without_a_pause_does_not_put_the_copy_off(qtbot, session, rate):
    session.autosave.set_interval(200)
    session.store.apply(rate(0.05))
    first = session.autosave._timer.remainingTime()
    qtbot.wait(60)
    session.store.apply(rate(0.06))
    assert session.autosave._timer.remainingTime() <= first - 50


def test_an_edit_after_the_copy_brings_another_copy(qtbot, quick, folder, rate):
    for value in (0.05, 0.06):
        with qtbot.waitSignal(quick.autosave.kept):
            quick.store.apply(rate(value))
    assert storage.load(copy_of(quick, folder)) == quick.store.decision


def test_without_an_edit_nothing_is_written(quick, folder):
    assert not folder.exists()


def test_saving_removes_the_copy(kept, folder, idle, tmp_path):
    kept.file.save_as(tmp_path / "a.isocost")
    idle(kept)
    assert names(folder) == {".lock"}
    assert kept.autosave.kept_at is None


def test_undoing_back_to_what_is_saved_removes_the_copy(kept, folder, idle):
    kept.store.undo()
    idle(kept)
    assert names(folder) == {".lock"}


def test_a_copy_still_being_written_when_the_file_is_saved_is_removed_as_well(
    qtbot, quick, rate, idle, tmp_path, monkeypatch
):
    writing, gate = threading.Event(), threading.Event()
    keep = autosaving.keep

    def slow(*arguments):
        writing.set()
        gate.wait(5)
        keep(*arguments)

    monkeypatch.setattr(autosaving, "keep", slow)
    quick.store.apply(rate(0.05))
    qtbot.waitUntil(writing.is_set)
    quick.file.save_as(tmp_path / "a.isocost")
    gate.set()
    idle(quick)
    assert names(quick.folders.recovery) == {".lock"}


def test_a_closed_session_leaves_nothing_behind(kept, folder):
    kept.close()
    assert names(folder) == set()


def test_a_session_that_the_machine_ended_leaves_its_latest_work(quick, folder, rate):
    quick.store.apply(rate(0.05))
    quick.close(keep_copy=True)
    (copy,) = recoverable(folder)
    assert restore(copy) == quick.store.decision


def test_the_copy_of_a_living_session_is_not_offered(kept, folder):
    assert recoverable(folder) == ()
    died(kept)
    (copy,) = recoverable(folder)
    assert copy.id == kept.autosave.id
    assert copy.title == kept.store.decision.title


def test_restored_work_goes_on_under_the_same_copy_and_counts_as_unsaved(
    lost, begun, folder, idle
):
    (copy,) = recoverable(folder)
    again = begun(copy, Session.restored)
    assert again.store.decision == lost.store.decision
    assert again.store.is_modified
    assert again.file.path == copy.original == lost.file.path
    assert not again.file.has_changed
    assert recoverable(folder) == ()
    assert copy.path.exists()
    again.file.save()
    idle(again)
    assert not copy.path.exists()
    assert storage.load(lost.file.path) == again.store.decision


def test_a_file_changed_between_the_crash_and_the_restoring_is_not_overwritten_unasked(
    lost, begun, folder, titled
):
    storage.save(titled("Theirs").apply(lost.store.decision), lost.file.path)
    again = begun(recoverable(folder)[0], Session.restored)
    with pytest.raises(Refused, match="changed by another program"):
        again.file.save()


def test_a_copy_is_restored_in_one_window_only(kept, begun, folder, folders):
    died(kept)
    (copy,) = recoverable(folder)
    begun(copy, Session.restored)
    with pytest.raises(Refused, match="already open in another window"):
        Session.restored(copy, folders)
    discard(copy)
    assert copy.path.exists()


def test_a_copy_that_was_thrown_away_is_not_offered_again(kept, folder):
    died(kept)
    discard(recoverable(folder)[0])
    assert recoverable(folder) == ()
    assert names(folder) == set()


def test_what_a_dead_session_left_without_a_copy_is_swept_away(qtbot, kept, folder):
    copy_of(kept, folder).unlink()
    assert recoverable(folder) == ()
    assert names(folder) == {".json", ".lock"}  # it lives, and may be about to write
    died(kept)
    (folder / f"{kept.autosave.id}.lock").write_bytes(b"")
    qtbot.waitUntil(lambda: recoverable(folder) == () and names(folder) == set())


@pytest.mark.parametrize("mark", [b"", b"\x00" * 64, b"torn"])
def test_a_mark_of_life_that_a_power_cut_tore_hides_no_copy(qtbot, kept, folder, mark):
    died(kept)
    (folder / f"{kept.autosave.id}.lock").write_bytes(mark)
    qtbot.waitUntil(lambda: len(recoverable(folder)) == 1)


def test_a_damaged_copy_is_refused_in_a_sentence_and_kept(kept, folder, folders):
    died(kept)
    copy_of(kept, folder).write_bytes(b"{torn")
    (copy,) = recoverable(folder)
    with pytest.raises(Refused) as refused:
        Session.restored(copy, folders)
    assert refused.value.message.startswith(f"The recovery copy of {copy.title} cannot be")
    assert str(copy.path) in refused.value.hint
    assert recoverable(folder) == (copy,)


def test_when_no_copy_can_be_written_that_is_said_once(qtbot, quick, folder, rate, folders):
    messages = []
    quick.messages.posted.connect(messages.append)
    folders.state.mkdir()
    folder.write_text("in the way", encoding="utf-8")
    for value in (0.05, 0.06):
        quick.store.apply(rate(value))
        qtbot.waitUntil(lambda: not quick.autosave._timer.isActive())
    assert [message.level for message in messages] == ["problem"]
    assert "Save your work often." in messages[0].text
