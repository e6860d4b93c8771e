"""Every change to a decision is a value: it shares what it leaves alone and breaks no rule."""

import pytest

from desktop_app.decision import Evidence, Money, Option, Quantity, SpendSummary
from desktop_app.decision.edits import (
    add_option,
    keep_bill,
    remove_option,
    set_value,
    value_at,
    with_,
)
from desktop_app.outcome import Refused


def refusal(edit, decision):
    with pytest.raises(Refused) as caught:
        edit.apply(decision)
    return caught.value.message


def changed(decision, path, value, label="input"):
    return set_value(path, value, label).apply(decision)


def test_a_value_is_replaced_where_its_path_leads(full):
    path = "options.own.lines.servers.node_price"
    after = changed(full, path, Money(likely=31_000))
    assert value_at(after, path).likely == 31_000
    assert value_at(full, path).likely == 30_000


def test_a_service_of_a_machine_is_found_by_its_workload(full):
    path = "options.own.lines.servers.serves.helpdesk.throughput"
    assert value_at(changed(full, path, 2500), path) == Quantity(likely=2500)


def test_an_edit_copies_the_way_to_its_value_and_shares_the_rest(full):
    after = changed(full, "options.own.label", "Own room")
    assert after.options[0] is full.options[0]
    assert after.options[1] is not full.options[1]
    assert after.options[1].lines[0] is full.options[1].lines[0]
    assert after.context is full.context
    assert after.paper is full.paper
    for name in ("workloads", "bills", "risks", "exclusions", "quotes"):
        for kept, before in zip(getattr(after, name), getattr(full, name), strict=True):
            assert kept is before, name


def test_an_edit_names_itself_for_the_undo_menu():
    assert set_value("context.discount_rate", 0.1, "discount rate").label == (
        "change of discount rate"
    )


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("context.discount_rate", 7, "Discount rate must not be above 1."),
        ("context.discount_rate", -0.1, "Discount rate must not be below 0."),
        ("context.horizon_months", 0, "horizon_months must be at least 1."),
        ("context.horizon_months", 12.5, "horizon_months must be a whole number."),
        ("context.horizon_months", "12", "horizon_months must be a whole number."),
        ("context.start", "next spring", "start must be a date such as 2027-01-01."),
        ("context.currency", "euro", "currency must be three capital letters such as EUR."),
        ("title", "", "title must not be empty."),
        ("title", "x" * 201, "title must have at most 200 characters."),
        ("options.own.label", 7, "label must be text."),
        (
            "options.own.key",
            "Own room",
            "key must be small letters, digits and _, a letter first.",
        ),
        ("options.api.lines.move.capital", "yes", "capital must be true or false."),
        (
            "context.discount_rate",
            "8 %",
            "A number is needed, or an object with likely, low and high (at discount_rate).",
        ),
        ("baseline", "elsewhere", "There is no option with the key elsewhere, which the "
         "baseline names."),
    ],
)  # fmt: skip
def test_a_value_that_breaks_a_rule_is_refused_with_a_sentence(full, path, value, message):
    assert refusal(set_value(path, value, "input"), full) == message


def test_one_end_of_a_range_alone_is_refused(full):
    rate = {"likely": 0.08, "low": 0.05}
    assert "A range needs both its low and its high" in refusal(
        set_value("context.discount_rate", rate, "rate"), full
    )


def test_a_range_out_of_order_is_refused(full):
    rate = {"likely": 0.08, "low": 0.09, "high": 0.1}
    assert "must be in rising order" in refusal(
        set_value("context.discount_rate", rate, "rate"), full
    )


def test_a_path_that_leads_nowhere_is_an_error_of_the_caller_not_of_the_user(full):
    for path in ("context.interest", "options.elsewhere.label", "title.length", "nothing"):
        with pytest.raises(KeyError):
            changed(full, path, 1)


def test_a_part_is_checked_whole_when_one_field_changes(full):
    line = value_at(full, "options.api.lines.support")
    with pytest.raises(Refused, match="first month must not come after the last"):
        with_(line, first_month=9, last_month=3)


def test_an_option_is_appended(smallest):
    option = Option(key="rented", label="Rented", approach="partially_managed")
    assert add_option(option).apply(smallest).options == (*smallest.options, option)


def test_a_second_option_of_the_same_key_is_refused(smallest):
    again = Option(key="own", label="Again", approach="hybrid")
    assert refusal(add_option(again), smallest) == "Two options have the same key: own."


def test_an_option_goes_with_what_rules_it_out(full):
    after = remove_option("own").apply(full)
    assert [option.key for option in after.options] == ["api"]
    assert full.exclusions
    assert after.exclusions == ()
    assert after.baseline == "api"


def test_a_decision_that_loses_its_baseline_has_none(smallest):
    assert remove_option("api").apply(smallest).baseline is None


def test_removing_what_is_not_there_changes_nothing(full):
    assert remove_option("elsewhere").apply(full) == full


def bill(full, **changes):
    return SpendSummary.model_validate({**full.bills[0].model_dump(), **changes})


def test_a_bill_under_a_new_key_is_added(smallest, full):
    assert keep_bill(full.bills[0]).apply(smallest).bills == full.bills


def test_a_bill_under_a_known_key_replaces_the_one_before(full):
    again = bill(full, label="Cloud bill, corrected")
    after = keep_bill(again).apply(full)
    assert after.bills == (again,)
    assert keep_bill(again).apply(after) == after


def test_one_file_under_two_keys_is_refused_so_that_nothing_counts_twice(full):
    message = refusal(keep_bill(bill(full, key="copy")), full)
    assert message == "october.csv is already part of the bill 'Cloud bill'."


def test_evidence_travels_with_its_number(full):
    rate = Quantity(likely=0.09, evidence=Evidence(grade="quoted", source="Bank"))
    after = changed(full, "context.discount_rate", rate)
    assert value_at(after, "context.discount_rate.evidence.source") == "Bank"
