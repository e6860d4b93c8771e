import pytest
from specimens import ROW, as_csv

from desktop_app.billing import focus


@pytest.mark.parametrize(
    ("version", "columns"), [("1.0", 43), ("1.1", 50), ("1.2", 57), ("1.3", 65), ("1.4", 65)]
)
def test_a_version_has_as_many_columns_as_its_specification(version, columns):
    assert len(set(focus.columns_of(version))) == columns


@pytest.mark.parametrize("version", focus.VERSIONS)
def test_a_version_is_told_from_its_own_columns(version):
    assert focus.version_of(focus.columns_of(version)) == version


@pytest.mark.parametrize(
    ("extra", "version"),
    [
        ({}, "1.0"),
        ({"SkuMeter": ""}, "1.1"),
        ({"InvoiceId": ""}, "1.2"),
        ({"ServiceProviderName": "AWS"}, "1.3"),
        ({"InvoiceDetailId": ""}, "1.4"),
    ],
)
def test_a_partial_bill_is_told_by_its_newest_column(imported, extra, version):
    (file,) = imported([extra]).files
    assert file.format == f"FOCUS {version} Cost and Usage"
    assert "RegionId" in file.columns_missing
    assert "BilledCost" not in file.columns_missing


@pytest.mark.parametrize("column", focus.REQUIRED)
def test_a_bill_without_a_column_that_it_must_have_is_refused_with_its_name(refused, column):
    row = {key: cell for key, cell in ROW.items() if key != column}
    text = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    assert f"bill.csv lacks the column {column}" in refused(text)


def test_a_bill_without_two_cost_columns_names_both(refused):
    row = {key: cell for key, cell in ROW.items() if key not in ("BilledCost", "EffectiveCost")}
    text = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    assert "lacks the columns BilledCost and EffectiveCost" in refused(text)


def test_missing_list_and_contracted_costs_are_unknown_and_reported(imported):
    row = {key: cell for key, cell in ROW.items() if key not in ("ListCost", "ContractedCost")}
    summary = imported(",".join(row) + "\n" + ",".join(row.values()) + "\n")
    assert {"ListCost", "ContractedCost"} <= set(summary.files[0].columns_missing)
    assert summary.totals[0].costs.list_cost is None


def test_the_case_of_a_column_name_does_not_matter(imported):
    text = as_csv([{}]).replace("BilledCost", "billedcost").replace("Tags", " TAGS ")
    assert imported(text).files[0].rows_kept == 1


def test_a_column_that_stands_twice_is_refused(refused):
    header, row = as_csv([{}]).splitlines()
    assert "has the column BilledCost twice" in refused(f"{header},BilledCost\n{row},7\n")


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("identity/LineItemId,lineItem/UnblendedCost", "an AWS Cost and Usage Report"),
        ("line_item_unblended_cost,bill_payer_account_name", "an AWS Cost and Usage Report 2.0"),
        ("MeterCategory,CostInBillingCurrency,Date", "an Azure cost export"),
        ("Kategorie (MeterCategory),Kosten (PreTaxCost)", "an Azure cost export"),
        ("lineItem/referenceNo,cost/myCost", "an Oracle cost report"),
        ("billing_account_id,usage_start_time,cost,credits", "a Google Cloud billing export"),
        ("Date,Namespace,CPUCost,TotalCost", "an OpenCost allocation"),
        ("usage_date_utc,model,token_type,cost_usd", "an Anthropic console cost export"),
        ("start_time,amount_value,line_item,organization_id", "an OpenAI cost export"),
        (
            "BilledCost,Region,ChargeSubcategory,UsageQuantity,UsageUnit,EffectiveCost",
            "FOCUS 1.0-preview",
        ),
    ],
)
def test_an_export_that_is_not_focus_is_named(refused, header, what):
    assert what in refused(header + "\n" + ",".join("1" for _ in header.split(",")) + "\n")
