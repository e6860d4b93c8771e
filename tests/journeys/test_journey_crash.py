"""A program that is killed while somebody works loses two seconds at most, and tears nothing."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from documents import SMALLEST

from desktop_app import storage
from desktop_app.session.folders import Folders
from desktop_app.session.recovery import recoverable, restore
from desktop_app.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("crash_child.py")

MOMENTS = 20
INTERVAL = 0.1
WRITING = 0.2
"""Seconds that a copy may take to reach the disk once it is due."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX")


@dataclass(frozen=True)
class Wreck:
    """What a killed program left, and what it had done until then.

    Attributes:
        path: The decision file.
        folders: The program's folders.
        killed: When it was killed.
        edits: Number and time of each edit.
        saves: Number of the last edit in each save.
    """

    path: Path
    folders: Folders
    killed: float
    edits: list[tuple[int, float]]
    saves: list[int]

    def standstill(self):
        """The longest time in which the machine let the program do nothing."""
        times = [at for _, at in self.edits] + [self.killed]
        return max(after - before for before, after in pairwise(times))

    def due(self):
        """The last edit that must not be lost."""
        limit = self.killed - INTERVAL - WRITING - self.standstill()
        return max((number for number, at in self.edits if at <= limit), default=0)


def person(folder, save_every):
    """Start a program whose decision is edited without end, as soon as it is told to begin."""
    path, diary = folder / "plan.isocost", folder / "diary"
    path.write_text(json.dumps(SMALLEST), encoding="utf-8")
    settings = [str(round(INTERVAL * 1000)), str(save_every)]
    return subprocess.Popen(
        [sys.executable, CHILD, path, folder / "state", *settings, diary],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wreck_of(child, folder, after):
    """Let a program work for so many seconds, and kill it."""
    assert child.stdout.readline() == "ready\n"
    child.stdin.write("go\n")
    child.stdin.flush()
    time.sleep(after)
    killed = time.monotonic()
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    lines = (folder / "diary").read_text(encoding="utf-8").splitlines(keepends=True)
    notes = [line.split() for line in lines if line.endswith("\n")]
    return Wreck(
        folder / "plan.isocost",
        Folders.under(folder / "state"),
        killed,
        [(int(number), float(at)) for what, number, at in notes if what == "edit"],
        [int(number) for what, number, _ in notes if what == "save"],
    )


@pytest.fixture(scope="module")
def wrecks(tmp_path_factory):
    """Twenty programs killed at random moments, of which every other one never saves.

    The next one starts while one is working.
    """
    dice = random.Random(20261123)  # noqa: S311 - to repeat, not to hide
    homes = [tmp_path_factory.mktemp("crash") for _ in range(MOMENTS)]
    children, found = [], []
    try:
        for number, home in enumerate(homes):
            for following in homes[len(children) : number + 2]:
                children.append(person(following, (60, 10_000)[len(children) % 2]))
            found.append(wreck_of(children[number], home, dice.uniform(0.3, 0.9)))
    finally:
        for child in children:
            child.kill()
            child.communicate()
    return found


def number_of(decision):
    word, _, number = decision.title.rpartition(" ")
    return int(number) if word == "Edit" else 0


def test_the_programs_were_killed_in_the_middle_of_their_work(wrecks):
    assert len(wrecks) == MOMENTS
    assert all(wreck.edits for wreck in wrecks)
    unsaved = [wreck for wreck in wrecks if not wreck.saves]
    assert len(unsaved) >= MOMENTS // 2
    assert sum(wreck.due() > 0 for wreck in unsaved) >= MOMENTS // 5
    assert sum(bool(recoverable(wreck.folders.recovery)) for wreck in wrecks) >= MOMENTS // 2


def test_the_saved_file_is_whole_and_holds_what_was_saved(wrecks):
    for wreck in wrecks:
        saved = number_of(storage.load(wreck.path))
        assert saved in {*wreck.saves[-1:], wreck.edits[-1][0]} or (not wreck.saves and not saved)


def test_every_recovery_copy_is_whole_and_so_is_its_note(wrecks):
    for wreck in wrecks:
        folder = wreck.folders.recovery
        for path in folder.glob("*.isocost"):
            assert number_of(storage.load(path)) > 0
        for path in folder.glob("*.json"):
            assert json.loads(path.read_bytes())["path"] == str(wreck.path)


def test_an_edit_older_than_the_interval_is_in_the_copy_or_in_the_file(wrecks):
    for wreck in wrecks:
        copies = [restore(copy) for copy in recoverable(wreck.folders.recovery)]
        there = max(number_of(found) for found in (storage.load(wreck.path), *copies))
        assert wreck.due() <= there <= wreck.edits[-1][0] + 1


def test_work_that_only_the_copy_holds_is_offered_and_goes_on_where_it_ended(wrecks, qapp):
    offered = 0
    for wreck in wrecks:
        for copy in recoverable(wreck.folders.recovery):
            session = Session.restored(copy, wreck.folders)
            assert copy.original == wreck.path == session.file.path
            assert not session.file.is_open_elsewhere
            assert session.store.decision == restore(copy)
            session.close(keep_copy=True)
            offered += 1
    assert offered >= MOMENTS // 2
