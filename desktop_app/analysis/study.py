"""Everything computed from one decision, together: what reports and commands show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.compare import Gap, gaps_to
from desktop_app.analysis.evaluate import Analysis, evaluate
from desktop_app.analysis.ranking import Ranking, eligible_of, in_order, ranked
from desktop_app.analysis.simulate import Simulation, simulate
from desktop_app.analysis.spread import OptionSpread, spread_of
from desktop_app.outcome import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.decision import Decision
    from desktop_app.figures import Figure


@dataclass(frozen=True, eq=False)
class Study:
    """Point results, spreads and the order of the options.

    Attributes:
        analysis: Results at the most likely values.
        simulation: The draws behind the spreads.
        spreads: By option key.
        ranking: Which option is recommended, and how firmly.
        gaps: What each option costs beyond the recommended one, by option key.
        order: Keys of all options in the order of every page and table.
    """

    analysis: Analysis
    simulation: Simulation
    spreads: Mapping[str, OptionSpread]
    ranking: Ranking
    gaps: Mapping[str, Gap]
    order: tuple[str, ...]

    @property
    def decision(self) -> Decision:
        """The decision that was studied."""
        return self.analysis.decision

    @property
    def has_ranges(self) -> bool:
        """Whether any input is stated as a range; without one, nothing is known of certainty."""
        return bool(self.simulation.uncertain)

    @property
    def baseline(self) -> str | None:
        """The stated baseline, unless it leaves demand unserved or has no cost to compare with."""
        stated = self.decision.baseline
        if stated is None or self.analysis.options[stated].unserved:
            return None
        return None if stated in self.simulation.unserved else stated

    def results(self) -> Iterator[Figure]:
        """Yield the figures that answer a question."""
        yield from self.analysis.results()
        for spread in self.spreads.values() if self.has_ranges else ():
            yield from spread.figures()
        for gap in self.gaps.values():
            yield from (gap.amount, gap.share)

    def figures(self) -> dict[str, Figure]:
        """Return every figure by its key: results, what they were derived from, and inputs."""
        return {part.key: part for figure in self.results() for part in figure.walk()}


def study(
    decision: Decision,
    *,
    draws: int | None = None,
    seed: int | None = None,
    progress: Progress = silent,
) -> Study:
    """Evaluate and simulate a decision and rank its options.

    Args:
        decision: What to study.
        draws: Number of draws; the decision's own plan where none is given.
        seed: Seed of the simulation; likewise.
        progress: Told the fraction done.

    Raises:
        Refused: There is nothing to compare, or money cannot be brought into one currency.
        Cancelled: ``progress`` said so.
    """
    analysis = evaluate(decision)
    simulation = simulate(decision, draws=draws, seed=seed, progress=progress)
    found = eligible_of(analysis, simulation)
    spreads = spread_of(analysis, simulation, found.eligible)
    ranking = ranked(analysis, found, spreads, ranges=bool(simulation.uncertain))
    gaps = gaps_to(analysis.options, ranking.eligible)
    return Study(analysis, simulation, spreads, ranking, gaps, in_order(analysis, ranking))
