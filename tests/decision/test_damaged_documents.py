"""Whatever is wrong with a document, it is said in words for people; schema and loader agree."""

import copy
import json
import re

from documents import FULL
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from desktop_app import storage
from desktop_app.cli.schema import schema_text
from desktop_app.outcome import Refused

SCHEMA = Draft202012Validator(
    json.loads(schema_text("decision")), format_checker=FormatChecker(["date"])
)
PYTHON_WORDS = re.compile(
    r"Input should|pydantic|type=|NoneType|None\b|Traceback|Error\b|\bdict\b|\bstr\b|\bint\b|"
    r"\bTrue\b|\bFalse\b|validat|<class|\\x|\bunion\b|discriminator|\[a-z\]|\{|\}"
)
BETWEEN_PARTS = (
    "There is no",
    "Two ",
    "A range needs",
    "rising order",
    "must not come after",
    "must be a decimal number",
    "must be a finite number",
)
"""Rules that a schema cannot state."""


def ways(node, way=()):
    """The way to every value of a document."""
    yield way
    if isinstance(node, dict | list):
        keys = node if isinstance(node, dict) else range(len(node))
        for key in keys:
            yield from ways(node[key], (*way, key))


WAYS = [way for way in ways(FULL) if way]
WRONG = st.sampled_from(
    [
        None,
        True,
        "word",
        "12",
        "",
        "x" * 700,
        "Ünïcode 😀",
        "2027-01-01",
        "2027-02-30",
        "1700000000",
        0,
        -1,
        0.5,
        3.5,
        12.0,
        2**60,
        1e300,
        [],
        [1],
        [[]],
        {},
        {"likely": "x"},
        {"likely": 1, "more": 2},
        {"likely": 1, "low": -5, "high": 1e9},
        {"likely": 2, "low": 1},
        {"kind": "tokens"},
    ]
)
damage = st.one_of(
    st.tuples(st.just("without"), st.sampled_from(WAYS), st.none()),
    st.tuples(st.just("with"), st.sampled_from(WAYS), WRONG),
    st.tuples(st.just("beside"), st.sampled_from(WAYS), WRONG),
)


def damaged(kind, way, value):
    document = copy.deepcopy(FULL)
    node = document
    for step in way[:-1]:
        node = node[step]
    if kind == "without":
        del node[way[-1]]
    elif kind == "beside" and isinstance(node, dict):
        node["unheard_of"] = value
    else:
        node[way[-1]] = value
    return document


def refusal(document):
    try:
        storage.parsed(json.dumps(document).encode(), "plan.isocost")
    except Refused as refused:
        return refused
    return None


@settings(max_examples=400, deadline=None)
@given(damage)
def test_a_refusal_is_in_plain_words_names_the_file_and_says_what_to_do(change):
    refused = refusal(damaged(*change))
    if refused:
        said = f"{refused.message} {refused.hint}"
        assert not PYTHON_WORDS.search(said), said
        assert "cannot be read" not in refused.message.split(":", 1)[1], said
        assert refused.message.startswith("plan.isocost cannot be read as a decision: ")
        assert refused.message.endswith(".")
        assert "\n" not in said
        assert len(said) < 700
        assert refused.hint


@settings(max_examples=400, deadline=None)
@given(damage)
def test_the_schema_refuses_what_the_loader_refuses_and_nothing_else(change):
    document = damaged(*change)
    refused, errors = refusal(document), [e.message for e in SCHEMA.iter_errors(document)]
    if errors:
        assert refused, errors
    if refused and not errors:
        assert any(rule in refused.message for rule in BETWEEN_PARTS), refused.message


def test_a_name_too_long_to_be_one_is_not_repeated_in_full():
    long = "x" * 5000
    assert len(refusal({**FULL, long: 1}).message) < 200
    workload = {**FULL["workloads"][0], "key": long}
    said = refusal({**FULL, "workloads": [workload]}).message
    assert "workloads.#1.key must have at most 40 characters" in said


def test_the_undamaged_document_is_accepted_by_both():
    assert refusal(FULL) is None
    assert list(SCHEMA.iter_errors(FULL)) == []
