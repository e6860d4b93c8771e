"""From a decision to all its point results."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.analysis.budget import Budget, budget_of, first_month
from desktop_app.analysis.compare import Meeting, ToBaseline, meetings, to_baseline
from desktop_app.analysis.inputs import Inputs
from desktop_app.analysis.investment import Investment, investments
from desktop_app.analysis.pricing import Priced, priced
from desktop_app.analysis.volumes import VolumeMeeting, volume_meetings
from desktop_app.decision.checks import advice
from desktop_app.economics.unit_costs import unit_costs
from desktop_app.outcome import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.decision import Decision
    from desktop_app.economics.demand import Work
    from desktop_app.figures import Figure


@dataclass(frozen=True, eq=False)
class Analysis:
    """Results at the most likely values.

    Attributes:
        decision: What was evaluated; a result never outlives doubt about its input.
        works: Demand by workload key.
        options: Price by option key, in the order of the decision's options.
        unit_costs: By option key, then by workload key.
        budgets: By option key.
        to_baseline: By option key, the baseline left out; empty without a baseline.
        meetings: Every two options, and where their costs cross.
    """

    decision: Decision
    works: Mapping[str, Work]
    options: Mapping[str, Priced]
    unit_costs: Mapping[str, Mapping[str, Figure]]
    budgets: Mapping[str, Budget]
    to_baseline: Mapping[str, ToBaseline]
    meetings: tuple[Meeting, ...]

    @cached_property
    def investments(self) -> Mapping[str, Investment]:
        """By option key, the baseline left out: what leaving it earns. Looked for when asked."""
        rate = Inputs(self.decision)("context.discount_rate")
        return investments(self.options, self.decision.baseline, rate)

    @cached_property
    def volume_meetings(self) -> tuple[VolumeMeeting, ...]:
        """Every two options, and at which volume of work their costs cross. Likewise."""
        return volume_meetings(self.decision, self.options)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What keeps options from being compared as they stand, then what is doubtful."""
        unserved = (finding for option in self.options.values() for finding in option.unserved)
        idle = (finding for option in self.options.values() for finding in option.idle)
        return (*unserved, *idle, *advice(self.decision))

    def results(self) -> Iterator[Figure]:
        """Yield the figures that answer a question, without those they were derived from."""
        for key, option in self.options.items():
            cost, budget = option.cost, self.budgets[key]
            yield from (cost.present_value, cost.tco, cost.capex, cost.opex, cost.residual)
            yield from (cost.monthly_equivalent, cost.capex_share, cost.book_loss)
            yield from (cost.depreciation, cost.pnl, cost.cumulative, cost.cumulative_discounted)
            yield from (*cost.by_category.values(), cost.unsold)
            yield from option.utilisation.values()
            yield from self.unit_costs[key].values()
            yield from (budget.cash, budget.depreciation, budget.pnl)
            if key in self.to_baseline:
                against = self.to_baseline[key]
                yield from (against.delta, against.share, *against.changes.values())
                yield from self.investments[key].figures()
        for meeting in self.meetings:
            yield from (meeting.nominal_months, meeting.discounted_months)
        for met in self.volume_meetings:
            yield met.volumes


def evaluate(decision: Decision) -> Analysis:
    """Compute everything that takes no sampling. Fast enough to run on every edit.

    Raises:
        Refused: There is nothing to compare, or money cannot be brought into one currency.
    """
    if not decision.options:
        raise Refused(
            f"{decision.title!r} has no option to evaluate.",
            "Add at least one under options; `isocost new` shows how one looks.",
        )
    works, options = priced(Inputs(decision))
    currency, first = decision.context.currency, first_month(decision)
    return Analysis(
        decision=decision,
        works=works,
        options=options,
        unit_costs={
            key: unit_costs(f"options.{key}", option.cost.lines, tuple(works.values()), currency)
            for key, option in options.items()
        },
        budgets={key: budget_of(key, option.cost, first) for key, option in options.items()},
        to_baseline=to_baseline(options, decision.baseline),
        meetings=meetings(options),
    )
