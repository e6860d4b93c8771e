"""The table of options: what each costs, and the one price that matters most in it.

The price shown is the main price of the cost line with the largest present value: for tokens
that of the kind of token that costs most, for a billed line what the bill shows a month.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.option_words import MARKS, cost
from desktop_app.analysis.recommend import scale_of
from desktop_app.analysis.wording import NBSP, NONE, percent
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec
from desktop_app.decision.line_kinds import BY_KIND
from desktop_app.economics.discounting import present_value

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision, Option, Quantity
    from desktop_app.decision.lines import AnyLine, BilledLine, TokenLine
    from desktop_app.economics.parts import LineCost
    from desktop_app.figures import Grade

PASSES, RULED_OUT, NO_LINES = "passes", "ruled out", "no cost line"


@dataclass(frozen=True, kw_only=True)
class MainPrice:
    """The price that matters most in an option.

    Attributes:
        name: Line and price: "8-GPU servers, server price".
        text: With its unit: "271 k EUR a node".
        source: Where it was found, and when.
        grade: How good that evidence is.
        path: Of the cost line, to be opened.
        origins: Path of the price, or key of its figure.
    """

    name: str
    text: str
    source: str
    grade: Grade
    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OptionRow:
    """One option in the table.

    Attributes:
        key: Of the option.
        mark: Its sign.
        label: Its name.
        note: What it is, as people noted it; may be empty.
        value_text: Present value of cost in the table's unit; a dash while it is not known.
        value_origins: Key of its figure.
        range_text: P10 to P90; empty where no input has a range.
        range_origins: Keys of the two figures.
        capital_text: Capital's share of the cost; "none" where nothing is bought.
        capital_origins: Key of its figure.
        price: The price that matters most; None without a cost line.
        limit: "passes" or "ruled out".
        reason: Why it is ruled out; empty where it passes.
    """

    key: str
    mark: OptionMark
    label: str
    note: str
    value_text: str
    value_origins: tuple[str, ...]
    range_text: str
    range_origins: tuple[str, ...]
    capital_text: str
    capital_origins: tuple[str, ...]
    price: MainPrice | None
    limit: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class OptionTable:
    """All options of a decision.

    Attributes:
        unit: Of the present values: "M EUR".
        rows: In the order of every page, new ones last.
    """

    unit: str
    rows: tuple[OptionRow, ...]


def option_table(decision: Decision, study: Study | None) -> OptionTable:
    """Put all options of a decision into words, with what was last computed of them."""
    options = {option.key: option for option in decision.options}
    known = [key for key in study.order if key in options] if study is not None else []
    order = [*known, *(key for key in options if key not in known)]
    return OptionTable(
        unit=scale_of(study).unit if study is not None else decision.context.currency,
        rows=tuple(_row(decision, options[key], study if key in known else None) for key in order),
    )


def sign_of(decision: Decision, option: Option) -> OptionMark:
    """Sign of an option of the decision as it is now."""
    return "baseline" if option.key == decision.baseline else MARKS[option.approach]


def line_values(study: Study, option: str) -> dict[str, float]:
    """Present value of every stated cost line, its residual value taken off, by the line's key.

    They add up to the option's present value of cost.
    """
    analysis = study.analysis
    rate = float(study.decision.context.discount_rate.likely)
    months = study.decision.context.horizon_months
    found: dict[str, float] = {}
    for line in analysis.options[option].option.lines:
        at = f"options.{option}.lines.{line.key}."
        costs = [c for c in analysis.options[option].cost.lines if _belongs(c, at)]
        found[line.key] = sum((_value(c, rate, months) for c in costs), start=0.0)
    return found


def main_price(decision: Decision, study: Study | None, option: Option) -> MainPrice | None:
    """Return the main price of the line with the largest present value.

    Before anything was computed, the first line counts.
    """
    values = {} if study is None else line_values(study, option.key)
    lines = {line.key: line for line in option.lines}
    kept = {key: value for key, value in values.items() if key in lines}
    if not lines:
        return None
    line = lines[max(kept, key=lambda key: kept[key])] if kept else option.lines[0]
    at = f"options.{option.key}.lines.{line.key}"
    if line.kind == "billed":
        return _billed_price(decision, study, line, at)
    name = _dearest(decision, line, at) if line.kind == "tokens" else BY_KIND[line.kind].price
    return _stated_price(decision, line, f"{at}.{name}")


def _row(decision: Decision, option: Option, study: Study | None) -> OptionRow:
    limit, reason = _limit(decision, option, study)
    row = OptionRow(
        key=option.key,
        mark=sign_of(decision, option),
        label=option.label,
        note=option.note,
        value_text=NONE,
        value_origins=(),
        range_text="",
        range_origins=(),
        capital_text=NONE,
        capital_origins=(),
        price=main_price(decision, study, option),
        limit=limit,
        reason=reason,
    )
    return row if study is None else _with_numbers(row, study)


def _with_numbers(row: OptionRow, study: Study) -> OptionRow:
    found, spread = study.analysis.options[row.key].cost, study.spreads[row.key]
    scale = scale_of(study)
    share = float(found.capex_share.value)
    known = study.has_ranges
    low, high = spread.p10, spread.p90
    return replace(
        row,
        value_text=scale.number(cost(study, row.key)),
        value_origins=(found.present_value.key,),
        range_text=scale.span(float(low.value), float(high.value)) if known else "",
        range_origins=(low.key, high.key) if known else (),
        capital_text=percent(share) if share else "none",
        capital_origins=(found.capex_share.key,),
    )


def _limit(decision: Decision, option: Option, study: Study | None) -> tuple[str, str]:
    """What is stated now counts before what was computed last."""
    stated = next((e for e in decision.exclusions if e.option == option.key), None)
    if stated is not None:
        by = f" (stated by {stated.stated_by})" if stated.stated_by else ""
        return RULED_OUT, f"{stated.reason.rstrip('.')}{by}."
    if not option.lines:
        return NO_LINES, "Without a cost line, what it costs is not known."
    unserved = study.analysis.options[option.key].unserved if study is not None else ()
    if unserved:
        return RULED_OUT, unserved[0].message
    if study is not None and option.key in study.simulation.unserved:
        return RULED_OUT, f"In some simulated futures: {study.simulation.unserved[option.key]}"
    return PASSES, ""


def _belongs(costs: LineCost, at: str) -> bool:
    figures = (costs.capital, costs.running, costs.residual)
    return any(figure is not None and figure.key.startswith(at) for figure in figures)


def _value(costs: LineCost, rate: float, months: int) -> float:
    flat = np.zeros(months)
    start = flat if costs.capital is None else np.asarray(costs.capital.value)
    end = flat if costs.running is None else np.asarray(costs.running.value)
    sold = 0.0 if costs.residual is None else float(costs.residual.value)
    return float(present_value(start=start, end=end, closing=-sold, annual_rate=rate))


def _stated_price(decision: Decision, line: AnyLine, path: str) -> MainPrice:
    spec, quantity = field_spec(decision, path), value_at(decision, path)
    measure = measure_for(spec.unit, quantity.likely)
    which = f", {spec.label.lower()}" if line.kind == "tokens" else ""
    return MainPrice(
        name=f"{line.label}, {spec.label.lower()}",
        text=f"{measure.written(quantity.likely)}{NBSP}{measure.unit}{which}",
        source=source_words(quantity),
        grade=quantity.evidence.grade,
        path=path.rpartition(".")[0],
        origins=(path,),
    )


def source_words(quantity: Quantity) -> str:
    """Say where a number was found: "Kestrel Q-2231, 2026-11-12"."""
    evidence = quantity.evidence
    words = [evidence.source, evidence.on.isoformat() if evidence.on else ""]
    return ", ".join(word for word in words if word) or "no source stated"


def _billed_price(decision: Decision, study: Study | None, line: BilledLine, at: str) -> MainPrice:
    bill = next((bill.label for bill in decision.bills if bill.key == line.bill), line.bill)
    figure = study.figures().get(f"{at}.billed") if study is not None else None
    text = NONE
    if figure is not None:
        measure = measure_for(figure.unit, float(figure.value))
        text = f"{measure.written(float(figure.value))}{NBSP}{measure.unit}"
    return MainPrice(
        name=f"{line.label}, cost a month",
        text=text,
        source=f"{bill}, mean of the last {line.months}{NBSP}months",
        grade="measured",
        path=at,
        origins=(figure.key,) if figure is not None else (),
    )


def _dearest(decision: Decision, line: TokenLine, at: str) -> str:
    """Name the price of the kind of token on which most is spent in the first month."""
    spent = dict.fromkeys(("input_price", "output_price", "cached_price"), 0.0)
    for work in decision.workloads:
        if work.key in line.serves and work.kind == "llm":
            calls = work.requests.likely * work.calls_per_request.likely
            cached = work.cached_share.likely
            read = calls * work.input_tokens.likely
            volumes = (read * (1 - cached), calls * work.output_tokens.likely, read * cached)
            for name, volume in zip(spent, volumes, strict=True):
                spent[name] += volume * value_at(decision, f"{at}.{name}").likely
    return max(spent, key=lambda name: spent[name])
