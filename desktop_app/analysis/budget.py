"""Cash and charges by calendar year, as a budget shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.figures import Array, Figure, Source, derived, given

if TYPE_CHECKING:
    from desktop_app.decision import Decision
    from desktop_app.economics.option import OptionCost


@dataclass(frozen=True)
class Budget:
    """One option by calendar year; all ``[years]``, currency, nominal.

    Attributes:
        years: Calendar years of the horizon, first to last.
        capital: Capital paid.
        running: Running cost paid.
        residual: Residual value, received in the last year.
        cash: Capital + running − residual.
        depreciation: Straight line.
        pnl: Running cost, depreciation and the book loss of the last year.
    """

    years: tuple[int, ...]
    capital: Figure
    running: Figure
    residual: Figure
    cash: Figure
    depreciation: Figure
    pnl: Figure


def first_month(decision: Decision) -> Figure:
    """The month of signing as a figure, counted in months since the year 0."""
    start = decision.context.start
    count = float(start.year * 12 + start.month - 1)
    source = Source("entered", "context.start")
    return given("context.start", "first month", count, "calendar month", source)


def budget_of(key: str, cost: OptionCost, first: Figure) -> Budget:
    """Sum an option's months into calendar years, by the month in which they fall."""
    year, offset = divmod(int(first.value), 12)
    months = np.arange(offset, offset + np.asarray(cost.running.value).size) // 12

    def yearly(name: str, title: str, by_month: Figure) -> Figure:
        return derived(
            f"options.{key}.{name}_by_year",
            f"{title} by calendar year",
            np.bincount(months, weights=np.asarray(by_month.value)).astype(float),
            by_month.unit,
            how="sum over the months of the year",
            of=(by_month, first),
        )

    capital = yearly("capital", "capital", cost.capital)
    running = yearly("running", "running cost", cost.running)
    last: Array = np.zeros(int(months[-1]) + 1)
    last[-1] = float(cost.residual.value)
    residual = derived(
        f"options.{key}.residual_by_year",
        "residual value by calendar year",
        last,
        cost.residual.unit,
        how="received in the last year",
        of=(cost.residual, first),
    )
    cash = derived(
        f"options.{key}.cash_by_year",
        "cash by calendar year",
        np.asarray(capital.value) + np.asarray(running.value) - last,
        capital.unit,
        how="capital + running cost − residual value",
        of=(capital, running, residual),
    )
    return Budget(
        tuple(range(year, year + int(months[-1]) + 1)),
        capital,
        running,
        residual,
        cash,
        yearly("depreciation", "depreciation", cost.depreciation),
        yearly("pnl", "profit and loss charge", cost.pnl),
    )
