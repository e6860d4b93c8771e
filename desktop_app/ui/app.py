"""Builds the application: the only place that knows every part."""

from __future__ import annotations

import logging
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.session.folders import Folders, made
from desktop_app.session.preferences import Preferred
from desktop_app.ui.look.theme import apply, choose, current
from desktop_app.ui.shell.window import Window

if TYPE_CHECKING:
    from types import TracebackType

    from desktop_app.ui.shell.instance import Instance

TRACE = "ISOCOST_TRACE_START"
"""Set, the program says when it has painted first, and ends: for the benchmark of its start."""

WITHOUT_QT = ("desktop_app.analysis.study",)
_WITH_QT = ("desktop_app.ui.shell.workspace", "pyqtgraph")
"""Loaded in the main thread alone: Qt's types, made in another one, end the program."""

_PEEK_MS = 50


def run(path: Path | None, *, sample: bool) -> int:
    """Show a window until the last one is closed.

    Args:
        path: A decision file to open, or a bill to read.
        sample: Open a copy of the sample decision.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Isocost")
    application.setDesktopFileName("isocost")
    folders = Folders.of_user()
    if path is not None and _instance(folders).hand_over(path):
        return 0
    _log_to(folders)
    preferred = Preferred(folders.preferences)
    choose(preferred.now.theme, preferred.now.zoom)
    desk = Desk(folders, preferred)
    sys.excepthook = desk.show_crash
    desk.open_window(path, sample=sample).painted.connect(desk.listen)
    return application.exec()


class Desk:
    """The open windows of this program."""

    def __init__(self, folders: Folders, preferred: Preferred) -> None:
        self._folders, self._preferred = folders, preferred
        self.windows: list[Window] = []
        self._instance: Instance | None = None
        self._is_dressed = False

    def listen(self) -> None:
        """Open a window for what later starts are asked to show."""
        if TRACE in os.environ:
            return
        self._instance = _instance(self._folders)
        self._instance.asked.connect(lambda asked: self.open_window(Path(asked)))
        self._instance.listen()

    def open_window(self, path: Path | None, *, sample: bool = False) -> Window:
        """Open a window; what it is to show is loaded after it has been painted."""
        window = Window(self._folders, self._preferred, _opening(path, sample=sample))
        self.windows.append(window)
        window.closed.connect(lambda: self.windows.remove(window))
        window.painted.connect(lambda: self._after_paint(window, path, sample=sample))
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def _after_paint(self, window: Window, path: Path | None, *, sample: bool) -> None:
        if TRACE in os.environ:
            print(f"first paint {time.monotonic()}", file=sys.stderr, flush=True)  # noqa: T201
            QTimer.singleShot(0, QApplication.quit)
        else:
            QTimer.singleShot(0, lambda: self._fill(window, path, sample=sample))

    def _fill(self, window: Window, path: Path | None, *, sample: bool) -> None:
        """Open what was asked for; the start page stays where that is refused."""
        self._dress()
        window.furnish()
        if path is not None:
            window.files.take([path])
        elif sample:
            window.files.open_sample()
        else:
            _load_ahead()

    def _dress(self) -> None:
        """Put style and palette in force, before the first control is made."""
        application = QApplication.instance()
        if not self._is_dressed and isinstance(application, QApplication):
            apply(application, current().name, current().zoom)
            self._is_dressed = True

    def show_crash(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say that something unexpected happened; the work is in its recovery copy."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logging.getLogger(__name__).error("Unexpected.", exc_info=(kind, error, trace))
        from desktop_app.ui.dialogs.crash import show_crash

        show_crash(self.windows[-1] if self.windows else None, error)


def _instance(folders: Folders) -> Instance:
    from desktop_app.ui.shell.instance import Instance

    return Instance(folders)


def _opening(path: Path | None, *, sample: bool) -> str:
    if sample:
        return "Opening the sample…"
    return f"Opening {path.name}…" if path is not None else ""


def _load_ahead() -> None:
    """Load what the first decision will need while the person looks at the start page."""
    loading = Thread(target=_load, args=WITHOUT_QT, daemon=True)
    loading.start()
    rest = iter(_WITH_QT)

    def go_on() -> None:
        """Load one after the other, with time for the person's clicks between them."""
        if loading.is_alive():
            QTimer.singleShot(_PEEK_MS, go_on)
        elif (name := next(rest, None)) is not None:
            _load(name)
            QTimer.singleShot(_PEEK_MS, go_on)

    go_on()


def _load(*names: str) -> None:
    for name in names:
        import_module(name)


def _log_to(folders: Folders) -> None:
    try:
        made(folders.state)
        logging.basicConfig(
            filename=folders.log,
            level=logging.INFO,
            format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        )
    except OSError:
        logging.basicConfig(level=logging.WARNING)
