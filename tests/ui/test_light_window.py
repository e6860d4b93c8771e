"""What is in memory when the window first paints: Qt and the standard library."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
