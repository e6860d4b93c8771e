from decimal import Decimal

from specimens import summed


def costs(*texts, column="BilledCost"):
    return [{column: text} for text in texts]


def test_a_column_with_decimal_commas_is_read_as_such_and_said_so(imported):
    rows = costs("1.234,56", "0,50", "1.234")
    summary = imported(rows, delimiter=";")
    assert summed(summary) == Decimal("2469.06")
    assert any("BilledCost have a comma as decimal mark" in note for note in summary.notes)


def test_each_column_is_decided_by_itself(imported):
    rows = [{"BilledCost": "12,5", "EffectiveCost": "12.5"}]
    summary = imported(rows)
    assert summed(summary, "billed_cost") == summed(summary, "effective_cost") == Decimal("12.5")


def test_a_column_that_says_nothing_follows_its_neighbours(imported):
    rows = [
        {"BilledCost": "1,234", "EffectiveCost": "0,5", "ContractedCost": "7", "ListCost": "1.234"}
    ]
    summary = imported(rows, delimiter=";")
    assert summed(summary, "billed_cost") == Decimal("1.234")
    assert summed(summary, "list_cost") == Decimal(1234)


def test_symbols_and_thousands_are_read_with_a_point(imported):
    summary = imported(costs("$50,000.00 ", "(1,234.56)", "$7"))
    assert summed(summary) == Decimal("48772.44")


def test_numbers_that_can_be_read_in_two_ways_are_refused(refused):
    rows = [{"BilledCost": "1,234", "EffectiveCost": "5", "ContractedCost": "5", "ListCost": "5"}]
    assert "the numbers in BilledCost can be read in two ways" in refused(rows)


def test_three_decimals_with_a_point_are_what_focus_prescribes(imported):
    assert summed(imported(costs("1.234"))) == Decimal("1.234")


def test_one_odd_cell_does_not_turn_the_whole_column(imported):
    summary = imported(costs("0.25", "12.5", "3.75", "12,5"))
    assert summed(summary) == Decimal("16.5")
    assert [aside.reason for aside in summary.set_aside] == ["BilledCost is no number: “12,5”"]


def dated(*starts):
    return [{"ChargePeriodStart": start, "ChargePeriodEnd": ""} for start in starts]


def test_dates_with_slashes_are_read_month_first_and_the_assumption_is_told(imported):
    summary = imported(dated("5/1/25"))
    assert str(summary.first_day) == "2025-05-01"
    assert any("month/day/year, since no date in the file shows" in n for n in summary.notes)


def test_a_day_above_twelve_settles_the_order_for_the_file(imported):
    summary = imported(dated("05/01/2026", "25/01/2026"))
    assert (str(summary.first_day), str(summary.last_day)) == ("2026-01-05", "2026-01-25")
    assert "bill.csv: dates with slashes are read as day/month/year" in summary.notes


def test_dates_in_both_orders_are_refused(refused):
    assert "some dates with the day first" in refused(dated("25/01/2026", "01/25/2026"))
