"""A bill can stand for staying as today: one edit, checked, and undone in one step."""

import pytest
from documents import BILL, SMALLEST

from desktop_app.analysis.study import study
from desktop_app.decision import Decision
from desktop_app.decision.baseline import ai_tags, tags_of, use_as_baseline
from desktop_app.decision.edits import remove_option, value_at
from desktop_app.decision.history import History
from desktop_app.outcome import Refused


def group(workload="", way="known", category="Usage", cost="12.50"):
    return {
        "month": "2026-10",
        "currency": "EUR",
        "provider": "AWS",
        "service": "Amazon Bedrock",
        "way": way,
        "confidence": "high",
        "workload": workload,
        "category": category,
        "rows": 2,
        "costs": {"billed_cost": cost, "effective_cost": cost},
    }


def with_bill(*groups, **changes):
    return Decision.model_validate(
        {**SMALLEST, **changes, "bills": [{**BILL, "groups": list(groups)}]}
    )


def refusal(edit, decision):
    with pytest.raises(Refused) as caught:
        edit.apply(decision)
    return caught.value.message


def letters(key="letters", label="Letters"):
    work = {"kind": "traditional_ml", "predictions": 10, "peak_to_mean": 2}
    return {**work, "key": key, "label": label}


def test_the_tags_of_the_sample_are_found_by_the_names_of_its_workloads(meridian):
    assert tags_of(meridian, meridian.bills[0]) == {
        "claims": "claims-assistant",
        "documents": "document-extraction",
        "fraud": "fraud-scoring",
    }


def test_the_option_is_made_and_becomes_the_baseline(meridian):
    without = remove_option("stay").apply(meridian)
    after = use_as_baseline("cloud").apply(without)
    assert after.baseline == "stay"
    made = value_at(after, "options.stay")
    assert [(line.serves, line.workload_tag) for line in made.lines] == [
        (("claims",), "claims-assistant"),
        (("documents",), "document-extraction"),
        (("fraud",), "fraud-scoring"),
    ]
    assert not study(after, draws=256).analysis.options["stay"].unserved


def test_an_option_that_stands_for_today_keeps_what_stands_beside_and_its_trends(meridian):
    after = use_as_baseline("cloud").apply(meridian)
    before, now = value_at(meridian, "options.stay"), value_at(after, "options.stay")
    assert [line for line in now.lines if line.beside] == [
        line for line in before.lines if line.beside
    ]
    assert {line.price_trend.likely for line in now.lines if not line.beside} == {-0.14}
    costs = (study(d, draws=256).analysis.options["stay"].cost for d in (meridian, after))
    assert len({round(float(cost.present_value.value), 6) for cost in costs}) == 1


def test_it_is_one_step_to_undo(meridian):
    history = History(remove_option("stay").apply(meridian))
    after = history.after(use_as_baseline("cloud"))
    assert after.past[-1].label == "baseline from the bill"
    assert after.undone().present == history.present


def test_a_single_workload_takes_all_ai_spend_where_no_tag_is_like_it():
    after = use_as_baseline("cloud").apply(with_bill(group(), group("other")))
    (line,) = value_at(after, "options.stay").lines
    assert (line.serves, line.workload_tag) == (("helpdesk",), "")


def test_workloads_of_one_tag_share_a_line():
    decision = with_bill(group("desk"), workloads=[*SMALLEST["workloads"], letters()])
    edit = use_as_baseline("cloud", {"helpdesk": "desk", "letters": "desk"})
    (line,) = value_at(edit.apply(decision), "options.stay").lines
    assert line.serves == ("helpdesk", "letters")


def test_tags_are_listed_most_expensive_first_and_only_for_running_ai_spend():
    bill = with_bill(
        group("small", cost="1"),
        group("large", cost="9"),
        group("bought", category="Purchase"),
        group("office", way="not_ai"),
    ).bills[0]
    assert ai_tags(bill) == ("large", "small")


def test_what_could_not_be_evaluated_is_refused_with_a_sentence(smallest):
    edit = use_as_baseline("cloud")
    assert refusal(edit, smallest) == "There is no bill 'cloud' in this decision."
    empty = with_bill(group(), workloads=[], options=[], baseline=None)
    assert refusal(edit, empty) == "There is no workload that the bill could stand for."
    assert refusal(edit, with_bill(group(way="not_ai"))) == (
        "The bill “Cloud bill” shows no AI spend in its last 3 months."
    )
    two = with_bill(group("x"), workloads=[*SMALLEST["workloads"], letters()])
    assert refusal(edit, two) == (
        "The bill “Cloud bill” has no workload tag named like Help desk."
    )
    assert refusal(use_as_baseline("cloud", {"helpdesk": "", "letters": ""}), two) == (
        "AI spend without a tag can stand for one workload only."
    )
    assert refusal(use_as_baseline("cloud", {"helpdesk": "y", "letters": "x"}), two) == (
        "The bill “Cloud bill” shows no AI spend tagged 'y' in its last 3 months."
    )
