"""The contents of the report: every chapter with a link to its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.lines import unbroken
from desktop_app.report.style import HAIR, HEAVY, face

if TYPE_CHECKING:
    from desktop_app.report.blocks import Page
    from desktop_app.report.canvas import Place

ROW, TITLE_AT, ABOUT_AT = 15.2, 24.0, 196.0


@dataclass(frozen=True)
class Directory(Whole):
    """One line for each page of the document."""

    pages: tuple[Page, ...]

    before = 3

    def height(self, width: float) -> float:  # noqa: ARG002
        """Rows of one height."""
        return ROW * len(self.pages)

    def draw(self, place: Place) -> None:
        """A table of contents, each entry one link."""
        listing = place.parent.add("TOC")
        with place.pen.artifact():
            place.pen.rule(place.x, place.top, place.width)
            for number in range(1, len(self.pages) + 1):
                last = number == len(self.pages)
                weight, ink = (HEAVY, "ink") if last else (HAIR, "hairline")
                place.pen.rule(place.x, place.top - number * ROW, place.width, weight, ink)
        for number, page in enumerate(self.pages):
            spot = place.moved(down=number * ROW, width=place.width)
            _draw_entry(page, spot.below(listing.add("TOCI")))


def _draw_entry(page: Page, place: Place) -> None:
    pen, plain, strong = place.pen, face("cell"), face("cell_strong")
    y = place.top - ROW / 2 - 0.36 * plain.size
    link = place.parent.add("Reference").add("Link")
    with pen.tagged(link):
        pen.write(unbroken(page.chapter, strong), place.x, y)
        pen.write(unbroken(page.title, plain), place.x + TITLE_AT, y)
        pen.write(unbroken(page.about, plain.coloured("grey")), place.x + ABOUT_AT, y)
        target = str(pen.chapters[page.chapter].number)
        pen.label(target, plain, (place.x + place.width, y), "right")
        box = (place.x, place.top - ROW, place.x + place.width, place.top)
        pen.link(link, page.chapter, box)
