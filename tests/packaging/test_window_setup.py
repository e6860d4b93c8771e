"""Whether `run` opens a window: on any display it can, and never at the price of doing nothing."""

import ctypes

import pytest

DEMO = ["demo", "-o", "isocost-demo"]


@pytest.fixture
def linux(machine, monkeypatch):
    """A Linux with a display, all libraries and a server that lets everybody in."""
    monkeypatch.setattr(machine, "is_linux", lambda: True)
    monkeypatch.setattr(machine, "loads", lambda library: True)
    monkeypatch.setattr(machine, "display_answers", lambda: True)
    monkeypatch.setattr(machine, "install", lambda packages, purpose: None)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":77")
    return monkeypatch


@pytest.fixture
def started(bootstrap, monkeypatch):
    """Keep the product's arguments, and start nothing."""
    kept = []

    class Done:
        returncode = 0

    def start(command, **_):
        kept.append(command[3:])
        return Done

    monkeypatch.setattr(bootstrap.subprocess, "run", start)
    return kept


@pytest.mark.parametrize(
    ("typed", "window", "runs"),
    [
        ([], True, ["open", "--sample"]),
        ([], False, DEMO),
        (["--draws", "9"], True, [*DEMO, "--draws", "9"]),
        (["--draws", "9"], False, [*DEMO, "--draws", "9"]),
        (["evaluate", "my.isocost", "--json"], True, ["evaluate", "my.isocost", "--json"]),
        (["open", "my.isocost"], True, ["open", "my.isocost"]),
    ],
)
def test_a_command_is_run_as_it_is_and_options_go_to_the_demonstration(
    bootstrap, typed, window, runs
):
    assert bootstrap.product_command(typed, window=window) == runs


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_the_window_opens_on_the_sample(bootstrap, linux, started, capsys, name):
    linux.delenv("DISPLAY")
    linux.setenv(name, "here")
    assert bootstrap.run([]) == 0
    assert started == [["open", "--sample"]]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display_and_need_no_library(
    bootstrap, machine, started, monkeypatch, system
):
    monkeypatch.setattr(machine.sys, "platform", system)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(machine, "loads", lambda library: False)
    bootstrap.run([])
    assert started == [["open", "--sample"]]


def test_without_a_display_the_demonstration_runs_and_nothing_is_installed(
    bootstrap, machine, linux, started, capsys
):
    linux.delenv("DISPLAY")
    linux.setattr(machine, "provide", lambda needs, purpose: pytest.fail("asked for libraries"))
    bootstrap.run([])
    assert started == [DEMO]
    assert capsys.readouterr().out.startswith(
        "There is no display here. The demonstration runs instead, without a window."
    )


def test_a_library_that_cannot_be_had_is_named_and_the_demonstration_runs(
    bootstrap, machine, linux, started, capsys
):
    linux.setattr(machine, "loads", lambda library: library != "libxcb-cursor.so.0")
    bootstrap.run([])
    assert started == [DEMO]
    assert "not installed here: libxcb-cursor.so.0. The demonstration" in capsys.readouterr().out


def test_a_library_that_was_missing_and_could_be_installed_is_no_obstacle(
    bootstrap, machine, linux, started
):
    installed = []
    linux.setattr(machine, "loads", lambda library: bool(installed) or "EGL" not in library)
    linux.setattr(machine, "install", lambda packages, purpose: installed.extend(packages))
    bootstrap.run([])
    assert installed == ["libegl1"]
    assert started == [["open", "--sample"]]


def test_a_display_that_lets_nobody_in_is_said_before_qt_would_abort(
    bootstrap, machine, linux, started, capsys
):
    linux.setattr(machine, "display_answers", lambda: False)
    bootstrap.run([])
    assert started == [DEMO]
    assert "cannot be reached" in capsys.readouterr().out


def test_a_window_that_was_asked_for_and_cannot_open_is_refused(bootstrap, linux, started):
    linux.delenv("DISPLAY")
    with pytest.raises(bootstrap.SetUpError, match="There is no display here"):
        bootstrap.run(["open", "my.isocost"])
    assert started == []


def test_other_commands_ask_for_no_window(bootstrap, machine, linux, started):
    linux.setattr(machine, "has_display", lambda: pytest.fail("asked for a display"))
    bootstrap.run(["evaluate", "my.isocost"])
    bootstrap.run(["--draws", "9"])
    assert started == [["evaluate", "my.isocost"], [*DEMO, "--draws", "9"]]


def test_a_library_is_present_only_when_it_loads(machine, monkeypatch):
    monkeypatch.setattr(machine, "is_linux", lambda: True)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: None)
    assert machine.is_present("libEGL.so.1")

    def refuse(name):
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert not machine.is_present("libEGL.so.1")


def test_a_display_that_is_not_there_does_not_answer(machine, monkeypatch):
    if not machine.is_linux() or not machine.loads("libxcb.so.1"):
        pytest.skip("asks an X server by its library, which is not here")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7913")
    assert not machine.display_answers()


def test_the_window_needs_all_that_the_tests_need_and_more(machine):
    assert machine.QT_LIBRARIES.items() < machine.WINDOW_LIBRARIES.items()
    assert machine.WINDOW_LIBRARIES.items() <= machine.JUDGES["Xvfb"].items()


def test_the_page_on_setting_up_lists_every_package(root, machine):
    page = (root / "packaging" / "README.md").read_text(encoding="utf-8")
    listed = set(
        page.split("| Debian 12 packages |")[1].split("\n\n")[0].replace("|", " ").split()
    )
    needed = {package for needs in machine.JUDGES.values() for package in needs.values()}
    assert needed <= listed
    assert {word for word in listed if word.startswith("lib")} <= needed
