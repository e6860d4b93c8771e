"""What a number is made of, as parts: a sum broken down, or the figures of a formula."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from desktop_app.analysis.driver_charts import breakdown
from desktop_app.analysis.evidence import BilledFigure, cents, cents_together
from desktop_app.analysis.origins import is_number_at
from desktop_app.analysis.register import named_input
from desktop_app.analysis.wording import Scale, listed, money_scale, month_number, percent, written
from desktop_app.decision import Quantity
from desktop_app.decision.edits import value_at
from desktop_app.decision.parts import NEUTRAL
from desktop_app.economics.discounting import present_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Figure, Grade

GRADES: tuple[Grade, ...] = ("measured", "quoted", "published", "assumed")
_SUM, _MADE = "It is the sum of", "It is worked out from"


@dataclass(frozen=True, kw_only=True)
class TracePart:
    """One number that another is made of.

    Attributes:
        name: What it is.
        value_text: As written, with its unit where the parts have different ones.
        share: Of the whole, where the parts add up to it; None elsewhere.
        share_text: The same as written.
        source: Where it was stated; for a derived one, what it rests on: "4 quoted, 9 assumed".
        formula: How it was derived; empty for a stated one.
        grade: Grade of the evidence of a stated one.
        path: Where it stands in the document, to be changed there; empty where nowhere.
        origins: Keys to look it up by, itself first.
    """

    name: str
    value_text: str
    source: str
    origins: tuple[str, ...]
    share: float | None = None
    share_text: str = ""
    formula: str = ""
    grade: Grade | None = None
    path: str = ""


def title_of(figure: Figure, decision: Decision) -> str:
    """Say what a figure is and whose: "Hybrid, present value of cost"."""
    head, _, rest = figure.key.partition(".")
    name = _sentence(figure.name)
    if is_number_at(decision, figure.key) and head in {"options", "workloads"}:
        group, words = named_input(decision, figure.key)
        return f"{group}, {words[0].lower()}{words[1:]}"
    if head == "break_even":
        labels = {option.key: option.label for option in decision.options}
        one, other = (labels.get(key, key) for key in rest.split(".")[:2])
        return f"{one} and {other}, {figure.name}"
    if head != "options":
        return name
    key = rest.partition(".")[0]
    option = next((option.label for option in decision.options if option.key == key), "")
    return f"{option}, {figure.name}" if option else name


def words_of(figure: Figure) -> str:
    """As pages write it: money in thousands or millions, a series by its ends."""
    if isinstance(figure, BilledFigure):
        return f"{figure.text} {figure.unit}"
    number = np.asarray(figure.value, dtype=float)
    if figure.key.startswith("break_even."):
        months = dict.fromkeys(month_number(float(month)) for month in number.flat)
        return listed(list(months)) or "they never cross"
    if number.ndim == 0 and is_money(figure.unit) and np.isfinite(number):
        return money_scale([float(number)], figure.unit).amount(float(number))
    return written(figure.value, figure.unit)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, and nothing but one."""
    return len(unit) == 3 and unit.isupper()


def leaves_of(figure: Figure, decision: Decision) -> tuple[Figure, ...]:
    """Distinct stated inputs beneath a figure; conventions and neutral values are none.

    Neither are the settings of the method, such as the number of draws or months.
    """
    stated = (part for part in figure.walk() if is_graded(part, decision))
    return tuple({_of_one_bill(part): part for part in stated}.values())


def _of_one_bill(figure: Figure) -> str:
    """What counts as one input: all cuts of one bill are."""
    one_bill = isinstance(figure, BilledFigure) and figure.source is not None
    return figure.source.ref if one_bill and figure.source else figure.key


def is_graded(figure: Figure, decision: Decision) -> bool:
    """Whether a figure was stated with evidence: a quantity or a sum over a bill."""
    source = figure.source
    if source is None or source.note == NEUTRAL or source.kind == "convention":
        return False
    if source.kind == "billing":
        return True
    known = is_number_at(decision, figure.key)
    return known and isinstance(value_at(decision, figure.key), Quantity)


def grade_of(figure: Figure) -> Grade:
    """Return the grade of a stated figure's evidence."""
    if figure.source is None:
        raise ValueError(f"{figure.key} is not stated, so it has no grade")
    return figure.source.grade


_Line: TypeAlias = "tuple[str, float, tuple[Figure, ...]]"
"""Name, value and figures of one part of a sum."""

_Parts: TypeAlias = "tuple[str, str, str, tuple[TracePart, ...]]"


def parts_of(figure: Figure, decision: Decision, study: Study | None) -> _Parts:
    """Return what the parts are to the figure, their common unit, their total and the parts."""
    lines = None if study is None else _money_lines(figure, study)
    if lines is None:
        alike = [part for part in figure.of if part.unit == figure.unit]
        if _adds_up(figure, alike):
            lines = [(_name(part, figure, decision), _total(part), (part,)) for part in alike]
    if lines:
        return _SUM, *_added(lines, decision)
    parts = tuple(_part(part, figure, decision) for part in figure.of)
    return (_MADE if parts else ""), "", "", parts


def _money_lines(figure: Figure, study: Study) -> list[_Line] | None:
    """Lines that add up to the cost of an option, or to its difference to the baseline."""
    head, _, rest = figure.key.partition(".")
    option, _, name = rest.partition(".")
    if head != "options" or option not in study.analysis.options:
        return None
    cost = study.analysis.options[option].cost
    if name == "present_value":
        figures = study.figures()
        found = breakdown(study, option).items()
        return [(name, value, tuple(figures[k] for k in keys)) for name, (value, keys) in found]
    if name == "tco":
        paid = [(f.name, float(f.value), (f,)) for f in (cost.capex, cost.opex)]
        sold = -float(cost.residual.value)
        return [*paid, (cost.residual.name, sold, (cost.residual,))] if sold else [*paid]
    if name == "delta_to_baseline":
        changes = study.analysis.to_baseline[option].changes
        return [(k, float(f.value), (f,)) for k, f in changes.items() if float(f.value)]
    return _cost_lines(study, option, figure) if name.startswith("present_value_of.") else None


def _cost_lines(study: Study, option: str, figure: Figure) -> list[_Line]:
    """Present value of every cost line of a budget line."""
    rate = float(study.decision.context.discount_rate.likely)
    flat = np.zeros(study.decision.context.horizon_months)
    found: list[_Line] = []
    inside = {part.key for part in figure.of}
    for line in study.analysis.options[option].cost.lines:
        of = tuple(f for f in (line.capital, line.running) if f is not None and f.key in inside)
        if not of:
            continue
        start = flat if line.capital is None else np.asarray(line.capital.value)
        end = flat if line.running is None else np.asarray(line.running.value)
        value = present_value(start=start, end=end, closing=0.0, annual_rate=rate)
        found.append((line.label, float(value), of))
    return found


def _total(figure: Figure) -> float:
    return float(np.asarray(figure.value, dtype=float).sum())


def _adds_up(figure: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure is the plain sum of these parts, month by month where it has months."""
    values = [np.asarray(part.value, dtype=float) for part in parts]
    whole = np.asarray(figure.value, dtype=float)
    if not values or any(value.shape != whole.shape for value in values):
        return False
    return bool(np.allclose(sum(values), whole, rtol=1e-9, atol=1e-6))


def _added(lines: Sequence[_Line], decision: Decision) -> tuple[str, str, tuple[TracePart, ...]]:
    """Unit, total and parts of a sum, largest first, written so that they add up."""
    lines = sorted(lines, key=lambda line: -line[1])
    whole = sum(value for _, value, _ in lines)
    unit = lines[0][2][0].unit if lines else ""
    values = [value for _, value, _ in lines]
    texts: Sequence[str] = [written(value, unit) for value in values]
    total = written(whole, unit)
    billed = [of[0] for _, _, of in lines]
    if all(isinstance(figure, BilledFigure) for figure in billed):
        texts, total = _to_the_cent(billed)
    elif is_money(unit):
        scale = money_scale([*values, whole], unit)
        if scale.factor > 1e3:  # parts of millions read best in thousands
            scale = Scale(1e3, 0, f"k {unit}")
        unit, texts, total = scale.unit, scale.rounded(values), scale.number(whole)
    else:
        unit = ""
    parts = zip(lines, texts, strict=True)
    return unit, total, tuple(_line(line, text, whole, decision) for line, text in parts)


def _to_the_cent(billed: Sequence[Figure]) -> tuple[tuple[str, ...], str]:
    """Parts of a bill and their total, exactly as billed but for fractions of a cent."""
    exact = [figure.exact for figure in billed if isinstance(figure, BilledFigure)]
    return cents_together(exact), cents(sum(exact, start=Decimal(0)))


def _line(line: _Line, text: str, whole: float, decision: Decision) -> TracePart:
    name, value, of = line
    only = of[0] if len(of) == 1 else None
    share = value / whole if whole > 0 else None
    return TracePart(
        name=_sentence(name),
        value_text=text,
        source=_source(of, decision),
        origins=tuple(figure.key for figure in of),
        share=share,
        share_text=percent(share) if share is not None else "",
        formula=only.how if only is not None else "",
        grade=grade_of(only) if only is not None and is_graded(only, decision) else None,
        path=only.key if only is not None and is_number_at(decision, only.key) else "",
    )


def _part(figure: Figure, whole: Figure, decision: Decision) -> TracePart:
    return TracePart(
        name=_name(figure, whole, decision),
        value_text=words_of(figure),
        source=_source((figure,), decision),
        origins=(figure.key,),
        formula=figure.how,
        grade=grade_of(figure) if is_graded(figure, decision) else None,
        path=figure.key if is_number_at(decision, figure.key) else "",
    )


def _name(part: Figure, whole: Figure, decision: Decision) -> str:
    """Name of a part, with its option where the formula names several."""
    owners = {f.key.split(".")[1] for f in (*whole.of, whole) if f.key.startswith("options.")}
    if len(owners) > 1 and part.key.startswith("options."):
        return title_of(part, decision)
    return _sentence(part.name)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _source(of: Sequence[Figure], decision: Decision) -> str:
    """Evidence of a stated number; of a derived one, how many inputs of which grade."""
    only = of[0] if len(of) == 1 else None
    if only is None or only.source is None:
        leaves = {leaf.key: leaf for figure in of for leaf in leaves_of(figure, decision)}
        counts = Counter(grade_of(leaf) for leaf in leaves.values())
        return ", ".join(f"{counts[grade]} {grade}" for grade in GRADES if counts[grade])
    source = only.source
    if source.kind == "billing":
        return f"{source.note.partition(':')[0]}, measured"
    if source.kind == "convention":
        return "convention of the method"
    if source.note == NEUTRAL:
        return "not stated, neutral value"
    if not is_graded(only, decision):
        return "set in the decision"
    typed = f"typed by {source.owner}" if source.owner else "no source stated"
    return f"{source.note or typed}, {source.grade}"
