"""A report as a file: the same document and attachments give the same bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from desktop_app.report.archive import archived
from desktop_app.report.canvas import Chapter, Pen
from desktop_app.report.fonts import registered
from desktop_app.report.sheets import draw_sheet, laid_out
from desktop_app.report.style import page
from desktop_app.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.report.blocks import Attachment, Document, Meta
    from desktop_app.report.sheets import Sheet


def write_pdf(document: Document, attachments: Sequence[Attachment] = ()) -> bytes:
    """Draw a document and finish it as PDF/A-3a and PDF/UA-1.

    No clock, host name or path enters the file; all dates are that of sealing.

    Raises:
        Refused: A character has no shape in the fonts, or a block is higher than a page.
    """
    sheets = laid_out(document)
    canvas = _canvas(document.meta)
    pen = Pen(canvas, _chapters(sheets))
    _draw(pen, sheets, document.meta)
    return archived(canvas.getpdfdata(), pen.tree, document.meta, attachments)


def _canvas(meta: Meta) -> Canvas:
    canvas = Canvas(
        io.BytesIO(),
        pagesize=(page("width"), page("height")),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=registered("plain"),
        lang=meta.language,
    )
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.addPageLabel(0, style="ARABIC", start=1)
    return canvas


def _chapters(sheets: Sequence[Sheet]) -> Mapping[str, Chapter]:
    """Title and page number of each chapter, for contents and links."""
    return {
        sheet.page.chapter: Chapter(sheet.page.title, number)
        for number, sheet in enumerate(sheets, 1)
        if sheet.opens
    }


def _draw(pen: Pen, sheets: Sequence[Sheet], meta: Meta) -> None:
    section = pen.tree.root
    for sheet in sheets:
        chapter = sheet.page
        if sheet.opens:
            section = pen.tree.root.add("Sect")
            pen.canvas.bookmarkPage(chapter.chapter, fit="XYZ", left=0, top=page("height"))
            title = clean(f"{chapter.chapter} · {chapter.title}")
            pen.canvas.addOutlineEntry(title, chapter.chapter, level=0)
        draw_sheet(pen, sheet, meta, section, len(sheets))
        pen.turn()
