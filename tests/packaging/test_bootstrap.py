"""The two commands: what they run, when they install, and what they say when they cannot."""

import ast
import sys

import pytest

PASSED, FAILED = True, False


SCRIPTS = ["bootstrap.py", "environment.py", "machine.py"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_setting_up_needs_nothing_that_python_does_not_bring(root, script):
    tree = ast.parse((root / "packaging" / script).read_text(encoding="utf-8"))
    plain = [
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    ]
    chosen = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported = {name.partition(".")[0] for name in plain + chosen}
    assert imported <= set(sys.stdlib_module_names) | {"environment", "machine"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_python_of_2018_can_read_far_enough_to_be_told_it_is_too_old(root, script):
    text = (root / "packaging" / script).read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))


@pytest.mark.parametrize(
    ("typed", "command", "judges", "rest"),
    [
        ("run evaluate a.isocost --json -o b", "run", None, "evaluate a.isocost --json -o b"),
        ("run --help", "run", None, "--help"),
        ("test", "test", False, ""),
        ("test tests/a -k word --judges -x", "test", True, "tests/a -k word -x"),
    ],
)
def test_what_follows_a_command_is_handed_on_in_order(bootstrap, typed, command, judges, rest):
    options, extra = bootstrap._parser().parse_known_args(typed.split())
    assert options.command == command
    assert getattr(options, "judges", None) == judges
    assert extra == rest.split()


def test_judges_are_left_out_of_the_ordinary_tests(bootstrap):
    tests = bootstrap.checks(["tests/figures"])["tests"]
    assert tests[tests.index("-m") + 1] == "not judge"
    assert tests[-1] == "tests/figures"


@pytest.fixture
def outcomes(bootstrap, monkeypatch):
    """Let checks pass or fail as told, and keep which were run."""
    told, seen = {}, []

    def passes(name, command):
        seen.append(name)
        return told.get(name, PASSED)

    monkeypatch.setattr(bootstrap, "_passes", passes)
    monkeypatch.setattr(bootstrap, "prepare_judges", dict)
    monkeypatch.setattr(bootstrap.machine, "provide", lambda needs, purpose: [])
    return told, seen


def test_every_check_is_run_even_when_the_first_fails(bootstrap, outcomes, capsys):
    told, seen = outcomes
    told["style"] = FAILED
    assert bootstrap.test([], judges=False) == 1
    assert seen == ["style", "format", "types", "tests"]
    assert "style: FAILED" in capsys.readouterr().out


def test_all_passed_is_the_only_success(bootstrap, outcomes, capsys):
    assert bootstrap.test([], judges=True) == 0
    assert "NOT RUN" not in capsys.readouterr().out


def test_judges_that_were_not_asked_for_are_said_to_be_left_out(bootstrap, outcomes, capsys):
    assert bootstrap.test([], judges=False) == 0
    assert (
        "not asked: veraPDF, qpdf, poppler, Xvfb, AT-SPI (add --judges)" in capsys.readouterr().out
    )


def test_a_judge_that_was_asked_for_and_could_not_be_run_is_no_success(
    bootstrap, outcomes, monkeypatch, capsys
):
    monkeypatch.setattr(bootstrap, "prepare_judges", lambda: {"qpdf": "qpdf not found"})
    assert bootstrap.test([], judges=True) == 1
    said = capsys.readouterr().out
    assert "judges: passed as far as they could be asked" in said
    assert "NOT RUN: qpdf: qpdf not found" in said


def test_without_the_libraries_of_qt_no_check_is_begun(bootstrap, outcomes, monkeypatch):
    monkeypatch.setattr(bootstrap.machine, "provide", lambda needs, purpose: ["libEGL.so.1"])
    with pytest.raises(bootstrap.SetUpError, match=r"not installed here: libEGL\.so\.1\."):
        bootstrap.test([], judges=False)
    assert outcomes[1] == []


def test_checks_are_run_without_a_screen(bootstrap, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    say = "import os, sys; sys.exit(os.environ['QT_QPA_PLATFORM'] != 'offscreen')"
    assert bootstrap._passes("tests", [sys.executable, "-c", say])


def test_trouble_is_told_in_a_sentence_and_not_as_a_traceback(bootstrap, monkeypatch, capsys):
    def refuse(version):
        raise bootstrap.SetUpError("This cannot be done.")

    monkeypatch.setattr(bootstrap.environment, "check_python", refuse)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err.strip() == "This cannot be done."
