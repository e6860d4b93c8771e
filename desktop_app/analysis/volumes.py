"""At which volume of work the cheaper of two options changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from desktop_app.analysis.inputs import Inputs
from desktop_app.analysis.pricing import Priced, priced
from desktop_app.figures import Array, Figure, derived

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.decision import Decision

LEAST, MOST = 0.1, 10.0
"""Multiples of the planned volume between which is searched."""

_POINTS, _FINER, _ROUNDS = 97, 17, 4
_TIE = 1e-9
"""Relative to the cost: options closer than that cost the same."""

Costs: TypeAlias = "Callable[[Array], Mapping[str, Array]]"
"""Present values of cost by option key, at multiples of the planned volume."""


@dataclass(frozen=True)
class Turn:
    """A volume at which the cheaper of two options changes.

    Attributes:
        volume: Multiple of the planned volume. Where whole nodes make a cost jump, that of the
            jump.
        cheaper_above: "a" or "b".
    """

    volume: float
    cheaper_above: Literal["a", "b"]


@dataclass(frozen=True)
class VolumeMeeting:
    """Two options over the volume of work.

    Attributes:
        first: Key of option a.
        second: Key of option b.
        cheaper_at_least: Which costs less at the least volume; "" where they cost the same at
            all volumes.
        turns: Every change from there on, by rising volume.
        volumes: Their volumes as multiples of the plan. ``[turns]``, 1; empty for none.
    """

    first: str
    second: str
    cheaper_at_least: Literal["a", "b", ""]
    turns: tuple[Turn, ...]
    volumes: Figure


@dataclass(frozen=True)
class _Change:
    pair: tuple[str, str]
    low: float
    high: float
    cheaper_above: Literal["a", "b"]


def costs_by_volume(decision: Decision) -> Costs:
    """Return what prices all options at multiples of the planned volume, ``[volumes]`` at once."""

    def costs(volumes: Array) -> dict[str, Array]:
        found = priced(Inputs(decision, volume=volumes))[1]
        return {
            key: np.broadcast_to(np.asarray(option.cost.present_value.value), volumes.shape)
            for key, option in found.items()
        }

    return costs


def volume_meetings(
    decision: Decision, options: Mapping[str, Priced]
) -> tuple[VolumeMeeting, ...]:
    """Find every change of the cheaper of any two options between the least and most volume.

    All workloads are scaled alike, and with them the data they send out and what a bill says
    they cost today; prices, people and lead times stay as planned.

    Args:
        decision: What to price.
        options: Its options, priced at the planned volume.
    """
    costs = costs_by_volume(decision)
    grid = np.geomspace(LEAST, MOST, _POINTS)
    known = costs(grid)
    changes = [
        change
        for pair in combinations(options, 2)
        for change in _changes(pair, grid, _lead(known[pair[0]], known[pair[1]]))
    ]
    narrowed = _narrowed(changes, costs)
    return tuple(
        _meeting(pair, _lead(known[pair[0]], known[pair[1]]), narrowed, options)
        for pair in combinations(options, 2)
    )


def _changes(pair: tuple[str, str], grid: Array, lead: Array) -> list[_Change]:
    """Between which points of the grid the lead changes; ties in between belong to the change."""
    return [
        _Change(pair, float(grid[i]), float(grid[j]), "a" if lead[j] > 0 else "b")
        for i, j in pairwise(np.flatnonzero(lead))
        if lead[i] * lead[j] < 0
    ]


def _narrowed(changes: list[_Change], costs: Costs) -> list[_Change]:
    """Narrow all changes down together, to six digits."""
    for _ in range(_ROUNDS if changes else 0):
        grids = [np.geomspace(change.low, change.high, _FINER) for change in changes]
        found = costs(np.concatenate(grids))
        for place, (change, grid) in enumerate(zip(changes, grids, strict=True)):
            part = slice(place * _FINER, (place + 1) * _FINER)
            lead = _lead(*(found[key][part] for key in change.pair))
            passed = int(np.flatnonzero(np.sign(lead) != np.sign(lead[0]))[0])
            changes[place] = replace(change, low=float(grid[passed - 1]), high=float(grid[passed]))
    return changes


def _meeting(
    pair: tuple[str, str],
    lead: Array,
    changes: list[_Change],
    options: Mapping[str, Priced],
) -> VolumeMeeting:
    first, second = pair
    turns = tuple(
        Turn(float(np.sqrt(change.low * change.high)), change.cheaper_above)
        for change in changes
        if change.pair == pair
    )
    apart = lead[np.flatnonzero(lead)]
    at_least: Literal["a", "b", ""] = ""
    if apart.size:
        at_least = "a" if apart[0] > 0 else "b"
    figure = derived(
        f"break_even.{first}.{second}.volume",
        "break-even volume",
        np.array([turn.volume for turn in turns]),
        "1",
        how=f"every multiple of the planned volume, from {LEAST:g} to {MOST:g}, at which the "
        "present values of cost are equal, or jump past each other, and the lead changes",
        of=(options[first].cost.present_value, options[second].cost.present_value),
    )
    return VolumeMeeting(first, second, at_least, turns, figure)


def _lead(a: Array, b: Array) -> Array:
    """How much less a costs than b, ties exactly 0."""
    lead = b - a
    return np.where(np.abs(lead) <= _TIE * np.maximum(np.abs(a), np.abs(b)), 0.0, lead)
