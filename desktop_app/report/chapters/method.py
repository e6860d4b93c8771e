"""Appendix A4, the method: conventions, formulas beside their results, terms, attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import desktop_app
from desktop_app.analysis.option_words import rate_words
from desktop_app.analysis.wording import NONE, money_scale, percent
from desktop_app.knowledge.sources import attributions
from desktop_app.report.blocks import (
    Block,
    Column,
    Columns,
    Numbered,
    Page,
    Paragraph,
    Point,
    Row,
    Run,
    Section,
    Table,
)

if TYPE_CHECKING:
    from desktop_app.report.chapters.brief import Brief

_CONVENTIONS = (
    (
        "Time.",
        "Day zero is the day of signing. Capital is paid at the start of its month, running cost "
        "at the end. A month has 730 hours; a year's rate turns monthly by (1 + r)^(1 ÷ 12) − 1.",
    ),
    (
        "Money.",
        "Cash and P&L are kept apart: capital is cash when paid and a charge as it depreciates. "
        "Costs are positive; a difference is the option less the baseline, so a minus is "
        "favourable. Two currencies are added only by a dated rate.",
    ),
    (
        "Demand.",
        "Every option serves the same demand in the same draws. Own servers are bought whole, "
        "serve after their lead time and never above their capacity; what they cannot take goes "
        "to the next line. How much that is follows from the load-duration curve "
        "p × (1 − x)^(p − 1), p being the peak to mean: our own judgement, for want of a profile.",
    ),
    (
        "Sureness.",
        "Ranges are drawn from PERT distributions, independent of one another, with one stream "
        "of draws for each input, so that adding an input leaves all other draws as they were. "
        "Cost lines of one kind with the same key in several options share their draws.",
    ),
)

_TERMS = (
    ("AC, PL, FC", "actual, plan, forecast"),
    ("Baseline", "staying as today"),
    ("CapEx, OpEx", "capital paid; running cost paid"),
    ("Effective cost", "cost with commitments spread over their use"),
    ("FOCUS", "open specification for billing data"),
    ("FTE", "full-time equivalent"),
    ("Mtok", "million tokens, input and output together"),
    ("P10, P90", "exceeded in 90 %, in 10 % of draws"),
    ("PERT", "bell between low and high that peaks at the likely value"),
    ("Seal", "SHA-256 of the decision's canonical form"),
)


def method(brief: Brief) -> Page:
    """How everything was computed, in words a stranger could follow."""
    points = tuple(Point(lead, text) for lead, text in _CONVENTIONS)
    return Page(
        chapter="A4",
        title="Method",
        headline="Same inputs, same bytes: a stranger can compute every figure again",
        subline="Conventions, formulas, simulation, terms and attribution.",
        body=(
            Section("Conventions", "Valid for every page", ruled=True),
            Numbered(points),
            *_formulas(brief),
            Columns(_simulation(brief), _terms(), gap=24),
            *_sources(),
        ),
        about="conventions, formulas, attribution",
        footnote="All formulas, inputs and units are also in the attachment; the report can be "
        "recomputed without this program.",
    )


def _chance(brief: Brief, key: str) -> str:
    chance = brief.study.spreads[key].chance
    return percent(float(chance.value)) if chance and brief.study.has_ranges else NONE


def _formula_rows(brief: Brief, first: str) -> tuple[tuple[str, str, str], ...]:
    cost, scale = brief.cost(first), brief.scale
    share, monthly = (float(f.value) for f in (cost.capex_share, cost.monthly_equivalent))
    small = money_scale([monthly], brief.decision.context.currency)
    return (
        (
            "Present value",
            "PV = Σ capital(m) · v(m − 1) + Σ running(m) · v(m) − residual · v(H)",
            f"{scale.amount(float(cost.present_value.value))} at {rate_words(brief.study)}",
        ),
        ("CapEx share", "Σ capital(m) · v(m − 1) ÷ PV", percent(share)),
        (
            "Nodes",
            "ceil(peak work a second ÷ throughput of a node ÷ target utilisation) + spares",
            "whole nodes",
        ),
        (
            "Depreciation",
            "capital ÷ depreciation period, from delivery",
            scale.amount(float(cost.depreciation.value.sum())),  # type: ignore[union-attr]
        ),
        (
            "Residual value",
            "price paid × value kept ^ (years since delivery)",
            scale.amount(float(cost.residual.value)),
        ),
        ("Break-even", "every time at which two cumulative costs are equal", "see chapter 6"),
        (
            "Equivalent monthly cost",
            "PV × i ÷ (1 − (1 + i)^(−H)), i the monthly rate",
            small.amount(monthly),
        ),
        (
            "Chance of being cheapest",
            "draws in which PV is the lowest ÷ draws",
            _chance(brief, first),
        ),
    )


def _formulas(brief: Brief) -> tuple[Block, ...]:
    first = brief.study.ranking.first or brief.study.order[0]
    rows = _formula_rows(brief, first)
    columns = (
        Column("Figure", keep=True),
        Column("Formula", weight=1),
        Column("Here", weight=0.5),
    )
    return (
        Section(
            f"Formulas, with what each gives for {brief.label(first)}",
            (
                Run("Symbols: m month from 1, H horizon, r yearly discount rate, v(t) = (1 + r)"),
                Run("−t/12", "raised"),
            ),
        ),
        Table(columns, tuple(Row(row) for row in rows), "Formulas.", strong_heads=True),
    )


def _simulation(brief: Brief) -> tuple[Block, ...]:
    simulation = brief.study.simulation
    rows = (
        ("Draws", f"{simulation.draws:,}" if brief.study.has_ranges else "none: no ranges"),
        ("Seed", str(simulation.seed)),
        ("Uncertain inputs", str(simulation.streams)),
        ("Sampling", "Latin hypercube"),
        ("Program", f"Isocost {desktop_app.__version__}"),
    )
    return (
        Section("Simulation", "What was run, and with what"),
        Table(
            (Column("", keep=True), Column("", weight=1)),
            tuple(Row(row) for row in rows),
            "How the simulation was run.",
            strong_heads=True,
        ),
    )


def _terms() -> tuple[Block, ...]:
    return (
        Section("Terms", "As used in this report"),
        Table(
            (Column("", keep=True), Column("", weight=1)),
            tuple(Row(row) for row in _TERMS),
            "Terms and abbreviations.",
            strong_heads=True,
        ),
    )


def _sources() -> tuple[Block, ...]:
    found = attributions()
    blocks: list[Block] = [Section("Sources and licences", ruled=True)]
    for source in found:
        about = Run(f" {source.licence}, {source.url.removeprefix('https://')}", "quiet")
        blocks.append(Paragraph((Run(f"{source.title}. ", "strong"), Run(source.text), about)))
    notation = (
        "Notation follows ISO 24896 (IBCS): messages as sentences, AC solid, PL outlined, FC as "
        "bands, differences green when favourable and red when not, always with their sign."
    )
    return (*blocks, Paragraph(notation))
