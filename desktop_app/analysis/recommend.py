"""The recommendation in sentences, each naming the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.ranking import MEAN_DIFFERS, RESIDUAL
from desktop_app.analysis.wording import (
    Scale,
    listed,
    money_scale,
    named,
    percent,
    percent_beside,
)
from desktop_app.choice.cheapest import NARROW, UNSURE

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study


@dataclass(frozen=True)
class Reason:
    """One statement about an option.

    Attributes:
        lead: Its gist: "It costs least."
        text: The sentence with the numbers.
        figures: Keys of the figures it names.
    """

    lead: str
    text: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Recommendation:
    """What to choose and why, and why not the others.

    Attributes:
        option: Key of the recommended option; None when every option is ruled out.
        headline: The whole in one sentence, a close call said first.
        close_call: Why it is a close call; empty for a clear recommendation.
        reasons: Up to three statements for it.
        others: A statement on each other option, by key, in the order of the pages.
    """

    option: str | None
    headline: str
    close_call: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    others: tuple[tuple[str, Reason], ...]


def recommendation(study: Study) -> Recommendation:
    """Say which option costs least among those that may be chosen, and how sure that is."""
    first = study.ranking.first
    others = tuple((key, _other(study, key)) for key in study.order if key != first)
    if first is None:
        headline = "No option can be recommended: every one is ruled out"
        return Recommendation(None, headline, (), (), others)
    calls = tuple(_call(study, rule) for rule in study.ranking.close_call)
    reasons = [_costs_least(study, first), *_how_sure(study, first), *_trade(study, first)]
    return Recommendation(first, _headline(study, first), calls, tuple(reasons[:3]), others)


def scale_of(study: Study) -> Scale:
    """The one unit for present values: of the sentences, the first page and the tables."""
    options = study.analysis.options.values()
    values = [float(option.cost.present_value.value) for option in options]
    return money_scale(values, study.decision.context.currency)


def table_scale(study: Study) -> Scale:
    """The unit of tables that hold small parts of those values: thousands beside millions."""
    scale = scale_of(study)
    return Scale(1e3, 0, f"k {study.decision.context.currency}") if scale.factor > 1e3 else scale


def label(study: Study, key: str) -> str:
    """Name of an option."""
    return study.analysis.options[key].option.label


def _cost(study: Study, key: str) -> float:
    return float(study.analysis.options[key].cost.present_value.value)


def _headline(study: Study, first: str) -> str:
    call = "A close call: " if study.ranking.close_call else ""
    base, scale, name = study.baseline, scale_of(study), label(study, first)
    if base is None or (base == first and len(study.ranking.eligible) < 2):
        return f"{call}{name} costs {scale.amount(_cost(study, first))}, {_among(study)}"
    if base == first:
        gap = float(study.gaps[study.ranking.eligible[1]].amount.value)
        more = f"{scale.amount(gap)} more" if scale.shows(gap) else "about as much"
        return f"{call}{name} costs least: the next option costs {more}"
    delta = float(study.analysis.to_baseline[first].delta.value)
    stay = named(label(study, base))
    if not scale.shows(delta):
        return f"{call}{name} costs about as much as {stay}"
    word = "less" if delta < 0 else "more"
    return f"{call}{name} costs {scale.amount(abs(delta))} {word} than {stay}{_rival(study, base)}"


def _rival(study: Study, base: str) -> str:
    """What a close call is close to, where that is not the baseline itself."""
    rivals, scale = study.ranking.eligible, scale_of(study)
    if not study.ranking.close_call or rivals[1] == base:
        return ""
    gap = float(study.gaps[rivals[1]].amount.value)
    return f", only {scale.amount(gap)} less than the next option" if scale.shows(gap) else ""


def _among(study: Study) -> str:
    """What the recommended option is the least of; options ruled out may cost less."""
    count, limited = len(study.ranking.eligible), bool(study.ranking.ruled_out)
    if count == 1:
        return f"the only option{' that may be chosen' if limited else ''}"
    return f"the least of {count} options{' that may be chosen' if limited else ''}"


def _costs_least(study: Study, first: str) -> Reason:
    scale, rivals = scale_of(study), study.ranking.eligible
    figures = [f"options.{first}.present_value"]
    text = f"Its present value of cost is {scale.amount(_cost(study, first))}"
    if len(rivals) > 1:
        amount, second = study.gaps[rivals[1]].amount, label(study, rivals[1])
        gap = float(amount.value)
        below = f"{scale.amount(gap)} below" if scale.shows(gap) else "about the same as"
        text += f", {below} the next option, {named(second)}"
        figures.append(amount.key)
    lead = "It costs least." if len(rivals) > 1 else "It is the only one left."
    return Reason(lead, f"{text}.", tuple(figures))


def _how_sure(study: Study, first: str) -> list[Reason]:
    spread, scale = study.spreads[first], scale_of(study)
    if not study.has_ranges:
        text = "No input is stated as a range, so how sure the answer is cannot be said."
        return [Reason("It is not known how firmly.", text, ())]
    if spread.chance is None or len(study.ranking.eligible) < 2:
        return []
    span = scale.span(float(spread.p10.value), float(spread.p90.value))
    chance = float(spread.chance.value)
    lead = "It holds in most futures." if chance > 0.5 else "It leads, but in few futures."
    if study.ranking.close_call and chance > 0.5:
        lead = "It leads, but not by much."
    return [
        Reason(
            lead,
            f"It is the cheapest in {percent(chance)} of {study.simulation.draws:,} simulated "
            f"futures, and in four of five it costs {span} {scale.unit}.",
            (spread.chance.key, "simulation.draws", spread.p10.key, spread.p90.key),
        )
    ]


def _trade(study: Study, first: str) -> list[Reason]:
    """What the option trades against the baseline: the largest saving and the largest extra."""
    base = study.baseline
    if base is None or base == first:
        return []
    figures = study.analysis.to_baseline[first].changes
    changes = {name: float(figure.value) for name, figure in figures.items()}
    scale = scale_of(study)
    seen = sorted(
        (name for name in changes if scale.shows(changes[name])), key=changes.__getitem__
    )
    less = [name for name in seen if changes[name] < 0][:1]
    more = [name for name in reversed(seen) if changes[name] > 0][:2]
    if not less:
        return []
    extra = listed([f"{scale.number(changes[name])} more on {name}" for name in more])
    text = f"{scale.amount(-changes[less[0]])} less goes to {less[0]}"
    text += f", {extra}." if extra else "."
    when = pays(study.analysis, first, base, discounted=True)
    text += f" It {when.words}."
    named = [figures[name].key for name in (*less, *more)]
    lead = "It trades one cost for another." if more else "It saves, and costs more on nothing."
    return [Reason(lead, text, (*named, when.figure.key))]


def _call(study: Study, rule: str) -> Reason:
    limits, first = study.decision.close_call, study.ranking.eligible[0]
    second, spread = study.ranking.eligible[1], study.spreads[study.ranking.eligible[0]]
    if rule == UNSURE and spread.chance is not None:
        chance = float(spread.chance.value)
        text = (
            f"It is the cheapest in {percent_beside(chance, limits.least_chance)} of the "
            f"simulated futures, under the limit of {percent(limits.least_chance)}."
        )
        return Reason("Chance.", text, (spread.chance.key,))
    if rule == NARROW:
        amount, share = study.gaps[second].amount, study.gaps[second].share
        if np.isnan(share.value):  # the first costs nothing, so there is no share of it
            text = f"{label(study, second)} costs about as much."
            return Reason("Gap.", text, (amount.key,))
        text = (
            f"{label(study, second)} costs {percent_beside(float(share.value), limits.least_gap)} "
            f"more, under the limit of {percent(limits.least_gap)}."
        )
        return Reason("Gap.", text, (share.key,))
    if rule == MEAN_DIFFERS:
        means = {key: float(study.spreads[key].mean.value) for key in study.ranking.eligible}
        best = min(means, key=lambda key: means[key])
        text = f"The mean over all simulated futures is lowest for {named(label(study, best))}."
        return Reason("Mean.", text, (spread.mean.key, study.spreads[best].mean.key))
    if rule == RESIDUAL:
        unsold = {key: study.analysis.options[key].cost.unsold for key in study.ranking.eligible}
        best = min(unsold, key=lambda key: float(unsold[key].value))
        mine, least = (scale_of(study).amount(float(unsold[k].value)) for k in (first, best))
        text = (
            f"Its lead rests on selling hardware at the end: unsold, it costs {mine}, "
            f"{named(label(study, best))} {least}."
        )
        return Reason("Residual value.", text, (unsold[first].key, unsold[best].key))
    raise ValueError(f"No sentence for the rule {rule!r}")


def _other(study: Study, key: str) -> Reason:
    scale, first = scale_of(study), study.ranking.first
    if key in study.ranking.ruled_out:
        return Reason("Ruled out.", study.ranking.ruled_out[key], ())
    if first is None:
        raise ValueError("An option that may be chosen is left, so one is recommended")
    amount = study.gaps[key].amount
    more = float(amount.value)
    dearer = scale.shows(more)
    text = f"It costs {scale.amount(more)} more" if dearer else "It costs about as much"
    figures = [amount.key]
    chance = study.spreads[key].chance
    if chance is not None and study.has_ranges:
        share = float(chance.value)
        seldom = "none" if np.isclose(share, 0) else percent(share)
        text += f" and is the cheapest in {seldom} of the simulated futures"
        figures.append(chance.key)
    return Reason("Dearer." if dearer else "No cheaper.", f"{text}.", tuple(figures))
