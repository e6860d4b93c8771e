"""Charts as tables: the twin beside every chart, and what is exported from it.

Numbers keep all their digits, in the unit that the head names.
"""

from __future__ import annotations

import csv
import io
from functools import singledispatch
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.analysis import charts as c
from desktop_app.analysis.comparison import Comparison
from desktop_app.analysis.standing import Standing
from desktop_app.analysis.wording import month_name

if TYPE_CHECKING:
    import pandas as pd

Cell: TypeAlias = str | float | None
Columns: TypeAlias = dict[str, tuple[Cell, ...]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


def frame_of(chart: object) -> pd.DataFrame:
    """Return a chart as a data frame, one row for each of its marks."""
    import pandas as pd  # noqa: PLC0415 - half a second that no start should wait for

    return pd.DataFrame({head: list(cells) for head, cells in columns_of(chart).items()})


def csv_of(chart: object) -> str:
    """Return a chart as text of comma-separated values, heads first."""
    columns = columns_of(chart)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_safe(head) for head in columns)
    for row in zip(*columns.values(), strict=True):
        rows.writerow(_safe(cell) for cell in row)
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    """Names are people's own; one that looks like a formula must not be run as one."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


@singledispatch
def columns_of(chart: object) -> Columns:
    """Return the columns of a chart by their heads, all of one length."""
    raise TypeError(f"No table for {type(chart).__name__}")


@columns_of.register
def _(chart: c.Curves) -> Columns:
    count = max((len(curve.values) for curve in chart.curves), default=0)
    first = chart.first_year * 12 + chart.first_month - 1
    found: Columns = (
        {chart.across.name: chart.across.values}
        if chart.across is not None
        else {
            "Months": tuple(float(i) for i in range(count)),
            "Month": ("at signing", *(month_name(first + i) for i in range(count - 1)))[:count],
        }
    )
    for curve in chart.curves:
        _put(found, f"{curve.label or curve.end_text}, {chart.unit}", curve.values)
    for band in chart.bands:
        _put(found, f"{band.label}, low, {chart.unit}", band.low)
        _put(found, f"{band.label}, high, {chart.unit}", band.high)
    return found


@columns_of.register
def _(chart: c.Fan) -> Columns:
    first = chart.first_year * 12 + chart.first_month - 1
    count = len(chart.p50)
    return {
        "Months": tuple(float(i) for i in range(count)),
        "Month": ("at signing", *(month_name(first + i) for i in range(count - 1)))[:count],
        f"P10, {chart.unit}": chart.p10,
        f"P25, {chart.unit}": chart.p25,
        f"P50, {chart.unit}": chart.p50,
        f"P75, {chart.unit}": chart.p75,
        f"P90, {chart.unit}": chart.p90,
    }


@columns_of.register
def _(chart: c.YearColumns) -> Columns:
    rows = [(group, year) for group in chart.groups for year in group.years]
    return {
        "Option": tuple(group.label for group, _ in rows),
        "Year": tuple(year.label for _, year in rows),
        f"{chart.capex_word}, {chart.unit}": tuple(year.capex for _, year in rows),
        f"{chart.opex_word}, {chart.unit}": tuple(year.opex for _, year in rows),
    }


@columns_of.register
def _(chart: c.Drivers) -> Columns:
    return {
        "Budget line": (*(row.label for row in chart.rows), "Total"),
        chart.unit: (*(row.value for row in chart.rows), chart.total),
        "Share": (*(row.share for row in chart.rows), 1.0 if chart.total else None),
    }


@columns_of.register
def _(chart: c.Chances) -> Columns:
    return {
        "Option": tuple(row.label for row in chart.rows),
        "Share of draws in which it is the cheapest": tuple(row.share for row in chart.rows),
        "In words": tuple(row.text for row in chart.rows),
    }


@columns_of.register
def _(chart: c.OptionBars) -> Columns:
    rows = chart.rows
    return {
        chart.heads[0]: tuple(row.label for row in rows),
        f"Present value of cost, {chart.unit}": tuple(row.value for row in rows),
        f"P10, {chart.unit}": tuple(row.low for row in rows),
        f"P90, {chart.unit}": tuple(row.high for row in rows),
        f"{chart.heads[2]}, {chart.unit}": tuple(row.delta for row in rows),
        chart.heads[4]: tuple(row.chance_text for row in rows),
    }


@columns_of.register
def _(chart: c.Ranges) -> Columns:
    rows = chart.rows
    return {
        chart.heads[0]: tuple(row.label for row in rows),
        f"P10, {chart.unit}": tuple(row.low for row in rows),
        f"P50, {chart.unit}": tuple(row.middle for row in rows),
        f"P90, {chart.unit}": tuple(row.high for row in rows),
        chart.heads[3]: tuple(row.chance_text for row in rows),
    }


@columns_of.register
def _(chart: c.Bridge) -> Columns:
    return {
        "From, changes and to": (
            chart.start.label,
            *(step.label for step in chart.steps),
            chart.end.label,
        ),
        chart.unit: (chart.start.value, *(step.change for step in chart.steps), chart.end.value),
    }


@columns_of.register
def _(chart: c.ShareBar) -> Columns:
    return {
        "Part": tuple(share.label for share in chart.shares),
        "Share": tuple(share.share for share in chart.shares),
    }


@columns_of.register
def _(chart: c.Flow) -> Columns:
    return {
        "Step": tuple(step.label for step in chart.steps),
        chart.unit: tuple(-s.value if s.kind == "less" else s.value for s in chart.steps),
    }


@columns_of.register
def _(chart: c.MonthColumns) -> Columns:
    years, year = [], ""
    for column in chart.columns:
        year = column.year or year
        years.append(year)
    return {
        "Year": tuple(years),
        "Month": tuple(column.label for column in chart.columns),
        chart.unit: tuple(column.value for column in chart.columns),
    }


@columns_of.register
def _(chart: Standing) -> Columns:
    rows = chart.rows
    return {
        "Option": tuple(row.label for row in rows),
        f"Present value, {chart.unit}": tuple(row.value for row in rows),
        f"P10, {chart.unit}": tuple(row.low for row in rows),
        f"P90, {chart.unit}": tuple(row.high for row in rows),
        "Cheapest in": tuple(row.chance_text for row in rows),
    }


@columns_of.register
def _(table: Comparison) -> Columns:
    heads = [f"{head.name}, {head.unit}" if head.unit else head.name for head in table.heads]
    numbers = zip(*(row.cells() for row in table.rows), strict=True)
    found: Columns = {heads[0]: tuple(row.label for row in table.rows)}
    for head, cells in zip(heads[1:], numbers, strict=False):
        found[head] = tuple(cell.text for cell in cells)
    return found


def _put(columns: Columns, head: str, cells: tuple[float, ...]) -> None:
    """Add a column; options may have the same name, heads may not."""
    name, number = head, 2
    while name in columns:
        name, number = f"{head} ({number})", number + 1
    columns[name] = cells
