"""Chapter 6, sensitivity: how sure the answer is and where costs cross."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.curve_charts import fan
from desktop_app.analysis.option_charts import ranges
from desktop_app.analysis.wording import listed, money_scale, percent
from desktop_app.report.blocks import Block, Column, Columns, Page, Paragraph, Row, Section, Table

if TYPE_CHECKING:
    from desktop_app.report.chapters.brief import Brief


def sensitivity(brief: Brief) -> Page:
    """Ranges of every option, the fan of the recommended one, break-evens, close-call rules."""
    study = brief.study
    first = study.ranking.first or study.order[0]
    body: list[Block] = []
    if study.has_ranges:
        body.append(ranges(study))
        body.append(Columns((fan(study, first),), _rules(brief), ratio=0.62))
    else:
        body.append(Paragraph("No input is stated as a range, so no futures were simulated."))
        body += _rules(brief)
    body += _break_evens(brief)
    return Page(
        chapter="6",
        title="Sensitivity",
        headline=_headline(brief),
        subline="How far costs may lie from plan, how often each option is the cheapest, and when "
        "their costs cross.",
        body=tuple(body),
        about="ranges, futures, break-evens, close calls",
        footnote=_simulated(brief),
    )


def _headline(brief: Brief) -> str:
    study, first = brief.study, brief.study.ranking.first
    if first is None or not study.has_ranges or study.spreads[first].chance is None:
        return "How sure the answer is cannot be said from what was stated"
    chance = study.spreads[first].chance
    share = percent(float(chance.value)) if chance else ""
    if study.ranking.close_call:
        return f"The call is close: {brief.label(first)} is the cheapest in {share} of futures"
    return f"The answer holds in {share} of futures: {brief.label(first)}"


def _break_evens(brief: Brief) -> tuple[Block, ...]:
    analysis = brief.study.analysis
    rows = []
    for one, other in combinations(brief.study.order, 2):
        nominal = pays(analysis, one, other, discounted=False)
        discounted = pays(analysis, one, other, discounted=True)
        against = brief.label(other)
        rows.append(Row((brief.marked(one), against, nominal.short, discounted.short)))
    columns = (
        Column("Option", weight=1),
        Column("has cost less than", weight=1),
        Column("nominal", weight=0.8),
        Column("discounted", weight=0.8),
    )
    if not rows:
        return ()
    return (
        Section(
            "When each option has cost less than another",
            "Cumulative cost, every crossing within the horizon, at the most likely inputs",
        ),
        Table(columns, tuple(rows), "Break-evens between every two options.", dense=True),
    )


def _rules(brief: Brief) -> tuple[Block, ...]:
    limits, advice = brief.decision.close_call, brief.advice
    if advice.option is None:
        return ()
    said = listed([call.text.rstrip(".") for call in advice.close_call])
    text = (
        "A recommendation is called close when it is the cheapest in fewer than "
        f"{percent(limits.least_chance)} of futures, when the next option costs less than "
        f"{percent(limits.least_gap)} more, when the mean over all futures names another, or when "
        "its lead rests on what hardware fetches at the end."
    )
    verdict = f" Here: {said}." if said else " None of these holds here."
    title = "This is a close call" if said else "This is no close call"
    return (Section(title), Paragraph(text + verdict))


def _simulated(brief: Brief) -> str:
    study, first = brief.study, brief.study.ranking.first
    if first is None or not study.has_ranges:
        return ""
    spread, scale = study.spreads[first], brief.scale
    values = (study.analysis.options[first].cost.present_value, spread.mean, spread.p50)
    point, mean, median = (scale.number(float(f.value)) for f in values)
    off = float(spread.mean_error.value)
    error = money_scale([off * 10], brief.decision.context.currency).amount(off)
    return (
        f"Simulation: {study.simulation.draws:,} draws of {study.simulation.streams} "
        f"inputs (PERT, Latin hypercube), seed {study.simulation.seed}, the same draws for every "
        f"option; standard error of the mean {error}. Cost of the most likely inputs "
        f"{point}, mean of all draws {mean}, median {median} {scale.unit}: they differ because "
        "ranges are lopsided and nodes are whole."
    )
