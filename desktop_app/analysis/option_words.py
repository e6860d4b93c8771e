"""How options are named, signed and measured wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.recommend import label
from desktop_app.analysis.wording import NONE, month_name, percent

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study

MARKS: dict[str, OptionMark] = {
    "fully_managed": "managed",
    "partially_managed": "partial",
    "hybrid": "hybrid",
    "self_managed": "self_managed",
}
"""Sign of each approach."""


def mark_of(study: Study, key: str) -> OptionMark:
    """Sign of an option: that of its kind, or the baseline's dash."""
    if key == study.decision.baseline:
        return "baseline"
    return MARKS[study.analysis.options[key].option.approach]


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


def chance_text(study: Study, key: str) -> str:
    """How often an option is the cheapest: "52 %", "ruled out", or a dash where it is unknown."""
    if key in study.ranking.ruled_out:
        return "ruled out"
    chance = study.spreads[key].chance
    return percent(float(chance.value)) if chance and study.has_ranges else NONE


def short(study: Study, key: str) -> str:
    """First word of an option's name where it alone tells options apart, else the whole name."""
    firsts = [_first_word(label(study, other)) for other in study.order]
    mine = _first_word(label(study, key))
    return mine if firsts.count(mine) == 1 else label(study, key)


def _first_word(name: str) -> str:
    return next(iter(name.replace(",", " ").split()), name)
