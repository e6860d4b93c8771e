"""Making the environment: once, from the lock alone, and only ever whole."""

import pytest

UNKNOWN = "isocost-no-such-package==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def made(bootstrap, tmp_path):
    """A folder and a lock that look like a finished installation."""
    folder, lock = tmp_path / "environment", tmp_path / "requirements.lock"
    lock.write_text("one==1.0\n", encoding="utf-8")
    python = bootstrap.interpreter(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / bootstrap.STAMP).write_text(bootstrap.stamp(lock), encoding="utf-8")
    return folder, lock


@pytest.fixture
def commands(bootstrap, monkeypatch):
    """Keep the commands that would be run, and run none."""
    kept = []
    monkeypatch.setattr(bootstrap, "_run_or_stop", lambda command, failure: kept.append(command))
    return kept


def test_nothing_is_installed_twice(bootstrap, made, commands):
    bootstrap.make_environment(*made)
    assert commands == []


def test_another_lock_is_installed_into_the_environment_there_is(bootstrap, made, commands):
    folder, lock = made
    lock.write_text("one==1.1\n", encoding="utf-8")
    assert not bootstrap.is_current(folder, lock)
    bootstrap.make_environment(folder, lock)
    (install,) = commands
    assert install[:4] == [str(bootstrap.interpreter(folder)), "-m", "pip", "install"]
    assert {"--require-hashes", "--only-binary", "--no-deps"} <= set(install)
    assert bootstrap.is_current(folder, lock)


def test_another_python_is_another_installation(bootstrap, made, monkeypatch):
    folder, lock = made
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 99, 0))
    assert not bootstrap.is_current(folder, lock)


def test_an_environment_whose_python_is_gone_is_made_anew(bootstrap, made, commands):
    folder, lock = made
    bootstrap.interpreter(folder).unlink()
    bootstrap.make_environment(folder, lock)
    assert commands[0][1:4] == ["-m", "venv", "--clear"]


def test_an_installation_that_fails_is_not_taken_for_a_finished_one(
    bootstrap, tmp_path, monkeypatch
):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    folder, lock = tmp_path / "environment", tmp_path / "requirements.lock"
    lock.write_text("", encoding="utf-8")
    bootstrap.make_environment(folder, lock)
    assert bootstrap.is_current(folder, lock)

    lock.write_text(UNKNOWN, encoding="utf-8")
    with pytest.raises(bootstrap.SetUpError, match="environment could not be installed"):
        bootstrap.make_environment(folder, lock)
    assert not bootstrap.is_current(folder, lock)


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
def test_a_failure_comes_with_what_can_be_done(bootstrap, printed, advised):
    assert advised in bootstrap.advice(printed)
