"""Chapter 4, the options compared: why this one, and why not the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.comparison import (
    CAPITAL,
    CHANCE,
    NOMINAL,
    PAYS,
    SPAN,
    VALUE,
    ComparedOption,
    comparison,
)
from desktop_app.analysis.option_words import mark_of, short
from desktop_app.analysis.wording import (
    NONE,
    money_scale,
    significant,
    unit_words,
)
from desktop_app.report.blocks import Bar, Block, Cell, Column, Page, Row, Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.analysis.evaluate import Analysis
    from desktop_app.analysis.wording import Scale
    from desktop_app.economics.demand import Work
    from desktop_app.figures import Figure
    from desktop_app.report.chapters.brief import Brief


def options(brief: Brief) -> Page:
    """Costs side by side, unit costs, what each option is made of, and why not the others."""
    order, advice = brief.study.order, brief.advice
    others = len(order) - 1
    headline = advice.headline
    if advice.option and others:
        headline = f"{brief.label(advice.option)} first, then "
        headline += f"{others} other{'' if others == 1 else 's'} by rising cost"
    return Page(
        chapter="4",
        title="Options compared",
        headline=headline,
        subline="The same demand, the same months and the same draws for every option.",
        body=(*_compared(brief), *_against(brief), *_units(brief), *_lines(brief)),
        about="cost, range, unit costs, budget lines",
        footnote="Order on every page: recommended first, others by rising cost, ruled out, then "
        "the baseline. P10 is exceeded in 90 % of draws, P90 in 10 %. Unit costs include idle "
        "time and each workload's share of common cost.",
    )


def _compared(brief: Brief) -> tuple[Block, ...]:
    study, found = brief.study, comparison(brief.study)
    heads = {head.name: head for head in found.heads}
    shown = (SPAN, NOMINAL, CAPITAL, CHANCE, PAYS)
    columns = (
        Column("Option", weight=1),
        Column(VALUE, heads[VALUE].unit, weight=0.9),
        *(Column(name, heads[name].unit, "right", keep=name in {SPAN, PAYS}) for name in shown),
    )
    full = max(float(brief.cost(key).present_value.value) for key in study.order)
    rows = tuple(_compared_row(brief, option, full) for option in found.rows)
    return (
        Section(
            f"{len(study.order)} options on one scale",
            f"{brief.decision.organisation} · PL · present values at the stated rate · discounted "
            "break-even against the baseline",
        ),
        Table(columns, rows, "Costs of the options side by side."),
    )


def _compared_row(brief: Brief, option: ComparedOption, full: float) -> Row:
    scale, value = brief.scale, float(brief.cost(option.key).present_value.value)
    cells: tuple[Cell, ...] = (
        brief.marked(option.key),
        Bar(
            option.value.text,
            max(value, 0.0) / scale.factor,
            max(full, 0.0) / scale.factor,
            emphasised=option.is_recommended,
        ),
        option.span.text,
        option.nominal.text,
        option.capital.text,
        option.chance.text,
        option.pays.text,
    )
    return Row(cells, kind="emphasised" if option.is_recommended else "normal")


def _against(brief: Brief) -> tuple[Block, ...]:
    if not brief.advice.others:
        return ()
    rows = tuple(
        Row((brief.marked(key), f"{reason.lead} {reason.text}"))
        for key, reason in brief.advice.others
    )
    columns = (Column("Option", keep=True), Column("Why not", weight=1))
    return (
        Section("Why not the others", "Against the recommended option, in present values"),
        Table(columns, rows, "Why each other option is not recommended."),
    )


def _units(brief: Brief) -> tuple[Block, ...]:
    order, analysis = brief.study.order, brief.study.analysis
    currency = brief.decision.context.currency
    rivals = tuple(key in brief.study.ranking.eligible for key in order)
    rows = [
        _best_row(
            (f"Unit cost, {work.label}", _unit(currency, work)),
            [_unit_cost(analysis, key, work.key) for key in order],
            rivals,
            significant,
        )
        for work in analysis.works.values()
    ]
    monthly = [float(brief.cost(key).monthly_equivalent.value) for key in order]
    scale = money_scale(monthly, currency)
    heads = ("Equivalent monthly cost", f"{scale.unit} a month")
    rows.append(_best_row(heads, monthly, rivals, scale.number))
    used = [_utilisation(brief, key) for key in order]
    if any(u is not None for u in used):
        rows.append(_row(("Utilisation of own servers", "%"), used, lambda u: f"{u * 100:.0f}"))
    columns = (Column("Key figure", weight=1), Column("Unit", weight=0.6), *_heads(brief))
    return (
        Section(
            "What a unit of work costs",
            "Nominal cost over the horizon ÷ work delivered · best of those that may be chosen "
            "shaded · – where the bill does not say which workload causes the cost",
        ),
        Table(columns, tuple(rows), "Unit costs of every option."),
    )


def _unit(currency: str, work: Work) -> str:
    return unit_words(f"{currency}/{work.delivered.unit}")


def _unit_cost(analysis: Analysis, option: str, workload: str) -> float | None:
    found = analysis.unit_costs[option]
    return float(found[workload].value) if workload in found else None


def _heads(brief: Brief) -> tuple[Column, ...]:
    """A column for each option, below its sign."""
    return tuple(
        Column(short(brief.study, key), align="right", marks=(mark_of(brief.study, key),))
        for key in brief.study.order
    )


def _row(
    heads: tuple[str, str], values: Sequence[float | None], write: Callable[[float], str]
) -> Row:
    return Row((*heads, *(NONE if v is None else write(v) for v in values)))


def _best_row(
    heads: tuple[str, str],
    values: Sequence[float | None],
    rivals: Sequence[bool],
    write: Callable[[float], str],
) -> Row:
    """Shade the lowest value among the options that may be chosen."""
    row = _row(heads, values, write)
    known = [v for v, may in zip(values, rivals, strict=True) if may and v and np.isfinite(v)]
    best = [
        i + len(heads)
        for i, (v, may) in enumerate(zip(values, rivals, strict=True))
        if may and known and v == min(known)
    ]
    return Row(row.cells, best=tuple(best) if len(known) > 1 else ())


def _utilisation(brief: Brief, key: str) -> float | None:
    found = brief.study.analysis.options[key].utilisation
    return float(next(iter(found.values())).value) if len(found) == 1 else None


def _lines(brief: Brief) -> tuple[Block, ...]:
    """Present value by budget line, so that a reader sees what each option spends on."""
    order, scale = brief.study.order, brief.scale
    costs = {key: brief.cost(key) for key in order}
    names = dict.fromkeys(name for cost in costs.values() for name in cost.by_category)
    rows = [
        Row(
            (
                name.capitalize(),
                *(_amount(costs[key].by_category.get(name), scale) for key in order),
            )
        )
        for name in names
    ]
    sold = {key: float(costs[key].unsold.value) for key in order}
    residual = [float(costs[key].present_value.value) - sold[key] for key in order]
    if any(abs(value) > 1e-6 for value in residual):
        rows.append(Row(("Residual value", *(_nonzero(value, scale) for value in residual))))
    totals = (scale.number(float(costs[key].present_value.value)) for key in order)
    rows.append(Row(("Present value of cost", *totals), kind="total"))
    columns = (Column("Budget line", weight=1), *_heads(brief))
    return (
        Section("What each option spends on", f"Present values in {scale.unit}"),
        Table(columns, tuple(rows), "Present value by budget line and option."),
    )


def _amount(figure: Figure | None, scale: Scale) -> str:
    return NONE if figure is None else _nonzero(float(figure.value), scale)


def _nonzero(value: float, scale: Scale) -> str:
    return NONE if abs(value) < 1e-6 else scale.number(value)
