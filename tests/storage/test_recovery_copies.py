"""Recovery copies on disk: listed by their notes, whatever state those are in."""

import json
from datetime import UTC, datetime

import pytest

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.storage import recovery


@pytest.fixture
def kept(tmp_path, smallest):
    """Write a copy and return the folder."""
    note = recovery.note_of(smallest, tmp_path / "plan.isocost", "ab" * 32)
    recovery.keep(smallest, note, tmp_path, "one")
    return tmp_path


def test_a_copy_is_listed_with_whose_it_is_and_loads(kept, smallest):
    (copy,) = recovery.copies(kept)
    assert (copy.id, copy.title) == ("one", smallest.title)
    assert copy.original == kept / "plan.isocost"
    assert copy.digest == "ab" * 32
    assert copy.when.utcoffset() is not None
    assert recovery.restored(copy) == smallest


def test_the_latest_copy_is_listed_first(tmp_path, smallest):
    for name, hour in (("early", 9), ("late", 17), ("noon", 12)):
        when = datetime(2026, 11, 23, hour, tzinfo=UTC).isoformat()
        note = recovery.Note(None, "", smallest.title, when, 1)
        recovery.keep(smallest, note, tmp_path, name)
    assert [copy.id for copy in recovery.copies(tmp_path)] == ["late", "noon", "early"]


def test_where_there_is_no_folder_there_is_no_copy(tmp_path):
    assert recovery.copies(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    "note",
    [
        None,
        b"",
        b"{torn",
        b"[]",
        b"\xff\xfe",
        b'{"title": 7, "when": [], "path": {}}',
        b"[" * 9999,
    ],
)
def test_a_damaged_or_missing_note_hides_no_copy(kept, smallest, note):
    path = kept / "one.json"
    path.unlink() if note is None else path.write_bytes(note)
    (copy,) = recovery.copies(kept)
    assert copy.original is None
    assert recovery.restored(copy) == smallest


def test_without_a_note_the_title_is_that_of_the_decision(kept, smallest):
    (kept / "one.json").unlink()
    assert recovery.copies(kept)[0].title == smallest.title


def test_a_copy_that_cannot_be_read_at_all_is_listed_and_refused_in_a_sentence(kept):
    (kept / "one.json").unlink()
    (kept / "one.isocost").write_bytes(b"\x00\x01")
    (copy,) = recovery.copies(kept)
    assert copy.title == "A decision whose title cannot be read"
    with pytest.raises(Refused, match=r"one\.isocost is no decision file"):
        recovery.restored(copy)
    assert copy.path.exists()


def test_a_note_without_a_copy_is_not_listed(kept):
    (kept / "one.isocost").unlink()
    assert recovery.copies(kept) == ()


def test_the_note_is_on_the_disk_before_the_copy(tmp_path, smallest, monkeypatch):
    written = []
    write = storage.atomic.write_atomically

    def watched(path, content):
        written.append(path.suffix)
        write(path, content)

    monkeypatch.setattr(recovery, "write_atomically", watched)
    monkeypatch.setattr("desktop_app.storage.files.write_atomically", watched)
    recovery.keep(smallest, recovery.note_of(smallest, None, ""), tmp_path, "one")
    assert written == [".json", ".isocost"]


def test_a_copy_is_dropped_with_what_a_killed_program_left_half_written(kept):
    (kept / ".one.isocost.x7k2").write_bytes(b"half")
    (kept / ".another.isocost.x7k2").write_bytes(b"half")
    recovery.drop(kept, "one")
    recovery.drop(kept, "one")
    assert [path.name for path in kept.iterdir()] == [".another.isocost.x7k2"]


def test_the_note_is_plain_json(kept):
    note = json.loads((kept / "one.json").read_text(encoding="utf-8"))
    assert sorted(note) == ["digest", "path", "pid", "title", "when"]
