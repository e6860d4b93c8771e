"""How long the window takes to appear, in units of the barest window that Qt can show.

    python benchmarks/start.py [--rounds 9] [COMMAND ...]         COMMAND: open --sample

Each start is a fresh process, measured from before it is made to its first paint; the two take
turns, and the median of their quotients is told. A further start, not measured, tells which large
libraries were in memory at that moment: there should be none. Without a display Qt paints
into memory.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
SAID = "first paint"
LARGE = ("duckdb", "matplotlib", "pandas", "pikepdf", "pypdfium2", "pyqtgraph", "reportlab")
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print("first paint", time.monotonic(), file=sys.stderr, flush=True)
        QApplication.quit()

app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
WATCHED = f"""
import sys
from desktop_app.cli import main

class Watching:
    def __init__(self, real):
        self._real = real

    def __getattr__(self, name):
        return getattr(self._real, name)

    def write(self, text):
        if "{SAID}" in text:
            found = [name for name in {LARGE!r} if name in sys.modules]
            self._real.write(f"in memory: {{' '.join(found)}}" + chr(10))
        return self._real.write(text)

sys.stderr = Watching(sys.stderr)
main(sys.argv[1:])
"""


def started(command: Sequence[str], state: str) -> tuple[float, str]:
    """Start a program and wait until it ends: seconds to its first paint, and what it said.

    Raises:
        SystemExit: It did not say when it painted.
    """
    around = {**os.environ, "PYTHONPATH": str(ROOT), "ISOCOST_STATE": state}
    around["ISOCOST_TRACE_START"] = "1"
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        around.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.monotonic()  # one clock for all processes of a machine
    done = subprocess.run(  # noqa: S603 - the product, or the window above
        [sys.executable, *command],
        env=around,
        cwd=state,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    for line in done.stderr.splitlines():
        if line.startswith(SAID):
            return float(line.split()[-1]) - begun, done.stderr
    raise SystemExit(f"{' '.join(command[:4])} did not say when it painted.\n{done.stderr}")


def compare(command: Sequence[str], rounds: int, state: str) -> str:
    """Start the program and the bare window in turn and say the quotient."""
    bare = ("-c", BARE)
    for unmeasured in (command, bare):  # so that the disk and the compiled files are warm for both
        started(unmeasured, state)
    ours, theirs = [], []
    for turn in range(rounds):
        for which in (ours, theirs) if turn % 2 else (theirs, ours):
            which.append(started(command if which is ours else bare, state)[0])
    quotients = [one / other for one, other in zip(ours, theirs, strict=True)]
    return (
        f"From start to first paint: {median(quotients):.2f} times the barest window "
        f"({min(quotients):.2f} to {max(quotients):.2f} in {rounds} rounds).\n"
        f"For context: {median(ours) * 1e3:.0f} ms, "
        f"and the barest window {median(theirs) * 1e3:.0f} ms."
    )


def in_memory(arguments: Sequence[str], state: str) -> str:
    """Say which large libraries the product had loaded when it painted first."""
    said = started(("-c", WATCHED, *arguments), state)[1]
    (line,) = [line for line in said.splitlines() if line.startswith("in memory:")]
    return f"Large libraries in memory at first paint: {line.partition(':')[2].strip() or 'none'}."


def main(arguments: Sequence[str]) -> None:
    """Compare the start of a command that opens the window with that of a bare one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args(arguments)
    command = given.command or ["open", "--sample"]
    with tempfile.TemporaryDirectory() as state:
        told = compare(("-m", "desktop_app", *command), given.rounds, state)
        sys.stdout.write(f"{told}\n{in_memory(command, state)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
