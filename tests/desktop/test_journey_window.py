"""The window as a person uses it: from the start page to a report that verifies, and back again.

With `ISOCOST_FILM` naming a folder, the film of the journey is kept there.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import accessible
import pytest
from programs import until
from screen import moved

pytestmark = pytest.mark.judge

ROOT = Path(__file__).resolve().parents[2]
BILL = ROOT / "tests" / "billing" / "samples" / "azure_1_2_rows25.csv"
SLOW = 60.0
EVIDENCE = "What do we know, and can we trust it?"
COSTS = "What does each option cost, and when does it pay?"
FRAME = "What is to be decided, and by whom?"
RATE = "discount rate"
QT_ITSELF = "qt.accessibility.atspi:"  # it was asked something by the bus that it does not know


@pytest.fixture
def isocost(screen, tmp_path):
    """Start the program with a home of its own, as a person without any habits has it."""
    home = tmp_path / "home"
    home.mkdir()

    def start(*arguments):
        program = screen.start(
            sys.executable,
            "-m",
            "desktop_app",
            *arguments,
            PYTHONPATH=str(ROOT),
            HOME=str(home),
            XDG_CONFIG_HOME=str(home / ".config"),
        )
        screen.window("Isocost", SLOW)
        return program

    return start


@pytest.fixture
def filmed(screen, tmp_path):
    """Film what happens; the film is kept where the environment names a folder for it."""
    film = tmp_path / "journey.mp4"
    with screen.filmed(film):
        yield film
    kept = os.environ.get("ISOCOST_FILM")
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        shutil.copy(film, Path(kept) / film.name)


# -- what a person does and sees ------------------------------------------------------------------


def panel_of(screen):
    """The numbers that stand at the right, by what is said; None before anything is computed."""
    panel = accessible.read(screen).find("Where we stand")
    if panel is None:
        return None
    said = [thing.name for thing in panel.all() if thing.role == "label" and thing.name]
    return tuple(said[: said.index("Since your last change")]) if "complete" in said else None


def computed(screen):
    """Wait until the panel says that the simulation is complete."""
    return until(lambda: panel_of(screen), "A complete simulation", SLOW)


def is_shown(screen, beginning):
    tree = accessible.read(screen)
    return next(
        (t for t in tree.all() if t.name.startswith(beginning) and "showing" in t.states), None
    )


def rate_of(screen):
    """What stands in the box of the discount rate."""
    box = next(t for t in accessible.read(screen).all() if is_rate(t))
    return box.text.strip()


def is_rate(thing):
    return thing.name == "Discount rate, most likely" and "showing" in thing.states


def name_file(screen, title, path):
    """Type a path into a file dialog."""
    screen.window(title)
    screen.press("ctrl+a")
    screen.type(str(path))
    screen.press("Return")
    until(lambda: screen.windows(title) == 0, f"The dialog {title!r} to close")


def go_to_the_rate(screen):
    screen.press("ctrl+k")
    accessible.wait_for(screen, "Search or run a command")
    screen.type(RATE)
    screen.press("Return")
    accessible.wait_for(screen, FRAME)


def open_the_sample(screen):
    accessible.click(screen, "Open the sample")
    accessible.wait_for(screen, COSTS, seconds=SLOW)
    return computed(screen)


def set_the_rate(screen, percent):
    go_to_the_rate(screen)
    screen.press("ctrl+a")
    screen.type(percent)
    screen.press("Return")


# -- the journey ----------------------------------------------------------------------------------


def test_from_the_start_page_to_a_report_that_verifies_and_back(screen, isocost, filmed, tmp_path):
    decision, report = tmp_path / "mine.isocost", tmp_path / "mine.pdf"
    program = isocost()
    at_first = open_the_sample(screen)
    import_a_bill(screen)
    change_and_take_back(screen, at_first)
    save(screen, decision)
    export(screen, report)
    screen.press("ctrl+q")
    until(lambda: not program.runs, "The program to end")
    assert program.process.returncode == 0, program.said
    assert not [line for line in program.said.splitlines() if not line.startswith(QT_ITSELF)]
    assert is_verified(report)
    find_again(screen, isocost, decision)


def import_a_bill(screen):
    screen.press("ctrl+i")
    name_file(screen, "Add a bill", BILL)
    accessible.wait_for(screen, EVIDENCE)
    until(lambda: is_shown(screen, "Azure 1 2 rows25") or is_shown(screen, "azure"), "The bill")


def change_and_take_back(screen, at_first):
    go_to_the_rate(screen)
    before, rate = screen.resting(), rate_of(screen)
    set_the_rate(screen, "12")
    until(lambda: panel_of(screen) not in (None, at_first), "Another result", SLOW)
    computed(screen)
    after = screen.resting()
    panel = (after.width - 292, 60, after.width, 500)
    assert rate_of(screen) == "12"
    assert moved(before.crop(panel), after.crop(panel))
    screen.press("ctrl+z")
    until(lambda: panel_of(screen) == at_first, "The first result", SLOW)
    assert rate_of(screen) == rate


def save(screen, decision):
    screen.press("ctrl+s")
    name_file(screen, "Save the decision", decision)
    until(decision.exists, "The decision file")


def export(screen, report):
    accessible.click(screen, "7 Sign")
    button = until(lambda: enabled(screen, "Save as PDF"), "A report to save", SLOW)
    screen.click(*button.middle)
    name_file(screen, "Save the report", report)
    until(report.exists, "The report", SLOW)
    until(lambda: is_shown(screen, "Report saved"), "A word that it is saved", SLOW)


def enabled(screen, name):
    found = accessible.read(screen).find(name)
    return found if found and "enabled" in found.states else None


def is_verified(report):
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "verify", report],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return True


def find_again(screen, isocost, decision):
    isocost()
    accessible.wait_for(screen, "Recent decisions")
    assert is_shown(screen, decision.name)
    title = next(
        t.name
        for t in accessible.read(screen).all()
        if t.name.startswith("Forget ") and "showing" in t.states
    ).removeprefix("Forget ")
    accessible.click(screen, title)
    accessible.wait_for(screen, FRAME, seconds=SLOW)


def test_work_that_was_not_saved_when_the_program_was_killed_comes_back(screen, isocost):
    program = isocost()
    open_the_sample(screen)
    set_the_rate(screen, "12")
    until(lambda: rate_of(screen) == "12", "The new rate")
    time.sleep(3)
    os.killpg(program.process.pid, signal.SIGKILL)
    program.process.wait()
    isocost()
    accessible.click(screen, "Go on with it")
    accessible.wait_for(screen, FRAME, seconds=SLOW)
    assert rate_of(screen) == "12"
