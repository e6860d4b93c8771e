"""Realistic ranges to start from where an organisation knows nothing better yet."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

import yaml

from desktop_app.decision.parts import Currency, Evidence, Line, Money, Part, Quantity, Text
from desktop_app.knowledge.prices_edition import EDITION, Basis
from desktop_app.knowledge.shelf import resource
from desktop_app.outcome import Refused


class Range(Part):
    """Low, typical and high of one input, with what they rest on."""

    id: Line
    label: Line
    unit: Line
    currency: Currency | None = None
    low: float
    typical: float
    high: float
    grade: Literal["published", "assumed"]
    source: Line
    as_of: date
    basis: Basis = ""
    region: Line = "global"
    url: Text = ""
    licence: Line = ""
    note: Text = ""


class RangeTable(Part):
    """The ranges of one edition of the price book."""

    edition: Line
    ranges: tuple[Range, ...]


@lru_cache
def ranges(edition: str = EDITION) -> dict[str, Range]:
    """Return the ranges of one edition by id."""
    text = resource(f"prices/{edition}/ranges.yaml").read_text(encoding="utf-8")
    table = RangeTable.model_validate(yaml.safe_load(text))
    return {entry.id: entry for entry in table.ranges}


def typical(identifier: str, edition: str = EDITION) -> Money | Quantity:
    """Return a range as an input of a decision: likely is typical, with low, high and evidence.

    Raises:
        Refused: The edition has no such range; the hint names the nearest ones.
    """
    known = ranges(edition)
    if identifier not in known:
        close = get_close_matches(identifier, list(known), n=3, cutoff=0.3) or list(known)[:3]
        raise Refused(
            f'The ranges of {edition} have no entry "{identifier}".',
            f"The nearest are: {', '.join(close)}.",
        )
    entry = known[identifier]
    evidence = Evidence(
        grade=entry.grade,
        source=entry.source,
        on=entry.as_of,
        basis=entry.basis,
        region=entry.region,
        url=entry.url,
        licence=entry.licence,
    )
    if entry.currency is None:
        return Quantity(likely=entry.typical, low=entry.low, high=entry.high, evidence=evidence)
    return Money(
        likely=entry.typical,
        low=entry.low,
        high=entry.high,
        evidence=evidence,
        currency=entry.currency,
    )
