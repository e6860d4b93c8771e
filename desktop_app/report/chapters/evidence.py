"""Appendix A2, provenance: what was read from the bills and how it adds up."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.analysis.bill_charts import ai_by_month, currencies_of, flow
from desktop_app.analysis.wording import NONE
from desktop_app.decision.bill_checks import adds_up
from desktop_app.decision.spend import AI_WAYS
from desktop_app.report.blocks import (
    Block,
    Column,
    Columns,
    Page,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from desktop_app.report.text import in_eights

if TYPE_CHECKING:
    from desktop_app.decision.governance import Quote
    from desktop_app.decision.spend import SpendSummary
    from desktop_app.report.chapters.brief import Brief

_BASES = ("billed_cost", "effective_cost", "contracted_cost", "list_cost")


def evidence(brief: Brief) -> Page:
    """Files read, how they reconcile, what of them is AI, and the quotes."""
    bills, quotes = brief.decision.bills, brief.decision.quotes
    body: list[Block] = [block for bill in bills for block in _bill(bill)]
    if quotes:
        body += _quotes(quotes)
    if not body:
        body.append(Paragraph("No bill was imported and no quote entered."))
    rows = sum(file.rows_read for bill in bills for file in bill.files)
    files = sum(len(bill.files) for bill in bills)
    headline = (
        f"{rows:,} rows of {files} file{'' if files == 1 else 's'} are read and "
        + ("add up to the cent" if all(map(adds_up, bills)) else "do NOT add up")
        if bills
        else "No bill stands behind these figures"
    )
    return Page(
        chapter="A2",
        title="Provenance",
        headline=headline,
        subline="Where the numbers come from: bills and quotes.",
        body=tuple(body),
        about="bill, reconciliation, quotes",
        footnote="Sums are exact decimals over all rows kept. The four cost bases answer "
        "different questions and are never added. AI spend is recognised by rules; what only "
        "hints at AI, or says nothing, counts as unidentified and is left out of AI spend.",
    )


def _bill(bill: SpendSummary) -> list[Block]:
    blocks: list[Block] = [*_files(bill), *_totals(bill)]
    for currency in currencies_of(bill):
        blocks.append(flow(bill, currency))
        months, categories = (ai_by_month(bill, currency),), _categories(bill, currency)
        blocks.append(Columns(months, categories, ratio=0.52))
    return [*blocks, *_aside(bill)]


def _files(bill: SpendSummary) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                file.name,
                file.format,
                f"{file.rows_read:,}",
                f"{file.rows_kept:,}",
                (Run(in_eights(file.sha256[:24]), "mono"),),
            )
        )
        for file in bill.files
    )
    columns = (
        Column("File", weight=1),
        Column("Read as", keep=True),
        Column("Rows read", align="right", keep=True),
        Column("kept", align="right", keep=True),
        Column("SHA-256 begins", keep=True),
    )
    gaps = f"{len(bill.gap_days)} days without a row" if bill.gap_days else "no day without a row"
    caption = f"{bill.label} · AC {bill.first_day} to {bill.last_day} · {gaps}"
    return (
        Section(f"{_files_are(len(bill.files))} read to the last row", caption),
        Table(columns, rows, "Files of the bill.", row_heads=1),
    )


def _files_are(count: int) -> str:
    return "One file is" if count == 1 else f"{count} files are"


def _totals(bill: SpendSummary) -> tuple[Block, ...]:
    sums: dict[tuple[str, str], list[Decimal | None]] = {}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for total in bill.totals:
        key = (total.currency, total.provider)
        counts[key] += total.rows
        values = [getattr(total.costs, base) for base in _BASES]
        sums[key] = [_plus(a, b) for a, b in zip(sums.get(key, [None] * 4), values, strict=True)]
    rows = [
        Row((provider, currency, f"{counts[currency, provider]:,}", *map(_cents, values)))
        for (currency, provider), values in sorted(sums.items())
    ]
    for currency in currencies_of(bill):
        parts = [values for (c, _), values in sums.items() if c == currency]
        whole = [_sum(column) for column in zip(*parts, strict=True)]
        count = sum(n for (c, _), n in counts.items() if c == currency)
        rows.append(Row(("Total", currency, f"{count:,}", *map(_cents, whole)), kind="total"))
    columns = (
        Column("Provider", weight=1),
        Column("Currency", keep=True),
        Column("Rows", align="right", keep=True),
        Column("Billed", align="right", keep=True),
        Column("Effective", align="right", keep=True),
        Column("Contracted", align="right", keep=True),
        Column("List", align="right", keep=True),
    )
    return (
        Section(
            "Reconciliation: the groups add up to the totals of the files"
            if adds_up(bill)
            else "The sums of this bill do NOT add up to its totals",
            "Four cost bases, to the cent",
        ),
        Table(columns, tuple(rows), "Sums of the bill by provider and cost basis."),
    )


def _categories(bill: SpendSummary, currency: str) -> tuple[Block, ...]:
    """Billed and effective cost of each charge category, and what of the effective one is AI."""
    sums: dict[str, list[Decimal | None]] = {}
    for group in bill.groups:
        if group.currency == currency:
            costs, key = group.costs, group.category or "not stated"
            ai = costs.effective_cost if group.way in AI_WAYS else None
            parts = (costs.billed_cost, costs.effective_cost, ai)
            before = sums.get(key, [None] * len(parts))
            sums[key] = [_plus(a, b) for a, b in zip(before, parts, strict=True)]
    rows = [Row((category, *map(_whole, values))) for category, values in sorted(sums.items())]
    total = [_sum(column) for column in zip(*sums.values(), strict=True)]
    rows.append(Row(("Total", *map(_whole, total)), kind="total"))
    columns = (
        Column("Category", weight=1),
        Column("Billed", align="right", keep=True),
        Column("Effective", align="right", keep=True),
        Column("of it AI", align="right", keep=True),
    )
    return (
        Section("Commitments and credits are kept apart", f"Charge categories in {currency}"),
        Table(columns, tuple(rows), "Sums by charge category."),
    )


def _aside(bill: SpendSummary) -> tuple[Block, ...]:
    rows = tuple(Row((a.file, a.reason, f"{a.rows:,}")) for a in bill.set_aside)
    blocks: list[Block] = [Paragraph("; ".join(bill.notes) + ".", "note")] if bill.notes else []
    if rows:
        columns = (
            Column("File", keep=True),
            Column("Why", weight=1),
            Column("Rows", align="right"),
        )
        blocks = [
            Section("Rows set aside", "Read, but not part of any sum"),
            Table(columns, rows, "Rows set aside and why."),
            *blocks,
        ]
    return tuple(blocks)


def _quotes(quotes: tuple[Quote, ...]) -> list[Block]:
    rows = tuple(
        Row(
            (
                quote.supplier,
                quote.number or NONE,
                quote.on.isoformat(),
                quote.contents or NONE,
                NONE if quote.total is None else f"{quote.total:,.0f} {quote.currency}",
                quote.valid_until.isoformat() if quote.valid_until else NONE,
                (Run(quote.sha256[:8] if quote.sha256 else NONE, "mono"),),
            )
        )
        for quote in quotes
    )
    columns = (
        Column("Supplier", keep=True),
        Column("Quote", keep=True),
        Column("Date", keep=True),
        Column("Contents", weight=1),
        Column("Total", align="right", keep=True),
        Column("Valid until", keep=True),
        Column("SHA-256", keep=True),
    )
    count = len(quotes)
    return [
        Section(f"{count} quote{'' if count == 1 else 's'}", "Totals without tax"),
        Table(columns, rows, "Quotes that inputs rest on.", strong_heads=True),
    ]


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if other is None else other if one is None else one + other


def _sum(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, start=Decimal(0)) if known else None


def _whole(value: Decimal | None) -> str:
    return NONE if value is None else f"{value:,.0f}".replace("-", "\N{MINUS SIGN}")


def _cents(value: Decimal | None) -> str:
    return NONE if value is None else f"{value:,.2f}".replace("-", "\N{MINUS SIGN}")
