from decimal import Decimal

from specimens import summed

PURCHASE = {
    "ProviderName": "Microsoft",
    "ChargeCategory": "Purchase",
    "CommitmentDiscountId": "plan-1",
    "BilledCost": "100",
    "EffectiveCost": "100",
}


def told(summary, text):
    return any(text in note for note in summary.notes)


def test_a_commitment_bought_from_microsoft_has_no_effective_cost(imported):
    summary = imported([PURCHASE, {"ProviderName": "Microsoft", "EffectiveCost": "40"}])
    assert summed(summary, "effective_cost") == 40
    assert summed(summary, "billed_cost") == Decimal("101.50")
    assert told(summary, "taken as 0, not 100.00 EUR")


def test_the_same_purchase_elsewhere_is_left_as_it_stands(imported):
    summary = imported([{**PURCHASE, "ProviderName": "AWS"}])
    assert summed(summary, "effective_cost") == 100
    assert not told(summary, "taken as 0")


def test_a_list_cost_of_zero_beside_an_effective_cost_is_unknown_at_microsoft(imported):
    zero = {"ListCost": "0", "ContractedCost": "0"}
    summary = imported([{"ProviderName": "Microsoft Azure", **zero}])
    costs = summary.totals[0].costs
    assert (costs.list_cost, costs.contracted_cost) == (None, None)
    assert told(summary, "ListCost of Microsoft is 0 in 1 row")
    assert imported([zero]).totals[0].costs.list_cost == 0


def test_effective_costs_that_were_rounded_are_told(imported):
    assert told(imported([{"EffectiveCost": "3"}] * 10), "EffectiveCost is a whole number in all")
    assert not told(imported([{"EffectiveCost": "3"}] * 9 + [{}]), "whole number")


def test_effective_costs_that_were_left_at_zero_are_told(imported):
    assert told(imported([{"EffectiveCost": "0"}]), "EffectiveCost is 0 on every row of AWS")


def test_negative_rows_are_counted_and_summed(imported):
    rows = [{"BilledCost": "-2.5", "ChargeCategory": "Credit"}, {"BilledCost": "-1"}, {}]
    assert told(imported(rows), "BilledCost is negative in 2 rows, −3.50 EUR")


def test_costs_without_a_service_are_told(imported):
    rows = [{"ServiceName": ""}, {"ServiceName": "", "BilledCost": "0", "EffectiveCost": "0"}]
    assert told(imported(rows), "a cost but no service name in 1 row, 1.50 EUR billed")


def test_a_worked_example_with_placeholders_is_told(imported):
    assert told(imported([{"ResourceId": "<my-vm-id>"}]), "worked example")


def test_costs_beyond_eighteen_decimals_are_rounded_and_told(imported):
    summary = imported([{"BilledCost": "0.1234567890123456789"}])
    assert summed(summary) == Decimal("0.123456789012345679")
    assert told(summary, "costs have more than 18 decimals and are rounded in 1 row")


def test_a_missing_cost_is_counted(imported):
    assert told(imported([{"EffectiveCost": ""}, {}]), "EffectiveCost is missing in 1 row of 2")


def test_an_allocated_cost_beside_its_origin_is_told(imported):
    origin = {"ResourceId": "host", "SkuPriceId": "s", "AllocatedMethodId": ""}
    part = {**origin, "AllocatedMethodId": "split"}
    assert told(imported([part, part, origin]), "split off a shared cost stand beside 1 row")
    assert not told(imported([part, part]), "split off")


def test_the_spelling_of_a_charge_frequency_changes_nothing(imported):
    rows = [{"ChargeFrequency": "Usage-based"}, {"ChargeFrequency": "Usage-Based"}]
    assert imported(rows).files[0].rows_kept == 2
