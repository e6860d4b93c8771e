"""The file formats are written down, kept up to date, and kept to by every command."""

import json
from pathlib import Path

import pytest
from documents import FULL, SMALLEST
from jsonschema import Draft202012Validator, FormatChecker

from desktop_app.cli.schema import FORMATS, schema_text

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "resources" / "schemas"


def problems(of, content):
    """What a judge of schemas, knowing only the file kept, finds wrong."""
    schema = json.loads((KEPT / f"{of}-1.json").read_text(encoding="utf-8"))
    judge = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    return [f"{error.json_path}: {error.message[:200]}" for error in judge.iter_errors(content)]


@pytest.mark.parametrize("of", FORMATS)
def test_the_schema_kept_is_that_of_the_program(of):
    """When this fails: isocost schema NAME > resources/schemas/NAME-1.json, and mind old files."""
    assert (KEPT / f"{of}-1.json").read_text(encoding="utf-8") == schema_text(of)


@pytest.mark.parametrize("of", FORMATS)
def test_the_schema_printed_is_that_kept(of, isocost):
    answer = isocost("schema", of)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (KEPT / f"{of}-1.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("of", FORMATS)
def test_each_schema_is_a_schema(of):
    Draft202012Validator.check_schema(json.loads(schema_text(of)))


def test_no_schema_is_kept_that_nobody_prints():
    assert {path.name for path in KEPT.iterdir()} == {f"{of}-1.json" for of in FORMATS}


def test_the_sample_decision_keeps_to_the_schema():
    sample = ROOT / "resources" / "samples" / "meridian.isocost"
    assert problems("decision", json.loads(sample.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("document", [SMALLEST, FULL], ids=["smallest", "full"])
def test_decisions_written_by_hand_keep_to_the_schema(document):
    assert problems("decision", document) == []


def test_what_evaluate_prints_keeps_to_the_schema(isocost, decision_file):
    for document in (SMALLEST, FULL):
        printed = isocost("evaluate", decision_file(document), "--json").out
        assert problems("record", json.loads(printed)) == []


def test_the_results_and_the_decision_of_the_demonstration_keep_to_their_schemas(demo, record):
    assert problems("record", record) == []
    made = json.loads((demo / "meridian.isocost").read_text(encoding="utf-8"))
    assert problems("decision", made) == []
    assert problems("decision", record["document"]) == []


def test_what_import_prints_keeps_to_the_schema(isocost):
    bill = ROOT / "resources" / "samples" / "meridian-google-cloud.csv.gz"
    printed = json.loads(isocost("import", bill, "--json").out)
    assert problems("bill", printed) == []
    assert printed["groups"]


@pytest.mark.parametrize(
    ("of", "change"),
    [
        ("record", lambda r: r.pop("seal")),
        ("record", lambda r: r.update(format="isocost-record-2")),
        ("record", lambda r: next(iter(r["results"].values())).pop("unit")),
        ("record", lambda r: r.update(extra=1)),
        ("decision", lambda r: r["document"]["context"].update(discount_rate="8 %")),
        ("decision", lambda r: r["document"]["context"].update(discount_rate=8)),
        ("decision", lambda r: r["document"]["options"][0].update(approach="rented")),
        ("bill", lambda r: r["document"]["bills"][0].update(groups=5)),
    ],
)
def test_the_schemas_find_fault_with_what_is_wrong(record, of, change):
    copy = json.loads(json.dumps(record))
    change(copy)
    parts = {
        "record": copy,
        "decision": copy["document"],
        "bill": copy["document"]["bills"][0],
    }
    assert problems(of, parts[of])


def every_quantity_in(schema):
    for name, part in schema["$defs"].items():
        for field, said in part.get("properties", {}).items():
            refs = [said.get("$ref", ""), *(one.get("$ref", "") for one in said.get("anyOf", []))]
            if any(ref.endswith(("/Quantity", "/Money")) for ref in refs):
                yield f"{name}.{field}", said


def test_the_schema_shows_title_unit_and_limits_of_every_quantity():
    schema = json.loads(schema_text("decision"))
    found = dict(every_quantity_in(schema))
    assert len(found) > 40
    for name, said in found.items():
        assert said["title"], name
        assert said["unit"], name
    rate = found["Context.discount_rate"]
    assert (rate["minimum"], rate["maximum"], rate["unit"]) == (0.0, 1.0, "1/year")
    assert "yearly" in rate["description"]
    assert found["ServerLine.pue"]["default"] == 1.0


def test_a_schema_takes_a_quantity_as_a_bare_number_or_in_full_within_its_limits():
    def with_rate(rate):
        return {**SMALLEST, "context": {**SMALLEST["context"], "discount_rate": rate}}

    for good in (0.08, 1, {"likely": 0.08}, {"likely": 0.08, "low": 0.05, "high": 0.1}):
        assert problems("decision", with_rate(good)) == [], good
    for bad in (8, -0.1, "0.08", True, None, {}, {"likely": 8}, {"likely": 0.1, "best": 0.1}):
        assert problems("decision", with_rate(bad)), bad
