"""Break-evens in words, from the side of one option."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.wording import NBSP, NONE, listed, month_number
from desktop_app.economics.break_even import break_even

if TYPE_CHECKING:
    from desktop_app.analysis.evaluate import Analysis
    from desktop_app.economics.break_even import Crossing
    from desktop_app.figures import Figure


@dataclass(frozen=True)
class Pays:
    """When one option has cost less than another.

    Attributes:
        words: Completes "the option …": "pays from month 17".
        short: The same for a table: "from month 17", "never".
        lasting: Time from which it has cost less up to the end, in months since signing: 0 when
            it has from the start; None when it has not at the end.
        figure: The figure of all crossings.
    """

    words: str
    short: str
    lasting: float | None
    figure: Figure


def lasting_month(found: Pays) -> str:
    """The month from which an option has cost less up to the end: "13", "start" or a dash."""
    if found.lasting is None:
        return NONE
    return month_number(found.lasting).split(NBSP)[1] if found.lasting > 0 else "start"


def pays(analysis: Analysis, key: str, against: str, *, discounted: bool) -> Pays:
    """Say when ``key`` has cost less than ``against``.

    Both keys are options of the analysis and differ.
    """
    meeting = next(m for m in analysis.meetings if {m.first, m.second} == {key, against})
    figure = meeting.discounted_months if discounted else meeting.nominal_months
    name = "cumulative_discounted" if discounted else "cumulative"
    mine, theirs = (
        np.asarray(getattr(analysis.options[k].cost, name).value) for k in (key, against)
    )
    outcome = break_even(mine, theirs)
    if outcome.crossings:
        short, last = _spans(outcome.crossings), outcome.crossings[-1]
        lasting = last.month if last.cheaper_after == "a" else None
        return Pays(f"pays {short}", short, lasting, figure)
    if outcome.kind == "already":
        return Pays("costs less from the first payment on", "from the start", 0.0, figure)
    return Pays("never costs less within the horizon", "never", None, figure)


def _spans(crossings: tuple[Crossing, ...]) -> str:
    """Spell the spans in which the option leads: "from month 12 to month 30"."""
    spans: list[str] = []
    for crossing in crossings:
        month = month_number(crossing.month)
        if crossing.cheaper_after == "a":
            spans.append(f"from {month}")
        elif spans and spans[-1] == f"from {month}":
            spans[-1] = f"in {month}"
        elif spans:
            spans[-1] += f" to {month}"
        else:
            spans.append(f"until {month}")
    return listed(spans)
