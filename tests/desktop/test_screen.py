"""The screen itself: hands that are felt, eyes that see, and a reader that is told."""

import subprocess
import sys
import time
from pathlib import Path

import accessible
import pytest
from programs import TooLateError, until
from screen import screen as made

pytestmark = pytest.mark.judge

LITTLE = Path(__file__).with_name("little_window.py")


@pytest.fixture
def little(screen):
    """The little window, in front."""
    program = screen.start(sys.executable, LITTLE)
    screen.window("A little window")
    yield program
    assert program.process.poll() in (None, 0), program.said


def answer(screen):
    (label,) = [t for t in accessible.read(screen, "Little").all() if t.role == "label"]
    return label.name


def test_what_a_person_types_and_clicks_arrives(screen, little):
    accessible.click(screen, "Your name", application="Little")
    screen.type("Ada Lövelace")
    accessible.click(screen, "Greet", application="Little")
    until(lambda: answer(screen) == "Hello Ada Lövelace", "A greeting")


def test_keys_alone_do_the_same(screen, little):
    screen.type("Bob")
    screen.press("BackSpace", "Tab", "space")
    until(lambda: answer(screen) == "Hello Bo", "A greeting")


def test_a_reader_is_told_roles_names_descriptions_states_and_texts(screen, little):
    screen.type("Ada")
    tree = accessible.read(screen, "Little")
    (window,) = tree.children
    field, button = tree.find("Your name", "text"), tree.find("Greet")
    assert window.name == "A little window"
    assert field.text == "Ada"
    assert window.box[0] < field.middle[0] < window.box[0] + window.box[2]
    assert {"focused", "editable", "showing"} <= field.states
    assert button.role in ("push button", "button")
    assert button.description == "Says hello."
    assert "Press" in button.actions
    assert "focused" not in button.states


def test_a_reader_can_press(screen, little):
    accessible.press(screen, "check box", "Blue", application="Little")
    until(lambda: "checked" in accessible.read(screen, "Little").find("Blue").states, "A check")


def test_the_eyes_see_what_changes_and_nothing_else(screen, little):
    white = screen.resting()
    assert screen.resting().tobytes() == white.tobytes()
    accessible.press(screen, "check box", "Blue", application="Little")
    window = screen.window("A little window")
    corner = (window.x + 3, window.y + 3)
    assert white.size == (1280, 800)
    assert white.getpixel(corner) != (0, 0, 255)
    until(lambda: screen.resting().getpixel(corner) == (0, 0, 255), "Blue")


def test_a_window_is_resized_and_closed(screen, little):
    window = screen.window("A little window")
    screen.resize(window, 700, 500)
    again = screen.window("A little window")
    assert (again.width, again.height) == (700, 500)
    screen.close(again)
    until(lambda: screen.windows("A little window") == 0, "No window")
    assert little.process.wait(10) == 0


def test_a_film_lasts_as_long_as_it_was_filmed(screen, little, tmp_path):
    film = tmp_path / "film.mp4"
    with screen.filmed(film):
        start = time.monotonic()
        screen.type("This takes a little more than a second to type")
        screen.type("and then a little more")
        took = time.monotonic() - start
    asked = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", film]
    lasts = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert float(lasts) == pytest.approx(took, abs=0.6)
    assert took > 0.5


def test_two_screens_do_not_see_each_other(screen, little, tmp_path):
    (tmp_path / "other").mkdir()
    with made(tmp_path / "other") as other:
        assert other.display != screen.display
        assert other.windows("A little window") == 0
        assert screen.windows("A little window") == 1


def test_a_window_that_does_not_come_is_told_with_what_the_program_said(screen):
    screen.start(sys.executable, "-c", "raise SystemExit('No window today.')")
    with pytest.raises(TooLateError, match="No window today"):
        screen.window("Anything", seconds=1.5)


def test_a_program_without_its_name_cannot_be_read(screen, little):
    with pytest.raises(AssertionError, match="is not among: Little"):
        accessible.press(screen, "push button", "Greet", application="Another")
