"""Chapter 1, the decision on a page: who reads only this can decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.option_charts import option_bars
from desktop_app.analysis.wording import (
    NBSP,
    NONE,
    bare_percent,
    listed,
    month_name,
    month_number,
    percent,
)
from desktop_app.report.blocks import (
    Block,
    Column,
    Columns,
    Fingerprint,
    KeyFigure,
    KeyFigures,
    Numbered,
    Page,
    Paragraph,
    Point,
    Row,
    Run,
    Section,
    SignBox,
    SignBoxes,
    Sought,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.decision.governance import Approver
    from desktop_app.report.blocks import Tone
    from desktop_app.report.chapters.brief import Brief


def first_page(brief: Brief) -> Page:
    """Recommendation, figures, reasons, risks, conditions and where to sign."""
    advice, decision = brief.advice, brief.decision
    body: list[Block] = [_sought(brief)]
    if advice.close_call:
        body.append(Paragraph(_close_call(brief)))
    if advice.option is not None:
        body.append(_figures(brief, advice.option))
    body += [option_bars(brief.study), *_arguments(brief), *_conditions(brief)]
    if decision.paper.approvers:
        body += _sign_boxes(decision.paper.approvers)
    body.append(Fingerprint("Decision fingerprint, SHA-256", brief.seal))
    return Page(
        chapter="1",
        title="Decision on a page",
        headline=advice.headline,
        subline=decision.question or decision.title,
        body=tuple(body),
        about="recommendation, reasons, conditions",
    )


def day(on: date) -> str:
    """Write a date as sentences do: "3 December 2026"."""
    month = month_name(on.year * 12 + on.month - 1)
    return f"{on.day}{NBSP}{month.replace(' ', NBSP)}"


def _sought(brief: Brief) -> Sought:
    paper, advice = brief.decision.paper, brief.advice
    by = f" from {paper.board}" if paper.board else ""
    on = f" on {day(paper.meets_on)}" if paper.meets_on else ""
    if advice.option is None:
        return Sought(f"Decision sought{by}{on}", "None: decide which limit may be relaxed.")
    work = listed([workload.label for workload in brief.decision.workloads])
    text = f"Approve “{brief.label(advice.option)}” for {work or 'the question above'}"
    capital = float(brief.cost(advice.option).capex.value)
    if capital:
        text += f", and release {brief.scale.amount(capital)} of capital"
    return Sought(f"Decision sought{by}{on}", f"{text}.")


def _close_call(brief: Brief) -> Text:
    reasons = [Run(f" {call.text}") for call in brief.advice.close_call]
    return (Run("This is a close call.", "strong"), *reasons)


def _figures(brief: Brief, option: str) -> KeyFigures:
    cost, scale, spread = brief.cost(option), brief.scale, brief.study.spreads[option]
    low, high = float(spread.p10.value), float(spread.p90.value)
    sure = f"P10–P90 {scale.span(low, high)}" if brief.study.has_ranges else "no input has a range"
    items = [
        KeyFigure(
            scale.number(float(cost.present_value.value)),
            scale.unit,
            ("present value of cost", sure),
        ),
        *_against_baseline(brief, option),
    ]
    if spread.chance is not None and brief.study.has_ranges:
        count = len(brief.study.ranking.eligible)
        share = bare_percent(float(spread.chance.value))
        text = (
            "of simulated futures:",
            f"cheapest of {count} options" if count > 1 else "the only option",
        )
        items.append(KeyFigure(share, "%", text))
    capital = float(cost.capex.value)
    share = bare_percent(float(cost.capex_share.value))
    text = (
        "of cost is capital;",
        f"{scale.amount(capital)} in all" if capital else "none is paid",
    )
    items.append(KeyFigure(share, "%", text))
    return KeyFigures(tuple(items))


def _against_baseline(brief: Brief, option: str) -> list[KeyFigure]:
    base, found = brief.study.baseline, brief.study.analysis.to_baseline.get(option)
    if base is None or found is None:
        return []
    delta, share = float(found.delta.value), float(found.share.value)
    tone: Tone = "favourable" if delta < 0 else "unfavourable"
    if not brief.scale.shows(delta):
        tone = "neutral"
    part = f"{percent(share, signed=True)}: " if np.isfinite(share) else ""
    word = "no difference" if tone == "neutral" else tone
    when = pays(brief.study.analysis, option, base, discounted=True)
    lasting = when.lasting
    month = when.short.capitalize() if not lasting else month_number(lasting).capitalize()
    caption = ("pays back against" if lasting else "has cost less than", "the baseline")
    return [
        KeyFigure(
            brief.scale.number(delta, signed=True),
            brief.scale.unit,
            ("against the baseline,", f"{part}{word}"),
            tone,
        ),
        KeyFigure(month, "", caption),
    ]


def _arguments(brief: Brief) -> tuple[Block, ...]:
    reasons = tuple(Point(r.lead, r.text) for r in brief.advice.reasons)
    risks = tuple(
        Point(risk.title, risk.text, f"Owner {risk.owner}" if risk.owner else "")
        for risk in brief.decision.risks[:3]
    )
    left = (Section(_count(len(reasons), "reason"), ruled=True), Numbered(reasons))
    if not reasons:
        left = (Section("Why nothing is left", ruled=True), Numbered(_ruled_out(brief)))
    if not risks:
        return left
    right = (Section(_count(len(risks), "risk"), ruled=True), Numbered(risks))
    return (Columns(left, right),)


def _sign_boxes(approvers: Sequence[Approver]) -> list[Block]:
    """Rows of up to four boxes, as even as may be."""
    rows = -(-len(approvers) // 4)
    wide = -(-len(approvers) // rows)
    boxes = [SignBox(a.role, a.name, a.authority) for a in approvers]
    return [SignBoxes(tuple(boxes[i : i + wide])) for i in range(0, len(boxes), wide)]


def _ruled_out(brief: Brief) -> tuple[Point, ...]:
    return tuple(Point(f"{brief.label(k)}.", r.text) for k, r in brief.advice.others)


def _count(number: int, word: str) -> str:
    words = {1: "One", 2: "Two", 3: "Three"}
    return f"{words.get(number, str(number))} {word}{'' if number == 1 else 's'}"


def _conditions(brief: Brief) -> tuple[Block, ...]:
    decision = brief.decision
    rows = [
        Row((str(i), c.text, c.owner or NONE, c.due.isoformat() if c.due else NONE))
        for i, c in enumerate(decision.conditions, 1)
    ]
    if decision.paper.lapses_on:
        text = "Lapses unsigned; the question is then decided anew."
        rows.append(Row(("", text, NONE, decision.paper.lapses_on.isoformat())))
    if not rows:
        return ()
    columns = (Column(""), Column("", weight=1), Column("", keep=True), Column("", keep=True))
    summary = "Conditions of the decision with owner and date."
    return (
        Section("Conditions and expiry"),
        Table(columns, tuple(rows), summary, strong_heads=True),
    )
