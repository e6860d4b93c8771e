"""Make the pictures of these pages anew: ``.venv/bin/python docs/make_pictures.py``.

Writes the demonstration's report into a temporary folder and draws the first page of three of its
chapters with poppler's ``pdftoppm`` (Debian: ``apt-get install poppler-utils``); then opens the
sample in a window and takes a picture of three of its steps. The pictures illustrate; no test
compares them, so run this after a change to how report or window look. ``report`` or ``window``
behind the command makes only those.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pikepdf
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred
from desktop_app.ui.look.theme import apply
from desktop_app.ui.shell.window import Window

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHAPTERS = {"1 ·": "report-decision", "5 ·": "report-money", "6 ·": "report-sensitivity"}
STEPS = ("costs", "evidence", "decide")
DOTS_PER_INCH = 90
SIZE = (1280, 800)
SETTLING_MS = 400


def main(wanted: str) -> None:
    """Make the pictures of the report, of the window, or of both."""
    if wanted in {"", "report"}:
        picture_report()
    if wanted in {"", "window"}:
        picture_window()


def picture_report() -> None:
    """Write one PNG for each chapter of ``CHAPTERS``."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        sys.exit("pdftoppm was not found. On Debian: apt-get install poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "desktop_app", "demo", "-o", folder]
        subprocess.run(demo, check=True, cwd=ROOT)  # noqa: S603
        report = Path(folder) / "report.pdf"
        for chapter, page in first_pages(report).items():
            if name := next((n for start, n in CHAPTERS.items() if chapter.startswith(start)), ""):
                draw(tool, report, page, PICTURES / name)


def first_pages(report: Path) -> dict[str, int]:
    """Return the number of each chapter's first page, as the bookmarks name them."""
    with pikepdf.open(report) as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: place for place, page in enumerate(pdf.pages, 1)}
        return {item.title: numbers[item.destination[0].objgen] for item in outline.root}


def draw(tool: str, report: Path, page: int, target: Path) -> None:
    """Draw one page as ``target``.png."""
    span = ["-f", str(page), "-l", str(page), "-singlefile"]
    command = [tool, "-png", "-r", str(DOTS_PER_INCH), *span, str(report), str(target)]
    subprocess.run(command, check=True)  # noqa: S603


def picture_window() -> None:
    """Write one PNG for each step of ``STEPS``, without showing the window on any screen."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96")
    application = QApplication([])
    application.setCursorFlashTime(0)
    apply(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders.under(Path(folder))
        window = Window(folders, Preferred(folders.preferences))
        window.resize(*SIZE)
        window.show()
        window.files.open_sample()
        for step in STEPS:
            photograph(window, step)
        window.close()


def photograph(window: Window, step: str) -> None:
    """Turn to a step, wait until its numbers are there, and keep what the window shows."""
    window.workspace.turn(step)
    settle()
    while window.session.results.full is None:
        settle()
    window.stack.setFocus()
    settle()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    picture.save(str(PICTURES / f"window-{step}.png"), "PNG", 0)


def settle() -> None:
    """Let the window and what works behind it do what there is to do."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLING_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
