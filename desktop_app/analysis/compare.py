"""Options side by side: differences to the baseline and every break-even between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.break_even import BreakEven, break_even
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.analysis.pricing import Priced
    from desktop_app.economics.option import OptionCost


RESIDUAL_VALUE = "residual value"


@dataclass(frozen=True)
class ToBaseline:
    """An option against staying as today.

    Attributes:
        delta: Present value of cost less that of the baseline; negative is favourable. currency.
        share: The same over the present value of the baseline. share.
        changes: What of it each budget line and the residual value make; they add up to it.
            currency.
    """

    delta: Figure
    share: Figure
    changes: Mapping[str, Figure]


@dataclass(frozen=True)
class Gap:
    """What an option costs beyond the recommended one.

    Attributes:
        amount: Difference of the present values of cost. currency.
        share: The same over the present value of the recommended option's cost. share.
    """

    amount: Figure
    share: Figure


@dataclass(frozen=True)
class Meeting:
    """Where the cumulative costs of two options cross.

    Attributes:
        first: Key of the one option.
        second: Key of the other.
        nominal: Outcome for ``first`` against ``second``, nothing discounted.
        discounted: The same in present values.
        nominal_months: Every crossing. ``[crossings]``, month; empty for none.
        discounted_months: The same in present values.
    """

    first: str
    second: str
    nominal: BreakEven
    discounted: BreakEven
    nominal_months: Figure
    discounted_months: Figure


def to_baseline(options: Mapping[str, Priced], baseline: str | None) -> dict[str, ToBaseline]:
    """Compare every option with the baseline; nothing where no baseline is stated."""
    if baseline is None:
        return {}
    stay = options[baseline].cost.present_value
    found: dict[str, ToBaseline] = {}
    for key, option in options.items():
        if key == baseline:
            continue
        cost = option.cost.present_value
        delta = derived(
            f"options.{key}.delta_to_baseline",
            "difference to the baseline",
            float(cost.value) - float(stay.value),
            cost.unit,
            how="present value of cost − present value of the baseline's cost",
            of=(cost, stay),
        )
        share = derived(
            f"options.{key}.delta_share",
            "difference to the baseline, share",
            float(delta.value) / float(stay.value) if float(stay.value) > 0 else np.nan,
            "share",
            how="difference ÷ present value of the baseline's cost, where that costs anything",
            of=(delta, stay),
        )
        found[key] = ToBaseline(delta, share, _changes(key, option.cost, options[baseline].cost))
    return found


def _changes(key: str, cost: OptionCost, stay: OptionCost) -> dict[str, Figure]:
    changes: dict[str, Figure] = {}
    for name in {**stay.by_category, **cost.by_category}:
        pair = (cost.by_category.get(name), stay.by_category.get(name))
        here, there = (0.0 if f is None else float(f.value) for f in pair)
        changes[name] = derived(
            f"options.{key}.change_of.{name.replace(' ', '_')}",
            f"change of {name}",
            here - there,
            cost.present_value.unit,
            how="present value of the budget line − that of the baseline's",
            of=tuple(f for f in pair if f is not None),
        )
    sold = (cost.present_value, cost.unsold, stay.present_value, stay.unsold)
    mine, without, theirs, their_without = (float(figure.value) for figure in sold)
    changes[RESIDUAL_VALUE] = derived(
        f"options.{key}.change_of.residual_value",
        "change of residual value",
        (mine - without) - (theirs - their_without),
        cost.present_value.unit,
        how="(present value − present value, nothing sold) − the same of the baseline",
        of=sold,
    )
    return changes


def gaps_to(options: Mapping[str, Priced], eligible: Sequence[str]) -> dict[str, Gap]:
    """Compare every option with the recommended one; nothing where there is none.

    Args:
        options: All options by key.
        eligible: Keys of those that may be chosen, cheapest first. Which of them that is depends
            on the cost of each, so each is named.
    """
    if not eligible:
        return {}
    rivals = tuple(options[key].cost.present_value for key in eligible)
    best = rivals[0]
    found: dict[str, Gap] = {}
    for key in options:
        cost = options[key].cost.present_value
        amount = derived(
            f"options.{key}.above_recommended",
            "cost above the recommended option",
            float(cost.value) - float(best.value),
            cost.unit,
            how="present value of cost − the lowest among the options that may be chosen",
            of=tuple(dict.fromkeys((cost, *rivals))),
        )
        share = derived(
            f"options.{key}.above_recommended_share",
            "cost above the recommended option, share",
            float(amount.value) / float(best.value) if float(best.value) > 0 else np.nan,
            "share",
            how="difference ÷ the lowest present value among the options that may be chosen, "
            "where that costs anything",
            of=(amount, *rivals),
        )
        found[key] = Gap(amount, share)
    return found


def meetings(options: Mapping[str, Priced]) -> tuple[Meeting, ...]:
    """Find every crossing between the cumulative costs of every two options."""
    return tuple(_meeting(a, b, options) for a, b in combinations(options, 2))


def _meeting(first: str, second: str, options: Mapping[str, Priced]) -> Meeting:
    one, other = options[first].cost, options[second].cost
    nominal = break_even(np.asarray(one.cumulative.value), np.asarray(other.cumulative.value))
    discounted = break_even(
        np.asarray(one.cumulative_discounted.value), np.asarray(other.cumulative_discounted.value)
    )
    at = f"break_even.{first}.{second}"
    return Meeting(
        first,
        second,
        nominal,
        discounted,
        _months(f"{at}.nominal", nominal, (one.cumulative, other.cumulative)),
        _months(
            f"{at}.discounted",
            discounted,
            (one.cumulative_discounted, other.cumulative_discounted),
        ),
    )


def _months(key: str, outcome: BreakEven, curves: tuple[Figure, Figure]) -> Figure:
    return derived(
        key,
        f"break-even, {key.rpartition('.')[2]}",
        np.array([crossing.month for crossing in outcome.crossings]),
        "month",
        how="every time at which the two cumulative costs are equal and the lead changes",
        of=curves,
    )
