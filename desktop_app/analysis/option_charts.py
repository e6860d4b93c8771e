"""Options side by side, as charts: costs with ranges, futures, and where costs cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.charts import (
    Crossing,
    Curve,
    Curves,
    Fan,
    OptionBar,
    OptionBars,
    RangeRow,
    Ranges,
)
from desktop_app.analysis.crossing import pays
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import (
    NBSP,
    NONE,
    listed,
    month_name,
    month_number,
    percent,
)

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study

_MARKS: dict[str, OptionMark] = {
    "fully_managed": "managed",
    "partially_managed": "partial",
    "hybrid": "hybrid",
    "self_managed": "self_managed",
}


def mark_of(study: Study, key: str) -> OptionMark:
    """Sign of an option: that of its kind, or the baseline's dash."""
    if key == study.decision.baseline:
        return "baseline"
    return _MARKS[study.analysis.options[key].option.approach]


def horizon_of(study: Study) -> str:
    """Say the months looked at: "January 2027 – December 2029"."""
    context = study.decision.context
    first = context.start.year * 12 + context.start.month - 1
    last = first + context.horizon_months - 1
    return f"{month_name(first)} – {month_name(last)}"


def cost(study: Study, key: str) -> float:
    """Present value of an option's cost, in whole currency units."""
    return float(study.analysis.options[key].cost.present_value.value)


def rate_words(study: Study) -> str:
    """Say the discount rate: "8 % a year"."""
    return f"{study.decision.context.discount_rate.likely * 100:g}\N{NO-BREAK SPACE}% a year"


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
            "Δ to baseline",
            "Δ %",
            "Cheapest in",
        ),
        rows=rows,
    )


def _bar(study: Study, key: str) -> OptionBar:
    scale, spread, factor = scale_of(study), study.spreads[key], scale_of(study).factor
    low, high = float(spread.p10.value), float(spread.p90.value)
    delta = study.analysis.to_baseline.get(key) if study.baseline else None
    return OptionBar(
        mark=mark_of(study, key),
        label=label(study, key),
        value=max(cost(study, key), 0.0) / factor,  # money coming in has a text, no bar
        value_text=scale.number(cost(study, key)),
        low=max(low, 0.0) / factor if study.has_ranges else None,
        high=max(high, 0.0) / factor if study.has_ranges else None,
        range_text=scale.span(low, high) if study.has_ranges else "",
        delta=float(delta.delta.value) / factor if delta else None,
        delta_text=scale.number(float(delta.delta.value), signed=True) if delta else "",
        percent_text=_share_text(float(delta.share.value)) if delta else NONE,
        chance_text=_chance_text(study, key),
        recommended=key == study.ranking.first,
        baseline=key == study.decision.baseline,
    )


def _share_text(share: float) -> str:
    """A share below a head that says per cent."""
    return percent(share, signed=True).removesuffix(f"{NBSP}%")


def _chance_text(study: Study, key: str) -> str:
    if key in study.ranking.ruled_out:
        return "ruled out"
    chance = study.spreads[key].chance
    return percent(float(chance.value)) if chance and study.has_ranges else NONE


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
        heads=("Option", "P10 – P90", "P50", "Cheapest in"),
        rows=tuple(_range(study, key) for key in study.order),
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
        chance_text=_chance_text(study, key),
        recommended=key == study.ranking.first,
    )


def curves(study: Study) -> Curves:
    """Cumulative discounted cost of every option, with its break-evens against the baseline."""
    scale, start = scale_of(study), study.decision.context.start
    crossings = tuple(c for key in study.ranking.eligible[:2] for c in _crossings(study, key))
    found = [crossing.label for crossing in crossings]
    return Curves(
        title=listed(found) if found else _uncrossed(study),
        caption=f"Cumulative present value of cost in {scale.unit}, PL by month",
        alt="Cumulative cost at the end: "
        + listed([f"{label(study, k)} {scale.amount(cost(study, k))}" for k in study.order])
        + ".",
        unit=scale.unit,
        first_year=start.year,
        first_month=start.month,
        curves=tuple(
            Curve(
                mark=mark_of(study, key),
                end_text=f"{short(study, key)} {scale.number(cost(study, key))}",
                values=tuple((_after_payments(study, key) / scale.factor).tolist()),
                recommended=key == study.ranking.first,
                baseline=key == study.decision.baseline,
            )
            for key in study.order
        ),
        crossings=crossings,
    )


def _uncrossed(study: Study) -> str:
    """Finding where no option that may be chosen overtakes the baseline for good."""
    first, base = study.ranking.first, study.baseline
    if first is None or base is None or first == base:
        return "How the cost of every option runs up"
    return f"{label(study, first)} {pays(study.analysis, first, base, discounted=True).words}"


def short(study: Study, key: str) -> str:
    """First word of an option's name where it alone tells options apart, else the whole name."""
    firsts = [_first_word(label(study, other)) for other in study.order]
    mine = _first_word(label(study, key))
    return mine if firsts.count(mine) == 1 else label(study, key)


def _first_word(name: str) -> str:
    return next(iter(name.replace(",", " ").split()), name)


def _after_payments(study: Study, key: str) -> np.typing.NDArray[np.float64]:
    curve = np.asarray(study.analysis.options[key].cost.cumulative_discounted.value)
    return np.asarray(curve[1::2], dtype=float)


def _crossings(study: Study, key: str) -> list[Crossing]:
    base = study.baseline
    if base is None or key == base:
        return []
    curve = np.asarray(study.analysis.options[key].cost.cumulative_discounted.value)
    times = np.repeat(np.arange(curve.size // 2, dtype=float), 2)
    height = scale_of(study).factor
    month = pays(study.analysis, key, base, discounted=True).lasting
    if not month:
        return []
    return [
        Crossing(
            month=month,
            value=float(np.interp(month, times, curve)) / height,
            label=f"{label(study, key)} pays from {month_number(month)}",
        )
    ]


def fan(study: Study, key: str) -> Fan:
    """Spread of one option's cumulative cost over the months."""
    scale, start, spread = scale_of(study), study.decision.context.start, study.spreads[key]
    rows = [tuple((np.asarray(f.value) / scale.factor).tolist()) for f in spread.fan]
    low, high = scale.number(float(spread.p10.value)), scale.number(float(spread.p90.value))
    return Fan(
        title=f"Four in five futures end between {low} and {high} {scale.unit}",
        caption=f"{label(study, key)} · cumulative present value of cost in {scale.unit}, "
        f"FC by month, {study.simulation.draws:,} draws",
        alt=f"P10 {low}, P50 {scale.number(float(spread.p50.value))}, P90 {high} {scale.unit} "
        "at the end.",
        unit=scale.unit,
        p10=rows[0],
        p25=rows[1],
        p50=rows[2],
        p75=rows[3],
        p90=rows[4],
        low_text=f"P10 {low}",
        middle_text=f"P50 {scale.number(float(spread.p50.value))}",
        high_text=f"P90 {high}",
        band_text="half of futures",
        first_year=start.year,
        first_month=start.month,
    )
