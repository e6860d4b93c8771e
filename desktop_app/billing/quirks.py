"""Notes on damage and oddities that a reader of the sums must know.

Published quirks are treated as their publishers say and always told: nothing is repaired in
silence.
"""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.billing.amounts import written
from desktop_app.billing.cells import name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from desktop_app.billing.bill import Bill
    from desktop_app.billing.engine import Bench
    from desktop_app.billing.scan import Reading

TELLING = 10
"""Rows with broken amounts that are enough to call whole numbers beside them rounded."""


def notes(bills: Sequence[Bill], bench: Bench) -> list[str]:
    """Return what was found in the facts of these bills, in sentences."""
    found: list[str] = []
    for place, bill in enumerate(bills):
        found += [f"{bill.file}: {note}" for note in _of_file(place, bench)]
        found += [f"{bill.file}: {note}" for note in _by_provider(place, bench)]
        if note := _counted_twice(bill, bench):
            found.append(f"{bill.file}: {note}")
    return found + _same_month_twice(bills, bench)


def reading_note(bill: Bill, reading: Reading) -> list[str]:
    """Say how a file was read, where it was not read the plain way."""
    told = []
    if reading.dates != "iso":
        order = "month/day/year" if reading.dates == "month_first" else "day/month/year"
        why = ", since no date in the file shows the order" if reading.is_order_assumed else ""
        told.append(f"{bill.file}: dates with slashes are read as {order}{why}")
    commas = [cost for cost, mark in reading.marks.items() if mark == "comma"]
    if commas:
        told.append(f"{bill.file}: numbers in {', '.join(commas)} have a comma as decimal mark")
    return told


def _of_file(file: int, bench: Bench) -> list[str]:
    rows = bench.run(f"""SELECT currency, sum(number_of_rows), sum(billed_known),
            sum(effective_known), sum(negative), sum(negative_billed), sum(rounded),
            sum(placeholders), sum(end_unread),
            sum(with_cost) FILTER (service = ''), sum(billed) FILTER (service = '')
        FROM ruled WHERE file = {file} AND problem = '' GROUP BY currency ORDER BY currency""")
    return [sentence for row in rows for sentence in _of_currency(*row)]


def _of_currency(currency: str, total: int, *counts: Any) -> list[str]:  # noqa: ANN401 - a query's row
    billed, effective, negative, below, rounded, placeholders, ends, nameless, unnamed = counts
    said = (
        (total - billed, f"BilledCost is missing in {_rows(total - billed)} of {total:,}"),
        (
            total - effective,
            f"EffectiveCost is missing in {_rows(total - effective)} of {total:,}",
        ),
        (negative, f"BilledCost is negative in {_rows(negative)}, {written(below)} {currency}"),
        (
            nameless,
            f"there is a cost but no service name in {_rows(nameless)}, "
            f"{written(unnamed)} {currency} billed",
        ),
        (rounded, f"costs have more than 18 decimals and are rounded in {_rows(rounded)}"),
        (
            placeholders,
            f"a resource is called something like <my-resource-id> in {_rows(placeholders)}: "
            "this is a worked example rather than a bill",
        ),
        (
            ends,
            f"ChargePeriodEnd cannot be read in {_rows(ends)}, which count for the day they begin",
        ),
    )
    return [sentence for count, sentence in said if count]


def _by_provider(file: int, bench: Bench) -> list[str]:
    rows = bench.run(f"""SELECT provider, currency, sum(number_of_rows), sum(billed_broken),
            sum(effective_broken), sum(effective_nonzero), sum(commitments),
            sum(commitment_effective), sum(list_zero), sum(contracted_zero)
        FROM ruled WHERE file = {file} AND problem = '' GROUP BY ALL ORDER BY 1, 2""")
    told = []
    for provider, currency, total, billed, broken, nonzero, *microsoft in rows:
        if billed >= TELLING and not broken and nonzero:
            told.append(
                f"EffectiveCost is a whole number in all {total:,} rows of {provider} although "
                f"BilledCost is not in {billed:,}: it looks rounded, prefer BilledCost"
            )
        elif billed and not nonzero:
            told.append(
                f"EffectiveCost is 0 on every row of {provider} ({_rows(total)}) although "
                "BilledCost is not: it looks unfilled, prefer BilledCost"
            )
        if provider == "Microsoft":
            told += _of_microsoft(currency, *microsoft)
    return told


def _of_microsoft(
    currency: str, commitments: int, amount: Decimal | None, lists: int, contracted: int
) -> list[str]:
    told = []
    if commitments:
        told.append(
            f"EffectiveCost of commitments bought from Microsoft ({_rows(commitments)}) is taken "
            f"as 0, not {written(amount)} {currency}: the covered usage carries it already"
        )
    for column, count in (("ListCost", lists), ("ContractedCost", contracted)):
        if count:
            told.append(
                f"{column} of Microsoft is 0 in {_rows(count)} whose EffectiveCost is not: it "
                "counts as unknown, not as free"
            )
    return told


def _counted_twice(bill: Bill, bench: Bench) -> str:
    """Tell of split allocations whose origin row is in the file as well."""
    if "AllocatedMethodId" not in bill.cells:
        return ""
    keys = ["ResourceId", "ChargePeriodStart", "SkuPriceId", "ChargeCategory"]
    cells = {key: bill.cells.get(key, "NULL::VARCHAR") for key in (*keys, "AllocatedMethodId")}
    texts = ", ".join(f"{cell} AS {name(key)}" for key, cell in cells.items())
    ((origins,),) = bench.run(f"""SELECT coalesce(sum(origins), 0) FROM (
        SELECT count(*) - count(AllocatedMethodId) AS origins
        FROM (SELECT {texts} FROM {bill.source}) WHERE ResourceId IS NOT NULL
        GROUP BY {", ".join(keys)}
        HAVING count(AllocatedMethodId) BETWEEN 1 AND count(*) - 1)""")
    if not origins:
        return ""
    return (
        f"rows that were split off a shared cost stand beside {_rows(origins)} for the same "
        "resource, period and price: check that the export does not count that cost twice"
    )


def _same_month_twice(bills: Sequence[Bill], bench: Bench) -> list[str]:
    """Tell of two files that carry one provider's month with equal rows and equal sums."""
    rows = bench.run("""SELECT list(file ORDER BY file), provider, month FROM (
        SELECT file, provider, month, currency, sum(number_of_rows) AS n, sum(billed) AS b,
            sum(effective) AS e
        FROM ruled WHERE problem = '' GROUP BY ALL)
        GROUP BY provider, month, currency, n, b, e HAVING count(*) > 1 ORDER BY 2, 3""")
    return [
        f"{' and '.join(bills[file].file for file in files)} hold equally many rows with the "
        f"same sums for {provider} in {month}: one may be a repeated export of the other"
        for files, provider, month in rows
    ]


def _rows(count: int | None) -> str:
    return "1 row" if count == 1 else f"{count or 0:,} rows"
