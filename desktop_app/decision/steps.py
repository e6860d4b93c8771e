"""The guided steps from a question to a signature, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop_app.decision.model import Decision
    from desktop_app.outcome import Finding


@dataclass(frozen=True)
class GuidedStep:
    """One step of the way.

    Attributes:
        key: Permanent name.
        title: What the rail calls it.
        question: What the step answers; the title of its page.
        purpose: One line below the question.
        is_shown: Whether the step has something to do in a decision.
    """

    key: str
    title: str
    question: str
    purpose: str
    is_shown: Callable[[Decision], bool]


def _always(_decision: Decision) -> bool:
    return True


def _is_comparable(decision: Decision) -> bool:
    return bool(decision.options)


STEPS = (
    GuidedStep(
        "frame",
        "Frame",
        "What is to be decided, and by whom?",
        "The question, the months looked at, and the work that every option must do.",
        _always,
    ),
    GuidedStep(
        "evidence",
        "Evidence",
        "What do we know, and can we trust it?",
        "Bills read to the last row, and what of them is AI.",
        _always,
    ),
    GuidedStep(
        "options",
        "Options",
        "What could we do, and what does each price rest on?",
        "Every price says where it comes from. Select one to see the source and change it.",
        _always,
    ),
    GuidedStep(
        "costs",
        "Costs",
        "What does each option cost, and when does it pay?",
        "The same demand and the same months for every option.",
        _is_comparable,
    ),
    GuidedStep(
        "risk",
        "Risk",
        "How sure are we, and what would change our mind?",
        "Every uncertain number varies at once, the same way for every option.",
        _is_comparable,
    ),
    GuidedStep(
        "decide",
        "Decide",
        "What should we do?",
        "The recommendation, its reasons, and why not the others.",
        _is_comparable,
    ),
    GuidedStep(
        "sign",
        "Sign",
        "Who stands behind it?",
        "The paper as it will be handed over, and who approves it.",
        _is_comparable,
    ),
)
"""In the order of the rail."""

BY_PATH: Mapping[str, str] = {
    "paper.approvers": "sign",
    "context.exchange_rates": "options",
    "context": "frame",
    "title": "frame",
    "question": "frame",
    "organisation": "frame",
    "paper": "frame",
    "workloads": "frame",
    "bills": "evidence",
    "options": "options",
    "exclusions": "options",
    "baseline": "options",
    "quotes": "options",
    "simulation": "risk",
    "close_call": "risk",
    "risks": "decide",
    "conditions": "decide",
}
"""Which step edits what stands at a path or below it; the first entry that fits counts."""


def shown(decision: Decision) -> tuple[GuidedStep, ...]:
    """Return the steps that have something to do in a decision."""
    return tuple(step for step in STEPS if step.is_shown(decision))


def step_of(path: str) -> str:
    """Return the key of the step that edits what stands at a document path.

    What no step edits by itself counts to the first one.
    """
    found = (key for head, key in BY_PATH.items() if path == head or path.startswith(f"{head}."))
    return next(found, STEPS[0].key)


def findings_by_step(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Sort findings to the steps where they can be settled; a key for every step, in order."""
    found: dict[str, list[Finding]] = {step.key: [] for step in STEPS}
    for finding in findings:
        found[step_of(finding.path)].append(finding)
    return {key: tuple(of) for key, of in found.items()}
