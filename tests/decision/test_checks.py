"""What is doubtful in a decision is found and said, and nothing else is."""

from datetime import date

import pytest

from desktop_app.decision import Decision
from desktop_app.decision.checks import advice


def world(**changes: object) -> Decision:
    price = {"likely": 10.0, "low": 8.0, "high": 12.0}
    price["evidence"] = {"source": "Quote 7", "expires": "2026-12-31"}
    line = {"kind": "monthly", "key": "fee", "label": "Fee", "amount": price}
    content = {
        "title": "A",
        "context": {"start": "2026-12-01", "discount_rate": 0.08},
        "options": [{"key": "a", "label": "A", "approach": "hybrid", "lines": [line]}],
        "baseline": "a",
        **changes,
    }
    return Decision.model_validate(content)


def test_a_decision_that_is_whole_has_nothing_to_look_at():
    assert advice(world()) == ()


def test_a_missing_baseline_is_named():
    assert [finding.path for finding in advice(world(baseline=None))] == ["baseline"]


@pytest.mark.parametrize(("last", "found"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), 1)])
def test_evidence_that_lapses_before_the_decision_does_is_named_with_its_date(last, found):
    findings = advice(world(paper={"lapses_on": last}))
    assert len(findings) == found
    assert all("Quote 7" in f.message and "2026-12-31" in f.message for f in findings)


def test_a_decision_without_any_range_is_told_that_nothing_is_known_of_certainty():
    line = {"kind": "monthly", "key": "fee", "label": "Fee", "amount": 10}
    option = {"key": "a", "label": "A", "approach": "hybrid", "lines": [line]}
    assert [finding.path for finding in advice(world(options=[option]))] == ["options"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"kind": "one_off", "month": 40}, True),
        ({"kind": "one_off", "month": 36}, False),
        ({"kind": "monthly", "first_month": 37}, True),
    ],
)
def test_an_amount_after_the_horizon_is_named_because_nothing_counts_it(line, found):
    late = {"key": "late", "label": "Late", "amount": {"likely": 1, "low": 0, "high": 2}, **line}
    option = {"key": "a", "label": "A", "approach": "hybrid", "lines": [late]}
    messages = [finding.message for finding in advice(world(options=[option]))]
    assert any("after the horizon" in message for message in messages) == found


def test_numbers_that_are_still_examples_are_counted():
    price = {"likely": 1, "low": 0, "high": 2, "evidence": {"source": "Example: replace it"}}
    line = {"kind": "monthly", "key": "fee", "label": "Fee", "amount": price}
    option = {"key": "a", "label": "A", "approach": "hybrid", "lines": [line]}
    (finding,) = advice(world(options=[option]))
    assert finding.message.startswith("One input is still")
