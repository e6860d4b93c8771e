"""Where the options stand, and what the last change did to them: words for the side panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.option_words import chance_text, cost, mark_of
from desktop_app.analysis.recommend import label, scale_of

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study


@dataclass(frozen=True, kw_only=True)
class StandingRow:
    """One option in the panel.

    Attributes:
        key: Of the option.
        mark: Its sign.
        label: Its name.
        value: Present value of its cost, in the panel's unit.
        low: P10 of it, or None where no input has a range.
        high: P90 of it, likewise.
        value_text: The value as written, without the unit.
        range_text: "2.0–2.6", or empty.
        chance_text: How often it is the cheapest; "ruled out"; a dash where that is not known.
        is_recommended: Whether it is the one to choose.
        is_baseline: Whether it stands for staying as today.
        ruled_out: Why it may not be chosen; empty where it may.
        value_origins: Keys of the figures behind ``value_text``.
        range_origins: Behind ``range_text``.
        chance_origins: Behind ``chance_text``.
    """

    key: str
    mark: OptionMark
    label: str
    value: float
    low: float | None
    high: float | None
    value_text: str
    range_text: str
    chance_text: str
    is_recommended: bool
    is_baseline: bool
    ruled_out: str
    value_origins: tuple[str, ...]
    range_origins: tuple[str, ...]
    chance_origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """All options, in the order of every page.

    Attributes:
        title: Head of the panel.
        unit: Unit of all values: "M EUR".
        head: What the numbers are: "M EUR, present value".
        rows: The options.
        least: Where the common scale of the strips starts, in the unit.
        most: Where it ends.
    """

    title: str
    unit: str
    head: str
    rows: tuple[StandingRow, ...]
    least: float
    most: float


def standing(study: Study) -> Standing:
    """Put every option's cost, range and chance into words."""
    unit = scale_of(study).unit
    rows = tuple(_row(study, key) for key in study.order)
    ends = [end for row in rows for end in (row.value, row.low, row.high) if end is not None]
    return Standing(
        title="Where we stand",
        unit=unit,
        head=f"{unit}, present value",
        rows=rows,
        least=min(0.0, *ends),
        most=max(0.0, *ends),
    )


def _row(study: Study, key: str) -> StandingRow:
    scale, spread, value = scale_of(study), study.spreads[key], cost(study, key)
    low, high = float(spread.p10.value), float(spread.p90.value)
    known = study.has_ranges
    chance = spread.chance if known and key not in study.ranking.ruled_out else None
    return StandingRow(
        key=key,
        mark=mark_of(study, key),
        label=label(study, key),
        value=value / scale.factor,
        low=low / scale.factor if known else None,
        high=high / scale.factor if known else None,
        value_text=scale.number(value),
        range_text=scale.span(low, high) if known else "",
        chance_text=chance_text(study, key),
        is_recommended=key == study.ranking.first,
        is_baseline=key == study.decision.baseline,
        ruled_out=study.ranking.ruled_out.get(key, ""),
        value_origins=(f"options.{key}.present_value",),
        range_origins=(spread.p10.key, spread.p90.key) if known else (),
        chance_origins=(chance.key,) if chance is not None else (),
    )
