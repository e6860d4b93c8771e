"""What a report says, from its first page to its last: chapters in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import desktop_app
from desktop_app.report.blocks import Document, Meta, Run
from desktop_app.report.chapters.assumptions import assumptions
from desktop_app.report.chapters.contents import contents
from desktop_app.report.chapters.evidence import evidence
from desktop_app.report.chapters.figures import figures
from desktop_app.report.chapters.first_page import first_page
from desktop_app.report.chapters.frame import frame
from desktop_app.report.chapters.method import method
from desktop_app.report.chapters.money import money
from desktop_app.report.chapters.options import options
from desktop_app.report.chapters.sensitivity import sensitivity

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.report.blocks import Text
    from desktop_app.report.chapters.brief import Brief

_CHAPTERS = (
    first_page,
    contents,
    frame,
    options,
    money,
    sensitivity,
    assumptions,
    evidence,
    figures,
    method,
)


def outline(brief: Brief) -> Document:
    """Compose the report of one study. The same study gives the same document."""
    return Document(_meta(brief), tuple(chapter(brief) for chapter in _CHAPTERS))


def _meta(brief: Brief) -> Meta:
    decision, paper = brief.decision, brief.decision.paper
    return Meta(
        organisation=decision.organisation or decision.title,
        reference=paper.reference,
        version=paper.version,
        status=_status(brief),
        classification=paper.classification,
        sealed_on=sealed_on(brief),
        fingerprint=brief.seal,
        title=decision.title,
        subject=brief.advice.headline,
        author=decision.organisation or "Isocost",
        language="en-GB",
        producer=f"Isocost {desktop_app.__version__}",
    )


def sealed_on(brief: Brief) -> date:
    """Date of the report: that of its last version, else the first month. No clock is read."""
    versions = brief.decision.paper.versions
    return max(version.on for version in versions) if versions else brief.decision.context.start


def _status(brief: Brief) -> Text:
    paper = brief.decision.paper
    rest = (paper.agenda_item, f"Version {paper.version}", paper.classification)
    tail = " · ".join(part for part in rest if part)
    return (Run(paper.status, "strong"), Run(f" · {tail}" if tail else ""))
