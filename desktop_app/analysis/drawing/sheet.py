"""The paper of a drawing: its head, its words and its shapes, collected as XML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.analysis.chart import Chart, OptionMark

MARGIN = 24.0
TITLE, CAPTION, BODY, SMALL = 17.0, 12.0, 13.0, 12.0
_FAMILY = "IBM Plex Sans"
_FALLBACK = (
    "@media screen, print {text {font-family: 'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', "
    "Arial, sans-serif}}"
)
"""For browsers; in a media rule, because Qt takes a list of families for one unknown family."""
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW, _WIDE = set("iljtfrI.,:;|'’ ()·"), set("mwMW%—")


@dataclass(frozen=True)
class Words:
    """How words are set.

    Attributes:
        size: Of the letters, pixels.
        ink: Name of their colour.
        anchor: Where the given place is: at the start, middle or end of the words.
        bold: Whether they are set strong.
    """

    size: float = BODY
    ink: str = "text"
    anchor: str = "start"
    bold: bool = False


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of words: no typeface is at hand, so a little too wide is right."""
    units = sum(0.32 if c in _NARROW else 0.9 if c in _WIDE else 0.58 for c in text)
    return units * size * (1.06 if bold else 1.0)


def fitted(text: str, size: float, room: float) -> str:
    """Cut words to the room there is, with an ellipsis."""
    if wide(text, size) <= room:
        return text
    while text and wide(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


class Sheet:
    """One drawing in the making.

    Attributes:
        width: Pixels.
        height: Pixels.
        top: Where the drawing may begin, below title and caption.
    """

    def __init__(
        self, chart: Chart, colours: Mapping[str, str], size: tuple[int, int], note: str = ""
    ) -> None:
        width, height = size
        self._colours, self.width, self.height = colours, float(width), float(height)
        self._root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": str(width),
                "height": str(height),
                "viewBox": f"0 0 {width} {height}",
                "role": "img",
                "aria-labelledby": "title desc",
                "font-family": _FAMILY,
            },
        )
        ElementTree.SubElement(self._root, "title", {"id": "title"}).text = _clean(chart.title)
        ElementTree.SubElement(self._root, "desc", {"id": "desc"}).text = _clean(chart.alt)
        ElementTree.SubElement(self._root, "style").text = _FALLBACK
        self.box((0, 0), (self.width, self.height), "surface")
        room = self.width - 2 * MARGIN
        title = fitted(chart.title, TITLE * 1.06, room)
        self.words(title, (MARGIN, MARGIN + TITLE), Words(TITLE, bold=True))
        said = " · ".join(words for words in (chart.entity, chart.caption, note) if words)
        caption = fitted(said, CAPTION, room)
        self.words(caption, (MARGIN, MARGIN + 2.4 * TITLE), Words(CAPTION, "text_tertiary"))
        self.top = MARGIN + 3.4 * TITLE

    def text(self) -> str:
        """Return the drawing as the text of a file."""
        body = ElementTree.tostring(self._root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'

    def ink(self, name: str) -> str:
        """Return the colour of a name; a pathway ends as a hybrid."""
        return self._colours["hybrid" if name == "pathway" else name]

    def words(self, text: str, place: tuple[float, float], style: Words) -> None:
        """Write words with their baseline at a place."""
        self._add(
            "text",
            {
                "x": _n(place[0]),
                "y": _n(place[1]),
                "font-size": _n(style.size),
                "fill": self.ink(style.ink),
                "text-anchor": style.anchor,
                **({"font-weight": "600"} if style.bold else {}),
            },
        ).text = _clean(text)

    def line(
        self, points: Sequence[tuple[float, float]], ink: str, weight: float, name: str = ""
    ) -> None:
        """Draw a line through points."""
        self._add(
            "polyline",
            {
                "points": _points(points),
                "fill": "none",
                "stroke": self.ink(ink),
                "stroke-width": _n(weight),
                "stroke-linejoin": "round",
                **_named(name),
            },
        )

    def area(
        self,
        points: Sequence[tuple[float, float]],
        ink: str,
        opacity: float = 1.0,
        name: str = "",
    ) -> None:
        """Fill the area within points."""
        self._add(
            "polygon",
            {
                "points": _points(points),
                "fill": self.ink(ink),
                "fill-opacity": _n(opacity),
                **_named(name),
            },
        )

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        ink: str,
        opacity: float = 1.0,
        name: str = "",
    ) -> None:
        """Fill a rectangle, given by its upper left corner."""
        self._add("rect", {**_rect(corner, size), "fill": self.ink(ink), **_named(name)}).set(
            "fill-opacity", _n(opacity)
        )

    def frame(
        self, corner: tuple[float, float], size: tuple[float, float], ink: str, name: str = ""
    ) -> None:
        """Draw the outline of a rectangle."""
        shape = {**_rect(corner, size), "fill": "none", "stroke": self.ink(ink), **_named(name)}
        self._add("rect", shape)

    def ring(self, centre: tuple[float, float], radius: float, name: str = "") -> None:
        """Draw a ring that stands out from the lines below it."""
        self._add(
            "circle",
            {
                **_round(centre, radius),
                "fill": self.ink("surface"),
                "stroke": self.ink("text"),
                "stroke-width": "1.8",
                **_named(name),
            },
        )

    def mark(self, mark: OptionMark, centre: tuple[float, float], r: float = 5.0) -> None:
        """Draw the sign of an option: its shape alone tells it apart."""
        x, y = centre
        if mark == "managed":
            self._add("circle", {**_round(centre, r), "fill": self.ink(mark), "class": "mark"})
        elif mark == "partial":
            self.box((x - 0.92 * r, y - 0.92 * r), (1.84 * r, 1.84 * r), mark, name="mark")
        elif mark == "self_managed":
            points = ((x - 1.12 * r, y + r), (x, y - r), (x + 1.12 * r, y + r))
            self.area(points, mark, name="mark")
        elif mark == "baseline":
            self.box((x - 1.1 * r, y - 0.3 * r), (2.2 * r, 0.6 * r), mark, name="mark")
        else:
            self._diamond(mark, centre, 1.18 * r)

    def _diamond(self, mark: OptionMark, centre: tuple[float, float], d: float) -> None:
        x, y = centre
        right = ((x, y - d), (x + d, y), (x, y + d))
        if mark == "hybrid":
            self.area((*right, (x - d, y)), mark, name="mark")
            return
        self.area(tuple((px + 0.4, py) for px, py in right), "hybrid", name="mark")
        r = d / 1.18
        path = f"M {_n(x - 0.4)} {_n(y - r)} A {_n(r)} {_n(r)} 0 0 0 {_n(x - 0.4)} {_n(y + r)} Z"
        self._add("path", {"d": path, "fill": self.ink("managed")})

    def _add(self, tag: str, attributes: dict[str, str]) -> ElementTree.Element:
        return ElementTree.SubElement(self._root, tag, attributes)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _rect(corner: tuple[float, float], size: tuple[float, float]) -> dict[str, str]:
    keys = ("x", "y", "width", "height")
    return {key: _n(number) for key, number in zip(keys, (*corner, *size), strict=True)}


def _round(centre: tuple[float, float], radius: float) -> dict[str, str]:
    return {"cx": _n(centre[0]), "cy": _n(centre[1]), "r": _n(radius)}


def _named(name: str) -> dict[str, str]:
    return {"class": name} if name else {}


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
