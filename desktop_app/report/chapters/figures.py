"""Appendix A3, every figure: its formula, what it was computed from, its value for each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.option_words import short
from desktop_app.analysis.recommend import table_scale
from desktop_app.analysis.wording import NONE, significant, unit_words
from desktop_app.report.blocks import Block, Column, Page, Row, Run, Section, Stack, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.analysis.wording import Scale
    from desktop_app.figures import Figure
    from desktop_app.report.chapters.brief import Brief


_PERCENT = {"share": "%", "1/year": "% a year"}
"""Units that are written as per cent."""


def figures(brief: Brief) -> Page:
    """Formula and origin of every derived figure, each formula said once."""
    derived = {
        key: figure
        for key, figure in brief.study.figures().items()
        if figure.how and not key.endswith(".converted")
    }
    scale = table_scale(brief.study)
    return Page(
        chapter="A3",
        title="Figures",
        headline=f"{len(derived)} computed figures, each with its formula and its origin",
        subline=f"Money in {scale.unit}. Inputs stand in the assumptions register (A1).",
        body=(
            *_of_options(brief, derived, scale),
            *_of_lines(brief, derived, scale),
            *_of_demand(brief, derived, scale),
        ),
        about="every formula and its inputs",
        footnote="Money by month is shown by its sum over the horizon, loads and nodes by their "
        "mean. All months, all keys and the break-evens between every two options are in the "
        "attachment. Money in foreign currency enters at the dated exchange rate.",
    )


def _of_options(brief: Brief, derived: Mapping[str, Figure], scale: Scale) -> tuple[Block, ...]:
    """Figures that every option has: once each, with a column of values for each option."""
    names = [_local(key) for key in derived if key.startswith("options.") and ".lines." not in key]
    rows = _rows(brief, derived, scale, names)
    return (
        Section("Figures of every option", "One formula for all options, its values beside it"),
        _table(brief, rows, "Figures of every option with formula and origin."),
    )


def _of_lines(brief: Brief, derived: Mapping[str, Figure], scale: Scale) -> tuple[Block, ...]:
    """Figures of cost lines; what several options have alike stands in one row."""
    names = [_local(key) for key in derived if ".lines." in key]
    found: dict[str, list[str]] = {}
    for option in brief.decision.options:
        for line in option.lines:
            found.setdefault(f"lines.{line.key}.", []).append(line.label)
    labels = {prefix: " / ".join(dict.fromkeys(named)) for prefix, named in found.items()}
    rows: list[Row] = []
    for prefix, label in labels.items():
        own = [name for name in names if name.startswith(prefix)]
        if own:
            rows += [Row((label,), kind="group"), *_rows(brief, derived, scale, own)]
    return (
        Section("Figures of the cost lines", "A dash where an option has no such line"),
        _table(brief, rows, "Figures of every cost line with formula and origin."),
    )


def _local(key: str) -> str:
    return key.split(".", 2)[-1]


def _rows(
    brief: Brief, derived: Mapping[str, Figure], scale: Scale, names: Iterable[str]
) -> list[Row]:
    """A row for each figure and formula; another formula of the same name has its own row."""
    rows = []
    for name in dict.fromkeys(names):
        own = [derived.get(f"options.{option}.{name}") for option in brief.study.order]
        known = [figure for figure in own if figure is not None]
        for formula, first in {(f.how, f.unit): f for f in reversed(known)}.items():
            mine = (f if f and (f.how, f.unit) == formula else None for f in own)
            values = (NONE if f is None else _value(f, scale) for f in mine)
            rows.append(Row((_named(first, scale), _origin(first), *values)))
    return rows


def _table(brief: Brief, rows: Sequence[Row], summary: str) -> Table:
    heads = [short(brief.study, key) for key in brief.study.order]
    return Table(
        (
            Column("Figure", weight=1),
            Column("Formula and origin", weight=2.2),
            *(Column(head, align="right", keep=True) for head in heads),
        ),
        tuple(rows),
        summary,
        dense=True,
    )


def _of_demand(brief: Brief, derived: Mapping[str, Figure], scale: Scale) -> tuple[Block, ...]:
    rows: list[Row] = []
    for workload in brief.decision.workloads:
        mine = [f for key, f in derived.items() if key.startswith(f"workloads.{workload.key}.")]
        rows.append(Row((workload.label,), kind="group"))
        rows += [Row((_named(f, scale), _origin(f), _value(f, scale))) for f in mine]
    columns = (
        Column("Figure", weight=1),
        Column("Formula and origin", weight=2.2),
        Column("Value", align="right", keep=True),
    )
    return (
        Section("Figures of the demand", "The same for every option"),
        Table(columns, tuple(rows), "Figures of the demand with formula.", dense=True),
    )


def _named(figure: Figure, scale: Scale) -> tuple[Run, ...]:
    words = {**_PERCENT, "1": ""}
    unit = "" if _is_money(figure, scale) else words.get(figure.unit, figure.unit)
    return (Run(figure.name), Run(f", {unit_words(unit)}" if unit else "", "quiet"))


def _origin(figure: Figure) -> Stack:
    parts = list(dict.fromkeys(part.name for part in figure.of))
    more = f" and {len(parts) - 8} more" if len(parts) > 8 else ""
    return Stack((figure.how, (Run(f"from {'; '.join(parts[:8])}{more}", "quiet"),)))


def _is_money(figure: Figure, scale: Scale) -> bool:
    currency = scale.unit.split()[-1]
    return figure.unit in {currency, f"{currency}/month"}


def _value(figure: Figure, scale: Scale) -> str:
    value = np.asarray(figure.value, dtype=float)
    if not np.isfinite(value).all():
        return NONE
    if figure.unit == "month":
        return ", ".join(f"{month:.1f}" for month in np.atleast_1d(value)) or NONE
    if value.ndim and _local(figure.key).startswith("cumulative"):
        number = float(value[-1])
    elif value.ndim == 0:
        number = float(value)
    else:
        loads = figure.unit in {"nodes", "share", "1"} or figure.unit.endswith("/s")
        loads = loads and not figure.key.endswith(".orders")
        number = float(value.mean() if loads else value.sum())
    if _is_money(figure, scale):
        return scale.number(number)
    return significant(number * 100 if figure.unit in _PERCENT else number)
