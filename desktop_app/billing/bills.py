"""Reads bills: several files in, one summary out."""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from desktop_app.billing import aside, quirks, summary
from desktop_app.billing.bill import Bill, opened
from desktop_app.billing.engine import Bench, bench, is_out_of_room
from desktop_app.billing.intake import Original, taken_in
from desktop_app.billing.recognition import Marking, Recogniser, recogniser
from desktop_app.billing.scan import Reading, new_facts, scan
from desktop_app.billing.script import reading_of
from desktop_app.decision.spend import BillFile, SetAside, SpendSummary
from desktop_app.knowledge.ai_services import ai_services
from desktop_app.outcome import Progress, Refused, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TAKING_IN, SCANNING = 0.15, 0.95
"""Where, of the whole import, taking the files in and scanning them end."""

AS_PUBLISHED = Marking()
"""The rules of the edition, with nothing of the organisation's own."""


@dataclass(frozen=True)
class Scanned:
    """What is told of one bill besides its facts."""

    file: BillFile
    set_aside: tuple[SetAside, ...]
    notes: tuple[str, ...]


def read_bills(
    paths: Sequence[Path],
    *,
    key: str,
    label: str,
    marking: Marking = AS_PUBLISHED,
    progress: Progress = silent,
    counted: Callable[[int], object] = silent,
) -> SpendSummary:
    """Import FOCUS Cost and Usage files as one summary.

    Args:
        paths: CSV, gzipped CSV or Parquet files.
        key: The summary's permanent name in the document.
        label: What people call it.
        marking: How the organisation marks its AI spend.
        progress: Told the fraction done.
        counted: Told, before the rows are read, about how many there are: a line end inside a
            quoted cell counts as one.

    Raises:
        Refused: A file is no such bill, or cannot be read; nothing is imported then.
        Cancelled: ``progress`` said so; temporary files are gone.
    """
    if not paths:
        raise Refused("No bill was named.", "Name one or more files.")
    rules = recogniser(ai_services(), marking)
    with bench(progress) as tools:
        originals, repeated = _taken_in(paths, tools)
        bills = [opened(original, tools) for original in originals]
        counted(sum(_rows_about(bill, tools) for bill in bills))
        scanned = _scanned(bills, tools, rules)
        with tools.stretch(SCANNING, 1.0):
            summary.rule_products(tools, rules)
            first, last, gaps = summary.days_covered(tools)
            said = [*repeated, *(note for one in scanned for note in one.notes)]
            return SpendSummary(
                key=key,
                label=label,
                files=tuple(one.file for one in scanned),
                workload_tags=rules.workload_keys,
                rules=rules.book.edition,
                first_day=first,
                last_day=last,
                gap_days=gaps,
                set_aside=tuple(one for each in scanned for one in each.set_aside),
                notes=(*said, *quirks.notes(bills, tools)),
                totals=summary.totals(tools),
                groups=summary.groups(tools, rules),
            )


def _taken_in(paths: Sequence[Path], tools: Bench) -> tuple[list[Original], list[str]]:
    originals: dict[str, Original] = {}
    repeated = []
    for place, path in enumerate(paths):
        begin, end = (TAKING_IN * n / len(paths) for n in (place, place + 1))
        with tools.stretch(begin, end):
            original = taken_in(path, tools.report)
        first = originals.setdefault(original.sha256, original)
        if first is not original:
            repeated.append(
                f"{path.name} is the same file as {first.path.name} and was counted once"
            )
    return list(originals.values()), repeated


def _rows_about(bill: Bill, tools: Bench) -> int:
    if bill.original.form == "parquet":
        return int(tools.run(f"SELECT count(*) FROM {bill.source}")[0][0])  # kept in its footer
    return max(bill.original.lines - 1, 1)


def _scanned(bills: Sequence[Bill], tools: Bench, rules: Recogniser) -> list[Scanned]:
    tools.run(new_facts(rules))
    whole = sum(bill.original.size_bytes for bill in bills)
    done, scanned = 0, []
    for place, bill in enumerate(bills):
        size = bill.original.size_bytes
        span = SCANNING - TAKING_IN
        with tools.stretch(
            TAKING_IN + span * done / whole, TAKING_IN + span * (done + size) / whole
        ):
            try:
                scanned.append(_scan(bill, place, tools, rules))
            except duckdb.Error as error:
                if is_out_of_room(error):
                    raise
                raise Refused(
                    f"{bill.file} is damaged and cannot be read to its end.", "Export it again."
                ) from error
        done += size
    if not any(one.file.rows_kept for one in scanned):
        raise _nothing_left(bills, scanned)
    return scanned


def _scan(bill: Bill, place: int, tools: Bench, rules: Recogniser) -> Scanned:
    reading = Reading()
    kept, problems = _pass(bill, place, reading, tools, rules)
    if problems:
        better = reading_of(bill, tools)
        if better != reading:
            reading = better
            kept, problems = _pass(bill, place, reading, tools, rules)
    torn = aside.torn_rows(bill, tools)
    unread = aside.unreadable_cells(bill, tools, reading, rules) if problems else ()
    file = BillFile(
        name=bill.file,
        sha256=bill.original.sha256,
        size_bytes=bill.original.size_bytes,
        format=bill.format,
        rows_read=kept + problems + sum(one.rows for one in torn),
        rows_kept=kept,
        columns_missing=bill.columns_missing,
    )
    return Scanned(file, torn + unread, tuple(quirks.reading_note(bill, reading)))


def _pass(
    bill: Bill, place: int, reading: Reading, tools: Bench, rules: Recogniser
) -> tuple[int, int]:
    """Scan a bill into the facts and return the rows kept and the rows with a problem."""
    tools.run(f"DELETE FROM facts WHERE file = {place}")
    aside.forget_torn_rows(tools)
    tools.run(scan(bill, place, reading, rules))
    ((kept, problems),) = tools.run(f"""SELECT
        coalesce(sum(number_of_rows) FILTER (problem = ''), 0)::BIGINT,
        coalesce(sum(number_of_rows) FILTER (problem <> ''), 0)::BIGINT
        FROM facts WHERE file = {place}""")
    return int(kept), int(problems)


def _nothing_left(bills: Sequence[Bill], scanned: Sequence[Scanned]) -> Refused:
    files = ", ".join(bill.file for bill in bills)
    reasons = [one.reason for each in scanned for one in each.set_aside]
    if not reasons:
        return Refused(f"{files} has a header but no rows.", "Export a period with charges.")
    return Refused(f"{files} has no row that can be read. {reasons[0]}.", "Export the bill again.")
