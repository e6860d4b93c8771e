"""What the planned work costs at other volumes: the staircase of whole nodes, as a chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.charts import Across, Crossing, Curve, Curves
from desktop_app.analysis.option_words import mark_of, short
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.volume_words import times
from desktop_app.analysis.volumes import costs_by_volume
from desktop_app.analysis.wording import listed, significant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.study import Study
    from desktop_app.analysis.volumes import VolumeMeeting
    from desktop_app.figures import Array

SHOWN = (0.5, 5.0)
"""Multiples of the planned volume at the two ends."""

TITLE = "Cost of a unit of work by volume"
_POINTS, _NAMED = 161, (0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0)


@dataclass(frozen=True)
class _Edge:
    """A volume at which the recommended option and a rival change places."""

    volume: float
    rival: str
    origin: str


def cost_by_volume(study: Study) -> Curves:
    """Present value of cost over the volume, against the volume as a multiple of the plan.

    At 1 every line stands at the option's present value; a line that falls shows fixed cost
    spread over more work, a jump another node.
    """
    scale, start = scale_of(study), study.decision.context.start
    volumes = np.geomspace(*SHOWN, _POINTS)
    found = costs_by_volume(study.decision)(volumes)
    lines = {key: found[key] / volumes / scale.factor for key in study.order}
    edges = _edges(study)
    ends = {key: significant(float(lines[key][-1])) for key in study.order}
    return Curves(
        title=_finding(study, edges),
        caption=f"Present value of cost in {scale.unit} ÷ multiple of the planned volume · PL · "
        "all workloads alike",
        alt=f"At {times(SHOWN[1])} the plan: "
        + listed([f"{label(study, key)} {ends[key]} {scale.unit}" for key in study.order])
        + ".",
        unit=scale.unit,
        first_year=start.year,
        curves=tuple(_curve(study, key, lines[key]) for key in study.order),
        crossings=tuple(_crossing(study, edge, lines) for edge in edges),
        across=Across(
            name="Volume, multiple of the plan",
            values=tuple(volumes.tolist()),
            ticks=tuple((_place(volume), times(volume)) for volume in _NAMED),
        ),
        origins=tuple(edge.origin for edge in edges),
    )


def _curve(study: Study, key: str, line: Array) -> Curve:
    return Curve(
        mark=mark_of(study, key),
        end_text=short(study, key),
        values=tuple(line.tolist()),
        recommended=key == study.ranking.first,
        baseline=key == study.decision.baseline,
        label=label(study, key),
        origins=(f"options.{key}.present_value",),
    )


def _edges(study: Study) -> list[_Edge]:
    """Where the recommended option starts and ends to cost least, as far as is shown."""
    first = study.ranking.first
    found = [
        _Edge(turn.volume, rival, met.volumes.key)
        for rival in study.ranking.eligible[1:]
        if first is not None and (met := _meeting(study, first, rival))
        for turn in met.turns
        if SHOWN[0] < turn.volume < SHOWN[1]
    ]
    below = sorted((e for e in found if e.volume <= 1), key=lambda e: e.volume)[-1:]
    above = sorted((e for e in found if e.volume > 1), key=lambda e: e.volume)[:1]
    return [*below, *above]


def _meeting(study: Study, key: str, rival: str) -> VolumeMeeting:
    return next(m for m in study.analysis.volume_meetings if {m.first, m.second} == {key, rival})


def _crossing(study: Study, edge: _Edge, lines: Mapping[str, Array]) -> Crossing:
    place = _place(edge.volume)
    side = "below" if edge.volume <= 1 else "above"
    return Crossing(
        month=place,
        value=float(np.interp(place, np.arange(_POINTS), lines[edge.rival])),
        label=f"{label(study, edge.rival)} {side} {times(edge.volume)}",
        origins=(edge.origin,),
    )


def _finding(study: Study, edges: list[_Edge]) -> str:
    first = study.ranking.first
    if first is None or len(study.ranking.eligible) < 2:
        return TITLE
    begin = next((times(edge.volume) for edge in edges if edge.volume <= 1), "")
    end = next((times(edge.volume) for edge in edges if edge.volume > 1), "")
    if begin and end:
        span = f"from {begin} to {end} the planned volume"
    elif begin or end:
        span = f"{'above' if begin else 'up to'} {begin or end} the planned volume"
    else:
        span = f"from {times(SHOWN[0])} to {times(SHOWN[1])} the planned volume, as far as shown"
    words = f"{label(study, first)} costs least {span}"
    return f"Of the options that may be chosen, {words}" if study.ranking.ruled_out else words


def _place(volume: float) -> float:
    """Which sample a volume is, in fractions."""
    share = np.log(volume / SHOWN[0]) / np.log(SHOWN[1] / SHOWN[0])
    return float(share * (_POINTS - 1))
