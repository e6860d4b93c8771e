"""Where the money goes, as charts: cash by year, and the bridge from staying to the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.charts import (
    Bridge,
    BridgeEnd,
    BridgeStep,
    YearColumn,
    YearColumns,
    YearGroup,
)
from desktop_app.analysis.option_words import cost, horizon_of, mark_of
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import Scale, listed, percent

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study


IN_PRINT = "grey is CapEx, white is OpEx"
ON_SCREEN = "solid is CapEx, light is OpEx"


def year_columns(study: Study, inks: str = IN_PRINT) -> YearColumns:
    """Cash of every option by calendar year, capital apart from running cost.

    Args:
        study: What was computed.
        inks: How the caption tells the two kinds apart: ``IN_PRINT`` or ``ON_SCREEN``.
    """
    scale = scale_of(study)
    capital = {key: float(study.analysis.options[key].cost.capex.value) for key in study.order}
    first = study.ranking.first or study.order[0]
    spent = (
        f"{label(study, first)} needs {scale.amount(capital[first])} of capital"
        if capital[first]
        else f"{label(study, first)} needs no capital"
    )
    return YearColumns(
        title=spent,
        entity=study.decision.organisation,
        caption=f"cash in {scale.unit}, nominal, before residual value · PL {horizon_of(study)} · "
        f"{inks}",
        alt="Capital over the horizon: "
        + listed([f"{label(study, k)} {scale.amount(v)}" for k, v in capital.items()])
        + ".",
        unit=scale.unit,
        origins=(f"options.{first}.capex",),
        groups=tuple(
            YearGroup(
                mark=mark_of(study, key),
                label=label(study, key),
                years=_years(study, key, scale),
                recommended=key == study.ranking.first,
                note=_capital_note(study, key),
                origins=(f"options.{key}.capex_share", f"options.{key}.capex"),
            )
            for key in study.order
        ),
    )


def _capital_note(study: Study, key: str) -> str:
    cost = study.analysis.options[key].cost
    if not float(cost.capex.value):
        return "no CapEx"
    return f"CapEx {percent(float(cost.capex_share.value))}"


def _years(study: Study, key: str, scale: Scale) -> tuple[YearColumn, ...]:
    budget = study.analysis.budgets[key]
    capital, running = (np.asarray(f.value) for f in (budget.capital, budget.running))
    columns = []
    for year, capex, opex in zip(budget.years, capital, running, strict=True):
        parts = scale.parted(float(capex), float(opex))
        columns.append(
            YearColumn(
                label=f"’{year % 100:02d}",
                capex=max(float(capex), 0.0) / scale.factor,  # what comes in has a text, no bar
                opex=max(float(opex), 0.0) / scale.factor,
                total_text=scale.number(float(capex + opex)),
                capex_text=parts[0] if capex else "",
                opex_text=parts[1] if capex else "",
                origins=(budget.capital.key, budget.running.key),
            )
        )
    return tuple(columns)


def bridge(study: Study, start: str, end: str) -> Bridge:
    """From one option's present value to another's, by budget line."""
    scale = scale_of(study)
    changes = differences(study, end)
    ends = (cost(study, start), cost(study, end))
    texts = _texts(scale, ends, tuple(changes.values()))
    return Bridge(
        title=_finding(scale, changes),
        caption=f"Present value of cost in {scale.unit}, PL · from {label(study, start)} to "
        f"{label(study, end)}",
        alt="Changes in present value: "
        + listed([f"{name} {text}" for name, text in zip(changes, texts, strict=True)])
        + f", in {scale.unit}.",
        unit=scale.unit,
        start=BridgeEnd(
            mark=mark_of(study, start),
            label=label(study, start),
            value=ends[0] / scale.factor,
            text=scale.number(ends[0]),
            origins=(f"options.{start}.present_value",),
        ),
        steps=tuple(
            BridgeStep(
                label=name.capitalize(),
                change=change / scale.factor,
                text=text,
                origins=(study.analysis.to_baseline[end].changes[name].key,),
            )
            for (name, change), text in zip(changes.items(), texts, strict=True)
        ),
        end=BridgeEnd(
            mark=mark_of(study, end),
            label=label(study, end),
            value=ends[1] / scale.factor,
            text=scale.number(ends[1]),
            origins=(f"options.{end}.present_value",),
        ),
    )


def differences(study: Study, key: str) -> dict[str, float]:
    """What each budget line adds to an option against the baseline; zero ones left out."""
    changes = study.analysis.to_baseline[key].changes
    least = 1e-9 * max(abs(cost(study, key)), 1.0)
    found = {name: float(change.value) for name, change in changes.items()}
    return {name: change for name, change in found.items() if abs(change) > least}


def _texts(scale: Scale, ends: tuple[float, float], changes: tuple[float, ...]) -> tuple[str, ...]:
    """Round the changes so that they lead from one printed end to the other."""
    step = scale.factor / 10**scale.decimals
    target = round(ends[1] / step) - round(ends[0] / step)
    exact = [change / step for change in changes]
    whole = [round(x) for x in exact]
    while exact and (short := target - sum(whole)) != 0:
        sign = 1 if short > 0 else -1
        best = max(range(len(exact)), key=lambda i: sign * (exact[i] - whole[i]))
        whole[best] += sign
    return tuple(scale.number(w * step, signed=True) for w in whole)


def _finding(scale: Scale, changes: dict[str, float]) -> str:
    most, rest = _most_saved(changes)
    if not most:
        total = sum(changes.values())
        return (
            f"Every line costs more, {scale.amount(total)} in all"
            if changes
            else "Nothing changes"
        )
    gone = f"{scale.amount(-changes[most])} of {most} goes"
    if not scale.shows(rest):
        return f"{gone}, and nothing comes for it"
    word = "comes as other cost, net" if rest > 0 else "of other cost goes too"
    return f"{gone}, {scale.amount(abs(rest))} {word}"


def traded(study: Study, key: str) -> str:
    """Say what an option trades against the baseline; completes "the option …"."""
    scale, changes = scale_of(study), differences(study, key)
    most, rest = _most_saved(changes)
    if not most:
        total = sum(changes.values())
        more = f"{scale.amount(total)} more" if changes else "as much"
        return f"costs {more} and saves on no line"
    saved = f"{scale.amount(-changes[most])} of {most}"
    if not scale.shows(rest):
        return f"saves {saved} at no other cost"
    if rest < 0:
        return f"saves {saved} and {scale.amount(-rest)} of other cost, net"
    return f"trades {saved} for {scale.amount(rest)} of other cost, net"


def _most_saved(changes: dict[str, float]) -> tuple[str, float]:
    """The line that falls most, empty if none does, and the change of all others together."""
    most = min(changes, key=lambda name: changes[name], default="")
    if not most or changes[most] >= 0:
        return "", sum(changes.values())
    return most, sum(change for name, change in changes.items() if name != most)
