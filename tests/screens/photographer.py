"""A window that holds still for a photograph: no cursor blinks, nothing is under way, no focus."""

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred, Recent
from desktop_app.ui.look.theme import apply
from desktop_app.ui.shell.window import Window
from desktop_app.ui.steps.sign_page import PageView

SIZE = (1280, 800)
SLOTS = ("study", "report", "pages of the report")
LONG_AGO = "2025-03-04T09:30:00+00:00"
RECENTS = (
    Recent(
        path="/decisions/claims.isocost",
        title="Where should the claims assistant run?",
        when=LONG_AGO,
        option="Hybrid",
        mark="hybrid",
        cost="2.18 M EUR",
        step="Decide",
    ),
    Recent(path="/decisions/search.isocost", title="Search in contracts", when=LONG_AGO),
)
PATIENCE_MS, BREATH_MS = 30_000, 150


class Photographer:
    """Takes pictures of one window, open on the sample from the first step on.

    Args:
        folder: For recovery copies and preferences.
        theme: Its colours.
    """

    def __init__(self, folder, theme):
        application = QApplication.instance()
        application.setCursorFlashTime(0)
        apply(application, theme)
        folders = Folders.under(folder)
        preferred = Preferred(folders.preferences)
        preferred.change(recents=RECENTS, theme=theme)
        self.window = Window(folders, preferred)
        self.window.resize(*SIZE)
        self.window.show()

    def close(self):
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        apply(QApplication.instance(), "light")

    def picture(self, page) -> QImage:
        """Show "start" or a step, wait until all of it is there, and take its picture."""
        if page == "start":
            if self.window.session is not None:
                self.window.show_start()
        elif self.window.session is None:
            self.window.files.open_sample()
        if self.window.workspace is not None:
            self.window.workspace.turn(page)
            self._await(page)
        return self._still()

    def _await(self, page):
        for _ in range(PATIENCE_MS // BREATH_MS):
            if self._is_ready():
                return
            breathe()
        raise AssertionError(f"The page {page!r} is never ready.")

    def _is_ready(self):
        session, page = self.window.session, self.window.workspace.page
        sheets = page.findChildren(PageView)
        idle = not any(session.tasks.is_running(slot) for slot in SLOTS)
        return session.results.full is not None and idle and all(s.image for s in sheets)

    def _still(self):
        """Return a picture that the one taken a breath later equals."""
        taken = self._taken()
        for _ in range(20):
            breathe()
            before, taken = taken, self._taken()
            if before == taken:
                return taken
        raise AssertionError("The window does not hold still.")

    def _taken(self):
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        return self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)


def breathe():
    """Let the window and its tasks work; `QTest.qWait` would keep Python from the tasks."""
    loop = QEventLoop()
    QTimer.singleShot(BREATH_MS, loop.quit)
    loop.exec()
