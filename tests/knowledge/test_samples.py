"""The sample world: reproducible, and true to the rules that real bills keep."""

import csv
import gzip
import json
import subprocess
import sys
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.knowledge.shelf import resource

BILLS = ("meridian-aws", "meridian-microsoft", "meridian-google-cloud")
SAMPLES = resource("samples")


def unpacked(name, folder=SAMPLES):
    return gzip.decompress((folder / f"{name}.csv.gz").read_bytes())


@pytest.fixture(scope="module")
def rows():
    return [row for name in BILLS for row in csv.DictReader(unpacked(name).decode().splitlines())]


@pytest.fixture(scope="module")
def volumes():
    with (SAMPLES / "meridian-volumes.csv").open(encoding="utf-8", newline="") as lines:
        return {row["month"]: row for row in csv.DictReader(lines)}


def total(rows, basis="BilledCost"):
    return sum((Decimal(row[basis]) for row in rows), Decimal(0))


def test_the_script_makes_the_committed_files_again(tmp_path):
    # The archives are compared unpacked: another build of zlib may pack the same text otherwise.
    script = SAMPLES / "make_meridian.py"
    command = [sys.executable, "-B", script, "--into", tmp_path]
    subprocess.run(command, check=True, capture_output=True)
    for name in BILLS:
        assert unpacked(name, tmp_path) == unpacked(name)
    made = (tmp_path / "meridian-volumes.csv").read_bytes()
    assert made == (SAMPLES / "meridian-volumes.csv").read_bytes()


@pytest.mark.parametrize("name", BILLS)
def test_an_archive_bears_neither_a_time_nor_a_name_nor_a_machine(name):
    header = (SAMPLES / f"{name}.csv.gz").read_bytes()[:10]
    assert header == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def test_the_bills_add_up_to_what_the_readme_of_the_world_is_written_for(rows):
    assert len(rows) == 4057
    assert round(total(rows), 2) == Decimal("2347219.41")
    assert round(total(rows, "EffectiveCost"), 2) == Decimal("2347705.17")


def test_the_bills_cover_twelve_months_without_a_missing_day(rows):
    days = {row["ChargePeriodStart"][:10] for row in rows}
    first, last = date(2025, 11, 1), date(2026, 10, 31)
    assert days == {str(first + timedelta(days=n)) for n in range((last - first).days + 1)}
    assert len({row["BillingPeriodStart"] for row in rows}) == 12


def test_three_providers_bill_in_euros_only(rows):
    assert {row["ProviderName"] for row in rows} == {"AWS", "Microsoft", "Google Cloud"}
    assert {row["BillingCurrency"] for row in rows} == {"EUR"}


def test_every_cost_is_quantity_times_unit_price_to_the_last_digit(rows):
    priced = [row for row in rows if row["PricingQuantity"]]
    assert len(priced) > 4000
    for row in priced:
        quantity = Decimal(row["PricingQuantity"])
        assert quantity * Decimal(row["ListUnitPrice"]) == Decimal(row["ListCost"])
        assert quantity * Decimal(row["ContractedUnitPrice"]) == Decimal(row["ContractedCost"])


def test_usage_outside_commitments_costs_the_same_billed_and_effectively(rows):
    for row in rows:
        if row["ChargeCategory"] == "Usage" and not row["CommitmentDiscountId"]:
            assert row["BilledCost"] == row["EffectiveCost"] == row["ContractedCost"]


def test_a_commitment_is_billed_when_paid_and_borne_when_used_or_left_unused(rows):
    for row in rows:
        if row["CommitmentDiscountId"]:
            nothing = "EffectiveCost" if row["ChargeCategory"] == "Purchase" else "BilledCost"
            assert row[nothing] == "0"
    assert {row["CommitmentDiscountStatus"] for row in rows} == {"", "Used", "Unused"}


def test_a_commitment_costs_its_hourly_price_times_the_hours_of_each_month(rows):
    with (SAMPLES / "meridian/commitments.csv").open(encoding="utf-8", newline="") as lines:
        hourly = {plan["plan"]: Decimal(plan["hourly"]) for plan in csv.DictReader(lines)}
    borne, billed = defaultdict(Decimal), defaultdict(Decimal)
    for row in rows:
        if row["CommitmentDiscountId"]:
            plan = row["CommitmentDiscountId"].rpartition("/")[2]
            month = (row["BillingPeriodStart"], row["BillingPeriodEnd"])
            borne[plan, month] += Decimal(row["EffectiveCost"])
            billed[plan, month] += Decimal(row["BilledCost"])
    assert len(borne) == 3 * 12 + 3 + 9
    for (plan, (start, end)), cost in borne.items():
        days = date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])
        assert cost == hourly[plan] * days.days * 24
        if not plan.startswith("vm_reservation"):
            assert billed[plan, (start, end)] == cost


def test_billed_and_effective_cost_differ_by_what_is_paid_for_other_months(rows):
    after_october = 2208 * Decimal("5.61")
    before_november = 2208 * Decimal("5.83")
    assert total(rows) - total(rows, "EffectiveCost") == after_october - before_november


def test_the_token_meters_agree_with_the_volumes_of_the_gateway(rows, volumes):
    metered = defaultdict(Decimal)
    for row in rows:
        if "Bedrock Edition" in row["ServiceName"]:
            kind = "input" if "InputToken" in row["SkuMeter"] else "output"
            metered[row["ChargePeriodStart"][:7], kind] += Decimal(row["PricingQuantity"])
    for month, stated in volumes.items():
        assert metered[month, "input"] == Decimal(stated["assistant_input_mtok"])
        assert metered[month, "output"] == Decimal(stated["assistant_output_mtok"])


def test_october_has_the_volumes_the_decision_starts_from(volumes):
    october = volumes["2026-10"]
    assert october["assistant_requests"] == "2100000"
    assert october["assistant_calls"] == "2730000"
    assert october["documents"] == "600000"
    assert october["fraud_predictions"] == "9000000"
    assert Decimal("2.4") < 2_100_000 / Decimal(volumes["2025-11"]["assistant_requests"]) < 2.5


def test_the_bill_holds_every_kind_of_charge_a_reader_must_keep_apart(rows):
    by_category = defaultdict(list)
    for row in rows:
        by_category[row["ChargeCategory"]].append(row)
    assert {name: len(found) for name, found in by_category.items()} == {
        "Usage": 3964,
        "Purchase": 49,
        "Credit": 29,
        "Tax": 12,
        "Adjustment": 3,
    }
    assert total(by_category["Credit"]) < 0
    assert total(by_category["Tax"]) > 0
    assert {row["ChargeClass"] for row in by_category["Adjustment"]} == {"Correction"}


def test_tags_and_price_details_are_json_where_they_are_filled(rows):
    tagged = [json.loads(row["Tags"]) for row in rows if row["Tags"]]
    assert {tag["workload"] for tag in tagged if "cost-type" in tag} == {
        "claims-assistant",
        "document-extraction",
        "fraud-scoring",
    }
    details = [json.loads(row["SkuPriceDetails"]) for row in rows if row["SkuPriceDetails"]]
    assert any(detail.get("GpuCount") == 1 for detail in details)


@pytest.mark.parametrize(
    ("name", "once", "validity"),
    [
        ("kestrel-q-2231", Decimal(942_500), "2027-01-31"),
        ("halden-h-0815", Decimal(883_200), "2026-12-31"),
    ],
)
def test_a_quote_adds_up_line_by_line(name, once, validity):
    with (SAMPLES / f"quotes/{name}.csv").open(encoding="utf-8", newline="") as lines:
        quote = list(csv.DictReader(lines))
    for line in quote:
        assert Decimal(line["quantity"]) * Decimal(line["unit_price"]) == Decimal(line["total"])
        assert (line["currency"], line["valid_until"]) == ("EUR", validity)
    firm = [x for x in quote if x["charge"] == "one-off" and x["optional"] == "no"]
    assert sum(Decimal(line["total"]) for line in firm) == once


@pytest.fixture(scope="module")
def summary():
    from desktop_app.billing import read_bills

    paths = [SAMPLES / f"{name}.csv.gz" for name in BILLS]
    return read_bills(paths, key="meridian", label="Meridian Insurance, twelve months")


def test_the_import_keeps_every_row_of_the_bills(summary, rows):
    assert sum(file.rows_kept for file in summary.files) == len(rows)
    assert summary.set_aside == ()
    assert summary.gap_days == ()
    assert sum(entry.costs.billed_cost for entry in summary.totals) == total(rows)
    assert sum(entry.costs.effective_cost for entry in summary.totals) == total(
        rows, "EffectiveCost"
    )


def test_the_import_finds_ai_spend_in_all_three_ways_and_leaves_some_unidentified(summary):
    spend = defaultdict(Decimal)
    for group in summary.groups:
        spend[group.way] += group.costs.effective_cost
    found = spend["known"] + spend["tagged"] + spend["discovered"]
    assert 0.6 < spend["known"] / found < 0.75
    assert 0.1 < spend["tagged"] / found < 0.2
    assert 0.1 < spend["discovered"] / found < 0.25
    assert 0.05 < spend["unidentified"] / sum(spend.values()) < 0.08
    assert 0.3 < found / sum(spend.values()) < 0.4


def test_what_stays_unidentified_is_the_compute_that_nobody_tagged(summary, rows):
    untagged = {"eks-node", "shared-eks", "sandbox-vm"}
    meant = total([row for row in rows if row["ResourceName"] in untagged], "EffectiveCost")
    left = [x.costs.effective_cost for x in summary.groups if x.way == "unidentified"]
    assert sum(left) == meant


def test_the_assistants_spend_on_accelerators_is_seen_when_it_is_borne_not_only_when_it_is_paid(
    summary,
):
    base = [
        group
        for group in summary.groups
        if group.way == "discovered"
        and group.workload == "claims-assistant"
        and group.service == "Amazon Elastic Compute Cloud"
    ]
    assert sum(group.costs.billed_cost for group in base) == 0
    assert sum(group.costs.effective_cost for group in base) == 8760 * Decimal("4.77")
