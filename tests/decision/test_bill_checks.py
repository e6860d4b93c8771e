"""A bill that is unused, incomplete or changed is found out before anybody relies on it."""

import json

import pytest

from desktop_app.decision import Decision
from desktop_app.decision.bill_checks import about_bills, adds_up


@pytest.fixture
def stated(meridian):
    """Meridian's decision as plain values, with one bill that holds together."""
    return json.loads(meridian.model_dump_json())


def paths(document):
    return [finding.message for finding in about_bills(Decision.model_validate(document))]


def test_the_sample_s_bill_has_nothing_to_look_at(stated):
    assert paths(stated) == []


def test_a_total_changed_by_hand_no_longer_adds_up(stated):
    stated["bills"][0]["totals"][0]["costs"]["billed_cost"] = "1.00"
    (message,) = paths(stated)
    assert "do not add up" in message


def test_a_row_count_changed_by_hand_no_longer_adds_up(stated):
    stated["bills"][0]["files"][0]["rows_kept"] -= 1
    assert not adds_up(Decision.model_validate(stated).bills[0])


def test_a_last_month_that_stops_early_is_named_with_its_day(stated):
    stated["bills"][0]["last_day"] = "2026-10-10"
    (message,) = paths(stated)
    assert "2026-10-10" in message


def test_a_provider_that_is_missing_in_one_of_the_months_is_named(stated):
    bill = stated["bills"][0]
    for name in ("totals", "groups"):
        bill[name] = [
            one
            for one in bill[name]
            if (one["month"], one["provider"]) != ("2026-10", "Google Cloud")
        ]
    assert any("Google Cloud in 2026-10" in message for message in paths(stated))


def test_a_bill_that_no_option_uses_moves_nothing_and_is_named(stated):
    for option in stated["options"]:
        option["lines"] = [line for line in option["lines"] if line["kind"] != "billed"]
    (message,) = paths(stated)
    assert "moves no number" in message
