"""What is in memory when the window first paints: Qt and the standard library."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.ui.app import WITHOUT_QT

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("duckdb", "numpy", "pandas", "pikepdf", "pydantic", "pypdfium2", "pyqtgraph")
HEAVY += (
    "reportlab",
    "rfc8785",
    "yaml",
    "desktop_app.ui.parts.page",
    "desktop_app.decision.model",
)
PAINTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred
from desktop_app.ui.app import Desk

app = QApplication([])
folders = Folders.under(Path(sys.argv[2]))
desk = Desk(folders, Preferred(folders.preferences))
shown = []
window = desk.open_window(None, sample=sys.argv[1] == "sample")
window.painted.connect(lambda: shown.append(sorted(sys.modules)))
filled = QTimer(interval=20)
filled.timeout.connect(lambda: window.is_furnished and app.quit())
filled.start()
QTimer.singleShot(20_000, app.quit)
app.exec()
print(*shown[0], sep="\\n")
print("then", type(window.stack.currentWidget()).__name__)
"""


@pytest.mark.parametrize("page", ["start", "sample"])
def test_first_paint_needs_only_qt_and_the_standard_library(page, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PAINTING, page, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loaded = done.stdout.split()
    assert "desktop_app.ui.shell.window" in loaded, done.stderr
    assert loaded[-2:] == ["then", "StartPage" if page == "start" else "Workspace"]
    assert [name for name in HEAVY if name in loaded] == []


def test_what_is_loaded_ahead_in_another_thread_has_nothing_of_qt_in_it():
    """Types of Qt made outside the main thread crash the program now and then."""
    names = ", ".join(WITHOUT_QT)
    code = f"import sys, {names}; print(*(n for n in sys.modules if 'PySide' in n))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split() == []
