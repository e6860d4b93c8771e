"""Chapters laid out on sheets: what fits where, with header, footer and footnote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.outcome import Refused
from desktop_app.report.canvas import Place
from desktop_app.report.compose import composed
from desktop_app.report.flowables.paragraph import Words, write_lines
from desktop_app.report.flowables.stack import Cut, cut_stack, draw_stack, tightened
from desktop_app.report.lines import broken, runs, shortened, unbroken
from desktop_app.report.runs import Run
from desktop_app.report.style import face, page, space, text_width, word
from desktop_app.report.text import clean, in_eights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.report.blocks import Document, Meta, Page
    from desktop_app.report.canvas import Pen
    from desktop_app.report.flowables.flowable import Flowable
    from desktop_app.report.runs import Text
    from desktop_app.report.tags import Element

UNDER_HEADLINE, UNDER_SUBLINE = 3.0, 12.0
SEAL_DIGITS = 16


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper.

    Attributes:
        opens: It is the first of its chapter and bears the headline.
        footnote: Its small print; empty but on the last of a chapter.
        tight: By what factor its gaps are shrunk, so that a little too much still fits.
    """

    page: Page
    blocks: tuple[Flowable, ...]
    opens: bool
    footnote: Text
    tight: float = 1.0


def laid_out(document: Document) -> tuple[Sheet, ...]:
    """Fill sheets, chapter by chapter.

    Raises:
        Refused: A block is higher than a sheet and cannot be split.
    """
    return tuple(
        sheet
        for number, chapter in enumerate(document.pages)
        for sheet in _fill(chapter, document, front=number == 0)
    )


def _fill(chapter: Page, document: Document, *, front: bool) -> list[Sheet]:
    sheets: list[Sheet] = []
    rest: Sequence[Flowable] = composed(chapter, document)
    foot = _footnote_height(chapter.footnote)
    while True:
        room = _room(() if sheets else headline(chapter, front=front))
        tight = tightened(rest, text_width(), room - foot)
        if tight:
            sheets.append(Sheet(chapter, tuple(rest), not sheets, chapter.footnote, tight))
            return sheets
        fitting, rest = _fuller(rest, room, cut_stack(rest, text_width(), room - foot))
        if not fitting:
            raise _too_high(chapter)
        sheets.append(Sheet(chapter, fitting, opens=not sheets, footnote=""))


def _fuller(rest: Sequence[Flowable], room: float, cut: Cut) -> Cut:
    """Use the footnote's room too, unless that would leave nothing for the sheet that bears it."""
    full = cut_stack(rest, text_width(), room)
    return full if full[1] else cut


def _too_high(chapter: Page) -> Refused:
    return Refused(
        f"Something in chapter {chapter.chapter}, {chapter.title}, is higher than a page.",
        "Shorten the longest text or table row of that chapter.",
    )


def headline(chapter: Page, *, front: bool) -> tuple[Words, ...]:
    """The message of a chapter and the line below it."""
    style = face("headline_first" if front else "headline")
    return (
        Words(chapter.headline, style, "H1", after=UNDER_HEADLINE, before=0),
        Words(chapter.subline, face("subline"), before=0, after=UNDER_SUBLINE),
    )


def _room(head: tuple[Words, ...]) -> float:
    used = sum(words.height(text_width()) + words.after for words in head)
    return page("height") - page("body_top") - page("body_bottom") - used


def _footnote_height(footnote: Text) -> float:
    if not footnote:
        return 0.0
    lines = broken(footnote, face("note"), text_width())
    return len(lines) * face("note").leading + space("footnote")


def draw_sheet(pen: Pen, sheet: Sheet, meta: Meta, section: Element, total: int) -> None:
    """Header, headline, blocks, footnote, footer, in reading order."""
    number = pen.sheet + 1
    front = number == 1
    _draw_header(pen, sheet, meta, section if front else None)
    top = page("height") - page("body_top")
    place = Place(pen, page("margin"), top, text_width(), section)
    if sheet.opens:
        for words in headline(sheet.page, front=front):
            words.draw(place)
            place = place.moved(down=words.height(place.width) + words.after)
    draw_stack(sheet.blocks, place, sheet.tight)
    if sheet.footnote:
        height = _footnote_height(sheet.footnote) - space("footnote")
        lines = broken(sheet.footnote, face("note"), text_width())
        spot = Place(pen, place.x, page("body_bottom") + height, text_width(), section)
        write_lines(spot.below(section.add("P")), lines, face("note"))
    _draw_footer(pen, meta, number, total)


def _draw_header(pen: Pen, sheet: Sheet, meta: Meta, section: Element | None) -> None:
    """Who and what at the left; the status or the chapter at the right.

    On the first sheet it is content, as nothing else there says the status; later a repetition.
    """
    style = face("header")
    half = 0.3 * text_width()
    short = shortened(clean(meta.organisation), style.strong(), half)
    name = (Run(short, "strong"), Run(f" · {word('report')} {meta.reference}"))
    title = f"{sheet.page.chapter} · {sheet.page.title}"
    again = title if sheet.opens else f"{title}, {word('continued')}"
    right: Text = runs(meta.status) if section else again
    y = page("height") - page("header_baseline")
    left_edge, right_edge = page("margin"), page("width") - page("margin")
    for text, x, anchor in ((name, left_edge, "left"), (right, right_edge, "right")):
        if section:
            with pen.tagged(section.add("P")):
                pen.label(text, style, (x, y), anchor)  # type: ignore[arg-type]
        else:
            with pen.artifact("Pagination"):
                pen.label(text, style, (x, y), anchor)  # type: ignore[arg-type]
    with pen.artifact("Pagination"):
        pen.rule(left_edge, page("height") - page("header_rule"), text_width())


def _draw_footer(pen: Pen, meta: Meta, number: int, total: int) -> None:
    """Class, version and date; the start of the seal; the page number."""
    style, mono = face("footer"), face("footer_seal")
    left, y = page("margin"), page("footer_baseline")
    known = shortened(clean(meta.classification), style, 0.25 * text_width())
    versions = f"{word('version')} {meta.version} · {word('sealed')} {meta.sealed_on.isoformat()}"
    about = f"{known} · {versions}" if known else versions
    seal = f"{word('seal')} {in_eights(meta.fingerprint[:SEAL_DIGITS])}"
    place = word("page").format(page=number, pages=total)
    with pen.artifact("Pagination"):
        pen.rule(left, page("footer_rule"), text_width(), 0.5, "baseline")
        pen.write(unbroken(about, style), left, y)
        pen.label(seal, mono, (left + 0.635 * text_width(), y), "middle")
        pen.label(place, style, (left + text_width(), y), "right")
