"""The rules for a close call one by one: what each looks at, what it found, what that means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.ranking import MEAN_DIFFERS, RESIDUAL
from desktop_app.analysis.recommend import label
from desktop_app.analysis.wording import NONE, percent, percent_beside
from desktop_app.choice.cheapest import NARROW, UNSURE

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study

LEAST_CHANCE, LEAST_GAP = "close_call.least_chance", "close_call.least_gap"


@dataclass(frozen=True)
class RuleResult:
    """One rule for a close call.

    Attributes:
        name: What it looks at: "Chance of being the cheapest".
        value: What it found: "52 %".
        verdict: What that means: "Under 60 %, so close."
        is_close: Whether it makes the recommendation a close call; None where it cannot say.
        origins: Keys of the figures behind the value.
        limit: Path of the limit that the verdict names; empty for a rule without one.
    """

    name: str
    value: str
    verdict: str
    is_close: bool | None
    origins: tuple[str, ...]
    limit: str = ""


@dataclass(frozen=True)
class CloseCall:
    """All rules together.

    Attributes:
        title: "A close call", "A clear lead" or "No choice between options".
        count: "1 rule of 4"; empty where no rule applies.
        rules: The rules, in the order in which they are told.
    """

    title: str
    count: str
    rules: tuple[RuleResult, ...]

    @property
    def is_close(self) -> bool:
        """Whether any rule says so."""
        return any(rule.is_close for rule in self.rules)


def close_call_of(study: Study) -> CloseCall:
    """Hold the recommendation against every rule; none applies to fewer than two options."""
    if len(study.ranking.eligible) < 2:
        return CloseCall("No choice between options", "", ())
    rules = (_chance(study), _gap(study), _mean(study), _residual(study))
    close = sum(bool(rule.is_close) for rule in rules)
    title = "A close call" if close else "A clear lead"
    return CloseCall(title, f"{close} rule{'' if close == 1 else 's'} of {len(rules)}", rules)


def _chance(study: Study) -> RuleResult:
    limit, name = study.decision.close_call.least_chance, "Chance of being the cheapest"
    chance = study.spreads[study.ranking.eligible[0]].chance
    if not study.has_ranges or chance is None:
        return RuleResult(name, NONE, "No input has a range, so this is not known.", None, ())
    share, close = float(chance.value), UNSURE in study.ranking.close_call
    value = percent_beside(share, limit)
    return RuleResult(name, value, _limit(limit, close), close, (chance.key,), LEAST_CHANCE)


def _gap(study: Study) -> RuleResult:
    limit, close = study.decision.close_call.least_gap, NARROW in study.ranking.close_call
    gap, name = study.gaps[study.ranking.eligible[1]], "Gap to the next option"
    share = float(gap.share.value)
    if np.isnan(share):  # the first costs nothing, so there is no share of it
        verdict = "About as much, so close." if close else "The first costs nothing, so clear."
        return RuleResult(name, NONE, verdict, close, (gap.amount.key,))
    value = percent_beside(share, limit)
    return RuleResult(name, value, _limit(limit, close), close, (gap.share.key,), LEAST_GAP)


def _limit(limit: float, close: bool) -> str:
    words = ("Under", "close") if close else ("Not under", "clear")
    return f"{words[0]} {percent(limit)}, so {words[1]}."


def _mean(study: Study) -> RuleResult:
    name = "Lowest mean of all futures"
    if not study.has_ranges:
        return RuleResult(name, NONE, "No input has a range, so this is not known.", None, ())
    means = {key: study.spreads[key].mean for key in study.ranking.eligible}
    best = min(means, key=lambda key: float(means[key].value))
    origins = tuple(dict.fromkeys((means[study.ranking.eligible[0]].key, means[best].key)))
    return _same(study, MEAN_DIFFERS, (name, label(study, best)), origins)


def _residual(study: Study) -> RuleResult:
    unsold = {key: study.analysis.options[key].cost.unsold for key in study.ranking.eligible}
    best = min(unsold, key=lambda key: float(unsold[key].value))
    origins = tuple(dict.fromkeys((unsold[study.ranking.eligible[0]].key, unsold[best].key)))
    return _same(study, RESIDUAL, ("Cheapest if no hardware is sold", label(study, best)), origins)


def _same(study: Study, rule: str, said: tuple[str, str], origins: tuple[str, ...]) -> RuleResult:
    close = rule in study.ranking.close_call
    verdict = "Another option, so close." if close else "The same option, so clear."
    return RuleResult(*said, verdict, close, origins)
