"""Sheets of paper: letters and lines, each tagged with what it is or marked as decoration."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.report.fonts import registered
from desktop_app.report.lines import unbroken
from desktop_app.report.style import HEAVY, colour, word
from desktop_app.report.tags import Element, Link, Tree
from desktop_app.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop_app.report.lines import Line
    from desktop_app.report.runs import Text
    from desktop_app.report.style import TextStyle

Anchor = Literal["left", "middle", "right"]
Spot = tuple[float, float]
"""x from the left edge, y from the bottom edge, points."""


@dataclass(frozen=True)
class Chapter:
    """Where a chapter starts: its title and the number of its first page."""

    title: str
    number: int


class Pen:
    """Draws on the current sheet of a page writer's canvas; colours go by name."""

    def __init__(self, canvas: Any, chapters: Mapping[str, Chapter]) -> None:  # noqa: ANN401
        self.canvas = canvas
        self.chapters = chapters
        self.tree = Tree()
        self.sheet = 0
        self._links = 0
        self._inside = ""

    def turn(self) -> None:
        """Finish the sheet and start the next."""
        self.canvas.showPage()
        self.sheet += 1
        self._links = 0

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Everything drawn inside belongs to ``element``; inside decoration it stays that."""
        if self._inside == "artifact":
            yield
            return
        number = self.tree.mark(self.sheet, element)
        with self._marked(f"/{element.kind} <</MCID {number}>> BDC", "tagged"):
            yield

    @contextmanager
    def artifact(self, kind: Literal["Layout", "Pagination"] = "Layout") -> Iterator[None]:
        """Everything drawn inside is decoration; inside tagged content it stays part of that."""
        if self._inside:
            yield
            return
        with self._marked(f"/Artifact <</Type /{kind}>> BDC", "artifact"):
            yield

    @contextmanager
    def _marked(self, opening: str, state: str) -> Iterator[None]:
        if self._inside:
            raise AssertionError("tagged content must not be nested")
        self._inside = state
        self.canvas.addLiteral(opening)
        yield
        self.canvas.addLiteral("EMC")
        self._inside = ""

    def write(self, line: Line, x: float, y: float, *, ends: bool = True) -> None:
        """Set a line with its baseline at ``y``.

        ``ends`` adds a space, so that whoever reads the text out does not join it to the next.
        """
        if not line.letters:
            return
        text = self.canvas.beginText(x, y)
        rise = 0.0
        for part in line.letters:
            text.setFont(registered(part.face), part.size)
            text.setFillColor(colour(part.colour))
            if part.rise != rise:
                text.setRise(part.rise)
                rise = part.rise
            text.textOut(part.text)
        if ends:
            text.textOut(" ")
        if rise:
            text.setRise(0)
        self.canvas.drawText(text)

    def label(self, text: Text, style: TextStyle, spot: Spot, anchor: Anchor = "left") -> None:
        """Set one line, its baseline at ``spot``, which is its left end, middle or right end."""
        line = unbroken(text, style)
        shift = {"left": 0.0, "middle": line.width / 2, "right": line.width}[anchor]
        self.write(line, spot[0] - shift, spot[1])

    def link(self, element: Element, chapter: str, box: tuple[float, float, float, float]) -> None:
        """Make a rectangle (left, bottom, right, top) jump to a chapter."""
        target = self.chapters[chapter]
        says = word("to_page").format(title=clean(target.title), page=target.number)
        self.canvas.linkAbsolute(says, chapter, box, Border="[0 0 0]")
        self.tree.links.append(Link(self.sheet, self._links, element))
        self._links += 1

    def rule(
        self, x: float, y: float, width: float, weight: float = HEAVY, ink: str = "ink"
    ) -> None:
        """A horizontal line ``width`` points long."""
        self.path(((x, y), (x + width, y)), weight, ink)

    def path(
        self, spots: Sequence[Spot], weight: float, ink: str, dash: tuple[float, ...] = ()
    ) -> None:
        """An open line through spots."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(colour(ink))
        self.canvas.setDash(list(dash))
        self.canvas.drawPath(self._through(spots), stroke=1, fill=0)
        self.canvas.setDash([])

    def shape(
        self, spots: Sequence[Spot], fill: str, outline: str = "", weight: float = HEAVY
    ) -> None:
        """A closed shape through spots, filled, with an outline if one is named."""
        self._colours(fill, outline, weight)
        path = self._through(spots)
        path.close()
        self.canvas.drawPath(path, stroke=bool(outline), fill=bool(fill))

    def box(
        self, left_bottom: Spot, size: Spot, fill: str, outline: str = "", weight: float = HEAVY
    ) -> None:
        """A rectangle; an empty ``fill`` leaves it open."""
        self._colours(fill, outline, weight)
        self.canvas.rect(*left_bottom, *size, stroke=bool(outline), fill=bool(fill))

    def circle(
        self, centre: Spot, radius: float, fill: str, outline: str = "", weight: float = HEAVY
    ) -> None:
        """A circle."""
        self._colours(fill, outline, weight)
        self.canvas.circle(*centre, radius, stroke=bool(outline), fill=bool(fill))

    def half_circle(self, centre: Spot, radius: float, fill: str) -> None:
        """The left half of a disc."""
        self._colours(fill, "", HEAVY)
        self.canvas.wedge(
            centre[0] - radius,
            centre[1] - radius,
            centre[0] + radius,
            centre[1] + radius,
            90,
            180,
            stroke=0,
            fill=1,
        )

    def _colours(self, fill: str, outline: str, weight: float) -> None:
        if fill:
            self.canvas.setFillColor(colour(fill))
        if outline:
            self.canvas.setStrokeColor(colour(outline))
            self.canvas.setLineWidth(weight)

    def _through(self, spots: Sequence[Spot]) -> Any:  # noqa: ANN401
        path = self.canvas.beginPath()
        path.moveTo(*spots[0])
        for spot in spots[1:]:
            path.lineTo(*spot)
        return path


@dataclass(frozen=True)
class Place:
    """Where to draw: the pen, the upper left corner, the width, and the element to hang below."""

    pen: Pen
    x: float
    top: float
    width: float
    parent: Element

    def moved(self, *, right: float = 0, down: float = 0, width: float | None = None) -> Place:
        """A place relative to this one."""
        return replace(
            self,
            x=self.x + right,
            top=self.top - down,
            width=self.width - right if width is None else width,
        )

    def below(self, parent: Element) -> Place:
        """The same spot with another element to hang below."""
        return replace(self, parent=parent)
