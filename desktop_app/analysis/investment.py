"""What leaving the baseline earns: an option's saving seen as an investment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.discounting import flows_by_time, monthly_rate, yearly_rate
from desktop_app.economics.returns import (
    InternalRates,
    discounted_payback,
    internal_rates,
    mirr,
    npv,
    payback,
)
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.pricing import Priced
    from desktop_app.economics.option import OptionCost
    from desktop_app.figures import Array


_TOLD = {
    "saving": ("saving", "", "sum of the cash saved"),
    "npv": (
        "net present value",
        "",
        "Σ cash saved[t] · (1 + rate)^(−t ÷ 12); the first payment is not discounted",
    ),
    "irr": (
        "internal rate of return",
        "1/year",
        "the rate at which the cash saved is worth nothing today; it does not exist where there "
        "is no such rate or more than one",
    ),
    "mirr": (
        "modified internal rate of return",
        "1/year",
        "(value of receipts at the end ÷ value of payments at the start)^(12 ÷ months) − 1, both "
        "at the discount rate",
    ),
    "payback": (
        "payback",
        "month",
        "time at which the sum of the cash saved has come back to nothing",
    ),
    "discounted_payback": (
        "discounted payback",
        "month",
        "the same with each month's cash discounted",
    ),
}
"""Name, unit and formula of each figure; without a unit it is money."""


@dataclass(frozen=True)
class Investment:
    """Cash saved by an option against the baseline, month by month, judged as an investment.

    Attributes:
        saved: Cash of the baseline less that of the option at the times 0, 1, ... ; negative is
            put in, positive comes back. ``[months + 1]``, currency.
        saving: Its plain sum. currency.
        npv: Its sum discounted at the decision's rate. currency.
        rates: Every internal rate, a month's; none, one or several are all answers.
        irr: The one internal rate, yearly; NaN where there is none or more than one. 1/year.
        mirr: Modified internal rate, paying and reinvesting at the decision's rate; NaN where
            nothing is put in or nothing comes back. 1/year.
        payback: When what was put in has come back, interpolated within the month; 0 when
            nothing is put in, NaN when it never comes back. month.
        discounted_payback: The same, each month discounted. month.
    """

    saved: Figure
    saving: Figure
    npv: Figure
    rates: InternalRates
    irr: Figure
    mirr: Figure
    payback: Figure
    discounted_payback: Figure

    def figures(self) -> tuple[Figure, ...]:
        """Return the figures that answer a question."""
        judged = (self.irr, self.mirr, self.payback, self.discounted_payback)
        return (self.saving, self.npv, *judged)


def investments(
    options: Mapping[str, Priced], baseline: str | None, rate: Figure
) -> dict[str, Investment]:
    """Judge every option against the baseline; nothing where no baseline is stated.

    Args:
        options: All options by key.
        baseline: Key of the one that stands for staying as today.
        rate: Effective yearly discount rate. 1/year.
    """
    if baseline is None:
        return {}
    stay = options[baseline].cost
    return {
        key: _investment(f"options.{key}.against_baseline", option.cost, stay, rate)
        for key, option in options.items()
        if key != baseline
    }


def _investment(at: str, cost: OptionCost, stay: OptionCost, rate: Figure) -> Investment:
    saved = _saved(at, cost, stay)
    flows, a_month = np.asarray(saved.value), monthly_rate(rate.value)
    rates = internal_rates(flows)
    one = rates.rates[0] if rates.kind == "unique" else np.nan
    modified = mirr(flows, a_month, a_month)
    later = discounted_payback(a_month, flows)

    def told(key: str, value: Array | float, *more: Figure) -> Figure:
        name, unit, how = _TOLD[key]
        number = float(np.asarray(value))
        unit = unit or saved.unit
        return derived(f"{at}.{key}", name, number, unit, how=how, of=(saved, *more))

    return Investment(
        saved=saved,
        saving=told("saving", flows.sum()),
        npv=told("npv", npv(a_month, flows), rate),
        rates=rates,
        irr=told("irr", yearly_rate(one)),
        mirr=told("mirr", yearly_rate(modified), rate),
        payback=told("payback", payback(flows)),
        discounted_payback=told("discounted_payback", later, rate),
    )


def _saved(at: str, cost: OptionCost, stay: OptionCost) -> Figure:
    return derived(
        f"{at}.saved",
        "cash saved by month",
        _cash(stay) - _cash(cost),
        cost.capital.unit,
        how="cash of the baseline − cash of the option, by the time of payment",
        of=(
            *(stay.capital, stay.running, stay.residual),
            *(cost.capital, cost.running, cost.residual),
        ),
    )


def _cash(cost: OptionCost) -> Array:
    return flows_by_time(
        start=np.asarray(cost.capital.value),
        end=np.asarray(cost.running.value),
        closing=-np.asarray(cost.residual.value),
    )
