"""The account of one number for a reader: its formula, its parts, and what they rest on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.evidence import BilledFigure
from desktop_app.analysis.explain import origin
from desktop_app.analysis.option_words import mark_of
from desktop_app.analysis.origins import is_number_at
from desktop_app.analysis.series import Series, series_of
from desktop_app.analysis.trace_parts import (
    GRADES,
    TracePart,
    grade_of,
    is_graded,
    leaves_of,
    parts_of,
    title_of,
    words_of,
)
from desktop_app.analysis.wording import unit_words, written
from desktop_app.decision import Quantity
from desktop_app.decision.edits import value_at

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Figure, Grade


@dataclass(frozen=True, kw_only=True)
class Trace:
    """Everything a reader may ask about one number.

    Attributes:
        key: Of the figure.
        title: What it is and whose: "Hybrid, present value of cost".
        mark: Sign of the option it belongs to, or None.
        value_text: As pages write it.
        whole_text: With all its digits.
        range_text: Low to high of an input; empty where it has none.
        formula: How it was derived; empty for a stated one.
        unit: In words.
        source: Where a stated one was stated; empty for a derived one.
        grade: Grade of the evidence of a stated one.
        path: Where a stated one stands in the document, to be changed there.
        parts_head: What the parts are to it: "It is the sum of".
        parts_unit: Unit of the parts where all have one; empty elsewhere.
        parts: What it is made of, in the order of the formula or largest first.
        total_text: What parts that add up come to, in their unit; empty for others.
        rests_on: Number of distinct stated inputs beneath it, by grade; none left out.
        rests_text: The same in words: "12 of 41 inputs measured".
        series: By month or year, where there is such a series.
        inputs: Paths of the inputs beneath it, to be changed.
    """

    key: str
    title: str
    mark: OptionMark | None
    value_text: str
    whole_text: str
    unit: str
    range_text: str = ""
    formula: str = ""
    source: str = ""
    grade: Grade | None = None
    path: str = ""
    parts_head: str = ""
    parts_unit: str = ""
    parts: tuple[TracePart, ...] = ()
    total_text: str = ""
    rests_on: tuple[tuple[Grade, int], ...] = ()
    rests_text: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    inputs: tuple[str, ...] = ()


def trace(figure: Figure, decision: Decision, study: Study | None = None) -> Trace:
    """Account for a figure.

    Args:
        figure: What ``origins.find`` returned.
        decision: The decision it belongs to.
        study: What was computed, or None; with it, costs of options break down into lines.
    """
    leaves = leaves_of(figure, decision)
    counts = Counter(grade_of(leaf) for leaf in leaves)
    head, unit, total, parts = parts_of(figure, decision, study)
    path = figure.key if figure.source and is_number_at(decision, figure.key) else ""
    return Trace(
        key=figure.key,
        title=title_of(figure, decision),
        mark=_mark(figure.key, study),
        value_text=words_of(figure),
        whole_text=_whole(figure),
        unit=unit_words(figure.unit),
        range_text=_range(decision, path, figure.unit),
        formula=figure.how,
        source=origin(figure.source) if figure.source else "",
        grade=grade_of(figure) if is_graded(figure, decision) else None,
        path=path,
        parts_head=head,
        parts_unit=unit,
        parts=parts,
        total_text=total,
        rests_on=tuple((grade, counts[grade]) for grade in GRADES if counts[grade]),
        rests_text=_rests(counts),
        series=series_of(figure, decision),
        inputs=tuple(leaf.key for leaf in leaves if is_number_at(decision, leaf.key)),
    )


def _mark(key: str, study: Study | None) -> OptionMark | None:
    steps = key.split(".")
    if study is None or steps[0] != "options" or steps[1] not in study.analysis.options:
        return None
    return mark_of(study, steps[1])


def _whole(figure: Figure) -> str:
    if isinstance(figure, BilledFigure):
        return f"{figure.whole_text} {figure.unit}"
    return written(figure.value, figure.unit)


def _range(decision: Decision, path: str, unit: str) -> str:
    value = value_at(decision, path) if path else None
    if not isinstance(value, Quantity) or not value.is_uncertain:
        return ""
    low, high = value.bounds
    return f"{written(low, unit)} to {written(high, unit)}"


def _rests(counts: Counter[Grade]) -> tuple[str, ...]:
    """Say the counts: ("12 of 41 inputs measured", "29 assumed")."""
    total = sum(counts.values())
    words = [f"{counts[grade]} {grade}" for grade in GRADES if counts[grade]]
    if not words:
        return ()
    first, *rest = words
    number, grade = first.split(" ")
    inputs = "input" if total == 1 else "inputs"
    return (f"{number} of {total} {inputs} {grade}", *rest)
