"""Decides how a file writes its numbers and dates, when the plain way does not fit.

Each column of costs is decided by itself from cells that can be read in one way only; a column
that holds none follows its neighbours. Days and months are decided for the file as a whole.
"""

# ruff: noqa: S608 - queries are made of our own columns and of texts quoted by billing.cells

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.billing import focus
from desktop_app.billing.cells import DateOrder, Mark, name
from desktop_app.billing.scan import DATES, Reading
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.billing.bill import Bill
    from desktop_app.billing.engine import Bench

SLASHED = r"'^\s*(\d{1,2})/(\d{1,2})/\d{2,4}\b'"


@dataclass(frozen=True)
class Evidence:
    """What the cells of one column say about its decimal mark, in numbers of cells."""

    comma: int
    point: int
    either: int
    not_plain: int


def reading_of(bill: Bill, bench: Bench) -> Reading:
    """Look at the cells of a file and decide how to read them.

    Raises:
        Refused: They can be read in two ways.
    """
    costs = [cost for cost in focus.COSTS if cost in bill.cells]
    dates = [date for date in DATES if date in bill.cells]
    cells = ", ".join(f"{bill.cells[column]} AS {name(column)}" for column in (*costs, *dates))
    questions = [
        f"count(*) FILTER ({question})"
        for cost in costs
        for question in (
            f"says_comma(bare({name(cost)}))",
            f"says_point(bare({name(cost)}))",
            f"says_either(bare({name(cost)}))",
            f"{name(cost)} IS NOT NULL AND number_plain({name(cost)}) IS NULL",
        )
    ]
    for place in (1, 2):
        parts = [f"TRY_CAST(regexp_extract({name(d)}, {SLASHED}, {place}) AS INT)" for d in dates]
        questions.append(f"max(greatest({', '.join(parts)}))")
    (answer,) = bench.run(
        f"SELECT {', '.join(questions)} FROM (SELECT {cells} FROM {bill.source})"
    )
    evidence = {cost: Evidence(*answer[4 * n : 4 * n + 4]) for n, cost in enumerate(costs)}
    order = _order(bill.file, *answer[-2:])
    assumed = order == "month_first" and max(answer[-2:]) <= 12
    return Reading(_marks(bill.file, evidence), order, assumed)


def _marks(file: str, evidence: Mapping[str, Evidence]) -> dict[str, Mark]:
    comma = sum(column.comma for column in evidence.values())
    point = sum(column.point for column in evidence.values())
    marks = {cost: _mark(file, cost, column, comma - point) for cost, column in evidence.items()}
    return {cost: mark for cost, mark in marks.items() if mark != "plain"}


def _mark(file: str, cost: str, column: Evidence, neighbours: int) -> Mark:
    """Decide one column; ``neighbours`` is above 0 when the file as a whole says comma."""
    lean = column.comma - column.point
    if lean == 0 and column.either:
        lean = neighbours
        if lean == 0 and (column.not_plain or column.comma):
            raise Refused(
                f"{file}: the numbers in {cost} can be read in two ways, such as 1,234.",
                "Export the bill with a point as decimal mark and without signs for thousands.",
            )
    if lean > 0:
        return "comma"
    return "point" if column.not_plain else "plain"


def _order(file: str, first: int | None, second: int | None) -> DateOrder:
    if first is None or second is None:
        return "iso"
    if first > 12 and second > 12:
        raise Refused(
            f"{file} writes some dates with the day first and some with the month first.",
            "Export it with dates in the form 2026-11-23.",
        )
    return "day_first" if first > 12 else "month_first"
