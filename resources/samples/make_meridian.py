"""Make the bill of Meridian Insurance: twelve months, three providers, FOCUS 1.2.

    python resources/samples/make_meridian.py [--into FOLDER]

Meridian Insurance, its accounts, volumes and contracts are fictional. What it buys stands in three
tables: ``meridian/lines.csv`` (what is used, at which price and how much of it),
``meridian/commitments.csv`` (what is paid for in advance) and ``meridian/charges.csv`` (credits,
tax, corrections). Nothing is drawn but seeded noise and all arithmetic is decimal, so the same
tables give the same rows on every machine.

Rules that every row keeps:

* list cost = quantity x list unit price; contracted cost = quantity x contracted unit price;
* usage outside a commitment: billed cost = effective cost = contracted cost;
* usage that a commitment covers: billed cost 0, effective cost = quantity x price of the plan;
* a purchase of a commitment: billed cost what is paid, effective cost 0; what nobody used of it
  stands in a row "Unused". So the effective costs of a commitment add up to its hourly price
  times the hours of the month, however and whenever it is paid.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from meridian_rows import PROVIDERS, Row, charge, plain, purchase, unused, usage
from meridian_year import MONTHS, after, billed_months, hours, months_between, portions, volume

if TYPE_CHECKING:
    from datetime import date

HERE = Path(__file__).parent


def main() -> None:
    """Write the three bills and the volumes of work behind them."""
    parser = argparse.ArgumentParser(description="Make the bill of Meridian Insurance.")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to")
    folder = parser.parse_args().into
    columns = (HERE / "meridian" / "columns.txt").read_text(encoding="utf-8").split()
    rows = bill()
    for provider, (name, *_) in PROVIDERS.items():
        mine = [row for row in rows if row["ProviderName"] == provider]
        packed = folder / f"{name}.csv.gz"
        with packed.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as archive:
            archive.write(written(columns, mine).encode())
        print(f"{packed.name}: {len(mine)} rows, {packed.stat().st_size} bytes")
    (folder / "meridian-volumes.csv").write_bytes(volumes().encode())


def bill() -> list[Row]:
    """Return all rows in the order of time."""
    plans = {plan["plan"]: plan for plan in table("commitments")}
    rows: list[Row] = []
    covered: dict[tuple[str, date], Decimal] = defaultdict(Decimal)
    for line in table("lines"):
        for month in billed_months(line["first"], line["last"]):
            for period, quantity in portions(line, month):
                rows.append(usage(line, plans.get(line["plan"]), period, quantity))
                covered[line["plan"], month] += Decimal(rows[-1]["EffectiveCost"])
    for plan in plans.values():
        rows += payments(plan)
        for month in billed_months(plan["first"], plan["last"]):
            rows += unused(plan, (month, after(month)), covered[plan["plan"], month])
    for stated in table("charges"):
        months = billed_months(stated["month"], stated["until"])
        rows += [charge(stated, (month, after(month))) for month in months]
    return sorted(rows, key=lambda row: row["ChargePeriodStart"])


def payments(plan: Row) -> list[Row]:
    """Return what is paid for a commitment: month by month, or all of it in its first month."""
    term = months_between(plan["first"], plan["last"])
    due = {month: hours(month) for month in term}
    if plan["payment"] == "upfront":
        due = {term[0]: sum(due.values())}
    return [
        purchase(plan, (month, after(month)), duration)
        for month, duration in due.items()
        if month in MONTHS
    ]


def volumes() -> str:
    """Return the table of what was done in each month, as the gateways counted it."""
    rows = []
    for month in MONTHS:
        requests, documents, predictions = (
            volume(driver, month) for driver in ("requests", "documents", "predictions")
        )
        calls = requests * Decimal("1.3")
        rows.append(
            {
                "month": f"{month:%Y-%m}",
                "assistant_requests": plain(requests),
                "assistant_calls": plain(calls),
                "assistant_input_mtok": plain(calls * 1400 / 10**6),
                "assistant_output_mtok": plain(calls * 350 / 10**6),
                "documents": plain(documents),
                "document_pages": plain(documents * Decimal("2.2")),
                "fraud_predictions": plain(predictions),
            }
        )
    return written(list(rows[0]), rows)


def table(name: str) -> list[Row]:
    """Read one of the three tables."""
    with (HERE / "meridian" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written(columns: list[str], rows: list[Row]) -> str:
    """Return a table as CSV text with line feeds."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
