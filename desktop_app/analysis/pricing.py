"""What every option costs: the one walk through the formulas, at points or over draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.demand import works_of
from desktop_app.analysis.lines import OptionLines
from desktop_app.analysis.wording import listed
from desktop_app.economics.option import OptionCost, cost_of_option
from desktop_app.economics.parts import Terms
from desktop_app.outcome import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.inputs import Inputs
    from desktop_app.decision.lines import CostLine
    from desktop_app.decision.model import Option
    from desktop_app.economics.demand import Work
    from desktop_app.economics.parts import Left
    from desktop_app.figures import Figure

_NOTHING = 1e-9
"""Share of a month's volume below which nothing is left to serve."""


@dataclass(frozen=True)
class Priced:
    """One option, priced.

    Attributes:
        option: The option as stated.
        cost: What it costs.
        utilisation: By key of a line of servers, how well they are used. ``[...]``, share.
        unserved: What keeps the price from being that of the whole demand.
        idle: Which lines found nothing they can serve, and so cost nothing.
    """

    option: Option
    cost: OptionCost
    utilisation: Mapping[str, Figure]
    unserved: tuple[Finding, ...]
    idle: tuple[Finding, ...] = ()


def priced(inputs: Inputs) -> tuple[dict[str, Work], dict[str, Priced]]:
    """Price every option under the same demand; both by key, in the document's order."""
    works = works_of(inputs)
    terms = Terms(
        inputs("context.discount_rate"),
        inputs("context.horizon_months"),
        inputs.decision.context.currency,
    )
    return works, {
        option.key: _priced(inputs, works, option, terms) for option in inputs.decision.options
    }


def _priced(inputs: Inputs, works: Mapping[str, Work], option: Option, terms: Terms) -> Priced:
    lines = OptionLines(inputs, works, option)
    cost = cost_of_option(f"options.{option.key}", lines.costs(), terms)
    if not option.lines:
        return Priced(option, cost, lines.utilisation, (_nothing_stated(option),))
    unserved = [
        _finding(option, left) for left in lines.left.values() if left and _months(left).size
    ]
    idle = tuple(_idle(option, line) for line in lines.idle)
    return Priced(option, cost, lines.utilisation, tuple(unserved), idle)


def _nothing_stated(option: Option) -> Finding:
    return Finding(
        "blocks",
        f"options.{option.key}",
        f"{option.label} has no cost line, so what it costs is not known.",
        "Add its cost lines; an option that truly costs nothing has one of amount zero.",
    )


def _idle(option: Option, line: CostLine) -> Finding:
    return Finding(
        "advice",
        f"options.{option.key}.lines.{line.key}",
        f"{line.label} of {option.label} finds nothing it can serve, so it costs nothing.",
        "Put it before the line that serves everything, or take it out.",
    )


def _finding(option: Option, left: Left) -> Finding:
    return Finding(
        "blocks",
        f"options.{option.key}",
        f"No line of {option.label} serves all of {left.work.label} in {_spans(_months(left))}.",
        "Add a managed or rented line behind the others, which takes what they leave.",
    )


def _spans(months: np.typing.NDArray[np.intp]) -> str:
    """Spell months: "month 3", "months 1 to 2, 7 and 30 to 36"."""
    runs = np.split(months, np.flatnonzero(np.diff(months) > 1) + 1)
    words = [f"{run[0]} to {run[-1]}" if run.size > 1 else f"{run[0]}" for run in runs]
    return f"month{'s' if months.size > 1 else ''} {listed(words)}"


def _months(left: Left) -> np.typing.NDArray[np.intp]:
    """Numbers of the months, from 1, in which something is left; over any draw."""
    volume = np.asarray(left.work.volume.value)
    share = np.ones_like(volume) if left.share is None else np.asarray(left.share.value)
    open_months = (share > _NOTHING) & (volume > 0)
    return np.flatnonzero(open_months.reshape(-1, open_months.shape[-1]).any(axis=0)) + 1
