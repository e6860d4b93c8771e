"""The window: start page or workspace, with the bars around them. It places things.

What is not needed for the first paint of a window that opens a file is loaded after it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop_app.session import Session
    from desktop_app.session.folders import Folders
    from desktop_app.session.preferences import Preferred
    from desktop_app.ui.shell.workspace import Workspace

TITLE_BAR = 32
"""Pixels that the desktop takes for the frame around a window, about."""

_NEED_SESSION = ("palette", "save", "save_as", "import", "back", "next", "panel", "projector")


class Window(QMainWindow):
    """One window with at most one open decision.

    Args:
        folders: Where the program keeps what is its own.
        preferred: How the person wants the window.
        opening: What is being opened, in a sentence that stands alone in the window until
            `furnish` is called, "" for the start page; None furnishes the window at once.

    Signals:
        painted: Once, after the first paint.
        closed: The window has closed.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, folders: Folders, preferred: Preferred, opening: str | None = None) -> None:
        super().__init__()
        self.folders, self.preferred = folders, preferred
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._has_painted = self.is_furnished = False
        self.setWindowTitle("Isocost")
        self.setMinimumSize(960, 600)
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(1280, 800).boundedTo(room))
        if preferred.now.geometry:
            self.restoreGeometry(QByteArray.fromBase64(preferred.now.geometry.encode()))
        if opening is not None:
            from desktop_app.ui.shell.opening import Opening

            self.setCentralWidget(Opening(opening))
        else:
            self.furnish()

    def furnish(self) -> None:
        """Make the window ready for work; it shows the start page."""
        from desktop_app.ui.shell.actions import Actions
        from desktop_app.ui.shell.files import Files
        from desktop_app.ui.shell.looks import Looks

        self.actions_ = Actions(self)
        self.files, self.looks = Files(self), Looks(self)
        self.is_furnished = True
        self.setAcceptDrops(True)
        self._connect()
        self.rebuild()

    # -- what is shown ----------------------------------------------------------------------------

    def clear(self) -> str:
        """Take away all that is shown, at once, and return the step that was; `rebuild` follows.

        Nothing in the window may be handling an event.
        """
        step = self.workspace.step if self.workspace else ""
        self.workspace, shown = None, self.takeCentralWidget()
        if shown is not None:
            shown.deleteLater()
            QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)
        return step

    def rebuild(self, step: str = "") -> None:
        """Build everything anew from the session, as when the theme or the text size changed."""
        from desktop_app.ui.parts.guide import Guide
        from desktop_app.ui.shell.status_bar import StatusBar
        from desktop_app.ui.shell.title_bar import TitleBar

        self.actions_.renew_icons()
        self.workspace, self.guide = None, Guide(self.preferred.now.author)
        self.guide.signed.connect(lambda name: self.preferred.change(author=name))
        self.whole = whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self.title_bar = TitleBar(self.actions_)
        self.status_bar = StatusBar(self.actions_["theme"].trigger)
        self.stack = QStackedWidget()
        for part in (self.title_bar, self.stack, self.status_bar):
            lines.addWidget(part)
        lines.setStretch(1, 1)
        self.setCentralWidget(whole)  # what stood there goes when it has ended its work
        if self.session is None:
            self._show_start()
        else:
            self._show_work(step or "frame")
        self.stack.setFocus()  # no control is lit before somebody turns to it
        whole.show()  # now, not when the event loop turns next

    def open_session(self, session: Session, step: str = "frame") -> None:
        """Work on a decision; the one before is left with its recovery copy kept."""
        self._leave()
        self.session = session
        session.setParent(self)
        session.store.changed.connect(self._show_titles)
        session.store.marked.connect(self._show_titles)
        session.file.saved.connect(self._show_titles)
        session.tasks.crashed.connect(self._show_crash)
        self.rebuild(step)
        session.results.refresh()
        if session.file.is_open_elsewhere:
            session.messages.post(session.file.warning, level="problem")

    def show_start(self) -> None:
        """Go to the start page; unsaved work is kept and offered there."""
        self._leave()
        self.rebuild()

    def _show_start(self) -> None:
        from desktop_app.session.recovery import recoverable
        from desktop_app.ui.shell.start_page import StartPage

        page = StartPage(self.preferred.now.recents, recoverable(self.folders.recovery))
        self.files.serve(page)
        self.stack.addWidget(page)
        self.actions_.enable(_NEED_SESSION, on=False)
        self.title_bar.show_tools(shown=False)
        self._show_titles()

    def _show_work(self, step: str) -> None:
        from desktop_app.ui.shell.workspace import Workspace

        session = self.session
        if session is None:
            return
        self.workspace = Workspace(session, self.guide, self.whole, self.actions_.all)
        self.stack.addWidget(self.workspace)
        self.actions_.enable(_NEED_SESSION, on=True)
        self.title_bar.show_tools(shown=True)
        self.status_bar.follow(session)
        self.workspace.turn(step)
        self.looks.show_sides()
        self._show_titles()

    def _show_titles(self, *_: object) -> None:
        session = self.session
        if session is None:
            self.title_bar.show_titles("Isocost", "", modified=False)
            self.setWindowTitle("Isocost")
            self.setWindowModified(False)
            self.actions_.enable(("undo", "redo"), on=False)
            return
        store, modified = session.store, session.store.is_modified
        decision = store.decision
        self.title_bar.show_titles(decision.title, decision.organisation, modified=modified)
        self.setWindowTitle(f"{decision.title}[*] – Isocost")
        self.setWindowModified(modified)
        for name, label in (("undo", store.undo_label), ("redo", store.redo_label)):
            action = self.actions_[name]
            action.setText(f"{name.capitalize()} {label}".strip())
            action.setEnabled(bool(label))

    # -- acts -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        files, looks = self.files, self.looks
        self.actions_.connect(
            new=files.begin,
            open=files.browse,
            sample=files.open_sample,
            save=files.save,
            save_as=files.save_as,
            import_=files.add_bills,
            start=self.show_start,
            undo=self._undo,
            redo=self._redo,
            back=lambda: looks.turn_by(-1),
            next=lambda: looks.turn_by(1),
            palette=self._show_palette,
            panel=looks.toggle_panel,
            sources=self._show_sources,
            about=self._show_about,
            quit=self.close,
        )
        self.actions_.connect_later(
            projector=looks.project,
            theme=looks.next_theme,
            larger=looks.larger,
            smaller=looks.smaller,
        )

    def _undo(self) -> None:
        if self.session is not None:
            self.session.store.undo()

    def _redo(self) -> None:
        if self.session is not None:
            self.session.store.redo()

    def _show_palette(self) -> None:
        if self.workspace is not None:
            self.workspace.palette_.ask()

    def _show_sources(self) -> None:
        from desktop_app.ui.dialogs.sources import SourcesDialog

        SourcesDialog(self).open()

    def _show_about(self) -> None:
        from desktop_app.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def _show_crash(self, error: BaseException) -> None:
        from desktop_app.ui.dialogs.crash import show_crash

        show_crash(self, error)

    def _leave(self) -> None:
        """Close the session; work that is not saved stays as a recovery copy."""
        if self.session is None:
            return
        self.files.remember()
        self.session.close(keep_copy=self.session.store.is_modified)
        self.session.deleteLater()
        self.session, self.workspace = None, None

    # -- events -----------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_furnished and not self.looks.is_projecting:
            geometry = bytes(self.saveGeometry().toBase64().data()).decode()
            self.preferred.change(geometry=geometry)
        self._leave()
        event.accept()
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            from PySide6.QtCore import Qt

            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.files.take(paths)
        event.accept()
