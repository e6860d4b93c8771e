"""A valid bill of one row, and questions that tests ask of a summary."""

import csv
import io
from decimal import Decimal
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"

ROW = {
    "BilledCost": "1.50",
    "EffectiveCost": "1.25",
    "ContractedCost": "1.75",
    "ListCost": "2",
    "BillingCurrency": "EUR",
    "BillingPeriodStart": "2026-01-01T00:00:00Z",
    "BillingPeriodEnd": "2026-02-01T00:00:00Z",
    "ChargePeriodStart": "2026-01-05T00:00:00Z",
    "ChargePeriodEnd": "2026-01-06T00:00:00Z",
    "ChargeCategory": "Usage",
    "ProviderName": "AWS",
    "ServiceCategory": "Storage",
    "ServiceName": "Amazon Simple Storage Service",
    "Tags": "",
}


def as_csv(rows, delimiter=","):
    """The text of a bill: ROW changed by each of ``rows``."""
    full = [{**ROW, **row} for row in rows]
    columns = list(dict.fromkeys(column for row in full for column in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(full)
    return out.getvalue()


def summed(summary, basis="billed_cost"):
    """One basis over all months, currencies and categories."""
    amounts = [getattr(total.costs, basis) for total in summary.totals]
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def ways(summary):
    """Way, rule and rows of each group, the largest first."""
    found = [(group.way, group.rule, group.rows) for group in summary.groups]
    return sorted(found, key=lambda one: (-one[2], one))
