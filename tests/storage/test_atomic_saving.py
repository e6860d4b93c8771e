"""A save leaves the old file or the new one, whatever happens while it runs."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from documents import FULL, SMALLEST
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app import storage
from desktop_app.decision import Decision
from desktop_app.decision.edits import set_value
from desktop_app.outcome import Refused

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and limits of POSIX")


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "plan.isocost"
    path.write_bytes(b"the old file")
    return path


def refusal(path, content=b"the new file"):
    with pytest.raises(Refused) as caught:
        storage.write_atomically(path, content)
    return caught.value


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_the_new_content_takes_the_place_of_the_old(target):
    storage.write_atomically(target, b"the new file")
    assert target.read_bytes() == b"the new file"
    assert names(target.parent) == ["plan.isocost"]


def test_what_is_saved_is_what_is_loaded(tmp_path, smallest, full):
    for decision in (smallest, full):
        storage.save(decision, tmp_path / "a.isocost")
        assert storage.load(tmp_path / "a.isocost") == decision


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_text_survives_the_disk(tmp_path, title):
    decision = set_value("title", title, "title").apply(Decision.model_validate(SMALLEST))
    storage.save(decision, tmp_path / "a.isocost")
    assert storage.load(tmp_path / "a.isocost").title == title


def test_a_saved_decision_reads_well_in_an_editor_and_in_version_control(tmp_path, full):
    storage.save(full, tmp_path / "a.isocost")
    text = (tmp_path / "a.isocost").read_bytes().decode("utf-8")
    assert text.endswith("}\n")
    assert '\n "title": "Where should' in text
    assert "\r" not in text
    assert list(json.loads(text))[:2] == ["schema_version", "title"]


def test_file_and_folder_are_forced_to_the_disk_in_that_order(target, monkeypatch):
    events = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle):
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        events.append("folder" if folder else "file")
        fsync(handle)

    def watched_replace(self, other):
        events.append("replace")
        return replace(self, other)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    storage.write_atomically(target, b"the new file")
    assert events == ["file", "replace", "folder"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays_and_nothing_else(target, monkeypatch, call):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), refuse)
    said = refusal(target)
    assert said.message == f"{target} could not be written: no space left on device."
    assert said.hint == "Choose another folder, or free some space, and try again."
    assert target.read_bytes() == b"the old file"
    assert names(target.parent) == ["plan.isocost"]


def test_stopping_in_the_middle_leaves_nothing_behind(target, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        storage.write_atomically(target, b"the new file")
    assert target.read_bytes() == b"the old file"
    assert names(target.parent) == ["plan.isocost"]


def test_a_folder_that_cannot_be_forced_to_the_disk_is_no_reason_to_fail(target, monkeypatch):
    """Windows and some network drives know no such call."""
    opened = os.open

    def no_folder(path, *arguments):
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(os, "open", no_folder)
    storage.write_atomically(target, b"the new file")
    assert target.read_bytes() == b"the new file"


def elsewhere(code, folder):
    """Run code in a process whose user may not do everything, within a folder."""
    start = (
        "import os, sys, resource\n"
        "from pathlib import Path\n"
        "from desktop_app import storage\n"
        "from desktop_app.outcome import Refused\n"
        "def attempt(size=100):\n"
        "    try:\n"
        "        storage.write_atomically(Path('plan.isocost'), b'x' * size)\n"
        "    except Refused as refused:\n"
        "        print(refused.message)\n"
        "    else:\n"
        "        print('written')\n"
        "def no_root():\n"
        "    if os.getuid() == 0:\n"
        "        os.setgroups([])\n"
        "        os.setgid(65534)\n"
        "        os.setuid(65534)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start + code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@POSIX
def test_a_disk_that_fills_up_keeps_the_old_file(target):
    """The system stops the write at 4,096 bytes, as a full disk would in the middle."""
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    said = elsewhere(f"{limit}attempt(size=4096)\nattempt(size=100_000)", target.parent)
    assert said == ["written", "plan.isocost could not be written: file too large."]
    assert target.read_bytes() == b"x" * 4096
    assert names(target.parent) == ["plan.isocost"]


@POSIX
def test_a_read_only_folder_is_refused_and_untouched(target):
    target.chmod(0o666)
    target.parent.chmod(0o555)
    try:
        said = elsewhere("no_root()\nattempt()", target.parent)
    finally:
        target.parent.chmod(0o755)
    assert said == ["plan.isocost could not be written: permission denied."]
    assert target.read_bytes() == b"the old file"


@POSIX
def test_a_read_only_file_is_refused_even_where_the_folder_would_allow_replacing_it(target):
    target.chmod(0o444)
    target.parent.chmod(0o777)
    said = elsewhere("no_root()\nattempt()", target.parent)
    assert said == ["plan.isocost could not be written: the file is read-only."]
    assert target.read_bytes() == b"the old file"
    assert names(target.parent) == ["plan.isocost"]


def test_a_folder_in_the_way_is_refused(tmp_path):
    folder = tmp_path / "plan.isocost"
    folder.mkdir()
    assert refusal(folder).message.endswith("a folder of this name is in the way.")
    assert names(tmp_path) == ["plan.isocost"]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    message = refusal(tmp_path / "nowhere" / "plan.isocost").message
    assert message.endswith("could not be written: no such file or directory.")


def test_a_file_where_a_folder_should_be_is_refused(target):
    assert "not a directory" in refusal(target / "plan.isocost").message


@POSIX
def test_a_file_keeps_its_mode(target):
    target.chmod(0o640)
    storage.write_atomically(target, b"the new file")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@POSIX
def test_a_new_file_is_as_open_as_the_user_makes_files(tmp_path):
    old = os.umask(0o027)
    try:
        storage.write_atomically(tmp_path / "new", b"")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@POSIX
def test_a_link_goes_on_pointing_to_the_file_it_points_to(target):
    link = target.parent / "link.isocost"
    link.symlink_to(target)
    storage.write_atomically(link, b"the new file")
    assert link.is_symlink()
    assert target.read_bytes() == b"the new file"


def test_a_decision_that_cannot_be_saved_leaves_the_saved_one(tmp_path, monkeypatch):
    path = tmp_path / "plan.isocost"
    storage.save(Decision.model_validate(SMALLEST), path)
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(5, "I/O error")))
    with pytest.raises(Refused):
        storage.save(Decision.model_validate(FULL), path)
    assert path.read_bytes() == before
