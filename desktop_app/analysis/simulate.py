"""From a decision to the spread of its results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.inputs import Inputs
from desktop_app.analysis.pricing import priced
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import quantities
from desktop_app.outcome import Progress, silent
from desktop_app.uncertainty.sampling import draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.decision import Decision, Quantity
    from desktop_app.figures import Array

CHUNK = 2048
"""Draws priced at a time: few enough to stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Simulation:
    """Results over many draws; every option sees the same draws of every input.

    Attributes:
        decision: What was simulated.
        draws: Number of draws.
        seed: Seed of the run.
        uncertain: Paths of the inputs that were drawn.
        streams: Number of streams they were drawn from; shared inputs have one.
        present_values: By option key. Each ``[draws]``, currency.
        curves: Cumulative cost, discounted, after 0, 1 ... H months, by option key. Each
            ``[draws, months + 1]``, currency.
        unserved: What some future leaves unserved, in a sentence, by option key; without the
            options that serve the whole demand in every one.
    """

    decision: Decision
    draws: int
    seed: int
    uncertain: tuple[str, ...]
    streams: int
    present_values: Mapping[str, Array]
    curves: Mapping[str, Array]
    unserved: Mapping[str, str]


def uncertain_inputs(decision: Decision) -> dict[str, Quantity]:
    """Return every quantity that is stated as a range, by its path."""
    return {path: q for path, q in quantities(decision).items() if q.is_uncertain}


def stream_of(decision: Decision, path: str) -> str:
    """Name the stream of draws of an input.

    Lines of one kind with the same key in several options are one line to the people who state
    them: a quote that two options buy from is dear for both or cheap for both. So the option's key
    is left out and options differ by what they do, not by chance. What a node does is the same
    whether it is rented or bought, so there the kind is left out as well.
    """
    steps = path.split(".")
    if steps[0] != "options":
        return path
    if "serves" in steps:
        return ".".join(steps[2:])
    kind = value_at(decision, ".".join(steps[:4])).kind
    return ".".join((kind, *steps[3:]))


def simulate(
    decision: Decision,
    *,
    draws: int | None = None,
    seed: int | None = None,
    progress: Progress = silent,
) -> Simulation:
    """Price every option over draws of every uncertain input.

    Args:
        decision: What to simulate.
        draws: Number of draws; the decision's own plan where none is given.
        seed: Seed of the run; likewise.
        progress: Told the fraction done.

    Raises:
        Cancelled: ``progress`` said so.
        Refused: Money cannot be brought into one currency.
    """
    count = draws or decision.simulation.draws
    first = decision.simulation.seed if seed is None else seed
    spreads = {
        path: (q.bounds[0], q.likely, q.bounds[1])
        for path, q in uncertain_inputs(decision).items()
    }
    streams = {path: stream_of(decision, path) for path in spreads}
    drawn = draw(spreads, count, first, streams)
    months = decision.context.horizon_months
    values = {option.key: np.empty(count) for option in decision.options}
    curves = {option.key: np.empty((count, months + 1)) for option in decision.options}
    unserved: dict[str, str] = {}
    for start in range(0, count, CHUNK):
        progress(start / count)
        rows = slice(start, min(start + CHUNK, count))
        inputs = Inputs(decision, {path: values[rows] for path, values in drawn.items()})
        for key, option in priced(inputs)[1].items():
            values[key][rows] = option.cost.present_value.value
            after_payments = np.asarray(option.cost.cumulative_discounted.value)[..., 1::2]
            curves[key][rows] = after_payments
            for finding in option.unserved[:1]:
                unserved.setdefault(key, finding.message)
    progress(1.0)
    shared = len(set(streams.values()))
    return Simulation(decision, count, first, tuple(spreads), shared, values, curves, unserved)
