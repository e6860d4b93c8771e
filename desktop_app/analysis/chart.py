"""What all charts share: their finding, their alternative text and the signs of options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

OptionMark: TypeAlias = Literal[
    "managed", "partial", "hybrid", "self_managed", "pathway", "baseline"
]
"""The sign an option carries everywhere; the shape alone tells options apart."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """What every chart says about itself.

    Attributes:
        title: The finding, one sentence.
        entity: Whose figures these are; printed strong before the caption.
        caption: Who, what, when, with the unit and whether AC, PL or FC.
        alt: One sentence with the main numbers, for readers who cannot see the drawing.
        unit: Unit of all lengths: "M EUR". Charts of one page and unit share one scale.
        origins: Keys of the figures that the title names.
    """

    title: str
    caption: str
    alt: str
    unit: str
    entity: str = ""
    origins: tuple[str, ...] = ()
