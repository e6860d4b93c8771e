"""The inputs stated as ranges, and how the simulation of them was worked out, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.option_words import cost
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.register import register
from desktop_app.analysis.wording import NBSP, NONE
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec, quantities

if TYPE_CHECKING:
    from desktop_app.analysis.register import Entry
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Grade


@dataclass(frozen=True)
class UncertainRow:
    """One input with a range; what several options state alike is one row.

    Attributes:
        paths: Where it stands in the document.
        name: Of the input, with that of its line.
        place: What it belongs to: the conditions, a workload, options.
        low: As written, in ``unit``.
        likely: Likewise.
        high: Likewise.
        unit: In words.
        grade: How good the evidence is.
        owner: Who answers for it, or a dash.
    """

    paths: tuple[str, ...]
    name: str
    place: str
    low: str
    likely: str
    high: str
    unit: str
    grade: Grade
    owner: str


@dataclass(frozen=True)
class WorkedOut:
    """One line of how a simulation was worked out.

    Attributes:
        name: What the number is: "Draws".
        text: The number as written.
        origins: Keys of the figures, or paths of the inputs, behind it.
    """

    name: str
    text: str
    origins: tuple[str, ...]


def uncertain_rows(decision: Decision) -> tuple[UncertainRow, ...]:
    """List every input stated as a range, in the document's order."""
    ranged = frozenset(path for path, q in quantities(decision).items() if q.is_uncertain)
    return tuple(_row(decision, entry) for entry in register(decision, ranged))


def worked_out(study: Study) -> tuple[WorkedOut, ...]:
    """Say the plan of the simulation, and what it found of the recommended option."""
    plan = (
        WorkedOut("Draws", f"{study.simulation.draws:,}", ("simulation.draws",)),
        WorkedOut("Seed", str(study.simulation.seed), ("simulation.seed",)),
    )
    first = study.ranking.first
    if first is None or not study.has_ranges:
        return plan
    return (*plan, *_error(study, first), *_centre(study, first))


def _row(decision: Decision, entry: Entry) -> UncertainRow:
    quantity = value_at(decision, entry.paths[0])
    measure = measure_for(field_spec(decision, entry.paths[0]).unit, quantity.likely)
    low, likely, high = (
        measure.written(v) for v in (quantity.bounds[0], quantity.likely, quantity.bounds[1])
    )
    return UncertainRow(
        entry.paths,
        entry.name,
        entry.group,
        low,
        likely,
        high,
        measure.unit,
        entry.grade,
        entry.owner,
    )


def _error(study: Study, first: str) -> tuple[WorkedOut, ...]:
    error = study.spreads[first].chance_error
    if error is None:
        return ()
    points = float(error.value) * 100
    text = f"±{points:.1f}{NBSP}points" if points else NONE
    return (WorkedOut("Error of the chance", text, (error.key,)),)


def _centre(study: Study, first: str) -> tuple[WorkedOut, ...]:
    scale, mean, name = scale_of(study), study.spreads[first].mean, label(study, first)
    point = f"options.{first}.present_value"
    return (
        WorkedOut(f"Mean cost, {name}", scale.amount(float(mean.value)), (mean.key,)),
        WorkedOut("Cost at likely inputs", scale.amount(cost(study, first)), (point,)),
    )
