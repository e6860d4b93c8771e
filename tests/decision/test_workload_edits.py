"""Work can be added, copied and removed, and the options follow as far as that is sure."""

import pytest
from documents import SMALLEST

from desktop_app.analysis.study import study
from desktop_app.decision import Decision
from desktop_app.decision.edits import value_at
from desktop_app.decision.history import History
from desktop_app.decision.workload_edits import (
    add_workload,
    duplicate_workload,
    lines_for_alone,
    remove_workload,
)
from desktop_app.outcome import Refused


def present_values(decision):
    found = study(decision, draws=256).analysis.options
    return {key: float(option.cost.present_value.value) for key, option in found.items()}


def findings(decision):
    return study(decision, draws=256).analysis.findings


@pytest.mark.parametrize("kind", ["llm", "traditional_ml"])
def test_a_new_workload_costs_nothing_until_its_demand_is_stated(smallest, kind):
    after = add_workload(kind).apply(smallest)
    assert [workload.kind for workload in after.workloads] == ["llm", kind]
    assert present_values(after) == present_values(smallest)
    assert findings(after) == findings(smallest)


def test_new_workloads_have_keys_and_names_of_their_own(smallest):
    after = smallest
    for _ in range(3):
        after = add_workload("llm").apply(after)
    assert [workload.label for workload in after.workloads] == [
        "Help desk",
        "New language workload",
        "New language workload 2",
        "New language workload 3",
    ]
    assert len({workload.key for workload in after.workloads}) == 4


def test_a_copy_stands_behind_the_original_and_is_served_like_it(smallest):
    after = duplicate_workload("helpdesk").apply(smallest)
    first, copy = after.workloads
    assert copy.label == "Help desk, copy"
    assert copy.requests is first.requests
    assert value_at(after, "options.api.lines.tokens").serves == ("helpdesk", copy.key)
    assert (
        value_at(after, f"options.own.lines.servers.serves.{copy.key}").throughput.likely == 2000
    )
    before, now = present_values(smallest), present_values(after)
    assert now["api"] == pytest.approx(2 * before["api"])


def test_a_bill_is_not_charged_twice_for_a_copy(meridian):
    after = duplicate_workload("claims").apply(meridian)
    assert value_at(after, "options.stay") is value_at(meridian, "options.stay")


def test_the_copy_keeps_the_order_of_the_others(meridian):
    labels = [w.label for w in duplicate_workload("documents").apply(meridian).workloads]
    assert labels == [
        "Claims assistant",
        "Document extraction",
        "Document extraction, copy",
        "Fraud scoring",
    ]


def test_what_was_there_for_a_workload_alone_goes_with_it(meridian):
    alone = lines_for_alone(meridian, "claims")
    assert "options.hybrid.lines.claims_managed" in alone
    assert "options.hybrid.lines.nodes" not in alone
    after = remove_workload("claims").apply(meridian)
    for path in alone:
        with pytest.raises(KeyError):
            value_at(after, path)
    served = value_at(after, "options.hybrid.lines.nodes").serves
    assert [service.workload for service in served] == ["documents", "fraud"]
    assert value_at(after, "options.hybrid.lines.engineers") is value_at(
        meridian, "options.hybrid.lines.engineers"
    )


def test_a_line_that_serves_others_too_keeps_them(smallest):
    both = duplicate_workload("helpdesk").apply(smallest)
    copy = both.workloads[1].key
    assert remove_workload(copy).apply(both) == smallest


def test_the_last_workload_may_go_and_comes_back_with_its_lines(smallest):
    history = History(smallest).after(remove_workload("helpdesk"))
    assert history.present.workloads == ()
    assert [option.lines for option in history.present.options] == [(), ()]
    assert history.undone().present == smallest


@pytest.mark.parametrize("edit", [remove_workload, duplicate_workload])
def test_a_workload_that_is_gone_is_refused_in_a_sentence(edit, smallest):
    with pytest.raises(Refused) as caught:
        edit("gone").apply(smallest)
    assert caught.value.message == "This workload is no longer there."


def test_a_name_as_long_as_may_be_can_be_copied():
    long = [{**SMALLEST["workloads"][0], "label": "x" * 200}]
    decision = Decision.model_validate({**SMALLEST, "workloads": long})
    assert len(duplicate_workload("helpdesk").apply(decision).workloads[1].label) <= 200
