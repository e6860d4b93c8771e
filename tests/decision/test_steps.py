"""The guided steps: what each asks, and which of them an input or a finding belongs to."""

import pytest

from desktop_app.decision.checks import advice
from desktop_app.decision.fields import quantities
from desktop_app.decision.model import Decision
from desktop_app.decision.steps import BY_PATH, STEPS, findings_by_step, shown, step_of
from desktop_app.outcome import Finding


def test_the_steps_lead_from_the_question_to_the_signature():
    assert [step.title for step in STEPS] == [
        "Frame",
        "Evidence",
        "Options",
        "Costs",
        "Risk",
        "Decide",
        "Sign",
    ]
    for step in STEPS:
        assert step.question.endswith("?")
        assert step.purpose.endswith(".")


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("title", "frame"),
        ("question", "frame"),
        ("context.discount_rate", "frame"),
        ("paper.board", "frame"),
        ("paper.approvers.cfo", "sign"),
        ("workloads.chat.requests", "frame"),
        ("bills.cloud", "evidence"),
        ("options.own.lines.servers.pue", "options"),
        ("exclusions", "options"),
        ("baseline", "options"),
        ("quotes.offer", "options"),
        ("simulation.draws", "risk"),
        ("close_call.least_gap", "risk"),
        ("risks.late", "decide"),
        ("conditions.price", "decide"),
        ("titles", "frame"),
    ],
)
def test_every_path_belongs_to_the_step_that_edits_it(path, step):
    assert step_of(path) == step


def test_every_field_of_a_decision_has_a_step():
    named = {path.split(".")[0] for path in BY_PATH}
    assert set(Decision.model_fields) - named == {"schema_version", "comments"}


def test_every_input_of_the_sample_is_edited_on_a_step_before_the_costs(meridian):
    assert {step_of(path) for path in quantities(meridian)} == {"frame", "options"}


def test_findings_are_sorted_to_the_steps_in_their_order(meridian):
    lost = Finding("blocks", "options.own", "No.", "Yes.")
    found = findings_by_step((*advice(meridian), lost))
    assert list(found) == [step.key for step in STEPS]
    assert lost in found["options"]
    assert sum(len(of) for of in found.values()) == len(advice(meridian)) + 1


def test_a_decision_without_options_has_nothing_to_compare_or_sign(smallest):
    empty = smallest.model_copy(update={"options": (), "baseline": None})
    assert [step.key for step in shown(empty)] == ["frame", "evidence", "options"]
    assert shown(smallest) == STEPS
