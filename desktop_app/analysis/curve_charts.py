"""Costs that run up over the months, as charts: where they cross, and how far they may stray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.charts import Band, Crossing, Curve, Curves, Fan
from desktop_app.analysis.crossing import pays
from desktop_app.analysis.option_words import cost, mark_of, short
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import listed, month_number

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study


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
                label=label(study, key),
                value_text=scale.number(cost(study, key)),
                origins=tuple(
                    f"options.{key}.{name}" for name in ("present_value", "cumulative_discounted")
                ),
            )
            for key in study.order
        ),
        crossings=crossings,
        bands=_bands(study),
        origins=tuple(key for crossing in crossings for key in crossing.origins),
    )


def _bands(study: Study) -> tuple[Band, ...]:
    """P10 to P90 of the recommended option and of the baseline; more would hide the lines."""
    if not study.has_ranges:
        return ()
    keys = dict.fromkeys(key for key in (study.ranking.first, study.decision.baseline) if key)
    found: list[Band] = []
    for key in keys:
        low, *_, high = study.spreads[key].fan
        factor = scale_of(study).factor
        found.append(
            Band(
                mark=mark_of(study, key),
                label=f"P10–P90, {label(study, key)}",
                low=tuple((np.asarray(low.value) / factor).tolist()),
                high=tuple((np.asarray(high.value) / factor).tolist()),
                origins=(low.key, high.key),
            )
        )
    return tuple(found)


def _uncrossed(study: Study) -> str:
    """Finding where no option that may be chosen overtakes the baseline for good."""
    first, base = study.ranking.first, study.baseline
    if first is None or base is None or first == base:
        return "How the cost of every option runs up"
    return f"{label(study, first)} {pays(study.analysis, first, base, discounted=True).words}"


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
    found = pays(study.analysis, key, base, discounted=True)
    month = found.lasting
    if not month:
        return []
    return [
        Crossing(
            month=month,
            value=float(np.interp(month, times, curve)) / height,
            label=f"{label(study, key)} pays from {month_number(month)}",
            origins=(found.figure.key,),
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
