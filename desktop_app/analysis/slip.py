"""The slip of an imported bill, ready for a screen: what was read, and that it adds up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.analysis.evidence import BillMoney, cents, cents_together, slugs
from desktop_app.analysis.wording import NBSP, listed, month_name
from desktop_app.decision.bill_checks import adds_up

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.decision.spend import BillFile, SetAside, SpendSummary

_MOST_DAYS = 5


@dataclass(frozen=True, kw_only=True)
class SlipFile:
    """One file that was read.

    Attributes:
        format: As detected: "FOCUS 1.2 Cost and Usage".
        read_text: Rows read, "1,659".
        kept_text: Rows kept.
        aside_text: Rows set aside, empty for none.
        missing: Columns of the format that the file does not carry.
        sha256: Digest of the file.
        origins: Keys of the figures of rows read and kept.
    """

    name: str
    format: str
    read_text: str
    kept_text: str
    aside_text: str
    missing: tuple[str, ...]
    sha256: str
    origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SlipRow:
    """What one provider billed, or all of them, in one currency.

    Attributes:
        rows_text: Rows kept, "26,904".
        file_text: The file's own totals, to the cent; parts are rounded so that they add up.
        groups_text: The sum of the groups below, likewise.
        difference_text: The one less the other: "0.00".
        is_total: Whether the row is the sum of those above.
        rows_origins: Keys of the figures of the rows.
        origins: Keys of the figures of the amounts.
    """

    provider: str
    currency: str
    rows_text: str
    file_text: str
    groups_text: str
    difference_text: str
    is_total: bool = False
    rows_origins: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Slip:
    """Everything a page says about how a bill was read.

    Attributes:
        key: Of the bill.
        label: Its name.
        period: "November 2025 to October 2026".
        period_text: The same with the days and what is missing in between.
        files: The files.
        rows: What was billed, by currency and provider, with a total each.
        set_aside: Rows that were read but not kept, a sentence each.
        notes: Damage or oddities found, a sentence each.
        reconciles: Whether the sums of the groups equal the file's own to the last digit.
        statement: The same as a sentence.
    """

    key: str
    label: str
    period: str
    period_text: str
    files: tuple[SlipFile, ...]
    rows: tuple[SlipRow, ...]
    set_aside: tuple[str, ...]
    notes: tuple[str, ...]
    reconciles: bool
    statement: str


def slip(bill: SpendSummary) -> Slip:
    """Say how a bill was read and that it adds up to its files."""
    holds = adds_up(bill)
    currencies = sorted({total.currency for total in bill.totals})
    return Slip(
        key=bill.key,
        label=bill.label,
        period=_period(bill.first_day, bill.last_day),
        period_text=_days(bill),
        files=tuple(_file(bill, number, file) for number, file in enumerate(bill.files, 1)),
        rows=tuple(row for currency in currencies for row in _rows(bill, currency)),
        set_aside=tuple(_aside(aside) for aside in bill.set_aside),
        notes=tuple(f"{note.rstrip('.')}." for note in bill.notes),
        reconciles=holds,
        statement=_statement(bill, holds=holds),
    )


def _file(bill: SpendSummary, number: int, file: BillFile) -> SlipFile:
    aside = file.rows_read - file.rows_kept
    at = f"bills.{bill.key}.files.{number}"
    return SlipFile(
        name=file.name,
        format=file.format,
        read_text=f"{file.rows_read:,}",
        kept_text=f"{file.rows_kept:,}",
        aside_text=f"{aside:,}" if aside else "",
        missing=file.columns_missing,
        sha256=file.sha256,
        origins=(f"{at}.rows_read", f"{at}.rows_kept"),
    )


def _rows(bill: SpendSummary, currency: str) -> list[SlipRow]:
    """A row for each provider, and their total."""
    money, at = BillMoney(bill, currency), f"bills.{bill.key}"
    names = slugs(sorted({total.provider for total in bill.totals}))
    counts, filed = _filed(bill, currency)
    grouped = {name: money.providers.get(name) for name in filed}
    sums = {name: figure.exact if figure else Decimal(0) for name, figure in grouped.items()}
    file_texts = cents_together(list(filed.values()))
    group_texts = cents_together(list(sums.values()))
    rows = [
        SlipRow(
            provider=name,
            currency=currency,
            rows_text=f"{counts[name]:,}",
            file_text=file_text,
            groups_text=group_text,
            difference_text=cents(sums[name] - filed[name]),
            rows_origins=(f"{at}.providers.{names[name]}.rows",),
            origins=(figure.key,) if figure else (),
        )
        for (name, figure), file_text, group_text in zip(
            grouped.items(), file_texts, group_texts, strict=True
        )
    ]
    whole = sum(filed.values(), start=Decimal(0))
    total = SlipRow(
        provider="All providers" if len(rows) > 1 else "Total",
        currency=currency,
        rows_text=f"{sum(counts.values()):,}",
        file_text=cents(whole),
        groups_text=money.billed.text,
        difference_text=cents(money.billed.exact - whole),
        is_total=True,
        rows_origins=(f"{at}.rows",),
        origins=(money.billed.key,),
    )
    return [*rows, total]


def _filed(bill: SpendSummary, currency: str) -> tuple[dict[str, int], dict[str, Decimal]]:
    """Rows and billed cost of each provider, by the totals of the files."""
    counts: dict[str, int] = {}
    costs: dict[str, Decimal] = {}
    for total in sorted(bill.totals, key=lambda total: total.provider):
        if total.currency == currency:
            name, cost = total.provider, total.costs.billed_cost or Decimal(0)
            counts[name] = counts.get(name, 0) + total.rows
            costs[name] = costs.get(name, Decimal(0)) + cost
    return counts, costs


def _statement(bill: SpendSummary, *, holds: bool) -> str:
    if not holds:
        return "The groups do not add up to the files; import them again."
    rows = sum(file.rows_kept for file in bill.files)
    aside = sum(file.rows_read - file.rows_kept for file in bill.files)
    files = "the file" if len(bill.files) == 1 else f"the {len(bill.files)} files"
    rest = f"; {aside:,} were set aside" if aside else ""
    return f"All {rows:,} rows kept add up to {files}, to the cent{rest}."


def _period(first: date, last: date) -> str:
    start, end = (month_name(day.year * 12 + day.month - 1) for day in (first, last))
    return start if start == end else f"{start} to {end}"


def _days(bill: SpendSummary) -> str:
    span = f"{bill.first_day.isoformat()} to {bill.last_day.isoformat()}"
    gaps = bill.gap_days
    if not gaps:
        return f"{span}, no day without a row"
    days = listed([day.isoformat() for day in gaps[:_MOST_DAYS]])
    more = f" and {len(gaps) - _MOST_DAYS:,} more" if len(gaps) > _MOST_DAYS else ""
    word = f"{len(gaps)}{NBSP}day{'s' if len(gaps) > 1 else ''}"
    return f"{span}, {word} without a row: {days}{more}"


def _aside(aside: SetAside) -> str:
    rows = f"{aside.rows:,} row{'s' if aside.rows > 1 else ''}"
    where = f" from row {aside.first_line:,}" if aside.first_line is not None else ""
    return f"{aside.file}: {rows}{where} set aside. {aside.reason.rstrip('.')}."
