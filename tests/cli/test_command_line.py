"""How the program answers, whatever it is asked: exit codes, sentences, progress."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app
from desktop_app import cli
from desktop_app.cli import progress
from desktop_app.cli.table import printed
from desktop_app.outcome import Cancelled, Refused

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("open", "demo", "new", "import", "report", "evaluate", "explain", "verify", "schema")


def misused(capsys, *arguments):
    """Call the program wrongly and return what it says."""
    with pytest.raises(SystemExit) as stop:
        cli.main(list(arguments))
    said = capsys.readouterr()
    assert stop.value.code == 2
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["evaluate"],
            "The following arguments are required: DECISION. `isocost evaluate --help`",
        ),
        (["evaluate", "x", "--draws", "many"], "Argument --draws: 'many' is no whole number."),
        (["evaluate", "x", "--bogus"], "Unrecognized arguments: --bogus."),
        (["report", "x"], "The following arguments are required: -o/--output."),
        (["schema", "bogus"], "Argument of: invalid choice: 'bogus' (choose from 'decision',"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused_with_a_sentence(capsys, arguments, sentence):
    said = misused(capsys, *arguments)
    assert said.startswith(sentence)
    assert said.count("\n") == 1


def test_the_window_is_refused_where_there_is_no_display(isocost):
    answer = isocost()
    assert answer.code == 2
    assert answer.err.startswith("There is no display for a window. ")


def test_a_file_that_is_not_there_opens_no_window(isocost, tmp_path):
    answer = isocost("open", tmp_path / "none.isocost")
    assert answer.code == 2
    assert "does not exist" in answer.err


def test_an_unknown_command_is_answered_with_those_there_are(capsys):
    said = misused(capsys, "bogus")
    assert all(f"'{command}'" in said for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as stop:
        cli.main([command, "--help"])
    assert stop.value.code == 0
    assert f"usage: isocost {command}" in capsys.readouterr().out


def test_the_help_names_every_command_and_the_exit_codes(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    said = capsys.readouterr().out
    assert all(re.search(rf"^ +{command} +\w", said, re.MULTILINE) for command in COMMANDS)
    assert "0 done, 1 verify found a difference, 2 refused" in " ".join(said.split())


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"isocost {desktop_app.__version__}\n"


@pytest.fixture
def schema_raises(monkeypatch):
    """Make a command end in a certain way."""

    def ends_with(error):
        def run(_):
            raise error

        monkeypatch.setattr("desktop_app.cli.schema.run", run)

    return ends_with


@pytest.mark.parametrize("stop", [Cancelled(), KeyboardInterrupt()], ids=["cancelled", "Ctrl-C"])
def test_a_user_who_stops_the_work_is_told_that_it_stopped(isocost, schema_raises, stop):
    schema_raises(stop)
    answer = isocost("schema")
    assert (answer.code, answer.err) == (2, "Stopped. No file was left half written.\n")


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (Refused("It is empty.", "Export it again."), "It is empty. Export it again.\n"),
        (Refused("It is empty."), "It is empty.\n"),
    ],
)
def test_a_refusal_is_one_line_of_whole_sentences(isocost, schema_raises, refusal, said):
    schema_raises(refusal)
    answer = isocost("schema")
    assert (answer.code, answer.out, answer.err) == (2, "", said)


def test_a_reader_who_has_seen_enough_is_no_error(decision_file):
    """As in `isocost explain plan.isocost | head -1`."""
    run = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "explain", str(decision_file())],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    run.stdout.close()
    with run.stderr as said:
        assert said.read() == b""
    run.wait()


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_drawn_where_somebody_watches(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    draw = progress.bar("Reading")
    for fraction in (0.0, 0.5, 1.0):
        draw(fraction)
    first, half, full = terminal.getvalue().split("\r")[1:]
    assert first.startswith("Reading [....")
    assert half.count("#") == half.count(".") == 15
    assert full.endswith("] 100%\n")
    assert "." not in full


def test_no_progress_is_drawn_into_a_file(monkeypatch):
    piped = io.StringIO()
    monkeypatch.setattr(sys, "stderr", piped)
    progress.bar("Reading")(0.5)
    assert piped.getvalue() == ""


def test_a_table_sets_words_to_the_left_and_numbers_to_the_right():
    assert printed(("Option", "Cost"), [("Own", "1"), ("Managed", "1,000")]) == [
        "Option    Cost",
        "-------  -----",
        "Own          1",
        "Managed  1,000",
    ]
