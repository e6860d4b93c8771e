"""Which options may be chosen, in which order, and whether the first of them is a close call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.choice.cheapest import close_call, gap_to_next

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.evaluate import Analysis
    from desktop_app.analysis.simulate import Simulation
    from desktop_app.analysis.spread import OptionSpread

MEAN_DIFFERS = "mean_names_another"
RESIDUAL = "lead_rests_on_residual_value"


@dataclass(frozen=True)
class Ranking:
    """The options in order.

    Attributes:
        eligible: Keys of the options that may be chosen, cheapest present value first.
        ruled_out: Why each of the others may not, by key.
        close_call: Rules by which the first place is a close call; empty for a clear one.
    """

    eligible: tuple[str, ...]
    ruled_out: Mapping[str, str]
    close_call: tuple[str, ...] = ()

    @property
    def first(self) -> str | None:
        """Key of the recommended option, or None when every option is ruled out."""
        return self.eligible[0] if self.eligible else None


def eligible_of(analysis: Analysis, simulation: Simulation) -> Ranking:
    """Order the options that pass the hard limits and serve the whole demand in every future.

    An option that serves less in some futures is cheaper there for doing less.
    """
    ruled_out: dict[str, str] = {}
    for stated in analysis.decision.exclusions:
        before = f"{ruled_out[stated.option]} " if stated.option in ruled_out else ""
        ruled_out[stated.option] = before + _reason(stated.reason, stated.stated_by)
    for key, option in analysis.options.items():
        if option.unserved and key not in ruled_out:
            ruled_out[key] = option.unserved[0].message
        elif key in simulation.unserved and key not in ruled_out:
            ruled_out[key] = f"In some simulated futures: {simulation.unserved[key]}"
    left = [key for key in analysis.options if key not in ruled_out]
    left.sort(key=lambda key: float(analysis.options[key].cost.present_value.value))
    return Ranking(tuple(left), ruled_out)


def ranked(
    analysis: Analysis, ranking: Ranking, spreads: Mapping[str, OptionSpread], *, ranges: bool
) -> Ranking:
    """Hold the first of the options against the rules for close calls.

    Args:
        analysis: Point results.
        ranking: The options in order.
        spreads: Results of the simulation, by option key.
        ranges: Whether any input is stated as a range. Without one nothing is known about how
            sure the order is, and only the gap is judged.
    """
    if len(ranking.eligible) < 2:
        return ranking
    rule, first = analysis.decision.close_call, ranking.eligible[0]
    chance = spreads[first].chance
    fired = close_call(
        float(chance.value) if ranges and chance is not None else 1.0,
        gap_to_next(_costs(analysis, ranking)),
        least_chance=rule.least_chance,
        least_gap=rule.least_gap,
    )
    means = {key: float(spreads[key].mean.value) for key in ranking.eligible}
    if ranges and min(means, key=lambda key: means[key]) != first:
        fired = (*fired, MEAN_DIFFERS)
    unsold = {k: float(analysis.options[k].cost.unsold.value) for k in ranking.eligible}
    if min(unsold, key=lambda key: unsold[key]) != first:
        fired = (*fired, RESIDUAL)
    return Ranking(ranking.eligible, ranking.ruled_out, fired)


def in_order(analysis: Analysis, ranking: Ranking) -> tuple[str, ...]:
    """Order of every page and table: recommended, others by cost, ruled out, baseline last."""
    cost = {k: float(o.cost.present_value.value) for k, o in analysis.options.items()}
    out = sorted(ranking.ruled_out, key=lambda key: cost[key])
    keys = [*ranking.eligible, *out]
    base = analysis.decision.baseline
    if base is not None and base != ranking.first:
        keys = [key for key in keys if key != base] + [base]
    return tuple(keys)


def _costs(analysis: Analysis, ranking: Ranking) -> np.typing.NDArray[np.float64]:
    return np.array(
        [float(analysis.options[key].cost.present_value.value) for key in ranking.eligible]
    )


def _reason(reason: str, stated_by: str) -> str:
    text = reason.rstrip(".")
    return f"{text} (stated by {stated_by})." if stated_by else f"{text}."
