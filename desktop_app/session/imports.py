"""Bringing bills into the decision, in the background."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop_app.decision import SpendSummary
    from desktop_app.session.session import Session
    from desktop_app.session.tasks import Report, Task

SLOT = "import"
LONGEST_KEY = 40
MEGA = 1_000_000
NOTE_SECONDS = 0.2
"""Between two live notes; quicker ones cannot be read."""

_ENDINGS = re.compile(r"(\.(csv|gz|parquet|txt|tsv))+$", re.IGNORECASE)


def import_bills(
    session: Session,
    paths: Sequence[Path],
    *,
    key: str | None = None,
    label: str = "",
    replace: bool = False,
) -> Task:
    """Read bills and add them to the decision as one.

    What comes of it is said in the message bar, with a way back. A refusal or a stop in the
    middle changes nothing.

    Args:
        session: Whose decision the bills are for.
        paths: CSV, gzipped CSV or Parquet files.
        key: The bill's permanent name; made from the name of the first file where none is given.
        label: What people call it; likewise.
        replace: Take the place of the bill with this key, if there is one, instead of standing
            beside it.
    """
    files = tuple(paths)
    stem = _ENDINGS.sub("", files[0].name) if files else ""
    taken = {bill.key for bill in session.store.decision.bills}
    chosen = key or key_from(stem, taken=() if replace else taken)
    named = label or _spoken(stem) or chosen

    def work(report: Report) -> SpendSummary:
        from desktop_app import billing  # noqa: PLC0415 - loads the engine

        if chosen in taken and not replace:
            raise Refused(
                f"There is already a bill with the key {chosen}.",
                "Give this one another key, or replace that bill.",
            )
        pace = _Pace(report, files)
        return billing.read_bills(
            files, key=chosen, label=named, progress=pace.progress, counted=pace.count
        )

    return session.tasks.run(
        f"Reading {_counted(len(files))}",
        work,
        slot=SLOT,
        done=lambda summary: _keep(session, summary),
        failed=session.messages.post_refusal,
    )


def key_from(name: str, *, taken: Iterable[str] = ()) -> str:
    """Make a permanent key from the name of a file: "2026-10 AWS.csv" is bill_2026_10_aws_csv."""
    words = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "bill"
    start = (words if words[0].isalpha() else f"bill_{words}")[:LONGEST_KEY].rstrip("_")
    others, key, number = set(taken), start, 1
    while key in others:
        number += 1
        ending = f"_{number}"
        key = start[: LONGEST_KEY - len(ending)] + ending
    return key


def _keep(session: Session, summary: SpendSummary) -> None:
    from desktop_app.decision.edits import keep_bill  # noqa: PLC0415 - loads the model

    store = session.store
    store.seal_step()
    try:
        store.require(keep_bill(summary))
    except Refused as refusal:
        session.messages.post_refusal(refusal)
        return
    after = store.decision

    def take_back() -> None:
        if store.decision is after:
            store.undo()
        else:
            session.messages.post(
                "Other changes followed the import. Undo takes them back one by one.",
                "Undo",
                store.undo,
            )

    session.messages.post(said_of(summary), "Undo", take_back)


def said_of(summary: SpendSummary) -> str:
    """Say an import in one sentence: "3 bills read: 4,057 rows, 2.35 M EUR."."""
    from desktop_app.analysis.wording import listed, money_scale  # noqa: PLC0415 - likewise

    rows = sum(file.rows_read for file in summary.files)
    amounts = []
    for currency in sorted({total.currency for total in summary.totals}):
        basis = _basis(summary, currency)
        costs = (total.costs for total in summary.totals if total.currency == currency)
        value = float(sum((getattr(cost, basis) or Decimal(0) for cost in costs), Decimal(0)))
        words = "billed" if basis == "billed_cost" else "effective"
        amounts.append(f"{money_scale([value], currency).amount(value)} {words}")
    aside = sum(one.rows for one in summary.set_aside)
    left = f" {aside:,} {'row was' if aside == 1 else 'rows were'} set aside." if aside else ""
    counted = f"{_counted(len(summary.files))} read: {rows:,} {'row' if rows == 1 else 'rows'}"
    return f"{', '.join([counted, listed(amounts)])}.{left}"


def _basis(summary: SpendSummary, currency: str) -> str:
    """What was billed, as the slip says it; effective cost where a bill does not say that."""
    costs = [total.costs for total in summary.totals if total.currency == currency]
    billed = any(cost.billed_cost is not None for cost in costs)
    return "billed_cost" if billed else "effective_cost"


class _Pace:
    """Passes progress on, and says now and then how fast it goes.

    While files are taken in, that is in bytes; once their lines are counted, it is in rows.
    """

    def __init__(self, report: Report, files: Sequence[Path]) -> None:
        self._report, self._files = report, files
        self._rows = 0
        self._began, self._from, self._told = 0.0, 0.0, 0.0
        self._fraction = 0.0

    def count(self, rows: int) -> None:
        """Take the number of rows that are now going to be read."""
        self._rows, self._began, self._from = rows, time.monotonic(), self._fraction

    def progress(self, fraction: float) -> None:
        """Take the fraction of the whole import that is done."""
        self._report(fraction)
        is_end, self._fraction, now = fraction >= 1 > self._fraction, fraction, time.monotonic()
        if now - self._told >= NOTE_SECONDS or is_end:
            self._told = now
            self._report.tell(self._note(now - self._began))

    def _note(self, seconds: float) -> str:
        if not self._rows:
            return f"{_mega(sum(_size(path) for path in self._files))} MB"
        done = self._rows * (self._fraction - self._from) / (1 - self._from)
        return f"about {self._rows:,} rows, {_rounded(done / max(seconds, 1e-3))} a second"


def _rounded(rate: float) -> str:
    """Three digits; the number is a measurement that moves."""
    return f"{float(f'{rate:.3g}'):,.0f}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it says what is wrong


def _mega(size: float) -> str:
    return f"{size / MEGA:,.1f}" if size < 10 * MEGA else f"{size / MEGA:,.0f}"


def _counted(count: int) -> str:
    return "1 bill" if count == 1 else f"{count:,} bills"


def _spoken(stem: str) -> str:
    return re.sub(r"[_\s]+", " ", stem).strip()
