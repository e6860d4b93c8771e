"""Notes on damage and oddities that a reader of the sums must know.

Published quirks are treated as their publishers say and always told: nothing is repaired in
silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.billing.cells import name

if TYPE_CHECKING:
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
        told.append(f"{bill.file}: dates with slashes are read as {order}")
    commas = [cost for cost, mark in reading.marks.items() if mark == "comma"]
    if commas:
        told.append(f"{bill.file}: numbers in {', '.join(commas)} have a comma as decimal mark")
    return told


def _of_file(file: int, bench: Bench) -> list[str]:
    rows = bench.run(f"""SELECT currency, sum(number_of_rows), sum(billed_known),
            sum(effective_known), sum(negative), sum(negative_billed), sum(rounded),
            sum(placeholders), sum(end_unread),
            sum(with_cost) FILTER (trim("ServiceName") = ''),
            sum(billed) FILTER (trim("ServiceName") = '')
        FROM facts WHERE file = {file} AND problem = '' GROUP BY currency ORDER BY currency""")
    told = []
    for currency, total, *rest in rows:
        billed, effective, negative, below, rounded, placeholders, ends, nameless, unnamed = rest
        told += [
            sentence
            for count, sentence in (
                (total - billed, f"BilledCost is missing in {total - billed} of {total} rows"),
                (total - effective, f"EffectiveCost is missing in {total - effective} rows"),
                (negative, f"{negative} rows have a negative BilledCost, together "
                 f"{_money(below)} {currency}"),
                (nameless, f"{nameless} rows have a cost but name no service, together "
                 f"{_money(unnamed)} {currency} billed"),
                (rounded, f"{rounded} rows have costs with more than 18 decimals; they are "
                 "rounded to 18"),
                (placeholders, f"{placeholders} rows name a resource like <my-resource-id>: "
                 "this is a worked example rather than a bill"),
                (ends, f"ChargePeriodEnd cannot be read in {ends} rows; they count for the day "
                 "on which they begin"),
            )
            if count
        ]
    return told


def _by_provider(file: int, bench: Bench) -> list[str]:
    rows = bench.run(f"""SELECT provider, currency, sum(number_of_rows), sum(billed_broken),
            sum(effective_broken), sum(effective_nonzero), sum(commitments),
            sum(commitment_effective), sum(list_zero), sum(contracted_zero)
        FROM ruled WHERE file = {file} AND problem = '' GROUP BY ALL ORDER BY 1, 2""")
    told = []
    for provider, currency, total, billed, broken, nonzero, *microsoft in rows:
        if billed >= TELLING and not broken and nonzero:
            told.append(
                f"EffectiveCost is a whole number in all {total} rows of {provider} although "
                f"BilledCost is not in {billed}: it looks rounded, prefer BilledCost"
            )
        elif billed and not nonzero:
            told.append(
                f"EffectiveCost is 0 in all {total} rows of {provider} although BilledCost is "
                "not: it looks unfilled, prefer BilledCost"
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
            f"EffectiveCost of {commitments} purchases of commitments by Microsoft is taken as 0 "
            f"instead of {_money(amount)} {currency}: the covered usage carries it already"
        )
    for column, count in (("ListCost", lists), ("ContractedCost", contracted)):
        if count:
            told.append(
                f"{column} is 0 in {count} rows of Microsoft whose EffectiveCost is not: it "
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
        f"{origins} rows stand beside rows that were split off them, for the same resource, period "
        "and price: check that the export does not count the shared cost twice"
    )


def _same_month_twice(bills: Sequence[Bill], bench: Bench) -> list[str]:
    """Tell of two files that carry one provider's month with equal rows and equal sums."""
    rows = bench.run("""SELECT list(file ORDER BY file), provider, month FROM (
        SELECT file, provider, month, currency, sum(number_of_rows) AS n, sum(billed) AS b,
            sum(effective) AS e
        FROM ruled WHERE problem = '' GROUP BY ALL)
        GROUP BY provider, month, currency, n, b, e HAVING count(*) > 1 ORDER BY 2, 3""")
    return [
        f"{' and '.join(bills[file].file for file in files)} hold the same number of rows with the "
        f"same sums for {provider} in {month}: one may be a repeated export of the other"
        for files, provider, month in rows
    ]


def _money(amount: Decimal | None) -> str:
    return f"{amount or 0:,.4f}"

