"""What the pages say of a decision's frame, and of what is open before it can be signed."""

import pytest

from desktop_app.analysis.frame_words import alternatives, demand_paths, workload_rows
from desktop_app.analysis.readiness import readiness
from desktop_app.analysis.study import study
from desktop_app.decision.comments import exists
from desktop_app.decision.edits import set_value
from desktop_app.decision.fields import quantities
from desktop_app.decision.governance import Approver, Condition, Exclusion

NBSP = "\N{NO-BREAK SPACE}"


def points(decision, **changes):
    for path, value in changes.items():
        decision = set_value(path, value, path).apply(decision)
    return readiness(study(decision, draws=256))


def approvers(decision, *people):
    return set_value("paper.approvers", people, "approvers").apply(decision)


def test_the_sample_is_ready_but_for_a_quote_that_runs_out(meridian):
    found = points(meridian)
    assert [point.text for point in found if not point.is_settled] == [
        "6 inputs rest on Halden H-0815, which is valid until 2026-12-31, while the decision can "
        "be taken until 2027-01-31."
    ]
    assert [point.text for point in found if point.is_settled] == [
        "Hybrid breaks no limit.",
        "Every condition has an owner and a date.",
        "Every approver is named.",
        "It lapses unsigned on 2027-01-31.",
    ]


def test_what_is_settled_comes_first_and_every_path_leads_somewhere(meridian, smallest):
    for decision in (meridian, smallest):
        found = points(decision)
        states = [point.is_settled for point in found]
        assert states == sorted(states, reverse=True)
        for point in found:
            assert not point.path or exists(decision, point.path), point.path


def test_a_condition_without_owner_or_date_is_open(smallest):
    bare = (Condition(key="c", text="The contract is signed."),)
    (found,) = [p for p in points(smallest, conditions=bare) if p.path == "conditions.c"]
    assert found.text == "A condition lacks its owner or its date."
    assert not found.is_settled


def test_approvers_without_names_are_told_by_their_roles(smallest):
    people = [Approver(key=role.lower(), role=role) for role in ("Finance", "Legal")]
    texts = [point.text for point in points(approvers(smallest, *people))]
    assert "Finance and Legal have no name yet." in texts
    texts = [point.text for point in points(approvers(smallest, people[0]))]
    assert "Finance has no name yet." in texts


def test_with_every_option_ruled_out_it_cannot_be_signed(smallest):
    out = tuple(Exclusion(option=o.key, reason="No.") for o in smallest.options)
    assert any(p.blocks and p.path == "options" for p in points(smallest, exclusions=out))


def test_workloads_are_told_in_a_line(meridian):
    first, second, _ = workload_rows(meridian)
    assert (first.volume, first.growth) == (f"2.1{NBSP}M requests a month", f"+4{NBSP}% a month")
    assert (first.kind, second.kind) == ("language model", "prediction")
    assert {first.volume_path, first.growth_path} <= set(quantities(meridian))


@pytest.mark.parametrize(("rate", "text"), [(-0.02, "−2"), (0, "0"), (0.015, "+1.5")])
def test_growth_has_its_sign(smallest, rate, text):
    path = "workloads.helpdesk.growth_first_year"
    changed = set_value(path, rate, "growth").apply(smallest)
    assert workload_rows(changed)[0].growth == f"{text}{NBSP}% a month"


def test_the_demand_of_a_workload_is_all_of_its_quantities(meridian):
    stated = {p for p in quantities(meridian) if p.startswith("workloads.")}
    told = [path for workload in meridian.workloads for path in demand_paths(workload)]
    assert sorted(told) == sorted(stated)


def test_alternatives_carry_their_signs(meridian):
    marks = {each.key: each.mark for each in alternatives(meridian)}
    assert marks == {
        "stay": "baseline",
        "smaller_model": "managed",
        "partial": "partial",
        "own": "self_managed",
        "hybrid": "hybrid",
    }
