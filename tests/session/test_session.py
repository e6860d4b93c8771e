"""A session as a whole: how it begins, what it joins together, and how it ends."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred, Recent
from desktop_app.storage import preferences

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"pydantic", "numpy", "pandas", "pyqtgraph", "duckdb", "reportlab", "pikepdf"}
LIGHT = [
    "session",
    "session.tasks",
    "session.messages",
    "session.folders",
    "session.preferences",
    "session.recovery",
    "storage.preferences",
    "storage.recovery",
]


def in_a_process(code, **environment):
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("module", LIGHT)
def test_what_the_first_window_needs_loads_no_model_and_no_numbers(module):
    code = f"import sys, desktop_app.{module}\nprint(*{{m.split('.')[0] for m in sys.modules}})"
    assert not set(in_a_process(code).split()) & HEAVY


def test_the_session_knows_signals_and_threads_and_nothing_that_draws():
    files = sorted((ROOT / "desktop_app" / "session").glob("*.py"))
    assert len(files) > 10
    for file in files:
        qt = re.findall(r"PySide6\S*", file.read_text(encoding="utf-8"))
        assert set(qt) <= {"PySide6.QtCore"}, file.name


def test_recent_files_and_recovery_copies_are_listed_without_the_model(session, folders, rate):
    session.store.apply(rate(0.05))
    session.close(keep_copy=True)
    Preferred(folders.preferences).remember(Recent("plan.isocost", "Plan"))
    code = """
import sys
from desktop_app.session import Folders
from desktop_app.session.preferences import Preferred
from desktop_app.session.recovery import recoverable
folders = Folders.of_user()
print(Preferred(folders.preferences).now.recents[0].title)
print(recoverable(folders.recovery)[0].title)
print(*{m.split('.')[0] for m in sys.modules})
"""
    recent, copy, loaded = in_a_process(code, ISOCOST_STATE=str(folders.state)).splitlines()
    assert (recent, copy) == ("Plan", session.store.decision.title)
    assert not set(loaded.split()) & HEAVY


def test_every_name_of_the_room_can_be_asked_of_its_door():
    code = """
import desktop_app.session as room
for name in room.__all__:
    assert getattr(room, name).__name__ == name, name
assert set(room.__all__) == set(room._HOMES)
"""
    in_a_process(code)


def test_a_session_on_nothing_yet_counts_as_saved(session, smallest):
    assert session.store.decision is smallest
    assert session.file.path is None
    assert not session.store.is_modified


def test_a_session_given_another_decision_than_its_file_holds_is_modified(
    begun, smallest, rate, tmp_path
):
    storage.save(smallest, tmp_path / "a.isocost")
    session = begun(rate(0.05).apply(smallest), path=tmp_path / "a.isocost")
    assert session.store.is_modified
    session.store.apply(rate(0.08))
    assert not session.store.is_modified


def test_what_a_task_refuses_is_said_with_its_hint(qtbot, session, posted):
    def work(_report):
        raise Refused("The disk is full.", "Free some space.")

    with qtbot.waitSignal(session.tasks.run("work", work, slot="a").ended):
        pass
    (message,) = posted
    assert (message.text, message.level) == ("The disk is full. Free some space.", "problem")


def test_after_closing_nothing_runs_and_nothing_is_told(qtbot, session, folders, rate):
    told = []
    session.results.studied.connect(told.append)
    session.store.apply(rate(0.05))
    session.close()
    assert session.tasks._pool.activeThreadCount() == 0
    qtbot.wait(80)  # longer than an edit takes to be studied
    assert told == []
    assert [path for path in folders.state.rglob("*") if path.is_file()] == []


def test_sessions_of_two_windows_keep_apart(qtbot, begun, smallest, rate):
    one, other = begun(smallest), begun(smallest)
    one.store.apply(rate(0.05))
    assert other.store.decision is smallest
    assert one.autosave.id != other.autosave.id


def test_the_folders_can_be_put_elsewhere(monkeypatch, tmp_path):
    monkeypatch.delenv("ISOCOST_STATE", raising=False)
    usual = Folders.of_user()
    monkeypatch.setenv("ISOCOST_STATE", str(tmp_path))
    assert Folders.of_user() == Folders(tmp_path, tmp_path)
    assert usual.state != usual.config
    assert "isocost" in str(usual.state)


def test_preferences_are_written_as_they_change_and_told(qtbot, qapp, folders):
    preferred = Preferred(folders.preferences)
    with qtbot.waitSignal(preferred.changed) as changed:
        preferred.change(theme="dark")
    assert changed.args == [preferred.now]
    assert preferences.load(folders.preferences).theme == "dark"
    with qtbot.assertNotEmitted(preferred.changed):
        preferred.change(theme="dark")


def test_two_windows_do_not_lose_each_others_recent_files(qapp, folders):
    one, other = Preferred(folders.preferences), Preferred(folders.preferences)
    one.remember(Recent("a.isocost", "A"))
    other.remember(Recent("b.isocost", "B"))
    other.forget("nothing.isocost")
    assert [recent.title for recent in other.now.recents] == ["B", "A"]


def test_preferences_that_cannot_be_written_hold_in_this_window(qapp, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    preferred = Preferred(tmp_path / "file" / "preferences.json")
    preferred.change(theme="dark")
    preferred.change(zoom=1.5)
    assert (preferred.now.theme, preferred.now.zoom) == ("dark", 1.5)
