"""What stands beside a recommendation: its few figures, and what the other options cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.option_words import cost, mark_of
from desktop_app.analysis.recommend import label, recommendation, scale_of
from desktop_app.analysis.wording import month_number, named, percent

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.recommend import Reason
    from desktop_app.analysis.study import Study


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the strip.

    Attributes:
        text: The number with its unit: "2.18 M EUR".
        caption: What it is: "less than staying".
        origins: Keys of the figures behind the number.
        caption_origins: Keys of the figures that the caption names.
    """

    text: str
    caption: str
    origins: tuple[str, ...]
    caption_origins: tuple[str, ...] = ()


def key_figures(study: Study) -> tuple[KeyFigure, ...]:
    """Cost, saving, payback and chance of the recommended option; nothing where there is none."""
    first = study.ranking.first
    if first is None:
        return ()
    return (_cost(study, first), *_to_baseline(study, first), *_chance(study, first))


def _cost(study: Study, first: str) -> KeyFigure:
    scale, spread = scale_of(study), study.spreads[first]
    text, origins = scale.amount(cost(study, first)), (f"options.{first}.present_value",)
    if not study.has_ranges:
        return KeyFigure(text, "no input has a range", origins)
    span = scale.span(float(spread.p10.value), float(spread.p90.value))
    return KeyFigure(text, f"P10–P90 {span}", origins, (spread.p10.key, spread.p90.key))


def _to_baseline(study: Study, first: str) -> tuple[KeyFigure, ...]:
    base, scale = study.baseline, scale_of(study)
    if base is None or base == first:
        return ()
    delta = study.analysis.to_baseline[first].delta
    amount, stay = float(delta.value), named(label(study, base))
    word = "less" if amount < 0 else "more"
    text = scale.amount(abs(amount)) if scale.shows(amount) else "No difference"
    caption = f"{word} than {stay}" if scale.shows(amount) else f"to {stay}"
    when = pays(study.analysis, first, base, discounted=True)
    short, told = when.short, "pays against it"
    if when.lasting:
        short, told = month_number(when.lasting), "from here it pays"
    elif when.lasting == 0:
        told = "it costs less"
    month = KeyFigure(f"{short[0].upper()}{short[1:]}", told, (when.figure.key,))
    return KeyFigure(text, caption, (delta.key,)), month


def _chance(study: Study, first: str) -> tuple[KeyFigure, ...]:
    chance = study.spreads[first].chance
    if chance is None or not study.has_ranges or len(study.ranking.eligible) < 2:
        return ()
    return (KeyFigure(percent(float(chance.value)), "likely cheapest", (chance.key,)),)


@dataclass(frozen=True)
class Other:
    """An option that is not recommended, in one row.

    Attributes:
        mark: Its sign.
        label: Its name.
        amount: What it costs beyond the recommended one, signed; empty where it may not be chosen.
        origins: Keys of the figures behind the amount.
        reason: Why not.
    """

    mark: OptionMark
    label: str
    amount: str
    origins: tuple[str, ...]
    reason: Reason


def others(study: Study) -> tuple[Other, ...]:
    """Say of every option but the recommended one what it costs beyond that, and why not."""
    return tuple(_other(study, key, reason) for key, reason in recommendation(study).others)


def headline_origins(study: Study) -> tuple[str, ...]:
    """Keys of the figures that the headline of a recommendation names."""
    first, base, rivals = study.ranking.first, study.baseline, study.ranking.eligible
    if first is None:
        return ()
    if base is None or base == first:
        named = [f"options.{first}.present_value"]
    else:
        named = [study.analysis.to_baseline[first].delta.key]
    if len(rivals) > 1:
        named.append(study.gaps[rivals[1]].amount.key)
    return tuple(named)


def _other(study: Study, key: str, reason: Reason) -> Other:
    gap = None if key in study.ranking.ruled_out else study.gaps.get(key)
    amount = scale_of(study).number(float(gap.amount.value), signed=True) if gap else ""
    origins = (gap.amount.key,) if gap else ()
    return Other(mark_of(study, key), label(study, key), amount, origins, reason)
