"""Make the pictures of these pages anew: ``.venv/bin/python docs/make_pictures.py``.

Writes the demonstration's report into a temporary folder and draws the first page of three of its
chapters with poppler's ``pdftoppm`` (Debian: ``apt-get install poppler-utils``). The pictures
illustrate; no test compares them, so run this after a change to how the report looks.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

PICTURES = Path(__file__).parent / "pictures"
CHAPTERS = {"1 ·": "report-decision", "5 ·": "report-money", "6 ·": "report-sensitivity"}
DOTS_PER_INCH = 90


def main() -> None:
    """Write one PNG for each chapter of ``CHAPTERS``."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        sys.exit("pdftoppm was not found. On Debian: apt-get install poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "desktop_app", "demo", "-o", folder]
        subprocess.run(demo, check=True, cwd=PICTURES.parent.parent)  # noqa: S603
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


if __name__ == "__main__":
    main()
