"""Numbers that can say where they came from.

A figure is either *given* (stated by a person, read from a price book, summed from an imported
bill) or *derived* from other figures. Following ``of`` from any number in a report leads to
given figures only, each with a source a reader can check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

Array: TypeAlias = NDArray[np.float64]
Value: TypeAlias = float | Array
Grade: TypeAlias = Literal["measured", "quoted", "published", "assumed"]


@dataclass(frozen=True)
class Source:
    """Where a given figure was stated.

    Attributes:
        kind: What sort of place: "entered" by a person in the decision, "billing" for a sum over
            an imported bill, "convention" for a constant of the method (730 hours a month).
        ref: A document path, or the digest of an imported file.
        note: The evidence behind it, in the words of whoever entered it.
        grade: How good that evidence is.
        owner: Who answers for it.
        date: Date of the evidence, ISO 8601, or empty.
    """

    kind: Literal["entered", "billing", "convention"]
    ref: str
    note: str = ""
    grade: Grade = "assumed"
    owner: str = ""
    date: str = ""


@dataclass(frozen=True, eq=False)
class Figure:
    """A named number with a unit and an account of its origin.

    Attributes:
        key: Permanent name within one analysis: "options.own.present_value". For a given figure
            it is the path in the document.
        name: What a reader calls it, in lower case: "present value of cost".
        value: Scalar, or an array with months on the last axis. In a simulation draws come
            first: ``[months]`` becomes ``[draws, months]`` and a scalar ``[draws]``. NaN stands
            for "does not exist" (a break-even that never comes), never for "unknown".
        unit: "EUR", "EUR/month", "1/year", "1"; "name" of a number that counts nothing.
        how: The formula, readable by a finance person. Empty for a given figure.
        of: The figures in the formula, in the order they appear in it.
        source: Set for a given figure only.
    """

    key: str
    name: str
    value: Value
    unit: str
    how: str = ""
    of: tuple[Figure, ...] = ()
    source: Source | None = None

    def __post_init__(self) -> None:
        if bool(self.of) == (self.source is not None):
            raise ValueError(f"Figure {self.key!r} must be either given or derived")

    def walk(self) -> Iterator[Figure]:
        """Yield this figure and everything it was derived from, each once, depth first."""
        seen: set[int] = set()
        pending = [self]
        while pending:
            figure = pending.pop()
            if id(figure) not in seen:
                seen.add(id(figure))
                yield figure
                pending.extend(reversed(figure.of))


def given(key: str, name: str, value: Value, unit: str, source: Source) -> Figure:
    """Return a figure that somebody stated."""
    return Figure(key, name, value, unit, source=source)


def derived(
    key: str, name: str, value: Value, unit: str, *, how: str, of: tuple[Figure, ...]
) -> Figure:
    """Return a figure computed from others."""
    return Figure(key, name, value, unit, how=how, of=of)
