"""Other numbers for a quantity whose evidence stays."""

from __future__ import annotations

from desktop_app.decision.checks import EXAMPLE
from desktop_app.decision.edits import with_
from desktop_app.decision.parts import NEUTRAL, Evidence, Quantity


def restated(quantity: Quantity, **numbers: float | None) -> Quantity:
    """Return a quantity with other numbers and the same evidence.

    Evidence that only said that nobody stated a number, or that it is an example, is dropped:
    it would be untrue of a number that somebody typed.

    Raises:
        Refused: The numbers are not in rising order.
    """
    source = quantity.evidence.source
    if source == NEUTRAL or source.startswith(EXAMPLE):
        return with_(quantity, **numbers, evidence=Evidence())
    return with_(quantity, **numbers)
