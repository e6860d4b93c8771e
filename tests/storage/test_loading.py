"""What is no decision is refused with its name, the reason and what to do."""

import json

import pytest
from documents import FULL, SMALLEST

from desktop_app import storage
from desktop_app.outcome import Refused
from desktop_app.storage.migrations import CURRENT, migrated

WRITTEN = json.dumps(SMALLEST).encode()


def refusal(content):
    with pytest.raises(Refused) as caught:
        storage.parsed(content, "plan.isocost")
    assert caught.value.message.startswith("plan.isocost ")
    assert caught.value.hint
    return caught.value.message.removeprefix("plan.isocost ")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is no decision file: it is empty."),
        (b" \n\t ", "is no decision file: it is empty."),
        (b"\xef\xbb\xbf", "is no decision file: it is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "is no decision file: it is not text."),
        (WRITTEN.decode().encode("utf-16"), "is no decision file: it is not text."),
        (b"[1, 2]", "is no decision file: it holds no object."),
        (b'"a title"', "is no decision file: it holds no object."),
        (b"null", "is no decision file: it holds no object."),
        (
            b'{"title": "x",\n "context": }',
            "is no decision file: it stops being readable at line 2, column 13.",
        ),
        (
            b'{"title": NaN}',
            "is no decision file: it holds NaN, which is no number.",
        ),
        (
            b'{"title": [1, -Infinity]}',
            "is no decision file: it holds -Infinity, which is no number.",
        ),
        (
            b'{"title": "a", "title": "b"}',
            "is no decision file: it states 'title' twice in one place.",
        ),
        (
            b'{"title": ' + b"1" * 5000 + b"}",
            "is no decision file: it holds a number or a nesting that no decision has.",
        ),
        (
            b'{"title": ' + b"[" * 100_000,
            "is no decision file: it holds a number or a nesting that no decision has.",
        ),
    ],
    ids=[
        "empty",
        "blank",
        "mark only",
        "binary",
        "UTF-16",
        "list",
        "text",
        "null",
        "cut",
        "NaN",
        "infinity",
        "twice",
        "long number",
        "deep",
    ],
)
def test_what_is_no_decision_file_is_refused(content, sentence):
    assert refusal(content) == sentence


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_file_cut_short_anywhere_is_refused(share):
    cut = WRITTEN[: len(WRITTEN) * share // 100]
    assert "stops being readable at line 1, column" in refusal(cut)


def test_nesting_that_can_be_read_but_means_nothing_is_refused():
    deep = json.loads("[" * 500 + "]" * 500)
    said = refusal(json.dumps({**SMALLEST, "question": deep}).encode())
    assert said == "cannot be read as a decision: question must be text."


def test_a_field_of_another_program_is_refused_by_name():
    said = refusal(json.dumps({**SMALLEST, "colour": "red"}).encode())
    assert said == "cannot be read as a decision: colour is not a field this version knows."


def test_a_number_beyond_all_numbers_is_refused():
    said = refusal(WRITTEN.replace(b"0.08", b"1e999"))
    assert said == (
        "cannot be read as a decision: context.discount_rate.likely must be a finite number."
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_mark_at_the_start_as_some_editors_write_it_is_accepted(mark, smallest):
    assert storage.parsed(mark + WRITTEN, "plan.isocost") == smallest


def test_windows_line_ends_are_accepted(full):
    text = json.dumps(FULL, indent=2).replace("\n", "\r\n")
    assert storage.parsed(text.encode(), "plan.isocost") == full


def test_a_decision_of_a_newer_program_is_refused_with_both_versions():
    said = refusal(json.dumps({**SMALLEST, "schema_version": 99, "news": 1}).encode())
    assert said == (
        "was written by a newer version of Isocost (document version 99, "
        f"this program reads up to {CURRENT})."
    )


@pytest.mark.parametrize("version", [0, -1, "1", 1.5, None, True, [1]])
def test_a_version_that_never_was_is_refused(version):
    said = refusal(json.dumps({**SMALLEST, "schema_version": version}).encode())
    assert said == f"bears no version this program knows: {json.dumps(version)}."


def test_a_document_of_today_passes_unchanged():
    document = {"schema_version": CURRENT, "title": "x"}
    assert migrated(document, "plan.isocost") is document


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="could not be opened: no such file or directory"):
        storage.load(tmp_path / "plan.isocost")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(Refused, match="could not be opened: is a directory"):
        storage.load(tmp_path)
