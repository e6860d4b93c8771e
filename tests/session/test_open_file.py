"""The file of a session: saved whole, never over somebody else's work, and open in one window."""

import hashlib
import os
import subprocess
import sys

import pytest
from documents import SMALLEST

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.session.file import ChangedOnDisk
from desktop_app.session.session import Session

TAKEN_BY_A_DEAD_PROGRAM = """
import os, sys
from pathlib import Path
from desktop_app.session.folders import Folders
from desktop_app.session.session import Session
session = Session.opened(Path(sys.argv[1]), Folders.under(Path(sys.argv[2])))
assert not session.file.is_open_elsewhere
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def path(decision_file):
    return decision_file()


@pytest.fixture
def open_session(begun, path):
    return begun(path, Session.opened)


def test_a_file_just_opened_is_not_modified(open_session, path):
    assert open_session.file.path == path
    assert open_session.file.name == "decision.isocost"
    assert open_session.store.decision == storage.load(path)
    assert not open_session.store.is_modified
    assert not open_session.file.has_changed


def test_a_file_that_cannot_be_read_opens_no_session(tmp_path, folders):
    with pytest.raises(Refused, match=r"nowhere\.isocost could not be opened"):
        Session.opened(tmp_path / "nowhere.isocost", folders)


def test_saving_writes_the_decision_and_clears_the_mark(qtbot, open_session, path, rate):
    open_session.store.apply(rate(0.05))
    with qtbot.waitSignal(open_session.file.saved) as saved:
        open_session.file.save()
    assert saved.args == [path]
    assert storage.load(path) == open_session.store.decision
    assert not open_session.store.is_modified
    assert open_session.file.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_save_ends_the_step_so_that_undo_goes_back_to_what_was_saved(open_session, rate):
    open_session.store.apply(rate(0.05))
    open_session.file.save()
    open_session.store.apply(rate(0.06))
    open_session.store.undo()
    assert not open_session.store.is_modified


def test_a_decision_without_a_file_is_not_saved_anywhere(session):
    assert session.file.path is None
    assert session.file.name == "Not saved yet"
    assert not session.file.has_changed
    with pytest.raises(Refused, match="This decision has no file yet"):
        session.file.save()


def test_saving_under_a_name_gives_the_session_that_file(session, tmp_path, rate):
    session.store.apply(rate(0.05))
    session.file.save_as(tmp_path / "new.isocost")
    assert session.file.path == tmp_path / "new.isocost"
    session.store.apply(rate(0.06))
    session.file.save()
    assert storage.load(tmp_path / "new.isocost") == session.store.decision


def test_a_name_without_an_ending_gets_the_one_of_decisions(session, tmp_path):
    session.file.save_as(tmp_path / "version 2")
    assert session.file.path == tmp_path / "version 2.isocost"
    session.file.save_as(tmp_path / "Assistant v1.2 final")
    assert session.file.path == tmp_path / "Assistant v1.2 final.isocost"


def test_an_ending_that_was_added_overwrites_nothing_unasked(open_session, path, rate):
    open_session.store.apply(rate(0.05))
    with pytest.raises(Refused, match=r"There is already a file decision\.isocost"):
        open_session.file.save_as(path.with_suffix(""))
    assert open_session.store.is_modified


def test_when_the_new_place_refuses_the_old_file_stays_the_one_to_save_to(
    open_session, path, tmp_path, rate
):
    open_session.store.apply(rate(0.05))
    with pytest.raises(Refused, match="could not be written"):
        open_session.file.save_as(tmp_path / "no such folder" / "new.isocost")
    assert open_session.file.path == path
    assert open_session.store.is_modified


def test_what_somebody_else_saved_is_not_overwritten_unasked(open_session, path, decision_file):
    decision_file(title="Theirs")
    assert open_session.file.has_changed
    with pytest.raises(ChangedOnDisk) as refused:
        open_session.file.save()
    assert refused.value.message == (
        "decision.isocost was changed by another program since it was opened here."
    )
    assert refused.value.hint == "Save it under another name, or open the other version."
    assert storage.load(path).title == "Theirs"


def test_it_is_overwritten_when_that_was_asked_for(open_session, path, decision_file):
    decision_file(title="Theirs")
    open_session.file.save(overwrite=True)
    assert storage.load(path).title == SMALLEST["title"]
    open_session.file.save()


def test_it_can_be_saved_under_another_name_instead(open_session, path, decision_file, tmp_path):
    decision_file(title="Theirs")
    open_session.file.save_as(tmp_path / "mine.isocost")
    open_session.file.save()
    assert storage.load(path).title == "Theirs"
    assert storage.load(tmp_path / "mine.isocost").title == SMALLEST["title"]


def test_a_file_written_again_with_the_same_bytes_has_not_changed(open_session, path):
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    assert not open_session.file.has_changed


def test_a_file_that_was_deleted_is_simply_written_again(open_session, path):
    path.unlink()
    open_session.file.save()
    assert storage.load(path) == open_session.store.decision


def test_a_second_window_on_one_file_is_warned(open_session, begun, path):
    assert open_session.file.warning == ""
    second = begun(path, Session.opened)
    assert second.file.is_open_elsewhere
    assert second.file.warning == (
        "decision.isocost is already open in another window; what you save here may overwrite "
        "what is saved there."
    )


def test_a_second_window_by_another_way_to_the_same_file_is_warned_too(
    open_session, begun, path, tmp_path
):
    link = tmp_path / "link.isocost"
    link.symlink_to(path)
    assert begun(link, Session.opened).file.is_open_elsewhere


def test_once_the_first_window_is_closed_nobody_is_warned(open_session, begun, path):
    open_session.close()
    assert not begun(path, Session.opened).file.is_open_elsewhere


def test_a_window_that_went_to_another_file_lets_the_old_one_go(
    open_session, begun, path, tmp_path
):
    second = begun(path, Session.opened)
    second.file.save_as(tmp_path / "mine.isocost")
    assert not second.file.is_open_elsewhere
    open_session.file.save_as(tmp_path / "moved.isocost")
    assert not begun(path, Session.opened).file.is_open_elsewhere
    assert begun(tmp_path / "mine.isocost", Session.opened).file.is_open_elsewhere


def test_the_mark_of_a_program_that_died_is_taken_over(begun, path, folders):
    dead = subprocess.run(
        [sys.executable, "-c", TAKEN_BY_A_DEAD_PROGRAM, path, folders.state],
        capture_output=True,
        text=True,
        check=False,
    )
    assert dead.returncode == -9, dead.stderr
    assert len(list(folders.locks.iterdir())) == 1
    assert not begun(path, Session.opened).file.is_open_elsewhere


def test_without_a_place_for_marks_files_open_all_the_same(begun, path, folders):
    folders.state.write_text("in the way", encoding="utf-8")
    assert not begun(path, Session.opened).file.is_open_elsewhere
