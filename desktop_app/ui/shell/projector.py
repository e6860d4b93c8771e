"""The projector view: the page alone, or the one idea of a step that has a face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.look.theme import choose
from desktop_app.ui.parts.layout import clear
from desktop_app.ui.shell.projector_faces import DESIGNED, FACES, MARGIN, SMALLEST, ZOOM, large, px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop_app.ui.shell.workspace import Workspace


class Projector(QWidget):
    """Lies over the whole window while a step with a face is shown, and turns the steps.

    Args:
        workspace: Whose steps are shown; a step without a face is seen in it.
        cover: What to lie over: everything in the window.
        zoom: Text zoom of pages without a face.

    Signals:
        left: The view is to end.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, cover: QWidget, zoom: float) -> None:
        super().__init__(cover)
        self._workspace, self._cover, self._zoom = workspace, cover, zoom
        self.setObjectName("projector")
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(0)
        self.hide()
        cover.installEventFilter(self)
        for key, act in (
            (Qt.Key.Key_Escape, self._leave),
            (Qt.Key.Key_Left, lambda: self.turn_by(-1)),
            (Qt.Key.Key_Right, lambda: self.turn_by(1)),
        ):
            shortcut = QShortcut(QKeySequence(key), workspace)
            shortcut.activated.connect(act)
        workspace.turned.connect(self._show_step)
        workspace.session.results.studied.connect(self._renew)
        self._renew()

    def turn_by(self, places: int) -> None:
        """Show another step; its page is built at the zoom of pages."""
        choose(current().name, self._zoom)
        self._workspace.turn_by(places)
        self._renew()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._renew()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("surface"))

    def _show_step(self, _step: str) -> None:
        self._renew()

    def _renew(self, *_: object) -> None:
        """Show the face of the step in front, or make way for its page."""
        make = FACES.get(self._workspace.step)
        study = self._workspace.session.results.study
        if make is None or study is None:
            choose(current().name, self._zoom)
            self._workspace.show_page(shown=True)
            self.hide()
            return
        self._workspace.show_page(shown=False)  # it would follow changes at the zoom of a face
        cover = self._cover.rect()
        scale = min(cover.width() / DESIGNED[0], cover.height() / DESIGNED[1])
        choose(current().name, ZOOM * scale)
        self.setGeometry(cover)
        clear(self._lines)
        self._lines.setContentsMargins(px(MARGIN), px(56), px(MARGIN), px(36))
        idea, foot = make(study, self._workspace.guide)
        self._lines.addWidget(idea, 1)
        self._lines.addSpacing(px(28))
        self._lines.addLayout(self._foot(foot))
        self.show()
        self.raise_()

    def _foot(self, said: QWidget) -> QHBoxLayout:
        keys = list(self._workspace.rail.rows)
        place = f"{keys.index(self._workspace.step) + 1} of {len(keys)}"
        where = large(place, SMALLEST, colour="text_tertiary")
        where.setWordWrap(False)
        line = QHBoxLayout()
        line.addWidget(said, 1)
        line.addWidget(where)
        return line

    def _leave(self) -> None:
        """Close what lies over the page first; then end the view."""
        if self._workspace.explain.isVisible():
            self._workspace.explain.close_panel()
        else:
            self.left.emit()
