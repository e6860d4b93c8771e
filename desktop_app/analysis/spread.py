"""What a simulation says, as figures: percentiles, means and how often each option is cheapest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.choice.cheapest import chance_cheapest
from desktop_app.figures import Array, Figure, Source, derived, given
from desktop_app.uncertainty.summary import (
    quantiles,
    standard_error_of_mean,
    standard_error_of_share,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop_app.analysis.evaluate import Analysis
    from desktop_app.analysis.simulate import Simulation

LEVELS = (0.10, 0.25, 0.50, 0.75, 0.90)


@dataclass(frozen=True, eq=False)
class OptionSpread:
    """How sure the cost of one option is.

    Attributes:
        p10: Present value of cost that a tenth of the draws lie below. currency.
        p50: Its median. currency.
        p90: What nine tenths lie below. currency.
        mean: Its mean over all draws. currency.
        mean_error: Standard error of that mean. currency.
        chance: Share of draws in which it is the cheapest of the options compared. share.
        chance_error: Standard error of that share. share.
        fan: P10, P25, P50, P75, P90 of the cumulative discounted cost. ``[5, months + 1]``.
    """

    p10: Figure
    p50: Figure
    p90: Figure
    mean: Figure
    mean_error: Figure
    chance: Figure | None
    chance_error: Figure | None
    fan: tuple[Figure, ...]

    def figures(self) -> Iterator[Figure]:
        """Yield all of them."""
        yield from (self.p10, self.p50, self.p90, self.mean, self.mean_error)
        yield from (f for f in (self.chance, self.chance_error) if f is not None)
        yield from self.fan


def spread_of(
    analysis: Analysis, simulation: Simulation, compared: Sequence[str]
) -> Mapping[str, OptionSpread]:
    """Summarise a simulation.

    Args:
        analysis: Point results of the same decision: what the spreads are spreads of.
        simulation: The draws.
        compared: Keys of the options that may be chosen; only they compete for the cheapest.
    """
    plan = _plan(simulation)
    chances = dict(zip(compared, _chances(simulation, compared), strict=True))
    points = {key: analysis.options[key].cost.present_value for key in simulation.present_values}
    rivals = tuple(points[key] for key in compared)
    found: dict[str, OptionSpread] = {}
    for key, values in simulation.present_values.items():
        at, curve = f"options.{key}", analysis.options[key].cost.cumulative_discounted
        p10, p50, p90, mean, mean_error = _summary(at, values, (points[key], *plan))
        share, error = _chance(at, chances.get(key), (*rivals, *plan))
        fan = _fan(at, simulation.curves[key], (curve, *plan))
        found[key] = OptionSpread(p10, p50, p90, mean, mean_error, share, error, fan)
    return found


def _plan(simulation: Simulation) -> tuple[Figure, Figure]:
    return (
        given(
            "simulation.draws",
            "draws",
            float(simulation.draws),
            "1",
            Source("entered", "simulation.draws"),
        ),
        given(
            "simulation.seed",
            "seed",
            float(simulation.seed),
            "name",
            Source("entered", "simulation.seed"),
        ),
    )


def _chances(simulation: Simulation, compared: Sequence[str]) -> Sequence[float]:
    if not compared:
        return ()
    costs = np.stack([simulation.present_values[key] for key in compared])
    return [float(share) for share in chance_cheapest(costs)]


def _summary(at: str, values: Array, of: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """P10, P50, P90, mean and its standard error."""
    p10, p50, p90 = (float(q) for q in quantiles(values, (0.10, 0.50, 0.90)))
    error = float(standard_error_of_mean(values))
    rows = (
        ("p10", "P10 of cost", p10, "a tenth of the draws lie below"),
        ("p50", "P50 of cost", p50, "half of the draws lie below"),
        ("p90", "P90 of cost", p90, "nine tenths of the draws lie below"),
        ("mean", "mean of cost", float(values.mean()), "mean over the draws"),
        ("mean_error", "standard error of the mean", error, "standard deviation ÷ √draws"),
    )
    unit = of[0].unit
    return tuple(
        derived(f"{at}.present_value.{key}", name, value, unit, how=how, of=of)
        for key, name, value, how in rows
    )


def _chance(
    at: str, share: float | None, of: tuple[Figure, ...]
) -> tuple[Figure, Figure] | tuple[None, None]:
    if share is None:
        return None, None
    chance = derived(
        f"{at}.chance_cheapest",
        "chance of being the cheapest",
        share,
        "share",
        how="share of the draws in which its present value of cost is the lowest",
        of=of,
    )
    draws = next(figure for figure in of if figure.key == "simulation.draws")
    error = derived(
        f"{at}.chance_cheapest.error",
        "standard error of that chance",
        float(standard_error_of_share(share, int(draws.value))),
        "share",
        how="√(chance × (1 − chance) ÷ draws)",
        of=(chance, draws),
    )
    return chance, error


def _fan(at: str, curves: Array, of: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(
        derived(
            f"{at}.cumulative_discounted.p{level * 100:.0f}",
            f"P{level * 100:.0f} of cumulative cost, discounted",
            row,
            of[0].unit,
            how=f"after 0, 1, … months, {level * 100:.0f} % of the draws lie below",
            of=of,
        )
        for level, row in zip(LEVELS, quantiles(curves, LEVELS), strict=True)
    )
