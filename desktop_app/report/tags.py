"""The structure tree: what the marks on the pages mean, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

Value: TypeAlias = str | int | float | list[float]
"""An attribute's value; a string that starts with "/" is a name, like "/Row"."""

Attributes: TypeAlias = "Mapping[str, Mapping[str, Value]]"
"""Attributes of an element by their owner: {"Table": {"Scope": "/Row"}}."""


@dataclass(frozen=True)
class Marked:
    """A stretch of page content: the sheet's place in the file, and its number there."""

    sheet: int
    number: int


@dataclass(eq=False)
class Element:
    """A node of the structure tree, filled while the pages are drawn.

    Attributes:
        kind: Standard structure type: "P", "H2", "TD", "Figure".
        alt: Alternative text; a Figure must have one.
    """

    kind: str
    alt: str = ""
    attributes: Attributes = field(default_factory=dict)
    children: list[Element | Marked] = field(default_factory=list)

    def add(self, kind: str, alt: str = "", attributes: Attributes | None = None) -> Element:
        """Append a child."""
        child = Element(kind, alt, attributes or {})
        self.children.append(child)
        return child


@dataclass(frozen=True)
class Link:
    """An annotation and the element that speaks for it; places count from zero."""

    sheet: int
    place: int
    element: Element


@dataclass
class Tree:
    """The tree of one document, and who owns each mark.

    Attributes:
        marks: For each sheet, the owner of each numbered stretch.
        links: All link annotations in the order drawn.
    """

    root: Element = field(default_factory=lambda: Element("Document"))
    marks: list[list[Element]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _known: dict[tuple[Hashable, str], Element] = field(default_factory=dict)

    def mark(self, sheet: int, element: Element) -> int:
        """Give the next stretch of a sheet to an element and return its number."""
        while len(self.marks) <= sheet:
            self.marks.append([])
        owners = self.marks[sheet]
        owners.append(element)
        element.children.append(Marked(sheet, len(owners) - 1))
        return len(owners) - 1

    def once(
        self,
        key: Hashable,
        kind: str,
        parent: Element,
        attributes: Attributes | None = None,
    ) -> Element:
        """The element of something that may be drawn in pieces on several sheets."""
        if (key, kind) not in self._known:
            self._known[(key, kind)] = parent.add(kind, attributes=attributes)
        return self._known[(key, kind)]
