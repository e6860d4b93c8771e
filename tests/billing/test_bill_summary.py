from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specimens import SAMPLES, as_csv, summed

from desktop_app.billing import read_bills
from desktop_app.decision.spend import SpendSummary

MONEY = st.decimals(-(10**6), 10**6, places=10)


def both(*paths):
    return read_bills(paths, key="bill", label="Bill")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "BilledCost": MONEY.map(str),
                "EffectiveCost": MONEY.map("{:f}".format),
                "BillingCurrency": st.sampled_from(["EUR", "usd", "USD "]),
                "ChargeCategory": st.sampled_from(["Usage", "Tax", "credit", ""]),
                "ServiceName": st.sampled_from(["Amazon Bedrock", "S3, or so", 'the "old" one']),
                "Tags": st.sampled_from(["", '{"workload":"chat"}', '{"x-ai":"ml"}']),
            }
        ),
        min_size=1,
        max_size=30,
    )
)
def test_groups_and_totals_both_add_up_to_the_file_in_every_currency(imported, rows):
    summary = imported(rows)
    for column, basis in (("BilledCost", "billed_cost"), ("EffectiveCost", "effective_cost")):
        for currency in ("EUR", "USD"):
            own = [row for row in rows if row["BillingCurrency"].strip().upper() == currency]
            expected = sum((Decimal(row[column]) for row in own), Decimal(0))
            for parts in (summary.totals, summary.groups):
                found = [getattr(p.costs, basis) for p in parts if p.currency == currency]
                assert sum(found, Decimal(0)) == expected
    assert sum(total.rows for total in summary.totals) == len(rows)


def test_two_currencies_are_kept_apart(imported):
    summary = imported([{}, {"BillingCurrency": "USD"}])
    assert [(t.currency, t.costs.billed_cost) for t in summary.totals] == [
        ("EUR", Decimal("1.5")),
        ("USD", Decimal("1.5")),
    ]


def test_charge_categories_are_kept_apart_whatever_their_spelling(imported):
    rows = [{"ChargeCategory": c} for c in ("Usage", "usage ", "Tax", "Credit", "Purchase")]
    assert [(t.category, t.rows) for t in imported(rows).totals] == [
        ("Credit", 1),
        ("Purchase", 1),
        ("Tax", 1),
        ("Usage", 2),
    ]


def test_a_row_belongs_to_its_billing_month_or_else_to_the_month_of_its_charge(imported):
    rows = [
        {"BillingPeriodStart": "2026-03-01", "ChargePeriodStart": "2026-02-27"},
        {"BillingPeriodStart": "", "ChargePeriodStart": "2026-02-27"},
    ]
    assert [total.month for total in imported(rows).totals] == ["2026-02", "2026-03"]


def test_names_of_one_provider_are_one_provider(imported):
    rows = [{"ProviderName": name} for name in ("AWS", "Amazon Web Services, Inc.", "aws")]
    assert {total.provider for total in imported(rows).totals} == {"AWS"}


def days(*pairs, category="Usage"):
    return [
        {"ChargePeriodStart": start, "ChargePeriodEnd": end, "ChargeCategory": category}
        for start, end in pairs
    ]


def test_days_without_a_charge_are_named(imported):
    summary = imported(days(("2026-01-30", "2026-01-31"), ("2026-02-02", "2026-02-03")))
    assert (summary.first_day, summary.last_day) == (date(2026, 1, 30), date(2026, 2, 2))
    assert summary.gap_days == (date(2026, 1, 31), date(2026, 2, 1))


def test_the_end_of_a_period_is_not_part_of_it(imported):
    summary = imported(days(("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")))
    assert (summary.last_day, summary.gap_days) == (date(2026, 1, 31), ())


def test_a_purchase_for_a_year_hides_no_gap(imported):
    year = days(("2026-01-01", "2027-01-01"), category="Purchase")
    summary = imported(year + days(("2026-01-01", "2026-01-02"), ("2026-01-03", "2026-01-04")))
    assert summary.last_day == date(2026, 1, 3)
    assert summary.gap_days == (date(2026, 1, 2),)


def test_several_files_make_one_summary(write):
    summary = both(
        write([{}], "a.csv"), write([{"BilledCost": "7", "BillingCurrency": "USD"}], "b.csv")
    )
    assert [file.name for file in summary.files] == ["a.csv", "b.csv"]
    assert summed(summary) == Decimal("8.5")


def test_the_same_file_twice_is_counted_once_and_told(write):
    summary = both(write([{}], "a.csv"), write([{}], "copy of a.csv"))
    assert [file.name for file in summary.files] == ["a.csv"]
    assert summed(summary) == Decimal("1.5")
    assert "copy of a.csv is the same file as a.csv and was counted once" in summary.notes


def test_two_exports_of_one_month_are_told(write):
    summary = both(write([{}], "a.csv"), write(as_csv([{}]) + "\n", "b.csv"))
    assert any("a.csv and b.csv hold equally many rows" in note for note in summary.notes)


def test_files_of_different_versions_and_providers_add_up():
    names = ("aws_1_2_rows25.csv", "azure_1_3_rows25.csv", "gcp_1_3_rows25.csv")
    summary = both(*(SAMPLES / name for name in names))
    assert {total.provider for total in summary.totals} == {"AWS", "Microsoft", "Google Cloud"}
    parts = [summed(both(SAMPLES / name)) for name in names]
    assert summed(summary) == sum(parts)


def test_small_services_beyond_the_limit_are_put_together(imported):
    rows = [{"ServiceName": f"service {n}", "BilledCost": str(n)} for n in range(205)]
    groups = imported(rows).groups
    assert len({group.service for group in groups}) == 201
    (others,) = [group for group in groups if group.service == "(other services)"]
    assert others.rows == 5


def test_a_summary_survives_being_written_and_read(imported):
    summary = imported([{}, {"BilledCost": "x"}])
    assert SpendSummary.model_validate_json(summary.model_dump_json()) == summary


def test_an_amount_of_more_than_28_digits_is_not_rounded(imported):
    long = "12345678901234.123456789012345678"
    rows = [{"BilledCost": long, "SkuMeter": meter} for meter in ("a", "b")]
    assert str(imported(rows).totals[0].costs.billed_cost) == "24691357802468.246913578024691356"
    open_or_not = [{"BilledCost": long, **row} for row in ({}, {"ResourceType": "x"})]
    assert str(imported(open_or_not).groups[0].costs.billed_cost).endswith(".246913578024691356")


@pytest.mark.parametrize(("text", "written"), [("1000.00", "1000"), ("0.50", "0.5"), ("0", "0")])
def test_amounts_are_kept_without_idle_zeros(imported, text, written):
    assert str(imported([{"BilledCost": text}]).totals[0].costs.billed_cost) == written


def test_the_same_bill_gives_the_same_summary_every_time():
    path = SAMPLES / "focus_1_0_sample_half.csv"
    assert both(path).model_dump_json() == both(path).model_dump_json()
