"""`isocost import`: a bill is read whole or not at all, and its summary kept once."""

import gzip
import json

import pytest
from documents import FULL, SMALLEST

from desktop_app import storage
from desktop_app.decision import SpendSummary


def kept(path):
    return storage.load(path).bills


def test_the_slip_says_what_was_read_and_what_it_adds_up_to(isocost, bill_file):
    answer = isocost("import", bill_file({}, {"BilledCost": "7.50"}))
    assert (answer.code, answer.err) == (0, "")
    assert "october.csv: FOCUS" in answer.out
    assert "2 of 2 rows kept" in answer.out
    assert "billed 20.00, effective 22.50" in answer.out


def test_json_is_the_summary_that_a_decision_keeps(isocost, bill_file, decision_file):
    path, bill = decision_file(), bill_file()
    printed = SpendSummary.model_validate(json.loads(isocost("import", bill, "--json").out))
    assert isocost("import", bill, "--into", path).code == 0
    assert kept(path) == (printed,)


def test_importing_again_changes_nothing(isocost, bill_file, decision_file):
    path, bill = decision_file(), bill_file()
    isocost("import", bill, "--into", path, "--key", "cloud")
    once = path.read_bytes()
    assert isocost("import", bill, "--into", path, "--key", "cloud").code == 0
    assert path.read_bytes() == once


def test_a_corrected_bill_replaces_the_one_under_its_key(isocost, bill_file, decision_file):
    path = decision_file()
    isocost("import", bill_file(), "--into", path)
    isocost("import", bill_file({"BilledCost": "99"}, name="new.csv"), "--into", path)
    (bill,) = kept(path)
    assert [file.name for file in bill.files] == ["new.csv"]
    assert bill.totals[0].costs.billed_cost == 99


def test_another_key_keeps_both_bills(isocost, bill_file, decision_file):
    path = decision_file()
    isocost("import", bill_file(), "--into", path, "--key", "october")
    november = bill_file({"BilledCost": "99"}, name="november.csv")
    isocost("import", november, "--into", path, "--key", "november")
    assert [bill.key for bill in kept(path)] == ["october", "november"]


def test_one_file_under_two_keys_is_refused_and_changes_nothing(isocost, bill_file, decision_file):
    path, bill = decision_file(), bill_file()
    isocost("import", bill, "--into", path, "--key", "one")
    before = path.read_bytes()
    answer = isocost("import", bill, "--into", path, "--key", "two")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("october.csv is already part of the bill 'october.csv'.")
    assert path.read_bytes() == before


def test_the_label_and_the_tags_that_were_given_are_kept(isocost, bill_file, decision_file):
    path = decision_file()
    tags = '{"squad": "claims", "ai": "yes"}'
    bill = bill_file({"Tags": tags, "ServiceName": "Unheard of", "ServiceCategory": "Other"})
    answer = isocost(
        *("import", bill, "--into", path, "--label", "October"),
        *("--tag", "ai", "--workload-tag", "squad"),
    )
    assert answer.code == 0, answer.err
    (summary,) = kept(path)
    assert summary.label == "October"
    assert [(group.way, group.workload) for group in summary.groups] == [("tagged", "claims")]


CUT = gzip.compress(b"x" * 5000 + bytes(range(256)) * 40, mtime=0)[:60]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "empty.csv is empty"),
        ("junk.csv", bytes(range(256)) * 8, "junk.csv"),
        ("notes.csv", b"Dear all,\nthe bill is late.\n", "notes.csv"),
        ("table.csv", b"name,price\nserver,100\n", "table.csv"),
        ("cut.csv.gz", None, "cut.csv.gz"),
        ("header.csv", b"", "header.csv"),
        ("no_cost.csv", b"", "no_cost.csv"),
    ],
)
def test_what_is_no_bill_is_refused_and_the_decision_keeps_every_byte(
    isocost, bill_file, decision_file, name, content, sentence
):
    path = decision_file(FULL)
    before = path.read_bytes()
    if name == "header.csv":
        content = bill_file().read_bytes().splitlines(keepends=True)[0]
    if name == "no_cost.csv":
        bill = bill_file(name=name, without=("BilledCost", "EffectiveCost"))
    else:
        bill = bill_file(name=name, content=b"" if content is None else content)
    if content is None:
        bill.write_bytes(CUT)
    answer = isocost("import", bill, "--into", path)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(sentence)
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(".\n")
    assert "Error" not in answer.err
    assert path.read_bytes() == before
    assert not [entry for entry in path.parent.iterdir() if entry.name.startswith(".")]


def test_one_damaged_file_among_good_ones_keeps_all_of_them_out(isocost, bill_file, decision_file):
    path = decision_file()
    before = path.read_bytes()
    good, bad = bill_file(name="good.csv"), bill_file(name="bad.csv", content=b"")
    answer = isocost("import", good, bad, "--into", path)
    assert answer.code == 2
    assert answer.err.startswith("bad.csv is empty")
    assert path.read_bytes() == before


def test_a_decision_that_cannot_be_read_is_refused_before_the_bill_is(isocost, tmp_path):
    damaged = tmp_path / "plan.isocost"
    damaged.write_text("{", encoding="utf-8")
    answer = isocost("import", tmp_path / "not-there.csv", "--into", damaged)
    assert answer.code == 2
    assert answer.err.startswith("plan.isocost is no decision file")
    assert damaged.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--key", "Cloud Bill", "The value of --key must be small letters, digits and _, a"),
        ("--key", "", "The value of --key must be small letters"),
        ("--label", "x" * 201, "The value of --label must have at most 200 characters."),
    ],
)
def test_a_name_the_document_does_not_take_is_refused(isocost, bill_file, option, value, sentence):
    answer = isocost("import", bill_file(), f"{option}={value}")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(sentence)


def test_two_currencies_stay_apart_on_the_slip(isocost, bill_file):
    answer = isocost("import", bill_file({}, {"BillingCurrency": "USD"}))
    assert answer.code == 0
    assert "EUR: billed 12.50" in answer.out
    assert "USD: billed 12.50" in answer.out
    assert "25.00" not in answer.out


def test_commands_work_from_any_folder_and_with_relative_paths(
    program, tmp_path, bill_file, decision_file
):
    bill_file()
    decision_file(SMALLEST)
    inner = tmp_path / "reports"
    inner.mkdir()
    plan = "../decision.isocost"
    imported = program("import", "../october.csv", "--into", plan, cwd=inner)
    assert (imported.code, imported.err) == (0, "")
    made = program("report", plan, "-o", "report.pdf", cwd=inner)
    assert (made.code, made.err) == (0, "")
    assert "Report: report.pdf (" in made.out
    checked = program("verify", "reports/report.pdf", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert sorted(entry.name for entry in inner.iterdir()) == ["report.pdf"]
