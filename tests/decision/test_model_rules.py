"""Rules that hold between parts of the document, each refused with a sentence and its place."""

import copy
import json

import pytest
from documents import FULL

from desktop_app import storage
from desktop_app.decision import served_by
from desktop_app.decision.edits import value_at
from desktop_app.outcome import Refused


def refusal(change):
    document = copy.deepcopy(FULL)
    change(document)
    with pytest.raises(Refused) as caught:
        storage.parsed(json.dumps(document).encode(), "plan.isocost")
    start = "plan.isocost cannot be read as a decision: "
    assert caught.value.message.startswith(start)
    assert caught.value.hint
    return caught.value.message.removeprefix(start)


def lines(document, option=0):
    return document["options"][option]["lines"]


def doubled(*way):
    """Repeat the first entry of a list."""

    def change(document):
        for step in way:
            document = document[step]
        document.append(document[0])

    return change


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (["workloads"], "Two workloads have the same key: helpdesk."),
        (["options"], "Two options have the same key: api."),
        (["bills"], "Two bills have the same key: cloud."),
        (["quotes"], "Two quotes have the same key: offer."),
        (["risks"], "Two risks have the same key: late."),
        (["conditions"], "Two conditions have the same key: price."),
        (["comments"], "Two comments have the same key: asked."),
        (["paper", "approvers"], "Two approvers have the same key: cfo."),
        (["options", 0, "lines"], "Two lines of option api have the same key: tokens."),
        (
            ["context", "exchange_rates"],
            "Two exchange rates have the same key: usd (at context).",
        ),
        (
            ["options", 0, "lines", 0, "serves"],
            "Two entries of options.api.lines.tokens name helpdesk.",
        ),
        (
            ["options", 1, "lines", 0, "serves"],
            "Two entries of options.own.lines.servers name helpdesk.",
        ),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, list) else "",
)
def test_a_name_stands_once_in_its_list(way, sentence):
    assert refusal(doubled(*way)) == sentence


def test_two_rates_for_one_currency_are_refused_since_either_could_be_meant():
    def change(document):
        rates = document["context"]["exchange_rates"]
        rates.append({**rates[0], "key": "other"})

    assert refusal(change) == "Two exchange rates are for USD (at context)."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda d: d.update(baseline="nowhere"),
            "There is no option with the key nowhere, which the baseline names.",
        ),
        (
            lambda d: d["exclusions"][0].update(option="nowhere"),
            "There is no option with the key nowhere, which an exclusion names.",
        ),
        (
            lambda d: lines(d)[0].update(serves=["nobody"]),
            "There is no workload with the key nobody, which options.api.lines.tokens names.",
        ),
        (
            lambda d: lines(d, 1)[0]["serves"][0].update(workload="nobody"),
            "There is no workload with the key nobody, which options.own.lines.servers names.",
        ),
        (
            lambda d: d.update(bills=[]),
            "There is no bill with the key cloud, which options.api.lines.today names.",
        ),
    ],
    ids=["baseline", "exclusion", "tokens", "servers", "bill"],
)
def test_what_is_named_exists(change, sentence):
    assert refusal(change) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda d: d["options"][1]["lines"][0].update(pue=0.9),
            "Power usage effectiveness must not be below 1 (at options.own.lines.servers).",
        ),
        (
            lambda d: d["options"][1]["lines"][0].update(base_load=-1),
            "Sized for must not be below 0 (at options.own.lines.servers).",
        ),
        (
            lambda d: d["workloads"][0].update(
                cached_share={"likely": 0.9, "low": 0.8, "high": 1.2}
            ),
            "Input read from cache must not be above 1 (at workloads.helpdesk).",
        ),
        (
            lambda d: lines(d)[6].update(first_month=9, last_month=3),
            "The first month must not come after the last (at options.api.lines.support).",
        ),
    ],
    ids=["pue", "base load", "top of a range", "months"],
)
def test_limits_hold_for_every_number_of_a_quantity(change, sentence):
    assert refusal(change) == sentence


def test_several_errors_are_counted_and_the_first_few_said():
    def change(document):
        document.update(title=5, question=6, organisation=7, baseline=8)

    assert refusal(change) == (
        "title must be text. question must be text. organisation must be text. And 1 more."
    )


def test_a_line_that_stands_beside_serves_nothing(full):
    assert served_by(value_at(full, "options.api.lines.today")) == ()
    assert served_by(value_at(full, "options.api.lines.tokens")) == ("helpdesk",)
    assert served_by(value_at(full, "options.own.lines.servers")) == ("helpdesk",)
    assert served_by(value_at(full, "options.api.lines.team")) == ()
