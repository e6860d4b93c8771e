"""What the cost of an option consists of, and how often each is the cheapest, as charts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop_app.analysis.charts import Chance, Chances, Driver, Drivers
from desktop_app.analysis.compare import RESIDUAL_VALUE
from desktop_app.analysis.option_words import chance_text, cost, mark_of
from desktop_app.analysis.recommend import label, table_scale
from desktop_app.analysis.wording import NBSP, listed, percent

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study

_NOTHING = 1e-9
"""Share of an option's cost below which a part is left out."""


def breakdown(study: Study, key: str) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Present value of each budget line and of the residual value, with the figures behind it.

    They add up to the option's present value of cost; what comes in is negative.
    """
    found = study.analysis.options[key].cost
    parts: dict[str, tuple[float, tuple[str, ...]]] = {
        name: (float(line.value), (line.key,)) for name, line in found.by_category.items()
    }
    sold = float(found.present_value.value) - float(found.unsold.value)
    parts[RESIDUAL_VALUE] = (sold, (found.residual.key, "context.discount_rate"))
    least = _NOTHING * max(abs(cost(study, key)), 1.0)
    return {name: part for name, part in parts.items() if abs(part[0]) > least}


def drivers(study: Study, key: str) -> Drivers:
    """What the present value of one option consists of, largest first."""
    scale, whole = table_scale(study), cost(study, key)
    parts = sorted(breakdown(study, key).items(), key=lambda item: -item[1][0])
    texts = scale.rounded([value for _, (value, _) in parts])
    rows = tuple(
        Driver(
            label=name.capitalize(),
            value=value / scale.factor,
            text=text,
            share=value / whole if whole > 0 else math.nan,
            share_text=percent(value / whole if whole > 0 else math.nan),
            origins=origins,
        )
        for (name, (value, origins)), text in zip(parts, texts, strict=True)
    )
    said = listed([f"{row.label} {row.text}" for row in rows])
    return Drivers(
        title=_most(study, key, rows),
        entity=study.decision.organisation,
        caption=f"{label(study, key)} · present value of cost in {scale.unit}, PL",
        alt=f"{label(study, key)} in {scale.unit}: {said or 'nothing'}.",
        unit=scale.unit,
        mark=mark_of(study, key),
        label=label(study, key),
        rows=rows,
        total=whole / scale.factor,
        total_text=scale.number(whole),
        origins=(*(rows[0].origins if rows else ()), f"options.{key}.present_value"),
    )


def _most(study: Study, key: str, rows: tuple[Driver, ...]) -> str:
    name = label(study, key)
    if not rows or not math.isfinite(rows[0].share):
        return f"What {name} consists of"
    share = "All" if len(rows) == 1 else rows[0].share_text
    return f"{share} of what {name} costs is {rows[0].label.lower()}"


def chances(study: Study) -> Chances:
    """How often each option is the cheapest of those that may be chosen."""
    rows = tuple(_chance(study, key) for key in study.order)
    first = study.ranking.first
    known = [row for row in rows if row.share is not None]
    title = "How sure the order is cannot be said: no input has a range"
    if study.has_ranges:
        title = "No option is left to be the cheapest"
    if first is not None and known:
        text = next(row.text for row in rows if row.recommended)
        title = f"{label(study, first)} is the cheapest in {text} of the futures"
    return Chances(
        title=title,
        entity=study.decision.organisation,
        caption=f"Share of {study.simulation.draws:,} draws, common to all options, in which its "
        "present value of cost is the lowest",
        alt=f"Cheapest in: {listed([f'{row.label} {row.text}' for row in known]) or 'unknown'}.",
        unit="share",
        rows=rows,
        origins=tuple(key for row in rows if row.recommended for key in row.origins[:1]),
    )


def _chance(study: Study, key: str) -> Chance:
    spread, may = study.spreads[key], key not in study.ranking.ruled_out
    known = study.has_ranges and may and spread.chance is not None
    chance, error = (spread.chance, spread.chance_error) if known else (None, None)
    points = float(error.value) * 100 if error is not None else 0.0  # 0 says nothing was seen
    return Chance(
        mark=mark_of(study, key),
        label=label(study, key),
        share=float(chance.value) if chance is not None else None,
        text=chance_text(study, key),
        error_text=f"±{points:.1f}{NBSP}points" if points else "",
        recommended=key == study.ranking.first,
        origins=tuple(figure.key for figure in (chance, error) if figure is not None),
    )
