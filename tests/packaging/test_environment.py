"""Making the environment: once, from the lock alone, and only ever whole."""

import os

import pytest

UNKNOWN = "isocost-no-such-package==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def made(environment, tmp_path):
    """A folder and a lock that look like a finished installation."""
    folder, lock = tmp_path / "environment", tmp_path / "requirements.lock"
    lock.write_text("one==1.0\n", encoding="utf-8")
    python = environment.interpreter(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / environment.STAMP).write_text(environment.stamp(lock), encoding="utf-8")
    return folder, lock


@pytest.fixture
def commands(environment, monkeypatch):
    """Keep the commands that would be run, and run none."""
    kept = []
    monkeypatch.setattr(environment, "_run_or_stop", lambda command, failure: kept.append(command))
    return kept


def test_nothing_is_installed_twice(environment, made, commands):
    environment.make_environment(*made)
    assert commands == []


def test_another_lock_is_installed_into_the_environment_there_is(environment, made, commands):
    folder, lock = made
    lock.write_text("one==1.1\n", encoding="utf-8")
    assert not environment.is_current(folder, lock)
    environment.make_environment(folder, lock)
    (install,) = commands
    assert install[:4] == [str(environment.interpreter(folder)), "-m", "pip", "install"]
    assert {"--require-hashes", "--only-binary", "--no-deps"} <= set(install)
    assert environment.is_current(folder, lock)


def test_another_python_is_another_installation(environment, made, monkeypatch):
    folder, lock = made
    monkeypatch.setattr(environment.sys, "version_info", (3, 99, 0))
    assert not environment.is_current(folder, lock)


def test_an_environment_whose_python_is_gone_is_made_anew(environment, made, commands):
    folder, lock = made
    environment.interpreter(folder).unlink()
    environment.make_environment(folder, lock)
    assert commands[0][1:4] == ["-m", "venv", "--clear"]


def test_an_installation_that_fails_is_not_taken_for_a_finished_one(
    environment, tmp_path, monkeypatch
):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    folder, lock = tmp_path / "environment", tmp_path / "requirements.lock"
    lock.write_text("", encoding="utf-8")
    environment.make_environment(folder, lock)
    assert environment.is_current(folder, lock)

    lock.write_text(UNKNOWN, encoding="utf-8")
    with pytest.raises(environment.SetUpError, match="environment could not be installed"):
        environment.make_environment(folder, lock)
    assert not environment.is_current(folder, lock)


def test_an_old_python_is_named_with_what_to_do(environment):
    with pytest.raises(environment.SetUpError, match=r"3\.11 or newer, and this is Python 3\.9"):
        environment.check_python((3, 9))
    environment.check_python((3, 11))
    environment.check_python((3, 14))


def test_a_python_without_venv_is_told_which_package_brings_it(environment, monkeypatch):
    monkeypatch.setattr(environment, "find_spec", lambda name: None)
    with pytest.raises(environment.SetUpError, match="apt-get install -y python3-venv"):
        environment.check_python((3, 11))


def test_the_interpreter_lies_where_this_system_puts_it(environment, tmp_path):
    expected = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    assert environment.interpreter(tmp_path) == tmp_path / expected


@pytest.mark.parametrize(
    ("printed", "advised"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS", "was refused"),
        ("NewConnectionError: Failed to establish a new connection", "check the network"),
        ("Temporary failure in name resolution", "check the network"),
        ("HTTPSConnectionPool: Read timed out.", "check the network"),
        ("ERROR: No matching distribution found for pikepdf==10.18.0", "lists where Isocost runs"),
        ("No space left on device", "lines above"),
    ],
)
def test_a_failure_comes_with_what_can_be_done(environment, printed, advised):
    assert advised in environment.advice(printed)
