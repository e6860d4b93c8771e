"""One kind of surroundings, decisions to work on, and the program as a person calls it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from documents import FULL, SMALLEST

from desktop_app import cli, storage
from desktop_app.decision import Decision

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
SURROUNDINGS = {
    "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf")),
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "QT_FONT_DPI": "96",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
}
LEFT_OUT = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
)
TESTS = count()


def pytest_configure():
    """Part the tests, and what they start, from this machine's screen, fonts and language."""
    os.environ.update(SURROUNDINGS)
    for name in LEFT_OUT:
        os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def no_state_of_the_user(tmp_path_factory):
    """Keep recovery copies and preferences of the tests away from those of the person."""
    with pytest.MonkeyPatch.context() as around:
        around.setenv("ISOCOST_STATE", str(tmp_path_factory.getbasetemp() / "state"))
        yield


@dataclass(frozen=True)
class Answer:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def state_of_its_own(monkeypatch, tmp_path_factory):
    """Give each test a place for recovery copies and preferences that nothing was saved in."""
    folder = tmp_path_factory.getbasetemp() / f"state-{next(TESTS)}"
    monkeypatch.setenv("ISOCOST_STATE", str(folder))


@pytest.fixture
def smallest() -> Decision:
    """Two options for one workload, in bare numbers."""
    return Decision.model_validate(SMALLEST)


@pytest.fixture(scope="session")
def full() -> Decision:
    """A decision in which no list is empty."""
    return Decision.model_validate(FULL)


@pytest.fixture(scope="session")
def meridian() -> Decision:
    """The sample decision."""
    return storage.load(SAMPLES / "meridian.isocost")


@pytest.fixture
def folders(tmp_path):
    """Places of the program's own that nothing was saved in."""
    from desktop_app.session.folders import Folders

    return Folders.under(tmp_path / "state")


@pytest.fixture
def begun(qapp, folders):
    """Start sessions, with a decision or in another way; in the end they are closed.

    They are destroyed at once then: Python, which lets them go some time later, may come upon
    tasks that Qt has marked for deletion, and both delete them.
    """
    from shiboken6 import delete, isValid

    from desktop_app.session.session import Session

    sessions = []

    def begin(source, start=Session.of, **more):
        session = start(source, folders, **more)
        sessions.append(session)
        return session

    yield begin
    for session in filter(isValid, sessions):
        session.close()
        delete(session)


@pytest.fixture
def decision_file(tmp_path):
    """Write a document, changed by what is given, as a decision file."""

    def write(document=SMALLEST, name="decision.isocost", **changes):
        path = tmp_path / name
        path.write_text(json.dumps({**document, **changes}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def isocost(capsys):
    """Run a command within this process."""

    def run(*arguments) -> Answer:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def program():
    """Run a command as a process of its own, from any folder."""

    def run(*arguments, cwd) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def demo(program, tmp_path_factory) -> Path:
    """The folder that `isocost demo` filled."""
    folder = tmp_path_factory.mktemp("demo")
    answer = program("demo", "-o", "out", cwd=folder)
    assert answer.code == 0, answer.out + answer.err
    return folder / "out"


@pytest.fixture(scope="session")
def record(demo) -> dict:
    """Everything that was computed for the demonstration."""
    return json.loads((demo / "results.json").read_text(encoding="utf-8"))
