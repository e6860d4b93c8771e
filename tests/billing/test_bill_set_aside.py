from decimal import Decimal

import pytest
from specimens import ROW, as_csv, summed

GOOD = {}


def test_an_unreadable_cost_is_set_aside_with_its_text_and_row(imported):
    summary = imported([GOOD, {"BilledCost": "abc"}, GOOD])
    (aside,) = summary.set_aside
    assert (aside.reason, aside.rows, aside.first_line) == ("BilledCost is no number: “abc”", 1, 2)
    assert (summary.files[0].rows_read, summary.files[0].rows_kept) == (3, 2)
    assert summed(summary) == 2 * Decimal(ROW["BilledCost"])


def test_the_first_texts_are_quoted_and_the_rest_counted(imported):
    bad = [{"ListCost": f"bad {n}"} for n in range(9)]
    (aside,) = imported([GOOD, *bad]).set_aside
    assert aside.reason == "ListCost is no number: “bad 0”, “bad 1”, “bad 2”"
    assert aside.rows == 9


@pytest.mark.parametrize("text", ["", "null", "NULL", "--", "null "])
def test_a_missing_cost_is_unknown_and_its_row_is_kept(imported, text):
    summary = imported([{"ContractedCost": text}])
    assert summary.set_aside == ()
    assert summary.totals[0].costs.contracted_cost is None


def test_a_row_without_any_cost_is_set_aside(imported):
    empty = dict.fromkeys(("BilledCost", "EffectiveCost", "ContractedCost", "ListCost"), "")
    (aside,) = imported([GOOD, empty]).set_aside
    assert aside.reason == "The row has no cost in any of the four columns"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"BillingCurrency": ""}, "BillingCurrency is empty"),
        ({"BillingCurrency": "MC"}, "BillingCurrency is no currency code of three letters: “MC”"),
        ({"ChargePeriodStart": ""}, "ChargePeriodStart is empty"),
        ({"ChargePeriodStart": "soon"}, "ChargePeriodStart is no date of this century: “soon”"),
        (
            {"ChargePeriodStart": "1970-01-01"},
            "ChargePeriodStart is no date of this century: “1970-01-01”",
        ),
        ({"BillingPeriodStart": "?"}, "BillingPeriodStart is no date of this century: “?”"),
    ],
)
def test_a_row_without_currency_or_period_is_set_aside(imported, change, reason):
    (aside,) = imported([GOOD, change]).set_aside
    assert (aside.reason, aside.first_line) == (reason, 2)


def test_a_row_with_too_few_or_too_many_cells_is_set_aside(imported):
    header, row = as_csv([GOOD]).splitlines()
    summary = imported("\n".join([header, row, "1,2,3", row + ",extra", row, ""]))
    assert [(aside.reason, aside.rows, aside.first_line) for aside in summary.set_aside] == [
        ("The row has fewer cells than the header has columns", 1, 2),
        ("The row has more cells than the header has columns", 1, 3),
    ]
    assert (summary.files[0].rows_read, summary.files[0].rows_kept) == (4, 2)


def test_rows_after_a_torn_one_keep_their_place(imported):
    header, row = as_csv([GOOD]).splitlines()
    bad = row.replace("1.50", "abc")
    asides = imported("\n".join([header, "1,2,3", row, bad, ""])).set_aside
    assert [(aside.first_line, aside.rows) for aside in asides] == [(1, 1), (3, 1)]


def test_a_quote_that_is_never_closed_is_refused(refused):
    header, row = as_csv([GOOD]).splitlines()
    assert "a quote opened in row 2 is not closed" in refused(f'{header}\n{row}\n"1.50{row}\n')


def test_blank_lines_are_no_rows(imported):
    header, row = as_csv([GOOD]).splitlines()
    summary = imported(f"\n{header}\n{row}\n\n{row}\n\n")
    assert summary.files[0].rows_read == 2
    assert summary.set_aside == ()


def test_line_breaks_inside_quoted_cells_do_not_end_a_row(imported):
    summary = imported([{"Tags": '{"team":\n "search, and more"}'}] * 3)
    assert summary.files[0].rows_kept == 3


def test_a_bill_of_which_nothing_can_be_read_is_refused(refused):
    assert "has no row that can be read. BilledCost is no number" in refused([{"BilledCost": "x"}])


def test_a_header_without_rows_is_refused(refused):
    assert "has a header but no rows" in refused(as_csv([GOOD]).splitlines()[0] + "\n")


@pytest.mark.parametrize("end", ["2023-02-01T30:00:00Z", "9999-12-31T00:00:00Z"])
def test_an_unreadable_end_of_a_period_is_noted_and_its_row_kept(imported, end):
    summary = imported([{"ChargePeriodEnd": end}])
    assert str(summary.last_day) == "2026-01-05"
    assert summary.files[0].rows_kept == 1
    assert any("ChargePeriodEnd cannot be read in 1 row" in note for note in summary.notes)
