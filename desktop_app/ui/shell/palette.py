"""The command palette: find any number or result, go there, change it, or do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop_app.analysis.search import Entry, entries, matching
from desktop_app.ui.look import current
from desktop_app.ui.shell.palette_card import Card
from desktop_app.ui.shell.palette_paint import paint_shadow
from desktop_app.ui.shell.palette_rows import acts, caps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QMouseEvent, QPaintEvent

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

_WIDTH, _TOP, _BELOW = 640, 96, 48
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CommandPalette(QWidget):
    """Lies over the window until something is chosen or Esc is pressed.

    It is a layer of the window and no window of its own, so that no platform places or frames
    it otherwise.

    Args:
        session: The open decision.
        guide: Asked for the place of what was chosen.
        actions: Returns what can be done now.
        parent_window: What it lies over.

    Signals:
        closed: The palette was closed.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        guide: Guide,
        actions: Callable[[], Sequence[QAction]],
        parent_window: QWidget,
    ) -> None:
        super().__init__(parent_window)
        self._session, self._guide, self._actions = session, guide, actions
        self._window = parent_window
        self._came_from: QWidget | None = None
        self._acts: dict[Entry, QAction] = {}
        self._keys: dict[Entry, tuple[str, ...]] = {}
        self._listed: tuple[Decision, Study | None, tuple[Entry, ...]] | None = None
        self._card: Card | None = None
        self.setAccessibleName("Search or run a command")
        session.store.changed.connect(self._renew)
        session.results.studied.connect(self._renew)
        parent_window.installEventFilter(self)
        self.hide()

    def ask(self, text: str = "") -> None:
        """Open, with something typed already or empty; when open, begin again."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        others = (act for act in self._actions() if act.objectName() != "action_palette")
        self._acts = acts(others)
        self._keys = {entry: caps(act) for entry, act in self._acts.items()}
        if self._card is not None:
            self._card.deleteLater()
        self._card = Card(self._session, self)
        self._card.typed.connect(self._search)
        self._card.went.connect(self._go)
        self._card.line.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._card.show()
        self._card.line.setText(text)
        self._search()
        self._card.line.setFocus()
        QTimer.singleShot(0, self, self._known)  # listed before the first key, after the paint

    def close_palette(self) -> None:
        """Close, and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._card is not None:
            self._card.deleteLater()
            self._card = None
        if self._came_from is not None and shiboken6.isValid(self._came_from):
            self._came_from.setFocus()
        self._came_from = None
        self.closed.emit()

    @Slot()
    def _search(self) -> None:
        """Show what fits; what can be done where nothing is typed."""
        if self._card is None:
            return
        text = self._card.line.text()
        if text.strip():
            found = matching((*self._known(), *self._acts), text)
        else:
            found = tuple(self._acts)
        self._card.show_found(found, self._keys)
        self._fit()

    def _known(self) -> tuple[Entry, ...]:
        """Numbers and results of the decision as it is now, listed once for each study."""
        decision, study = self._session.store.decision, self._session.results.study
        if self._listed is None or self._listed[0] is not decision or self._listed[1] is not study:
            self._listed = decision, study, entries(decision, study)
        return self._listed[2]

    @Slot()
    def _renew(self) -> None:
        """Follow the decision; not while a number is being typed into a row."""
        if self.isVisible() and self._card is not None and not self._card.is_editing:
            self._search()

    @Slot(object)
    def _go(self, entry: Entry) -> None:
        self.close_palette()
        if entry.kind == "number":
            self._guide.seek(entry.path)
        elif entry.kind == "result":
            self._guide.explain(*entry.origins)
        else:
            self._acts[entry].trigger()

    def _fit(self) -> None:
        if self._card is None:
            return
        theme = current()
        self.setGeometry(self._window.rect())
        width = min(theme.px(_WIDTH), self.width() - theme.px(32))
        top = min(theme.px(_TOP), self.height() // 8)
        most = self.height() - top - theme.px(_BELOW)
        place = QRect((self.width() - width) // 2, top, width, self._card.height_for(most))
        if place != self._card.geometry():
            self._card.setGeometry(place)
            self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        return False

    def _steer(self, event: QKeyEvent) -> bool:
        """Take the keys that choose a row from the line that is typed into."""
        if self._card is None:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._card.step(_STEPS[key])
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._card.edit()
        elif key in _ENTER:
            self._card.go()
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._card is not None and self._card.is_editing:
            self._card.leave_edit()
        else:
            self.close_palette()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        corner = current().px(6)
        inside = QRegion(self._card.geometry().adjusted(corner, corner, -corner, -corner))
        outside = event.region().subtracted(inside)
        if not outside.isEmpty():
            painter = QPainter(self)
            painter.setClipRegion(outside)
            paint_shadow(painter, self._card.geometry())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus in the line; the rows are chosen with up and down."""
        if self._card is not None and not self._card.is_editing:
            self._card.step(1 if next else -1)
        return True
