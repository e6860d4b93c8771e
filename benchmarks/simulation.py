"""How much faster all draws are priced together than one after another.

Run from the project's folder: python benchmarks/simulation.py
The ratio carries from machine to machine; draws a second are printed for context only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop_app import storage  # noqa: E402 - found beside this folder
from desktop_app.analysis.inputs import Inputs  # noqa: E402
from desktop_app.analysis.pricing import priced  # noqa: E402
from desktop_app.analysis.simulate import simulate, stream_of, uncertain_inputs  # noqa: E402
from desktop_app.uncertainty.sampling import draw  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.decision import Decision
    from desktop_app.figures import Array

TOGETHER, ALONE, ROUNDS = 8_192, 64, 5


def one_after_another(decision: Decision) -> dict[str, Array]:
    """Price every option draw by draw. Each ``[draws]``, currency."""
    spreads = {
        path: (q.bounds[0], q.likely, q.bounds[1])
        for path, q in uncertain_inputs(decision).items()
    }
    streams = {path: stream_of(path) for path in spreads}
    drawn = draw(spreads, ALONE, decision.simulation.seed, streams)
    found: dict[str, list[float]] = {option.key: [] for option in decision.options}
    for row in range(ALONE):
        inputs = Inputs(decision, {path: values[row] for path, values in drawn.items()})
        for key, option in priced(inputs)[1].items():
            found[key].append(float(option.cost.present_value.value))
    return {key: np.array(values) for key, values in found.items()}


def draws_a_second(work: Callable[[], object], draws: int) -> float:
    """Best of some rounds, so that other work on the machine counts least."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return draws / min(times)


def main() -> None:
    """Measure Meridian's decision both ways and say the ratio."""
    decision = storage.load(ROOT / "resources" / "samples" / "meridian.isocost")
    same = simulate(decision, draws=ALONE).present_values
    apart = max(
        float(np.max(np.abs(values / same[key] - 1)))
        for key, values in one_after_another(decision).items()
    )
    together = draws_a_second(lambda: simulate(decision, draws=TOGETHER), TOGETHER)
    alone = draws_a_second(lambda: one_after_another(decision), ALONE)
    lines = (
        f"Together over one after another: {together / alone:.0f} times as many draws.",
        f"Largest relative difference of a present value between the two: {apart:.1g}.",
        f"For context, draws a second: {together:,.0f} together, {alone:,.0f} one after another,",
        f"each with {len(uncertain_inputs(decision))} uncertain inputs, "
        f"{len(decision.options)} options and {decision.context.horizon_months} months.",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
