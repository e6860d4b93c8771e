"""The seal is that of what the document says, however it is written."""

import copy
import hashlib
import json
import random
from decimal import Decimal

import pytest
from documents import FULL
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import storage
from desktop_app.decision import Decision, Quantity
from desktop_app.decision.edits import set_value, value_at, with_
from desktop_app.decision.fields import quantities
from desktop_app.outcome import Refused
from desktop_app.storage import canonical, seal

FULL_DECISION = Decision.model_validate(FULL)


def as_rfc_8785(value):
    """A second way to the canonical form, after the text of the RFC, for text keys in ASCII."""
    if isinstance(value, dict):
        members = (f"{as_rfc_8785(key)}:{as_rfc_8785(value[key])}" for key in sorted(value))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(as_rfc_8785, value)) + "]"
    if isinstance(value, float):
        return as_ecmascript(value)
    return json.dumps(value, ensure_ascii=False)


def as_ecmascript(number):
    """Number::toString of ECMAScript, section 6.1.6.1.20, from the shortest digits."""
    sign, digits, exponent = Decimal(repr(number)).normalize().as_tuple()
    text, minus = "".join(map(str, digits)), "-" if sign and number else ""
    point = len(text) + exponent
    if number == 0:
        return "0"
    if len(text) <= point <= 21:
        body = text + "0" * (point - len(text))
    elif 0 < point <= 21:
        body = f"{text[:point]}.{text[point:]}"
    elif -6 < point <= 0:
        body = "0." + "0" * -point + text
    else:
        rest = f".{text[1:]}" if len(text) > 1 else ""
        body = f"{text[0]}{rest}e{point - 1:+d}"
    return minus + body


def test_the_canonical_form_is_that_of_the_example_in_the_rfc():
    """RFC 8785, section 3.2.2 to 3.2.4."""
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    written = (
        '{"literals":[null,true,false],'
        '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical(value) == written.encode("utf-8")


def test_names_are_ordered_as_in_the_example_of_the_rfc():
    """RFC 8785, section 3.2.3: by UTF-16 code units, so the emoji stands before U+FB33."""
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    ordered = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert list(json.loads(canonical(dict.fromkeys(names, 0)))) == ordered


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_as_the_rfc_asks(number):
    assert canonical(number).decode() == as_ecmascript(number)


@pytest.mark.parametrize("which", ["smallest", "full", "meridian"])
def test_the_seal_is_the_sha_256_of_the_canonical_document(request, which):
    decision = request.getfixturevalue(which)
    written = as_rfc_8785(decision.model_dump(mode="json"))
    assert seal(decision) == hashlib.sha256(written.encode("utf-8")).hexdigest()


def shuffled(node, rng):
    if isinstance(node, dict):
        members = list(node.items())
        rng.shuffle(members)
        return {key: shuffled(value, rng) for key, value in members}
    return [shuffled(value, rng) for value in node] if isinstance(node, list) else node


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_fields_and_the_white_space_do_not_matter(seed):
    rng = random.Random(seed)  # noqa: S311 - shuffles, guards nothing
    text = json.dumps(shuffled(FULL, rng), indent=rng.choice([None, 1, 4]))
    assert seal(storage.parsed(text.encode(), "plan.isocost")) == seal(FULL_DECISION)


def test_saving_and_loading_keep_the_seal(tmp_path):
    storage.save(FULL_DECISION, tmp_path / "plan.isocost")
    assert seal(storage.load(tmp_path / "plan.isocost")) == seal(FULL_DECISION)


def test_a_bare_number_and_the_same_number_in_full_are_one_statement(smallest):
    in_full = set_value("context.discount_rate", {"likely": 0.08}, "rate").apply(smallest)
    assert seal(in_full) == seal(smallest)


@settings(deadline=None)
@given(st.sampled_from(sorted(quantities(FULL_DECISION))), st.floats(1e-9, 0.3))
def test_any_number_that_moves_moves_the_seal(path, by):
    before = value_at(FULL_DECISION, path)
    try:
        moved = with_(before, likely=before.likely * (1 + by) or by, low=None, high=None)
        after = set_value(path, moved, "number").apply(FULL_DECISION)
    except Refused:  # beyond the field's limits
        return
    assert isinstance(moved, Quantity)
    assert (seal(after) == seal(FULL_DECISION)) == (after == FULL_DECISION)
    assert moved == before or after != FULL_DECISION


def leaves(node, way=()):
    if isinstance(node, dict | list):
        keys = node if isinstance(node, dict) else range(len(node))
        for key in keys:
            yield from leaves(node[key], (*way, key))
    else:
        yield way


DUMPED = FULL_DECISION.model_dump(mode="json")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(leaves(DUMPED))))
def test_any_statement_that_changes_changes_the_seal(way):
    document = copy.deepcopy(DUMPED)
    node = document
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = different(node[way[-1]])
    try:
        after = storage.parsed(json.dumps(document).encode(), "plan.isocost")
    except Refused:  # what cannot be said cannot be sealed either
        return
    assert seal(after) != seal(FULL_DECISION)


def different(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 if value >= 1 else value / 2 or 0.01
    if isinstance(value, str) and value[:4].isdigit():
        return value.replace("0", "1", 1)
    return f"{value}x" if isinstance(value, str) else "2030-01-01"


def test_the_largest_whole_number_that_a_document_takes_can_be_sealed(full):
    most = set_value("simulation.seed", 2**53 - 1, "seed").apply(full)
    assert len(seal(most)) == 64
    with pytest.raises(Refused, match="seed must be at most 9007199254740991"):
        set_value("simulation.seed", 2**53, "seed").apply(full)
