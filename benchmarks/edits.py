"""How long an edit takes to reach the screen, and whether the window stays awake meanwhile.

    python benchmarks/edits.py [--rounds 15]

On the costs page of the sample the discount rate is changed; the time runs from the edit until
page and panel have painted the coarse study, less the 30 ms in which further key strokes are
waited for. It is told in units of one `analysis.evaluate` of the same decision and of one bare
repaint of the plot, both measured between the edits. While the full simulation then runs in the
background, a timer ticks every millisecond; its longest gap is how long a key stroke may wait.
Without a display Qt paints into memory.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from plots import Bare
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.evaluate import evaluate
from desktop_app.decision.edits import set_value
from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred
from desktop_app.session.results import SETTLE_MS
from desktop_app.ui.look.theme import apply
from desktop_app.ui.shell.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

RATES = (0.07, 0.09)
PATIENCE = 60.0


class Painted(QObject):
    """Notes that widgets have been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._left: set[QWidget] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def forget(self) -> None:
        """Wait for all of them again."""
        self._left = set(self._widgets)

    @property
    def all(self) -> bool:
        """Whether each has been painted since."""
        return not self._left

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Paint:
            self._left.discard(watched)
        return False


class Ticks:
    """Measures the gaps between the turns of the event loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so.

    Raises:
        SystemExit: It never was.
    """
    end, loop = time.perf_counter() + PATIENCE, QEventLoop()
    look = QTimer(interval=1)
    look.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
    look.start()
    loop.exec()  # lets other threads run, which a loop of our own would not
    if time.perf_counter() > end:
        raise SystemExit("The window did not get there.")


def seconds(work: Callable[[], object]) -> float:
    """Do something and return how long it took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class Bench:
    """A window on the sample, at its costs page."""

    def __init__(self, folder: Path) -> None:
        folders = Folders.under(folder)
        self.window = Window(folders, Preferred(folders.preferences))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.files.open_sample()
        self.session, workspace = self.window.session, self.window.workspace
        until(lambda: self.session.results.full is not None)
        self.painted = Painted(workspace.page, workspace.panel.widget())
        self.bare = Bare(curves(self.session.results.study))
        self.bare.resize(756, 226)
        self.bare.show()
        self.ticks = Ticks()
        until(lambda: not self.session.tasks.is_running("autosave"))

    def edit(self, rate: float) -> float:
        """Change the discount rate; seconds until it can be read off page and panel."""
        results, seen = self.session.results, []
        results.studied.connect(seen.append)
        begun = time.perf_counter()
        self.session.store.apply(set_value("context.discount_rate", rate, "discount rate"))
        until(lambda: bool(seen) or self._mark())
        until(lambda: self.painted.all)
        taken = time.perf_counter() - begun - SETTLE_MS / 1e3
        results.studied.disconnect(seen.append)
        return taken

    def wait(self) -> float:
        """Let the full simulation run; seconds of the longest gap until it is there."""
        self.ticks.start()
        until(lambda: self.session.results.full is not None)
        self.ticks.stop()
        QApplication.processEvents()
        return self.ticks.longest

    def _mark(self) -> bool:
        """Count only what is painted after the study came."""
        self.painted.forget()
        return False


def measure(bench: Bench, rounds: int) -> dict[str, list[float]]:
    """Take turns between the edit and what it is compared with."""
    found: dict[str, list[float]] = {"edit": [], "stall": [], "evaluate": [], "plot": []}
    for turn in range(rounds + 2):
        edit = bench.edit(RATES[turn % len(RATES)])
        stall = bench.wait()
        evaluated = seconds(lambda: evaluate(bench.session.store.decision))
        plot = seconds(bench.bare.repaint)
        if turn > 1:  # the first two load and warm what all later edits find warm
            for name, took in zip(found, (edit, stall, evaluated, plot), strict=True):
                found[name].append(took)
    return found


def main(arguments: Sequence[str]) -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args(arguments).rounds
    application = QApplication([])
    apply(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        found = measure(bench, rounds)
        bench.window.close()
    middle = {name: median(took) for name, took in found.items()}
    for name, what in (("edit", "From edit to repaint"), ("stall", "Longest stall")):
        took = middle[name]
        print(  # noqa: T201
            f"{what}: {took / middle['evaluate']:.1f} times one evaluation, "
            f"{took / middle['plot']:.0f} times a bare repaint of the plot "
            f"({took * 1e3:.0f} ms; {min(found[name]) * 1e3:.0f} to "
            f"{max(found[name]) * 1e3:.0f} in {rounds} rounds)."
        )
    print(  # noqa: T201
        f"For context: one evaluation {middle['evaluate'] * 1e3:.1f} ms, "
        f"one bare repaint {middle['plot'] * 1e3:.2f} ms."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
