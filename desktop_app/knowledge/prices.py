"""The price book: dated prices with their source, to start a decision from.

Every number can say who publishes it, on which day it was true, where it holds, in which currency
and whether it is a list, street, committed or median price.
"""

from __future__ import annotations

from difflib import get_close_matches

from desktop_app.decision.parts import Evidence, Money, Quantity
from desktop_app.knowledge.prices_edition import EDITION, PriceRow, price_rows
from desktop_app.outcome import Refused

__all__ = ["EDITION", "PriceRow", "find", "nearest", "quantity_from", "row", "words_of"]


def row(identifier: str, edition: str = EDITION) -> PriceRow:
    """Return one row of the price book.

    Raises:
        Refused: The edition has no such row; the hint names the nearest ones.
    """
    rows = price_rows(edition)
    if identifier not in rows:
        raise Refused(
            f'The price book {edition} has no row "{identifier}".', nearest(identifier, rows)
        )
    return rows[identifier]


def find(
    words: str = "", *, kind: str = "", provider: str = "", edition: str = EDITION
) -> tuple[PriceRow, ...]:
    """Return the rows that match everything asked for, in the order of the book.

    Args:
        words: Pieces that must all stand in the id, the label or the region, in any order.
        kind: "tokens", "gpu-rental", "gpu-instances", "gpu-reserved", "hardware", "power",
            "storage", "egress", "grid-carbon" or "region-carbon"; empty for all.
        provider: Name of the provider, in any case; empty for all.
        edition: Edition of the book.
    """
    sought = words.lower().split()
    return tuple(
        entry
        for entry in price_rows(edition).values()
        if kind in ("", entry.kind)
        and provider.lower() in ("", entry.provider.lower())
        and all(word in words_of(entry) for word in sought)
    )


def quantity_from(
    entry: PriceRow, low: float | None = None, high: float | None = None
) -> Money | Quantity:
    """Return a row as an input of a decision, with its evidence.

    Args:
        entry: The row; a price becomes Money in its own currency, any other measure a Quantity.
        low: The lowest value you would believe, in the unit of the row. None: no range.
        high: The highest.
    """
    evidence = Evidence(
        grade="published",
        source=f"{entry.source}: {entry.label}"[:200],
        on=entry.on,
        basis=entry.basis,
        region=entry.region,
        url=entry.url,
        licence=entry.licence,
    )
    if entry.currency is None:
        return Quantity(likely=entry.value, low=low, high=high, evidence=evidence)
    return Money(
        likely=entry.value, low=low, high=high, evidence=evidence, currency=entry.currency
    )


def words_of(entry: PriceRow) -> str:
    """Return the text that a search looks at."""
    return f"{entry.id} {entry.label} {entry.region}".lower()


def nearest(identifier: str, known: dict[str, PriceRow]) -> str:
    """Say which ids come closest to one that does not exist."""
    close = get_close_matches(identifier, list(known), n=3, cutoff=0.5)
    if not close:
        return "Search the price book for a word of the product's name."
    return f"The nearest are: {', '.join(close)}."
