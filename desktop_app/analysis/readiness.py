"""Whether a decision can be signed as it stands: what is settled, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.recommend import label
from desktop_app.analysis.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision


@dataclass(frozen=True)
class Point:
    """One thing to look at before signing.

    Attributes:
        text: The state of it, in a sentence.
        note: What to do about it, or a detail; may be empty.
        is_settled: Whether it needs nothing more.
        blocks: Whether it keeps the decision from being signed.
        path: The document path it is about; empty where it is about none.
    """

    text: str
    note: str
    is_settled: bool
    blocks: bool = False
    path: str = ""


def readiness(study: Study) -> tuple[Point, ...]:
    """Tell what is settled first, then what is open, as the findings say it."""
    decision, findings = study.decision, study.analysis.findings
    points = (*_choice(study), _owners(decision), _approvers(decision), _lapse(decision))
    open_ = tuple(
        Point(f.message, f.hint, is_settled=False, blocks=f.level == "blocks", path=f.path)
        for f in sorted(findings, key=lambda finding: finding.level != "blocks")
    )
    settled = [point for point in points if point.is_settled]
    return (*settled, *(point for point in points if not point.is_settled), *open_)


def _choice(study: Study) -> Iterator[Point]:
    first = study.ranking.first
    if first is None:
        yield Point(
            "No option may be chosen.",
            "Relax a limit, or add an option.",
            is_settled=False,
            blocks=True,
            path="options",
        )
    else:
        yield Point(f"{label(study, first)} breaks no limit.", "", is_settled=True)


def _owners(decision: Decision) -> Point:
    """Conditions that nobody owns are kept by nobody."""
    if not decision.conditions:
        text = "The decision depends on no condition."
        return Point(text, "", is_settled=True, path="conditions")
    bare = [c for c in decision.conditions if not c.owner or c.due is None]
    if bare:
        note = f"“{bare[0].text}”"
        text = "A condition lacks its owner or its date."
        return Point(text, note, is_settled=False, path=f"conditions.{bare[0].key}")
    text = "Every condition has an owner and a date."
    return Point(text, "", is_settled=True, path="conditions")


def _approvers(decision: Decision) -> Point:
    people, path = decision.paper.approvers, "paper.approvers"
    if not people:
        note = "Add them below."
        return Point("Nobody is named to approve it.", note, is_settled=False, path=path)
    unnamed = [person.role for person in people if not person.name]
    if unnamed:
        text = f"{listed(unnamed)} {'has' if len(unnamed) == 1 else 'have'} no name yet."
        return Point(text, "Add it below.", is_settled=False, path=path)
    return Point("Every approver is named.", "", is_settled=True, path=path)


def _lapse(decision: Decision) -> Point:
    last, path = decision.paper.lapses_on, "paper.lapses_on"
    if last is None:
        note = "Prices and people change; without a day it stays open for ever."
        text = "No day is set on which it lapses unsigned."
        return Point(text, note, is_settled=False, path=path)
    return Point(f"It lapses unsigned on {last.isoformat()}.", "", is_settled=True, path=path)
