"""One stop on the way from a number to its sources: what is asked about, and its account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from desktop_app.analysis.origins import find
from desktop_app.analysis.trace import Trace, trace
from desktop_app.analysis.trace_parts import is_money
from desktop_app.analysis.wording import money_scale

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Figure

View: TypeAlias = Literal["account", "times", "inputs"]


@dataclass(frozen=True)
class Stop:
    """What somebody asked about.

    Attributes:
        origins: Keys of the figures behind the number; one of them is shown at a time.
        chosen: Which of them, counted from 0.
        view: Its account, its months, or the inputs beneath it.
    """

    origins: tuple[str, ...]
    chosen: int = 0
    view: View = "account"

    @property
    def key(self) -> str:
        """Key of the figure that is shown."""
        return self.origins[self.chosen]

    def choosing(self, chosen: int) -> Stop:
        """Return the stop at another of its figures."""
        return Stop(self.origins, chosen)

    def viewing(self, view: View) -> Stop:
        """Return the stop with another view of the same figure."""
        return replace(self, view=view)


@dataclass(frozen=True, kw_only=True)
class Account:
    """A figure with all that is said about it.

    Attributes:
        figure: The figure.
        trace: What it is made of and rests on.
        decision: The decision it belongs to.
        spread: Its P10 to P90 as written; empty where it was not simulated.
        spread_origins: Keys of those two.
    """

    figure: Figure
    trace: Trace
    decision: Decision
    spread: str = ""
    spread_origins: tuple[str, ...] = ()


def account_of(decision: Decision, study: Study | None, key: str) -> Account | None:
    """Account for a figure, or return None when there is no such number any more."""
    figure = find(decision, study, key)
    if figure is None:
        return None
    low, high = (find(decision, study, f"{key}.{end}") for end in ("p10", "p90"))
    found = Account(figure=figure, trace=trace(figure, decision, study), decision=decision)
    if low is None or high is None or np.ndim(low.value) or not is_money(figure.unit):
        return found
    ends = float(low.value), float(high.value)
    scale = money_scale([*ends, float(figure.value)], figure.unit)
    return replace(
        found, spread=f"P10–P90 {scale.span(*ends)}", spread_origins=(low.key, high.key)
    )
