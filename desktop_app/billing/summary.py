"""From the facts of one or more bills to the summary that enters the document."""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any

from desktop_app.billing.cells import literal, name
from desktop_app.billing.scan import COUNTS, SUMS
from desktop_app.decision.spend import Costs, PeriodTotal, SpendGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.billing.engine import Bench, Rows
    from desktop_app.billing.recognition import Recogniser

CATEGORIES = ("Usage", "Purchase", "Tax", "Credit", "Adjustment")

MOST_NAMES = 200
"""Services, and workloads, that a summary names one by one; smaller ones are put together."""

EXACT = Context(prec=60)
"""Adds amounts of 38 digits without rounding them."""

COSTS = """sum(billed), sum(effective_due), sum(contracted), sum(list),
    sum(billed_known), sum(effective_known), sum(contracted_due), sum(list_due)"""


def rule_products(bench: Bench, recogniser: Recogniser) -> None:
    """Let the rules decide on every distinct product and join their verdicts to the facts.

    Microsoft's published quirks are applied here: purchases of commitments count no effective
    cost, and a list or contracted cost of 0 beside an effective cost counts as unknown.
    """
    columns = ", ".join(name(column) for column in recogniser.product_columns)
    bench.run(f"""CREATE OR REPLACE TABLE products AS
        SELECT *, {recogniser.product_rank()} AS product_rank,
            {recogniser.is_open()} AS is_open, {recogniser.provider()} AS provider
        FROM (SELECT *, {recogniser.provider_flags()}
            FROM (SELECT DISTINCT {columns} FROM facts))""")
    categories = " ".join(
        f"WHEN {literal(known.lower())} THEN {literal(known)}" for known in CATEGORIES
    )
    sums = ", ".join(f"sum({total}) AS {total}" for total in (*SUMS, *COUNTS))
    bench.run(f"""CREATE OR REPLACE TABLE ruled AS
        SELECT file, problem, month, currency, provider, least(row_rank, product_rank) AS rank,
            is_open, workload, trim("ServiceName") AS service,
            CASE lower(trim("ChargeCategory")) {categories} ELSE trim("ChargeCategory") END
                AS category,
            charge_month, long_begin, long_end, bit_or(days) AS days, {sums},
            sum(CASE WHEN provider = 'Microsoft' THEN effective - coalesce(commitment_effective, 0)
                ELSE effective END) AS effective_due,
            sum(contracted_known - if(provider = 'Microsoft', contracted_zero, 0))
                AS contracted_due,
            sum(list_known - if(provider = 'Microsoft', list_zero, 0)) AS list_due
        FROM facts JOIN products USING ({columns}) GROUP BY ALL""")


def totals(bench: Bench) -> tuple[PeriodTotal, ...]:
    """Sum up by month, currency, provider and charge category."""
    rows = bench.run(f"""SELECT month, currency, provider, category, sum(number_of_rows), {COSTS}
        FROM ruled WHERE problem = '' GROUP BY ALL ORDER BY ALL""")
    return tuple(
        PeriodTotal(
            month=month,
            currency=currency,
            provider=_line(provider),
            category=_line(category),
            rows=count,
            costs=_costs(rest),
        )
        for month, currency, provider, category, count, *rest in rows
    )


def groups(bench: Bench, recogniser: Recogniser) -> tuple[SpendGroup, ...]:
    """Sum up by what the rules said, keeping services and workloads apart."""
    _name_the_largest(bench, "service")
    _name_the_largest(bench, "workload")
    rows = bench.run(f"""SELECT month, currency, provider,
            coalesce(service_name, '(other services)') AS service_shown,
            coalesce(workload_name, '(other workloads)') AS workload_shown,
            category, rank, is_open AND workload = '' AND category <> 'Tax' AS is_open_row,
            sum(number_of_rows), {COSTS}
        FROM ruled LEFT JOIN named_service USING (service)
            LEFT JOIN named_workload USING (workload)
        WHERE problem = '' GROUP BY ALL ORDER BY ALL""")
    return _joined([_group(row, recogniser) for row in rows])


def days_covered(bench: Bench) -> tuple[date, date, tuple[date, ...]]:
    """Return the first day, the last day and the days in between on which nothing was charged.

    Usage tells; a purchase made for a year ahead covers no day. Without any usage all rows tell.
    """
    usage = "WHERE problem = '' AND category IN ('Usage', '')"
    ((any_usage,),) = bench.run(f"SELECT count(*) FROM ruled {usage}")
    rows = bench.run(f"""SELECT charge_month, bit_or(days), long_begin, long_end FROM ruled
        {usage if any_usage else "WHERE problem = ''"} GROUP BY ALL""")
    covered: set[date] = set()
    for month, days, begin, end in rows:
        if begin is not None:
            covered.update(begin + timedelta(n) for n in range((end - begin).days + 1))
        else:
            covered.update(month + timedelta(n) for n in range(31) if days >> n & 1)
    first, last = min(covered), max(covered)
    span = (first + timedelta(n) for n in range((last - first).days + 1))
    return first, last, tuple(day for day in span if day not in covered)


def _name_the_largest(bench: Bench, column: str) -> None:
    bench.run(f"""CREATE OR REPLACE TABLE named_{column} AS
        SELECT {column}, {column} AS {column}_name FROM (
            SELECT {column}, sum(abs(coalesce(billed, 0)) + abs(coalesce(effective, 0))) AS size
            FROM ruled WHERE problem = '' GROUP BY 1 ORDER BY {column} <> '', size DESC, 1
            LIMIT {MOST_NAMES})""")


def _group(row: tuple[Any, ...], recogniser: Recogniser) -> SpendGroup:
    month, currency, provider, service, workload, category, rank, is_open, count, *rest = row
    verdict: dict[str, Any] = {
        "way": "unidentified" if is_open else "not_ai",
        "confidence": "none",
    }
    if rank < recogniser.unmatched:
        rule = recogniser.rules[rank]
        way = "not_ai" if rule.role == "exclude" else rule.role
        verdict = {
            "way": "unidentified" if rule.confidence == "low" else way,
            "confidence": rule.confidence,
            "kind": rule.kind,
            "rule": rule.key,
        }
    return SpendGroup(
        month=month,
        currency=currency,
        provider=_line(provider),
        service=_line(service),
        workload=_line(workload),
        category=_line(category),
        rows=count,
        costs=_costs(rest),
        **verdict,
    )


def _joined(found: Sequence[SpendGroup]) -> tuple[SpendGroup, ...]:
    """Put groups together that differ in nothing but their sums."""
    joined: dict[SpendGroup, SpendGroup] = {}
    for group in found:
        key = group.model_copy(update={"rows": 0, "costs": Costs()})
        before = joined.get(key)
        joined[key] = group if before is None else _together(before, group)
    return tuple(joined.values())


def _together(one: SpendGroup, other: SpendGroup) -> SpendGroup:
    costs = {
        basis: _added(getattr(one.costs, basis), getattr(other.costs, basis))
        for basis in Costs.model_fields
    }
    return one.model_copy(update={"rows": one.rows + other.rows, "costs": Costs(**costs)})


def _added(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return one if other is None else other
    return EXACT.add(one, other)


def _costs(sums: Rows | Sequence[Any]) -> Costs:
    known = [_plain(amount) if n else None for amount, n in zip(sums[:4], sums[4:], strict=True)]
    billed, effective, contracted, listed = known
    return Costs(
        billed_cost=billed,
        effective_cost=effective,
        contracted_cost=contracted,
        list_cost=listed,
    )


def _plain(amount: Decimal | None) -> Decimal | None:
    """The same amount without the zeros that fill it up to eighteen decimals."""
    if amount is None:
        return None
    text = format(amount, "f")  # Decimal.normalize would round to 28 digits
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _line(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"
