"""Says which rows were set aside and why, with the text that could not be read."""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.billing import focus
from desktop_app.billing.cells import literal
from desktop_app.billing.scan import DATES, Reading, cells_read, problem
from desktop_app.decision.spend import SetAside
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.billing.bill import Bill
    from desktop_app.billing.engine import Bench
    from desktop_app.billing.recognition import Recogniser

SHOWN = 3
"""Texts quoted in one reason."""

RAGGED = {
    "MISSING COLUMNS": "fewer cells than the header has columns",
    "TOO MANY COLUMNS": "more cells than the header has columns",
    "LINE SIZE OVER MAXIMUM": "longer than a row can be",
    "INVALID ENCODING": "letters in no known encoding",
}


def unreadable_cells(
    bill: Bill, bench: Bench, reading: Reading, recogniser: Recogniser
) -> tuple[SetAside, ...]:
    """Read a bill again and collect what was wrong with the rows that were set aside."""
    raw = " ".join(
        f"WHEN {literal(column)} THEN {column}"
        for column in ("BillingCurrency", *DATES, *focus.COSTS)
    )
    rows = bench.run(f"""WITH {cells_read(bill, reading, recogniser)},
        judged AS (
            SELECT row_number() OVER () AS place, {problem(bill)} AS problem, * FROM cast_cells)
        SELECT problem, count(*), min(place), arg_min(
            coalesce(CASE problem {raw} END, ''), place, {SHOWN})
        FROM judged WHERE problem <> '' GROUP BY problem ORDER BY min(place)""")
    torn = [place for _, place in _ragged(bench)]
    return tuple(
        SetAside(
            file=bill.file,
            reason=_reason(what, texts),
            rows=count,
            first_line=_record(place, torn),
        )
        for what, count, place, texts in rows
    )


def torn_rows(bill: Bill, bench: Bench) -> tuple[SetAside, ...]:
    """Collect the rows that the last pass could not take apart into cells.

    Raises:
        Refused: A quote is opened and never closed, so nobody knows where rows end.
    """
    if bill.original.form == "parquet":
        return ()
    torn: dict[str, list[int]] = {}
    for kind, place in _ragged(bench):
        torn.setdefault(kind, []).append(place)
    if "UNQUOTED VALUE" in torn:
        raise Refused(
            f"{bill.file} is damaged or cut off: a quote opened in row "
            f"{torn['UNQUOTED VALUE'][0]} is not closed as it should be.",
            "Export or download the bill again.",
        )
    return tuple(
        SetAside(
            file=bill.file,
            reason=f"The row has {RAGGED.get(kind, 'a form that cannot be read')}",
            rows=len(places),
            first_line=places[0],
        )
        for kind, places in torn.items()
    )


def forget_torn_rows(bench: Bench) -> None:
    """Make room for what the next pass finds."""
    if bench.run("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors'"):
        bench.run("DELETE FROM reject_errors")


def _ragged(bench: Bench) -> list[tuple[str, int]]:
    if not bench.run("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors'"):
        return []
    return bench.run(
        "SELECT any_value(error_type)::VARCHAR, line - 1 FROM reject_errors "
        "GROUP BY line ORDER BY line"
    )


def _record(place: int, torn: list[int]) -> int:
    """The place of a row among all rows, when it is known among those that were not torn."""
    for other in torn:
        if other <= place:
            place += 1
    return place


def _reason(what: str, texts: list[str]) -> str:
    quoted = ", ".join(f"“{_short(text, 60)}”" for text in dict.fromkeys(texts) if text)
    if what == "no cost":
        return "The row has no cost in any of the four columns"
    if not quoted:
        return f"{what} is empty"
    kind = "number"
    if what == "BillingCurrency":
        kind = "currency code of three letters"
    elif what in DATES:
        kind = "date of this century"
    return f"{what} is no {kind}: {quoted}"


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
