"""Chapter 5, the money: cash, profit and loss and present value agreeing with one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis import volume_words
from desktop_app.analysis.crossing import pays
from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.earned import TITLE, earned
from desktop_app.analysis.money_charts import bridge, traded, year_columns
from desktop_app.analysis.option_words import rate_words
from desktop_app.analysis.recommend import table_scale
from desktop_app.analysis.volume_charts import cost_by_volume
from desktop_app.analysis.volume_words import by_volume
from desktop_app.analysis.wording import NONE, money_scale, month_number, percent
from desktop_app.report.blocks import (
    Block,
    Column,
    Columns,
    KeyFigure,
    KeyFigures,
    Page,
    Row,
    Run,
    Section,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.budget import Budget
    from desktop_app.analysis.comparison import OptionRow
    from desktop_app.analysis.wording import Scale
    from desktop_app.report.blocks import Cell
    from desktop_app.report.chapters.brief import Brief


def money(brief: Brief) -> Page:
    """Cash by year, the bridge from the baseline, cumulative cost and the budget lines."""
    first = brief.study.ranking.first or brief.study.order[0]
    base = brief.study.baseline
    body: list[Block] = [year_columns(brief.study)]
    if base and base != first:
        body.append(
            Columns(
                (bridge(brief.study, base, first),), (curves(brief.study),), ratio=0.52, gap=18
            )
        )
    else:
        body.append(curves(brief.study))
    body += [*_budget(brief, first), _strip(brief, first), *_earned(brief), *_by_volume(brief)]
    if len(brief.study.ranking.eligible) > 1:
        body.append(cost_by_volume(brief.study))
    return Page(
        chapter="5",
        title="Money",
        headline=_headline(brief, first),
        subline=f"Cash is nominal; costs over the horizon are present values at "
        f"{rate_words(brief.study)}.",
        body=tuple(body),
        about="cash, bridge, break-even, budget line",
        footnote=_footnote(brief),
    )


def _footnote(brief: Brief) -> tuple[Run, ...]:
    paid = "Capital is paid at the start of its month, running cost at the end; v(t) = (1 + r)"
    rest = "Residual value is counted in present value and in the last year's cash. In the charts "
    rest += "parts are rounded so that they add up; in the table each number is rounded by itself."
    return (Run(paid), Run("−t/12", "raised"), Run(f" at {rate_words(brief.study)}. {rest}"))


def _headline(brief: Brief, first: str) -> str:
    base, scale, name = brief.study.baseline, brief.scale, brief.label(first)
    capital = float(brief.cost(first).capex.value)
    if not base or base == first:
        with_ = f"{scale.amount(capital)} of capital" if capital else "no capital"
        total = scale.amount(float(brief.cost(first).tco.value))
        return f"{name} takes {with_} and {total} in all, nominal"
    return f"{name} {traded(brief.study, first)}"


def _budget(brief: Brief, key: str) -> tuple[Block, ...]:
    base, cost = brief.study.baseline, brief.cost(key)
    budget = brief.study.analysis.budgets[key]
    scale = table_scale(brief.study)
    table = _BudgetTable(budget, scale)
    share = float(cost.capex_share.value) * float(cost.present_value.value)
    residual = np.asarray(budget.residual.value)
    whole = float(cost.present_value.value)
    closing = _closing(brief, key)
    rows = [
        table.row("Capital (CapEx)", budget.capital.value, share),
        table.row("Running cost (OpEx)", budget.running.value, whole - share + closing),
        table.row("Residual value at the end", -residual, -closing),
        table.row("Cash", budget.cash.value, whole, kind="total"),
    ]
    if base and base != key:
        stay = brief.study.analysis.budgets[base]
        other = float(brief.cost(base).present_value.value)
        cash = np.asarray(budget.cash.value) - np.asarray(stay.cash.value)
        rows.append(table.row(f"{brief.label(base)}, cash", stay.cash.value, other))
        rows.append(table.row("Δ cash to the baseline", cash, whole - other, kind="delta"))
    loss = np.zeros(len(budget.years))
    loss[-1] = float(cost.book_loss.value)
    rows.append(table.row("Depreciation, straight line", budget.depreciation.value))
    rows.append(table.row("Book loss on sale at the end", loss))
    title = "P&L: running cost, depreciation, book loss"
    rows.append(table.row(title, budget.pnl.value, kind="total"))
    if base and base != key:
        change = np.asarray(budget.pnl.value) - np.asarray(
            brief.study.analysis.budgets[base].pnl.value
        )
        rows.append(table.row("Δ P&L to the baseline", change, kind="delta"))
    months = brief.decision.context.horizon_months
    heads = (*(str(year) for year in budget.years), f"{months} months", "Present value")
    columns = (
        Column(f"{brief.label(key)}, budget line", weight=1),
        *(Column(head, align="right") for head in heads),
    )
    return (
        Section(
            "Cash and P&L have one total over the horizon", f"{scale.unit} · PL calendar years"
        ),
        Table(columns, tuple(rows), "Budget lines by calendar year."),
    )


def _earned(brief: Brief) -> tuple[Block, ...]:
    """Every option's saving as an investment; nothing where no baseline is stated."""
    table = earned(brief.study)
    if not table.rows:
        return ()
    option, *numbers = table.heads
    columns = (
        Column(option.name, weight=1),
        *(Column(head.name, head.unit, "right", keep=True) for head in numbers),
    )
    return (
        Section(TITLE, table.caption),
        Table(
            columns,
            _rows(brief, table.rows),
            "Saving, net present value, rates of return and payback.",
        ),
    )


def _by_volume(brief: Brief) -> tuple[Block, ...]:
    """At which volume options change places; nothing where there is only one."""
    table = by_volume(brief.study)
    if not table.rows:
        return ()
    option, *rivals = table.heads
    columns = (
        Column(option, weight=1),
        *(Column(head, align="right", weight=1) for head in rivals),
    )
    return (
        Section(volume_words.TITLE, volume_words.CAPTION),
        Table(
            columns, _rows(brief, table.rows), "Volumes at which options cost less than others."
        ),
    )


def _rows(brief: Brief, found: Sequence[OptionRow]) -> tuple[Row, ...]:
    return tuple(
        Row(
            (brief.marked(row.key), *(cell.text for cell in row.cells)),
            kind="emphasised" if row.is_recommended else "normal",
        )
        for row in found
    )


def _closing(brief: Brief, key: str) -> float:
    """Present value of the residual value."""
    rate = brief.decision.context.discount_rate.likely
    months = brief.decision.context.horizon_months
    return float(brief.cost(key).residual.value) * float((1 + rate) ** (-months / 12))


class _BudgetTable:
    """Rows of one budget table: years, their sum, and a present value where there is one."""

    def __init__(self, budget: Budget, scale: Scale) -> None:
        self._count, self._scale = len(budget.years), scale

    def row(
        self,
        name: str,
        values: object,
        present: float | None = None,
        *,
        kind: str = "normal",
    ) -> Row:
        years = [float(v) for v in np.asarray(values, dtype=float)]
        numbers: Sequence[float | None] = [*years, sum(years), present]
        cells: list[Cell] = [name if kind == "normal" else (Run(name, "strong"),)]
        cells += [self._cell(number, signed=kind == "delta") for number in numbers]
        return Row(tuple(cells), kind="total" if kind == "total" else "normal")

    def _cell(self, number: float | None, *, signed: bool) -> Cell:
        if number is None:
            return ""
        if not self._scale.shows(number):
            return NONE
        text = self._scale.number(number, signed=signed)
        if not signed:
            return text
        return (Run(text, "favourable" if number < 0 else "unfavourable"),)


def _strip(brief: Brief, key: str) -> KeyFigures:
    base, cost, scale = brief.study.baseline, brief.cost(key), brief.scale
    monthly = money_scale([float(cost.monthly_equivalent.value)], brief.decision.context.currency)
    items = [
        KeyFigure(
            scale.number(float(cost.tco.value)), scale.unit, ("total cost of ownership, nominal",)
        ),
        KeyFigure(
            monthly.number(float(cost.monthly_equivalent.value)),
            f"{monthly.unit} a month",
            ("equivalent monthly cost",),
        ),
        KeyFigure(
            percent(float(cost.capex_share.value)).removesuffix("\N{NO-BREAK SPACE}%"),
            "%",
            ("capital share of present value",),
        ),
    ]
    if base and base != key:
        when = pays(brief.study.analysis, key, base, discounted=False)
        text = month_number(when.lasting) if when.lasting else when.short
        items.append(KeyFigure(text.capitalize(), "", ("payback, not discounted",)))
    return KeyFigures(tuple(items), "small")
