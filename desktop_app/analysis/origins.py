"""Where a number comes from: from the key beside any number to its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis import evidence
from desktop_app.analysis.explain import explain
from desktop_app.analysis.inputs import Inputs
from desktop_app.decision import Quantity
from desktop_app.decision.edits import value_at

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Figure


def find(decision: Decision, study: Study | None, key: str) -> Figure | None:
    """Return the figure with this key, or the number stated at this document path.

    What the decision states is taken from the decision itself, so that it is right even while
    the study lags behind.

    Args:
        decision: The decision as it is now.
        study: What was computed last, or None before anything was.
        key: Key of a figure, or path of a number in the document.
    """
    if is_number_at(decision, key):
        return Inputs(decision).stated(key)
    if key.startswith("bills."):
        return evidence.figures(decision).get(key)
    return study.figures().get(key) if study is not None else None


def is_number_at(decision: Decision, path: str) -> bool:
    """Whether a number stands at a document path."""
    try:
        value = value_at(decision, path)
    except KeyError:
        return False
    return isinstance(value, (Quantity, int, float)) and not isinstance(value, bool)


def as_text(figure: Figure) -> str:
    """Write a figure with everything beneath it, to be pasted elsewhere with its sources."""
    return "\n".join(explain(figure)) + "\n"
