import csv
import re
from decimal import Decimal

import pytest
from specimens import SAMPLES, summed

from desktop_app.billing import read_bills
from desktop_app.outcome import Refused

# file, version, rows, BilledCost and EffectiveCost as whoever collected them computed with pandas
TOTALS = [
    ("focus_1_0_sample_half.csv", "1.0", 500, "14.6660", "13.1630"),
    ("aws_1_2_rows25.csv", "1.2", 25, "27.3392", "27.3392"),
    ("azure_1_2_rows25.csv", "1.2", 25, "624.2479", "119.3192"),
    ("gcp_1_2_rows25.csv", "1.2", 25, "1113.5892", "393.3788"),
    ("aws_1_3_rows25.csv", "1.3", 25, "1020.1374", "287.6668"),
    ("azure_1_3_rows25.csv", "1.3", 25, "29.2275", "29.2275"),
    ("gcp_1_3_rows25.csv", "1.3", 25, "195.3069", "195.3069"),
    ("spec/saas_spend_agreements_a1.csv", "1.1", 4, "1200", "1200"),
    ("spec/saas_spend_agreements_b1.csv", "1.1", 5, "1200", "1200"),
    ("spec/virtual_currency_pricing_model_a1.csv", "1.2", 1, "200000", "0"),
    ("spec/virtual_currency_pricing_model_b1.csv", "1.2", 1, "100000", "0"),
    ("spec/virtual_currency_pricing_model_b3.csv", "1.2", 3, "0", "495"),
    ("spec/simple_saas_agreements_a2.csv", "1.1", 1, "50000", "50000"),
    ("spec/simple_saas_agreements_b.csv", "1.1", 1, "50000", "50000"),
]

WITHOUT_CURRENCY = [
    "commitment_discount_purchase_scenario_1.csv",
    "commitment_discount_purchase_scenario_3.csv",
    "commitment_discount_usage_scenario_2.csv",
    "commitment_discount_usage_scenario_4.csv",
    "one_hundred_percent_utilization_with_commitment_discount_flexibility_with_1_resource.csv",
    "one_hundred_percent_utilization_without_commitment_discount_flexibility.csv",
]

OTHER_DATASETS = [
    ("all_pass_0.5.csv", "FOCUS 0.5"),
    ("synthetic_focus_1_4_billing_period.csv", "FOCUS Billing Period"),
    ("synthetic_focus_1_4_invoice_detail.csv", "FOCUS Invoice Detail"),
    ("focus_1_3_contract_commitment_rows5.csv", "FOCUS Contract Commitment"),
]


def summary_of(name):
    return read_bills([SAMPLES / name], key="bill", label="Bill")


def summed_by_hand(name, column):
    """The column's sum with the csv and decimal modules only."""
    with (SAMPLES / name).open(encoding="utf-8-sig", newline="") as lines:
        cells = [row[column] for row in csv.DictReader(lines)]
    bare = (re.sub(r"[$, ]", "", cell) for cell in cells)
    return sum((Decimal(cell) for cell in bare if cell and cell != "NULL"), Decimal(0))


@pytest.mark.parametrize(("name", "version", "rows", "billed", "effective"), TOTALS)
def test_a_bill_of_others_is_imported_with_the_sums_they_state(
    name, version, rows, billed, effective
):
    summary = summary_of(name)
    (file,) = summary.files
    assert file.format == f"FOCUS {version} Cost and Usage"
    assert (file.rows_read, file.rows_kept, summary.set_aside) == (rows, rows, ())
    assert round(summed(summary, "billed_cost"), 4) == Decimal(billed)
    assert round(summed(summary, "effective_cost"), 4) == Decimal(effective)


@pytest.mark.parametrize("name", [name for name, *_ in TOTALS])
def test_every_sum_equals_the_files_own_to_the_last_digit(name):
    summary = summary_of(name)
    for column, basis in (
        ("BilledCost", "billed_cost"),
        ("EffectiveCost", "effective_cost"),
        ("ContractedCost", "contracted_cost"),
        ("ListCost", "list_cost"),
    ):
        assert summed(summary, basis) == summed_by_hand(name, column), column


def test_a_bill_of_focus_1_4_is_read_although_it_names_no_provider_or_publisher():
    summary = summary_of("synthetic_focus_1_4_cost_and_usage_rows60.csv")
    assert summary.files[0].format == "FOCUS 1.4 Cost and Usage"
    assert summary.files[0].columns_missing == ()
    assert {total.provider for total in summary.totals} == {"Google Cloud"}


@pytest.mark.parametrize("name", WITHOUT_CURRENCY)
def test_an_example_without_a_currency_is_refused_with_the_columns_name(name):
    with pytest.raises(Refused, match="lacks the column BillingCurrency"):
        summary_of(f"spec/{name}")


@pytest.mark.parametrize(("name", "what"), OTHER_DATASETS)
def test_another_dataset_or_an_old_version_is_named_and_refused(name, what):
    with pytest.raises(Refused, match=f"{re.escape(name)} is {what}; only FOCUS Cost and Usage"):
        summary_of(name)


def test_gpu_machines_are_found_where_only_the_description_names_them():
    groups = [g for g in summary_of(TOTALS[0][0]).groups if g.way == "discovered"]
    assert sum(group.rows for group in groups) == 6
    assert round(sum(group.costs.billed_cost for group in groups), 4) == Decimal("9.2306")
    assert {group.service for group in groups} == {"Amazon Elastic Compute Cloud"}


def test_rows_of_azure_machine_learning_are_known_ai():
    groups = [g for g in summary_of(TOTALS[0][0]).groups if g.way == "known"]
    assert [(g.service, g.rows, g.provider) for g in groups] == [
        ("Azure Machine Learning", 3, "Microsoft")
    ]
    assert round(groups[0].costs.billed_cost, 4) == Decimal("-0.0129")


def test_graphics_machines_are_only_suggested_and_count_as_unidentified():
    groups = [g for g in summary_of(TOTALS[0][0]).groups if g.confidence == "low"]
    assert [(g.way, g.rows) for g in groups] == [("unidentified", 2)]


@pytest.mark.parametrize("name", [name for name, *_ in TOTALS[1:]])
def test_a_bill_without_ai_yields_no_ai(name):
    assert {group.way for group in summary_of(name).groups} <= {"unidentified", "not_ai"}


def test_the_damage_of_the_published_sample_is_told():
    notes = "\n".join(summary_of(TOTALS[0][0]).notes)
    assert "EffectiveCost is a whole number in all 471 rows of AWS" in notes
    assert "EffectiveCost is 0 on every row of Oracle (4 rows)" in notes
    assert "BilledCost is negative in 7 rows" in notes
