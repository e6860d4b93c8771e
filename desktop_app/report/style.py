"""How the report looks, read once from resources/report/style.yaml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from reportlab.lib.colors import Color, HexColor

from desktop_app.knowledge.shelf import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAVY = 0.8
HAIR = 0.4


@dataclass(frozen=True)
class TextStyle:
    """A face, its size and leading in points, and the name of its colour."""

    font: str
    size: float
    leading: float
    colour: str

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to its baseline, points."""
        return self.leading / 2 + 0.375 * self.size

    def coloured(self, colour: str) -> TextStyle:
        """The same letters in another colour."""
        return replace(self, colour=colour)

    def strong(self) -> TextStyle:
        """The same letters in the strong face and in ink unless they are coloured."""
        return replace(self, font="strong", colour="ink" if self.colour == "grey" else self.colour)


@dataclass(frozen=True)
class Style:
    """Everything in the file, typed."""

    colours: Mapping[str, Color]
    page: Mapping[str, float]
    type: Mapping[str, TextStyle]
    space: Mapping[str, float]
    words: Mapping[str, str]


@lru_cache(maxsize=1)
def style() -> Style:
    """Read the style file."""
    raw: dict[str, Any] = yaml.safe_load(resource("report/style.yaml").read_text("utf-8"))
    return Style(
        colours={name: HexColor(value) for name, value in raw["colours"].items()},
        page=raw["page"],
        type={name: TextStyle(**value) for name, value in raw["type"].items()},
        space=raw["space"],
        words=raw["words"],
    )


def face(name: str) -> TextStyle:
    """The text style called ``name``."""
    return style().type[name]


def colour(name: str) -> Color:
    """The colour called ``name``."""
    return style().colours[name]


def page(name: str) -> float:
    """A measure of the page, points."""
    return style().page[name]


def space(name: str) -> float:
    """A distance between blocks, points."""
    return style().space[name]


def word(name: str) -> str:
    """A word or phrase that the pages add themselves."""
    return style().words[name]


def text_width() -> float:
    """Width of the text area, points."""
    return page("width") - 2 * page("margin")
