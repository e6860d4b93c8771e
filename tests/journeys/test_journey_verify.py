"""`isocost verify` catches whatever is changed in a report, and says what it found."""

import json
import re
import zlib

import pikepdf
import pytest
import rfc8785
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

TRACES = re.compile(r"Traceback|Error\b|NoneType|<class|pikepdf|pydantic")
DAMAGED = (
    "The attachment decision.json of forged.pdf cannot be read as a record. It was damaged or "
    "written by something else; ask for the report again.\n"
)


def canonical(record):
    return rfc8785.dumps(record)


@pytest.fixture
def verified(isocost, forged, carried):
    """Put a changed record into the report, in its one canonical form, and verify that."""

    def run(change):
        record = json.loads(carried)
        change(record)
        return isocost("verify", forged(canonical(record)))

    return run


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.tuples(
        st.integers(0, 2**31), st.sampled_from(["anywhere", "first", "last"]), st.integers(1, 255)
    )
)
@example((0, "first", 1))
@example((0, "last", 1))
def test_one_changed_byte_anywhere_is_caught(quickly, genuine, isocost, tmp_path, changed):
    """Anywhere, or among the first or last thousands: the structure that all else hangs on."""
    at, part, change = changed
    span = len(genuine) if part == "anywhere" else 8192
    place = -1 - at % span if part == "last" else at % span
    content = bytearray(genuine)
    content[place] ^= change
    path = tmp_path / "changed.pdf"
    path.write_bytes(content)
    answer = isocost("verify", path)
    assert answer.code in {1, 2}, changed
    assert not TRACES.search(answer.out + answer.err), answer.err
    assert answer.err.count("\n") == (answer.code == 2)
    if answer.code == 1:
        assert "DIFFERS" in answer.out
        assert answer.out.endswith("Do not rely on it.\n")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_report_cut_short_is_caught(quickly, genuine, isocost, tmp_path, share):
    path = tmp_path / "cut.pdf"
    path.write_bytes(genuine[: int(len(genuine) * share)])
    answer = isocost("verify", path)
    assert answer.code in {1, 2}
    assert not TRACES.search(answer.out + answer.err)


def test_a_byte_more_is_caught(quickly, genuine, isocost, tmp_path):
    path = tmp_path / "more.pdf"
    path.write_bytes(genuine + b"\n")
    answer = isocost("verify", path)
    assert answer.code == 1
    assert "DIFFERS  pages redrawn: first difference at byte" in answer.out


def test_the_report_itself_passes_by_the_quick_way_too(quickly, demo, isocost):
    assert isocost("verify", demo / "report.pdf").code == 0


def test_a_report_saved_again_by_another_program_no_longer_counts_as_the_same(
    quickly, isocost, forged
):
    answer = isocost("verify", forged())
    assert answer.code == 1
    assert answer.out.count("DIFFERS") == 1
    assert "DIFFERS  pages redrawn" in answer.out


def test_a_forged_result_is_caught_by_computing_it_again(verified):
    key = "options.hybrid.present_value"
    answer = verified(lambda r: r["results"][key].update(value=1_000_000.0))
    assert answer.code == 1
    assert f"DIFFERS  figures recomputed: {key}\n" in answer.out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda r: r["results"]["options.hybrid.tco"].update(unit="USD"),
            "figures recomputed: options.hybrid.tco",
        ),
        (
            lambda r: r["results"].pop("options.hybrid.tco"),
            "figures recomputed: options.hybrid.tco",
        ),
        (
            lambda r: r["results"].update({"options.more": r["results"]["options.hybrid.tco"]}),
            "figures recomputed: options.more",
        ),
        (
            lambda r: r["recommendation"].update(headline="Staying as today costs least"),
            "figures recomputed: the recommendation",
        ),
        (
            lambda r: r.update(findings=[]) or r["findings"].append(
                {"level": "advice", "path": "x", "message": "All is well.", "hint": ""}
            ),
            "figures recomputed: the findings",
        ),
        (lambda r: r.update(seal="0" * 64), "seal of the decision: the document has"),
        (
            lambda r: r["document"]["context"]["discount_rate"].update(likely=0.02),
            "seal of the decision: the document has",
        ),
    ],
    ids=["unit", "dropped", "added", "recommendation", "findings", "seal", "document"],
)  # fmt: skip
def test_a_forgery_is_named(quickly, verified, change, said):
    answer = verified(change)
    assert answer.code == 1
    assert f"DIFFERS  {said}" in answer.out


def test_a_change_smaller_than_processors_disagree_by_is_no_forgery_of_the_figure(
    quickly, verified
):
    """The bytes still differ, and that is said."""

    def nudge(record):
        figure = record["results"]["options.hybrid.present_value"]
        figure["value"] *= 1 + 1e-10

    answer = verified(nudge)
    assert answer.code == 1
    assert "ok       figures recomputed" in answer.out
    assert "DIFFERS  pages redrawn" in answer.out


def test_a_record_in_another_form_is_caught(quickly, isocost, forged, carried):
    spaced = json.dumps(json.loads(carried), indent=1).encode()
    answer = isocost("verify", forged(spaced))
    assert answer.code == 1
    assert "it is not in canonical form (RFC 8785)" in answer.out


def test_a_report_of_another_version_is_not_comparable_rather_than_wrong(verified):
    answer = verified(lambda r: r["program"].update(version="99.0"))
    assert (answer.code, answer.out) == (2, "")
    assert "forged.pdf is not comparable here: it was made by Isocost 99.0" in answer.err
    assert "This says nothing against the report." in answer.err
    assert "tamper" not in answer.err


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.update(draws=10**15),
        lambda r: r.update(draws=0),
        lambda r: r.update(seed=-1),
        lambda r: r.update(results=[]),
        lambda r: r.pop("document"),
        lambda r: r["document"].update(title=5),
    ],
    ids=["draws", "no draws", "seed", "results", "no document", "title"],
)
def test_a_record_that_is_none_is_refused_without_computing_anything(verified, change):
    answer = verified(change)
    assert (answer.code, answer.out, answer.err) == (2, "", DAMAGED)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"[]", b"{}", b"[" * 100_000, b'{"program": {"version": NaN}}'],
    ids=["empty", "binary", "list", "object", "deep", "NaN"],
)
def test_an_attachment_of_something_else_is_refused(isocost, forged, content):
    answer = isocost("verify", forged(content))
    assert answer.code == 2
    assert answer.err == DAMAGED or "is not comparable here" in answer.err


def drop_attachment(pdf):
    del pdf.attachments["decision.json"]


def drop_page(pdf):
    del pdf.pages[2]


def test_a_pdf_without_a_record_is_no_report(isocost, forged):
    answer = isocost("verify", forged(change=drop_attachment))
    assert (answer.code, answer.out) == (2, "")
    assert "forged.pdf holds no decision.json, so it is no Isocost report." in answer.err


def test_a_missing_page_is_caught(quickly, isocost, forged):
    answer = isocost("verify", forged(change=drop_page))
    assert answer.code == 1
    assert "DIFFERS  pages redrawn" in answer.out


def test_a_blank_pdf_is_no_report(isocost, tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    answer = isocost("verify", tmp_path / "blank.pdf")
    assert (answer.code, answer.out) == (2, "")
    assert "blank.pdf holds no decision.json" in answer.err


def test_a_locked_pdf_is_refused(isocost, demo, tmp_path):
    with pikepdf.open(demo / "report.pdf") as pdf:
        lock = pikepdf.Encryption(owner="o", user="u")
        pdf.save(tmp_path / "locked.pdf", encryption=lock)
    answer = isocost("verify", tmp_path / "locked.pdf")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("locked.pdf is locked with a password. Reports are written")


def test_what_is_no_pdf_is_refused(isocost, demo):
    answer = isocost("verify", demo / "results.json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("results.json cannot be read as a PDF.")


def test_a_report_that_is_not_there_is_refused(isocost, tmp_path):
    answer = isocost("verify", tmp_path / "none.pdf")
    assert (answer.code, answer.out) == (2, "")
    assert "none.pdf could not be opened: no such file or directory." in answer.err


def test_a_small_report_that_unpacks_to_a_flood_is_refused(isocost, demo, tmp_path):
    flood = tmp_path / "flood.pdf"
    with pikepdf.open(demo / "report.pdf") as report:
        name = "decision.json"
        file = report.attachments[name].obj.EF.F
        packed = zlib.compressobj(9)
        blank = b" " * 2**20
        raw = b"".join(packed.compress(blank) for _ in range(300)) + packed.flush()
        file.write(raw, filter=pikepdf.Name.FlateDecode)
        report.save(flood)
    assert flood.stat().st_size < 2**21
    answer = isocost("verify", flood)
    assert answer.code == 2
    assert "larger than any report" in answer.err
