"""Chapter 2, contents and document control: how a reader can prove the file is genuine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.wording import NBSP, NONE
from desktop_app.report.blocks import (
    Block,
    Column,
    Columns,
    Contents,
    Numbered,
    Page,
    Point,
    QrCode,
    Row,
    Run,
    Section,
    Stack,
    Table,
)
from desktop_app.report.text import in_eights

if TYPE_CHECKING:
    from desktop_app.report.chapters.brief import Brief

RECORD_NAME = "decision.json"


def contents(brief: Brief) -> Page:
    """The list of pages, versions, what is attached, and how to verify it."""
    return Page(
        chapter="2",
        title="Contents and document control",
        headline="This file proves itself: every number can be computed again from it",
        subline="Contents, versions, fingerprints and three ways to verify.",
        body=(
            Section("Contents"),
            Contents(),
            *_versions(brief),
            *_attachment(brief),
            _proof(brief),
        ),
        about="versions, fingerprints, how to verify",
        footnote="Format: PDF/A-3a and PDF/UA-1, tagged, all fonts embedded. Whoever holds this "
        "file can read its attachment. A file cannot print its own fingerprint: the one on "
        "page 1 is that of the decision inside it.",
    )


def _versions(brief: Brief) -> tuple[Block, ...]:
    paper, context = brief.decision.paper, brief.decision.context
    if not paper.versions:
        return ()
    columns = (
        Column("Version", keep=True),
        Column("Date", keep=True),
        Column("Editor", keep=True),
        Column("Change", weight=1),
    )
    rows = tuple(
        Row((v.version, v.on.isoformat(), v.editor or NONE, v.change or NONE))
        for v in paper.versions
    )
    caption = f"Document control · {paper.reference} · language English · {context.currency}"
    return (
        Section(f"This is version {paper.version}", caption),
        Table(columns, rows, "Versions of this paper.", strong_heads=True),
    )


def _attachment(brief: Brief) -> tuple[Block, ...]:
    columns = (
        Column("Attachment", weight=1),
        Column("Size", align="right", keep=True),
        Column("SHA-256", keep=True),
    )
    name = Stack(((Run(RECORD_NAME, "strong"),), (Run("inputs, results, seed", "quiet"),)))
    size = f"{len(brief.record) / 1000:,.0f}{NBSP}kB"
    row = Row((name, size, (Run(in_eights(brief.record_digest), "mono"),)))
    return (
        Section(
            "Everything needed to recompute this report is inside the file",
            "Attachment in canonical form (RFC 8785) and its SHA-256",
        ),
        Table(columns, (row,), "The attachment with its size and digest."),
    )


def _proof(brief: Brief) -> Columns:
    paper = brief.decision.paper
    command = (
        Run("Run "),
        Run("isocost verify", "mono"),
        Run(
            " on this file; no network is needed. It checks the attachment, recomputes every "
            "figure and redraws the pages byte for byte."
        ),
    )
    points = (
        Point(
            "Fingerprint.",
            "Compare the line at the foot of page 1 with the one in the minutes. The code on the "
            "right holds the same value.",
        ),
        Point("Numbers.", command),
        Point(
            "By hand.",
            "Open the attachment: it holds every input with its source, every figure with its "
            "formula, and the keys of the figures in it.",
        ),
    )
    payload = f"{paper.reference} {paper.version} {brief.seal}".strip()
    code = QrCode(
        payload,
        "Square code of number, version and fingerprint of the decision",
        "Number, version and fingerprint; no link, nothing is sent.",
    )
    return Columns(
        (Section("How to verify", ruled=True), Numbered(points)),
        (Section("Decision code", ruled=True), code),
        ratio=0.72,
    )
