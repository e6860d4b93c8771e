"""Appendix A1, the assumptions register: every number has an origin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.analysis.charts import Share, ShareBar
from desktop_app.analysis.places import place
from desktop_app.analysis.register import Entry, neutral, register
from desktop_app.analysis.wording import NONE, listed, percent
from desktop_app.report.blocks import (
    Block,
    Column,
    Marked,
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
    from desktop_app.decision import Decision
    from desktop_app.figures import Grade
    from desktop_app.report.chapters.brief import Brief

_GRADES: tuple[Grade, ...] = ("measured", "quoted", "published", "assumed")


def _used(brief: Brief) -> frozenset[str]:
    """Paths of the inputs that some figure was computed from."""
    figures = brief.study.figures().values()
    return frozenset(f.source.ref for f in figures if f.source and f.source.kind == "entered")


def assumptions(brief: Brief) -> Page:
    """Value, range, source, owner, date and grade of every input."""
    used = _used(brief)
    found, silent = register(brief.decision, used), neutral(brief.decision, used)
    unowned = sum(entry.owner == "–" for entry in found)
    headline = f"{len(found)} stated numbers carry every result"
    headline += f"; {unowned} of them have no owner" if unowned else ", and each has an owner"
    return Page(
        chapter="A1",
        title="Assumptions",
        headline=headline,
        subline="What the result is built on, and how good the evidence for each part is.",
        body=(
            *_grades(found),
            *_doubts(brief),
            *_register(found),
            *_silent(silent),
            *_comments(brief.decision),
        ),
        about="value, range, source, owner, grade",
        footnote="Ranges are the lowest and the highest value that whoever stated them would "
        "believe. Numbers in foreign currency enter by the dated exchange rate of this register.",
    )


def _grades(found: tuple[Entry, ...]) -> tuple[Block, ...]:
    counts = Counter(entry.grade for entry in found)
    if not found:
        return ()
    shares = tuple(
        Share(label=grade, share=counts[grade] / len(found), text=f"{counts[grade]}")
        for grade in _GRADES
        if counts[grade]
    )
    assumed = counts["assumed"] / len(found)
    said = ", ".join(f"{counts[grade]} {grade}" for grade in _GRADES)
    return (
        ShareBar(
            title=f"{percent(1 - assumed)} of the inputs rest on evidence, "
            f"{percent(assumed)} on assumption",
            caption="Number of inputs by the grade of their evidence",
            alt=f"Inputs by grade: {said}.",
            unit="inputs",
            shares=shares,
        ),
    )


def _doubts(brief: Brief) -> tuple[Block, ...]:
    """What was found doubtful, in sentences."""
    found = brief.study.analysis.findings
    if not found:
        return ()
    points = tuple(Point(finding.message, finding.hint) for finding in found)
    return (Section("What to look at before relying on this", ruled=True), Numbered(points))


def _register(found: tuple[Entry, ...]) -> tuple[Block, ...]:
    rows: list[Row] = []
    group = ""
    for entry in found:
        if entry.group != group:
            group = entry.group
            rows.append(Row((group,), kind="group"))
        rows.append(_row(entry))
    columns = (
        Column("No.", align="right", keep=True),
        Column("Input, unit", weight=1.1),
        Column("Value", align="right", keep=True),
        Column("Low–high", align="right", keep=True),
        Column("Source", weight=1),
        Column("Owner", keep=True),
        Column("Date", keep=True),
        Column("Grade", keep=True),
    )
    return (
        Section(
            "Assumptions register",
            "filled: measured, half: quoted, ring: published, dash: assumed",
        ),
        Table(columns, tuple(rows), "Every input with value, range and evidence.", dense=True),
    )


def _silent(names: tuple[str, ...]) -> tuple[Block, ...]:
    if not names:
        return ()
    text = f"Not stated, and so counted as their neutral value, 0 or 1: {listed(names)}."
    return (Paragraph(text, "note"),)


def _comments(decision: Decision) -> tuple[Block, ...]:
    """What people remarked on inputs; nothing where nobody did."""
    if not decision.comments:
        return ()
    rows = tuple(
        Row((place(decision, c.path), c.text, c.author or NONE, c.on.isoformat()))
        for c in decision.comments
    )
    columns = (
        Column("About", weight=0.8),
        Column("Comment", weight=1),
        Column("Author", keep=True),
        Column("Date", keep=True),
    )
    return (
        Section("Comments", "What people remarked on inputs"),
        Table(columns, rows, "Comments with author and date.", dense=True),
    )


def _row(entry: Entry) -> Row:
    name = (Run(entry.name), Run(f", {entry.unit}", "quiet"))
    return Row(
        (
            str(entry.number),
            name,
            (Run(entry.value, "strong"),),
            entry.span,
            entry.source,
            entry.owner,
            entry.date,
            Marked(entry.grade, entry.grade),
        )
    )
