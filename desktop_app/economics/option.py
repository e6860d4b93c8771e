"""What an option costs: its lines added up, in cash and in the profit and loss account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.annuities import equivalent_monthly_cost
from desktop_app.economics.books import book_loss_of, depreciation_of, pnl_of
from desktop_app.economics.break_even import cumulative_curve
from desktop_app.economics.discounting import present_value
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.economics.parts import LineCost, Terms
    from desktop_app.figures import Array, Value


@dataclass(frozen=True)
class OptionCost:
    """What one option costs over the horizon.

    Attributes:
        lines: Its cost lines.
        capital: Paid at the start of each month. ``[..., months]``, currency.
        running: Paid at the end of each month. ``[..., months]``, currency.
        residual: Sale of what is left, at the end. ``[...]``, currency.
        capex: All capital paid, nominal. ``[...]``, currency.
        opex: All running cost paid, nominal. ``[...]``, currency.
        tco: All cash paid less the residual value, nominal. ``[...]``, currency.
        present_value: The same, discounted. ``[...]``, currency.
        monthly_equivalent: Constant amount at each month's end with that present value.
        capex_share: Present value of the capital over that of all cost. ``[...]``, share.
        depreciation: Straight line. ``[..., months]``, currency.
        book_loss: Book value at the end less the residual value. ``[...]``, currency.
        pnl: Running cost, depreciation and book loss. ``[..., months]``, currency.
        cumulative: Cash paid up to each time of ``break_even.curve_times``, nominal.
            ``[..., 2 (months + 1)]``, currency.
        cumulative_discounted: The same, discounted. ``[..., 2 (months + 1)]``.
        by_category: Present value of each budget line, residual value apart. ``[...]``.
        unsold: Present value of cost if nothing is sold at the end. ``[...]``, currency.
    """

    lines: tuple[LineCost, ...]
    capital: Figure
    running: Figure
    residual: Figure
    capex: Figure
    opex: Figure
    tco: Figure
    present_value: Figure
    monthly_equivalent: Figure
    capex_share: Figure
    depreciation: Figure
    book_loss: Figure
    pnl: Figure
    cumulative: Figure
    cumulative_discounted: Figure
    by_category: Mapping[str, Figure]
    unsold: Figure


def cost_of_option(at: str, lines: Sequence[LineCost], terms: Terms) -> OptionCost:
    """Add up an option's lines.

    Source:
        Timing and formulas: docs/method.md. Present value = sum of capital[m] × v(m - 1) + sum
        of running[m] × v(m) - residual × v(H), months counted from 1, v(t) = (1 + r)^(-t/12).
    """
    capital = _added(at, "capital", lines, terms)
    running = _added(at, "running", lines, terms)
    residual = _residual(at, lines, terms)
    money = (capital, running, residual)
    value = _present_value(at, money, terms)
    depreciation = depreciation_of(at, lines, terms)
    by_category = _categories(at, lines, terms)
    book_loss = book_loss_of(at, (capital, depreciation, residual), terms)
    return OptionCost(
        lines=tuple(lines),
        capital=capital,
        running=running,
        residual=residual,
        capex=_total(at, "capex", "capital paid", capital, terms),
        opex=_total(at, "opex", "running cost paid", running, terms),
        tco=_tco(at, money, terms),
        present_value=value,
        monthly_equivalent=_monthly(at, value, terms),
        capex_share=_capex_share(at, capital, value, terms),
        depreciation=depreciation,
        book_loss=book_loss,
        pnl=pnl_of(at, (running, depreciation, book_loss), terms),
        cumulative=_cumulative(at, money, terms, discounted=False),
        cumulative_discounted=_cumulative(at, money, terms, discounted=True),
        by_category=by_category,
        unsold=_unsold(at, by_category, terms),
    )


def _values(figure: Figure | None) -> Array | float:
    return 0.0 if figure is None else np.asarray(figure.value, dtype=float)


def _added(at: str, what: str, lines: Sequence[LineCost], terms: Terms) -> Figure:
    of = [f for line in lines if (f := getattr(line, what)) is not None]
    total: Array = np.zeros(int(terms.months.value))
    for figure in of:
        total = total + np.asarray(figure.value)
    return derived(
        f"{at}.{what}",
        f"{'capital' if what == 'capital' else 'running cost'} by month",
        total,
        terms.currency,
        how="sum of the option's cost lines",
        of=(*of, terms.months),
    )


def _residual(at: str, lines: Sequence[LineCost], terms: Terms) -> Figure:
    of = [line.residual for line in lines if line.residual is not None]
    total: Value = 0.0
    for figure in of:
        total = total + np.asarray(figure.value)
    return derived(
        f"{at}.residual",
        "residual value",
        total,
        terms.currency,
        how="sum of what the hardware is worth at the end of the horizon",
        of=(*of, terms.months),
    )


def _total(at: str, key: str, name: str, by_month: Figure, terms: Terms) -> Figure:
    return derived(
        f"{at}.{key}",
        name,
        np.asarray(by_month.value).sum(axis=-1),
        terms.currency,
        how="sum over months, nominal",
        of=(by_month,),
    )


def _tco(at: str, money: tuple[Figure, Figure, Figure], terms: Terms) -> Figure:
    capital, running, residual = (np.asarray(f.value, dtype=float) for f in money)
    return derived(
        f"{at}.tco",
        "total cost of ownership",
        capital.sum(axis=-1) + running.sum(axis=-1) - residual,
        terms.currency,
        how="capital + running cost − residual value, nominal",
        of=money,
    )


def _present_value(at: str, money: tuple[Figure, Figure, Figure], terms: Terms) -> Figure:
    capital, running, residual = (np.asarray(f.value, dtype=float) for f in money)
    return derived(
        f"{at}.present_value",
        "present value of cost",
        present_value(start=capital, end=running, closing=-residual, annual_rate=terms.rate.value),
        terms.currency,
        how="Σ capital[m] · v(m − 1) + Σ running[m] · v(m) − residual · v(H), "
        "v(t) = (1 + rate)^(−t ÷ 12)",
        of=(*money, terms.rate),
    )


def _monthly(at: str, value: Figure, terms: Terms) -> Figure:
    return derived(
        f"{at}.monthly_equivalent",
        "equivalent monthly cost",
        equivalent_monthly_cost(value.value, terms.rate.value, int(terms.months.value)),
        f"{terms.currency}/month",
        how="constant amount at each month's end with the same present value",
        of=(value, terms.rate, terms.months),
    )


def _capex_share(at: str, capital: Figure, value: Figure, terms: Terms) -> Figure:
    invested = present_value(
        start=np.asarray(capital.value),
        end=np.zeros(int(terms.months.value)),
        closing=0.0,
        annual_rate=terms.rate.value,
    )
    whole = np.asarray(value.value, dtype=float)
    return derived(
        f"{at}.capex_share",
        "capital share of cost",
        np.where(whole != 0, invested / np.where(whole != 0, whole, 1.0), 0.0),
        "share",
        how="present value of the capital ÷ present value of cost",
        of=(capital, value, terms.rate),
    )


def _cumulative(
    at: str, money: tuple[Figure, Figure, Figure], terms: Terms, *, discounted: bool
) -> Figure:
    word = "discounted" if discounted else "nominal"
    return derived(
        f"{at}.cumulative{'_discounted' if discounted else ''}",
        f"cumulative cost, {word}",
        cumulative_curve(
            start=np.asarray(money[0].value),
            end=np.asarray(money[1].value),
            closing=-np.asarray(money[2].value),
            annual_rate=terms.rate.value if discounted else 0.0,
        ),
        terms.currency,
        how="cash paid up to each time 0, 1, … just before and just after the payments of that "
        f"moment, less the residual value at the end, {word}",
        of=(*money, terms.rate) if discounted else money,
    )


def _unsold(at: str, by_category: Mapping[str, Figure], terms: Terms) -> Figure:
    total: Value = 0.0
    for figure in by_category.values():
        total = total + np.asarray(figure.value)
    return derived(
        f"{at}.present_value_unsold",
        "present value of cost, nothing sold",
        total,
        terms.currency,
        how="sum of the present values of the budget lines, without residual value",
        of=(*by_category.values(), terms.months),
    )


def _categories(at: str, lines: Sequence[LineCost], terms: Terms) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for category in dict.fromkeys(line.category for line in lines):
        of = [
            figure
            for line in lines
            if line.category == category
            for figure in (line.capital, line.running)
            if figure is not None
        ]
        start = sum((_values(x.capital) for x in lines if x.category == category), start=0.0)
        end = sum((_values(x.running) for x in lines if x.category == category), start=0.0)
        flat = np.zeros(int(terms.months.value))
        found[category] = derived(
            f"{at}.present_value_of.{category.replace(' ', '_')}",
            f"present value of {category}",
            present_value(
                start=start + flat, end=end + flat, closing=0.0, annual_rate=terms.rate.value
            ),
            terms.currency,
            how="present value of these cost lines, before residual value",
            of=(*of, terms.rate, terms.months),
        )
    return found
