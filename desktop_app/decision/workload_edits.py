"""Adding, copying and removing the work that every option must do."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Literal

from desktop_app.decision.edits import Edit, value_at, with_
from desktop_app.decision.model import named_by
from desktop_app.decision.workloads import LlmWorkload, PredictionWorkload
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.decision.lines import AnyLine
    from desktop_app.decision.model import Decision, Option
    from desktop_app.decision.workloads import Workload

LABELS = {"llm": "New language workload", "traditional_ml": "New prediction workload"}


def add_workload(kind: Literal["llm", "traditional_ml"]) -> Edit:
    """Append a workload without any demand yet, so that it costs nothing until it is stated."""

    def apply(decision: Decision) -> Decision:
        key, label = _free(decision), _unlike(LABELS[kind], decision)
        made: Workload = (
            LlmWorkload.model_validate(
                {**_bare(key, label), "requests": 0, "input_tokens": 0, "output_tokens": 0}
            )
            if kind == "llm"
            else PredictionWorkload.model_validate({**_bare(key, label), "predictions": 0})
        )
        return with_(decision, workloads=(*decision.workloads, made))

    return Edit("new workload", apply)


def duplicate_workload(key: str) -> Edit:
    """Put a copy behind a workload; what serves the original by the unit serves the copy as well.

    A line from a bill is left alone: it says what was paid for the original.
    """

    def apply(decision: Decision) -> Decision:
        first = _workload(decision, key)
        new = _free(decision)
        copy = with_(first, key=new, label=_unlike(f"{first.label[:180]}, copy", decision))
        workloads = [w for old in decision.workloads for w in _and(old, first, copy)]
        options = tuple(_serving(option, key, new) for option in decision.options)
        return with_(with_(decision, workloads=tuple(workloads)), options=options)

    return Edit("copy of workload", apply)


def remove_workload(key: str) -> Edit:
    """Drop a workload, and from every option what was there for it alone."""

    def apply(decision: Decision) -> Decision:
        gone = _workload(decision, key)
        options = tuple(_without(option, key) for option in decision.options)
        left = tuple(workload for workload in decision.workloads if workload is not gone)
        return with_(decision, options=options, workloads=left)

    return Edit("removal of workload", apply)


def lines_for_alone(decision: Decision, key: str) -> tuple[str, ...]:
    """Paths of the cost lines that are about one workload only, and go with it."""
    return tuple(
        f"options.{option.key}.lines.{line.key}"
        for option in decision.options
        for line in option.lines
        if set(named_by(line)) == {key}
    )


def _bare(key: str, label: str) -> dict[str, object]:
    return {"key": key, "label": label, "peak_to_mean": 1}


def _workload(decision: Decision, key: str) -> Workload:
    try:
        found: Workload = value_at(decision, f"workloads.{key}")
    except KeyError as error:
        raise Refused(
            "This workload is no longer there.", "It was removed before; undo brings it back."
        ) from error
    return found


def _free(decision: Decision) -> str:
    taken = {workload.key for workload in decision.workloads}
    return next(f"workload_{i}" for i in count(1) if f"workload_{i}" not in taken)


def _unlike(label: str, decision: Decision) -> str:
    """A label no workload has: two rows alike could not be told apart."""
    taken = {workload.label for workload in decision.workloads}
    if label not in taken:
        return label
    return next(f"{label} {i}" for i in count(2) if f"{label} {i}" not in taken)


def _and(old: Workload, first: Workload, copy: Workload) -> Sequence[Workload]:
    return (old, copy) if old is first else (old,)


def _serving(option: Option, key: str, new: str) -> Option:
    lines = tuple(_also(line, key, new) for line in option.lines)
    return option if lines == option.lines else with_(option, lines=lines)


def _also(line: AnyLine, key: str, new: str) -> AnyLine:
    if line.kind == "billed" or key not in named_by(line):
        return line
    if line.kind in {"rented_nodes", "servers"}:
        like = next(service for service in line.serves if service.workload == key)
        return with_(line, serves=(*line.serves, with_(like, workload=new)))
    return with_(line, serves=(*line.serves, new))  # type: ignore[union-attr]


def _without(option: Option, key: str) -> Option:
    kept = [_less(line, key) for line in option.lines]
    lines = tuple(line for line in kept if line is not None)
    return option if lines == option.lines else with_(option, lines=lines)


def _less(line: AnyLine, key: str) -> AnyLine | None:
    names = named_by(line)
    if key not in names:
        return line
    if set(names) == {key}:
        return None
    if line.kind in {"rented_nodes", "servers"}:
        return with_(line, serves=tuple(s for s in line.serves if s.workload != key))
    left = tuple(name for name in names if name != key)
    return with_(line, serves=left)
