"""Chapter 3, the frame: what is decided and what is not, so that nobody argues about it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.frame_words import DEMAND, SHARED
from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.option_words import horizon_of
from desktop_app.analysis.wording import NONE
from desktop_app.decision.fields import field_spec
from desktop_app.report.blocks import Block, Column, Numbered, Page, Point, Row, Section, Table

if TYPE_CHECKING:
    from desktop_app.decision.workloads import Workload
    from desktop_app.report.chapters.brief import Brief


def frame(brief: Brief) -> Page:
    """The question, its scope, the demand every option must serve, and the hard limits."""
    decision = brief.decision
    count = len(decision.workloads)
    return Page(
        chapter="3",
        title="Frame",
        headline=f"One question, {count} workload{'' if count == 1 else 's'}, "
        f"{decision.context.horizon_months} months: every option serves the same demand"
        if count
        else f"One question, {decision.context.horizon_months} months",
        subline="What is decided, what is not, and which options are possible at all.",
        body=(
            *_question(brief),
            *_demand(brief),
            *_options(brief),
            *_limits(brief),
            *_risks(brief),
        ),
        about="question, scope, demand, hard limits",
    )


def _question(brief: Brief) -> tuple[Block, ...]:
    decision = brief.decision
    rows = [
        Row(("Question", decision.question or decision.title)),
        Row(("Horizon", f"{horizon_of(brief.study)}, {decision.context.horizon_months} months.")),
    ]
    if decision.paper.out_of_scope:
        rows.append(Row(("Out of scope", decision.paper.out_of_scope)))
    base = brief.study.baseline
    if base:
        cost = brief.cost(base)
        text = f"{brief.label(base)} is an option with a price: "
        text += f"{brief.scale.amount(float(cost.present_value.value))} in present value"
        rows.append(Row(("Doing nothing", f"{text}.")))
    columns = (Column("", keep=True), Column("", weight=1))
    return (
        Section("What the decision is about", "What is decided, and what is not"),
        Table(columns, tuple(rows), "Question, scope and options.", strong_heads=True),
    )


def _demand(brief: Brief) -> tuple[Block, ...]:
    rows: list[Row] = []
    for workload in brief.decision.workloads:
        kind = "language model" if workload.kind == "llm" else "traditional model"
        rows.append(Row((f"{workload.label}, {kind}",), kind="group"))
        names = (*DEMAND[workload.kind], *SHARED)
        rows += [row for name in names if (row := _stated(brief, workload, name))]
    if not rows:
        return ()
    columns = (
        Column("Demand", weight=1),
        Column("Most likely", align="right", keep=True),
        Column("Low – high", align="right", keep=True),
        Column("Unit", weight=0.5),
    )
    caption = "First month unless said otherwise; ranges as stated by those who know the workload"
    return (
        Section("What every option must serve", caption),
        Table(columns, tuple(rows), "Demand of every workload.", dense=True),
    )


def _stated(brief: Brief, workload: Workload, name: str) -> Row | None:
    quantity = getattr(workload, name)
    if not quantity.likely and not quantity.is_uncertain:
        return None
    spec = field_spec(brief.decision, f"workloads.{workload.key}.{name}")
    measure = measure_for(spec.unit, quantity.likely)
    span = measure.span(*quantity.bounds) if quantity.is_uncertain else "fixed"
    return Row((spec.label, measure.written(quantity.likely), span, measure.unit))


_KINDS = {
    "fully_managed": "fully managed",
    "partially_managed": "partially managed",
    "self_managed": "self-managed",
    "hybrid": "hybrid",
}


def _options(brief: Brief) -> tuple[Block, ...]:
    rows = []
    for key in brief.study.order:
        option = brief.study.analysis.options[key].option
        rows.append(Row((brief.marked(key), _KINDS[option.approach], option.note or NONE)))
    columns = (Column("Option", keep=True), Column("Kind", keep=True), Column("", weight=1))
    return (
        Section("What each option is", "Recommended first, baseline last, as on every page"),
        Table(columns, tuple(rows), "Options with their kind and note."),
    )


def _risks(brief: Brief) -> tuple[Block, ...]:
    """Risks beyond the three of page 1."""
    points = tuple(
        Point(risk.title, risk.text, f"Owner {risk.owner}" if risk.owner else "")
        for risk in brief.decision.risks[3:]
    )
    return (Section("Further risks", ruled=True), Numbered(points)) if points else ()


def _limits(brief: Brief) -> tuple[Block, ...]:
    ruled_out = brief.study.ranking.ruled_out
    if not ruled_out:
        return (
            Section(
                "No option is ruled out by a hard limit",
                "Hard limits bind whatever an option costs; none was stated",
            ),
        )
    stated = {e.option: e for e in brief.decision.exclusions}
    rows = []
    for key, reason in ruled_out.items():
        on = stated[key].on if key in stated else None
        rows.append(Row((brief.marked(key), reason, on.isoformat() if on else NONE)))
    columns = (Column("Option", keep=True), Column("Why", weight=1), Column("Date", keep=True))
    count = len(ruled_out)
    return (
        Section(
            f"{count} option{' is' if count == 1 else 's are'} ruled out, whatever the cost",
            "Hard limits bind before any comparison of money",
        ),
        Table(columns, tuple(rows), "Options ruled out and why."),
    )
