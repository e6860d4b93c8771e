"""One pass over a file, from cells to facts: sums over all rows that no question tells apart.

A fact is a group of rows with the same month, currency, product columns and tag verdicts. There
are thousands of them where the bill has millions of rows, and no row outlives the pass.
"""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.billing import focus
from desktop_app.billing.cells import DECIMAL, DateOrder, Mark, moment, name, number
from desktop_app.billing.recognition import Recogniser, tag_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.billing.bill import Bill

YEARS = (2000, 2100)
"""Years outside are a damaged date, not a bill."""

DATES = ("ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart")

OTHER_CELLS = (
    "BillingCurrency",
    "ChargeCategory",
    "CommitmentDiscountId",
    "AllocatedMethodId",
    "ResourceId",
)

TEXT_KEYS = {
    "problem": "VARCHAR",
    "month": "VARCHAR",
    "currency": "VARCHAR",
    "workload": "VARCHAR",
}

SUMS = {cost: f"sum({cost})" for cost in ("billed", "effective", "contracted", "list")} | {
    "commitment_effective": "sum(effective) FILTER (is_commitment)",
    "negative_billed": "sum(billed) FILTER (billed < 0)",
}

COUNTS = {
    "number_of_rows": "count(*)",
    "billed_known": "count(billed)",
    "effective_known": "count(effective)",
    "contracted_known": "count(contracted)",
    "list_known": "count(list)",
    "contracted_zero": "count(*) FILTER (contracted = 0 AND effective <> 0)",
    "list_zero": "count(*) FILTER (list = 0 AND effective <> 0)",
    "commitments": "count(*) FILTER (is_commitment)",
    "negative": "count(*) FILTER (billed < 0)",
    "with_cost": "count(*) FILTER (billed <> 0 OR effective <> 0)",
    "billed_broken": "count(*) FILTER (billed % 1 <> 0)",
    "effective_broken": "count(*) FILTER (effective % 1 <> 0)",
    "effective_nonzero": "count(*) FILTER (effective <> 0)",
    "rounded": "count(*) FILTER (is_rounded)",
    "placeholders": "count(*) FILTER (resource LIKE '<%>')",
    "allocated": "count(allocated)",
    "end_unread": "count(*) FILTER (end_unread)",
}


@dataclass(frozen=True)
class Reading:
    """How the numbers and dates of one file are written.

    Attributes:
        marks: Column of a cost to its decimal mark; "plain" where it is not named.
        dates: Order of day and month.
        is_order_assumed: No date in the file shows which of the two comes first.
    """

    marks: Mapping[str, Mark] = field(default_factory=dict, hash=False)
    dates: DateOrder = "iso"
    is_order_assumed: bool = False


def new_facts(recogniser: Recogniser) -> str:
    """The statement that creates the empty table of facts."""
    columns = ["file INTEGER", "row_rank INTEGER", "charge_month DATE"]
    columns += ["long_begin DATE", "long_end DATE"]
    columns += [f"{key} {kind}" for key, kind in TEXT_KEYS.items()]
    columns += [f"{name(column)} VARCHAR" for column in recogniser.product_columns]
    columns += [f"{total} {DECIMAL}" for total in SUMS]
    columns += [f"{count} BIGINT" for count in COUNTS]
    return f"CREATE OR REPLACE TABLE facts ({', '.join(columns)}, days BIGINT)"


def scan(bill: Bill, file: int, reading: Reading, recogniser: Recogniser) -> str:
    """The statement that adds the facts of one bill."""
    products = [
        f"{recogniser.narrowed(column, name(column))} AS {name('kept ' + column)}"
        for column in recogniser.product_columns
    ]
    keys = ["month", "currency", "workload", "problem", "row_rank"]
    keys += ["charge_month", "long_begin", "long_end"]
    kept = [f"{name('kept ' + column)} AS {name(column)}" for column in recogniser.product_columns]
    totals = [f"{how} AS {total}" for total, how in (SUMS | COUNTS).items()]
    days = "bit_or(CASE WHEN long_begin IS NULL THEN 1::BIGINT << (day(start) - 1) END) AS days"
    is_long = "problem = '' AND last_day > start::DATE"
    return f"""INSERT INTO facts BY NAME
    WITH {cells_read(bill, reading, recogniser)},
    judged AS (
        SELECT *, {problem(bill)} AS problem,
            strftime(coalesce(period, start), '%Y-%m') AS month,
            {recogniser.row_rank()} AS row_rank, {recogniser.workload()} AS workload,
            {", ".join(products)}
        FROM cast_cells),
    dated AS (
        SELECT *, date_trunc('month', start)::DATE AS charge_month,
            CASE WHEN {is_long} THEN start::DATE END AS long_begin,
            CASE WHEN {is_long} THEN last_day END AS long_end
        FROM judged)
    SELECT {file} AS file, {", ".join(keys)}, {", ".join([*kept, *totals])}, {days}
    FROM dated GROUP BY ALL"""


def cells_read(bill: Bill, reading: Reading, recogniser: Recogniser) -> str:
    """The common table expressions that take the cells from the file and cast them."""
    ours = (*focus.COSTS, *DATES, *OTHER_CELLS)
    wanted = (*ours, *recogniser.row_columns, *recogniser.product_columns)
    cells = {column: bill.cells.get(column, "NULL::VARCHAR") for column in wanted}
    given = [column for column in recogniser.book.tags.columns if column in bill.cells]
    costs = {
        cost.removesuffix("Cost").lower(): number(name(cost), reading.marks.get(cost, "plain"))
        for cost in focus.COSTS
    }
    start, end, period = (moment(name(date), reading.dates) for date in DATES)
    end = f"CASE WHEN NOT {_out_of_time(end)} THEN {end} END"
    category = "lower(trim(ChargeCategory)) = 'purchase'"
    return f"""cells AS (
        SELECT {", ".join(f"{cell} AS {name(column)}" for column, cell in cells.items())}
        FROM {bill.source}),
    cast_cells AS (
        SELECT *, {", ".join(f"{how} AS {cost}" for cost, how in costs.items())},
            {start} AS start, {period} AS period,
            {end} IS NULL AND ChargePeriodEnd IS NOT NULL AS end_unread,
            greatest(start::DATE, ({end} - INTERVAL 1 MICROSECOND)::DATE) AS last_day,
            upper(trim(BillingCurrency)) AS currency,
            coalesce({category} AND CommitmentDiscountId IS NOT NULL AND effective > 0, false)
                AS is_commitment,
            coalesce({" OR ".join(f"is_rounded({cost})" for cost in focus.COSTS)}, false)
                AS is_rounded,
            AllocatedMethodId AS allocated, ResourceId AS resource,
            {tag_text([name(column) for column in given])} AS tag_text
        FROM cells)"""


def problem(bill: Bill) -> str:
    """The first reason to set a row aside, as SQL: the name of the column, or ""."""
    cases = [
        ("BillingCurrency", "currency IS NULL OR NOT regexp_full_match(currency, '[A-Z]{3}')")
    ]
    cases += [("ChargePeriodStart", _out_of_time("start"))]
    if "BillingPeriodStart" in bill.cells:
        cases += [
            ("BillingPeriodStart", f"BillingPeriodStart IS NOT NULL AND {_out_of_time('period')}")
        ]
    for cost in focus.COSTS:
        cast = cost.removesuffix("Cost").lower()
        cases.append(
            (
                cost,
                f"{cast} IS NULL AND trim({cost}) NOT IN ('', '-', '--')"
                f" AND lower(trim({cost})) NOT IN ('null', 'n/a')",
            )
        )
    cases.append(("no cost", "coalesce(billed, effective, contracted, list) IS NULL"))
    whens = " ".join(f"WHEN {when} THEN '{what}'" for what, when in cases)
    return f"CASE {whens} ELSE '' END"


def _out_of_time(date: str) -> str:
    return f"({date} IS NULL OR year({date}) NOT BETWEEN {YEARS[0]} AND {YEARS[1]})"
