"""A small bill to import."""

import csv
import gzip
import io

import pytest

ROW = {
    "BilledCost": "12.50",
    "EffectiveCost": "11.25",
    "ContractedCost": "12.50",
    "ListCost": "15",
    "BillingCurrency": "EUR",
    "BillingPeriodStart": "2026-10-01T00:00:00Z",
    "BillingPeriodEnd": "2026-11-01T00:00:00Z",
    "ChargePeriodStart": "2026-10-05T00:00:00Z",
    "ChargePeriodEnd": "2026-10-06T00:00:00Z",
    "ChargeCategory": "Usage",
    "ProviderName": "AWS",
    "ServiceCategory": "AI and Machine Learning",
    "ServiceName": "Amazon Bedrock",
    "Tags": "",
}


def written(rows, without=()):
    columns = [name for name in ROW if name not in without]
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows({**ROW, **row} for row in rows)
    return out.getvalue().encode()


@pytest.fixture
def bill_file(tmp_path):
    """Write a bill: rows that differ from a valid one, or content as it is."""

    def write(*rows, name="october.csv", without=(), content=None):
        path = tmp_path / name
        content = written(rows or [{}], without) if content is None else content
        path.write_bytes(gzip.compress(content, mtime=0) if name.endswith(".gz") else content)
        return path

    return write
