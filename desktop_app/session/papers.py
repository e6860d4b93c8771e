"""The report of the decision: written up, shown page by page, exported; all in the background.

A report is always of the full study of the decision as it stands, never of a coarse or an older
one; where that study is not there yet, it is computed first.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from PySide6.QtCore import QObject

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.report import Paper
    from desktop_app.session.session import Session
    from desktop_app.session.tasks import Report, Task

    Shown = Callable[["Picture"], object]

STUDIED = 0.5
"""Where, of the whole work, a study that has to be made first ends."""

WIDEST = 8_000
"""Pixels; a page that wide takes a third of a gigabyte."""

_PDFIUM = threading.Lock()
"""PDFium may be used by one thread at a time."""


@dataclass(frozen=True)
class Picture:
    """A page as pixels: four bytes each, red, green, blue and one that says nothing.

    Attributes:
        pixels: All rows, from the top.
        width: In pixels.
        height: In pixels.
        stride: Bytes from one row to the next.
    """

    pixels: bytes
    width: int
    height: int
    stride: int


def write_up(session: Session, done: Callable[[Paper], object]) -> Task:
    """Write the report of the decision as it is now; ``done`` gets the ``Paper``.

    What keeps it from being written is refused like any task's work.
    """
    decision, ready = session.store.decision, session.results.full

    def work(report: Report) -> Paper:
        return _paper(_full(decision, ready, report))

    return session.tasks.run("Writing the report", work, slot="report", done=done)


def export_pdf(
    session: Session, paper: Paper, path: PathLike[str], done: Callable[[Path], object]
) -> Task:
    """Write a report to a file; ``done`` gets its path."""
    return _exported(session, path, lambda _: paper.pdf, done)


def export_results(session: Session, path: PathLike[str], done: Callable[[Path], object]) -> Task:
    """Write every figure of the decision as it is now to a JSON file; ``done`` gets its path."""
    decision, ready = session.store.decision, session.results.full

    def content(report: Report) -> bytes:
        from desktop_app import storage  # noqa: PLC0415 - as all rooms in here, when needed
        from desktop_app.analysis.record import record_of  # noqa: PLC0415

        study = _full(decision, ready, report)
        record = record_of(study, seal=storage.seal(decision))
        return f"{record.model_dump_json(indent=1)}\n".encode()

    return _exported(session, path, content, done)


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a report."""
    import pypdfium2  # noqa: PLC0415 - loads the engine

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def chapters(pdf: bytes) -> tuple[str, ...]:
    """Return the titles of a report's chapters, as its bookmarks name them."""
    import pypdfium2  # noqa: PLC0415 - loads the engine

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(str(mark.get_title()) for mark in document.get_toc() if mark.level == 0)
        finally:
            document.close()


def picture_of(pdf: bytes, page: int, width: int) -> Picture:
    """Render one page of a report.

    Args:
        pdf: The report.
        page: Which page, from 0.
        width: Of the picture, in pixels.
    """
    import pypdfium2  # noqa: PLC0415 - loads the engine

    wanted = max(1, min(width, WIDEST))
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            bitmap = sheet.render(
                scale=wanted / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True
            )
            picture = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            bitmap.close()
            sheet.close()
            return picture
        finally:
            document.close()


def render(
    session: Session, pdf: bytes, page: int, width: int, view: QObject, done: Shown
) -> Task:
    """Render one page in the background; a later call for the same page takes its place.

    Args:
        session: Whose report it is.
        pdf: The report.
        page: Which page, from 0.
        width: Of the picture, in pixels.
        view: Where it is shown; once that is gone the picture is dropped.
        done: Gets the picture.
    """
    return session.tasks.run(
        "",
        lambda _: picture_of(pdf, page, width),
        slot=f"page {page}",
        done=done,
        whose=view,
    )


def _full(decision: Decision, ready: Study | None, report: Report) -> Study:
    if ready is not None:
        return ready
    from desktop_app.analysis.study import study  # noqa: PLC0415 - loads numpy

    return study(decision, progress=lambda fraction: report(STUDIED * fraction))


def _paper(study: Study) -> Paper:
    from desktop_app import report, storage  # noqa: PLC0415 - loads the engines of pages

    return report.paper_of(study, seal=storage.seal(study.decision))


def _exported(
    session: Session,
    path: PathLike[str],
    content: Callable[[Report], Any],
    done: Callable[[Path], object],
) -> Task:
    target, own = Path(path), session.file.path

    def work(report: Report) -> Path:
        from desktop_app import storage  # noqa: PLC0415 - when needed

        if own is not None and target.resolve() == own.resolve():
            raise Refused(f"{target.name} is the decision itself.", "Choose another name.")
        storage.write_atomically(target, content(report))
        return target

    return session.tasks.run(f"Writing {target.name}", work, slot=f"export {target}", done=done)
