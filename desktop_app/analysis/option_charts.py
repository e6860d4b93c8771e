"""Options side by side, as charts: costs with their ranges, and how they are named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.analysis.charts import (
    OptionBar,
    OptionBars,
    RangeRow,
    Ranges,
)
from desktop_app.analysis.comparison import CHANCE, DELTA, DELTA_SHARE, compared
from desktop_app.analysis.option_words import chance_text, cost, horizon_of, mark_of, rate_words
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import (
    listed,
    percent,
)

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study


def option_bars(study: Study) -> OptionBars:
    """Every option's cost with its range, difference to staying and chance of being cheapest."""
    scale, first = scale_of(study), study.ranking.first
    rows = tuple(_bar(study, key) for key in study.order)
    values = [f"{label(study, key)} {scale.amount(cost(study, key))}" for key in study.order]
    count = len(study.ranking.eligible)
    title = (
        f"{label(study, first)} costs least of the {count} options that may be chosen"
        if first and count > 1
        else "What every option costs"
    )
    return OptionBars(
        title=title,
        entity=study.decision.organisation,
        caption=f"present value of cost in {scale.unit} · PL {horizon_of(study)}, "
        f"{rate_words(study)} · bars and differences on one scale",
        alt=f"Present value of cost: {listed(values)}.",
        unit=scale.unit,
        heads=(
            "Option",
            "Present value of cost, P10–P90" if study.has_ranges else "Present value of cost",
            DELTA,
            DELTA_SHARE,
            CHANCE,
        ),
        rows=rows,
    )


def _bar(study: Study, key: str) -> OptionBar:
    row, factor, spread = compared(study, key), scale_of(study).factor, study.spreads[key]
    low, high = float(spread.p10.value), float(spread.p90.value)
    delta = study.analysis.to_baseline.get(key) if study.baseline else None
    return OptionBar(
        mark=row.mark,
        label=row.label,
        value=max(cost(study, key), 0.0) / factor,  # money coming in has a text, no bar
        value_text=row.value.text,
        low=max(low, 0.0) / factor if study.has_ranges else None,
        high=max(high, 0.0) / factor if study.has_ranges else None,
        range_text=row.span.text if study.has_ranges else "",
        delta=float(delta.delta.value) / factor if delta else None,
        delta_text=row.delta.text if delta else "",
        percent_text=row.delta_share.text,
        chance_text=chance_text(study, key),
        recommended=row.is_recommended,
        baseline=row.is_baseline,
        origins=tuple(key for cell in row.cells() for key in cell.origins),
    )


def ranges(study: Study) -> Ranges:
    """P10, P50 and P90 of every option."""
    scale = scale_of(study)
    spreads = [(key, study.spreads[key]) for key in study.order]
    first = study.ranking.first
    chance = study.spreads[first].chance if first else None
    title = (
        f"{label(study, first)} is the cheapest in {percent(float(chance.value))} of the futures"
        if first and chance is not None
        else "How far the cost of each option may lie from its plan"
    )
    said = [
        f"{label(study, key)} {scale.span(float(s.p10.value), float(s.p90.value))}"
        for key, s in spreads
    ]
    return Ranges(
        title=title,
        caption=f"Present value of cost in {scale.unit} · P10 to P90, mark at P50 · "
        f"{study.simulation.draws:,} draws common to all options",
        alt=f"P10 to P90 in {scale.unit}: {listed(said)}.",
        unit=scale.unit,
        heads=("Option", "P10 – P90", "P50", CHANCE),
        rows=tuple(_range(study, key) for key in study.order),
    )


def strips(study: Study) -> Ranges:
    """The same with the spread of the recommended option as its finding."""
    chart, first = ranges(study), study.ranking.first
    if first is None or not study.has_ranges:
        return replace(chart, title="How far the cost of each option may lie from its plan")
    spread = study.spreads[first]
    scale = scale_of(study)
    span = f"{scale.span(float(spread.p10.value), float(spread.p90.value))} {scale.unit}"
    return replace(
        chart,
        title=f"{label(study, first)} costs {span} in four of five futures",
        origins=(spread.p10.key, spread.p90.key),
    )


def _range(study: Study, key: str) -> RangeRow:
    scale, spread = scale_of(study), study.spreads[key]
    low, middle, high = (float(f.value) for f in (spread.p10, spread.p50, spread.p90))
    return RangeRow(
        mark=mark_of(study, key),
        label=label(study, key),
        low=max(low, 0.0) / scale.factor,
        middle=max(middle, 0.0) / scale.factor,
        high=max(high, 0.0) / scale.factor,
        low_text=scale.number(low),
        middle_text=scale.number(middle),
        high_text=scale.number(high),
        chance_text=chance_text(study, key),
        recommended=key == study.ranking.first,
        origins=_spread_keys(study, key),
    )


def _spread_keys(study: Study, key: str) -> tuple[str, ...]:
    spread = study.spreads[key]
    if not study.has_ranges:
        return ()
    known = (spread.p10, spread.p50, spread.p90, spread.chance)
    return tuple(figure.key for figure in known if figure is not None)
