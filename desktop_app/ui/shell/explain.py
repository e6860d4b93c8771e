"""The panel that answers "where does this number come from?", down to what somebody stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.parts.guide import Guide
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell import focus_ring
from desktop_app.ui.shell.explain_sheet import Sheet
from desktop_app.ui.shell.explain_stop import Stop, account_of

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop_app.session import Session
    from desktop_app.ui.shell.explain_stop import View

_SCRIMS = {"light": 0.34, "dark": 0.55, "high_contrast": 0.80}
_TITLE_BAR, _STATUS_BAR, _WIDTH = 48, 28, 592
_CELL = (180, 90)


class ExplainPanel(QWidget):
    """Covers the window with a scrim and shows the account of one number at its right.

    Numbers inside the panel lead further down; the way back is kept. The content follows the
    decision and its results as long as the panel is open.

    Args:
        session: The open decision.
        guide: Told which input is to be changed.
        parent_window: What the scrim covers.
        within: Between whose upper and lower edge the panel stands; between title bar and
            status bar where none is given.

    Signals:
        closed: The panel was closed.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        guide: Guide,
        parent_window: QWidget,
        within: QWidget | None = None,
    ) -> None:
        super().__init__(parent_window)
        self._session, self._guide = session, guide
        self._window, self._within = parent_window, within
        self._way: list[Stop] = []
        self._lit: QWidget | None = None
        self._came_from: QWidget | None = None
        self._sheet: Sheet | None = None
        self._inner = Guide()
        self._inner.explained.connect(self._go_down)
        self._inner.sought.connect(self._change_input)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Where does this number come from?")
        session.store.changed.connect(self._renew)
        session.results.studied.connect(self._renew)
        parent_window.installEventFilter(self)
        self.hide()

    def show_for(self, origins: tuple[str, ...], lit: QWidget | None = None) -> None:
        """Explain a number; asked while the panel is open, it goes one step further down.

        Args:
            origins: Keys of the figures, or document paths, behind the number.
            lit: The widget that shows the number, left out of the scrim; looked for where none
                is given that shows it.
        """
        if not origins:
            return
        if self.isVisible():
            self._go_down(origins)
            return
        self._way, self._lit = [Stop(origins)], self._shown_by(origins, lit)
        self._came_from = QApplication.focusWidget() or self._lit
        self._fit()
        self.show()
        self.raise_()
        self._rebuild()
        self.setFocus()

    def close_panel(self) -> None:
        """Close, and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        self._way, self._lit = [], None
        self._take_away()
        if self._came_from is not None and shiboken6.isValid(self._came_from):
            self._came_from.setFocus()
        self._came_from = None
        self.closed.emit()

    def go_back(self) -> None:
        """Return to what was asked before."""
        if len(self._way) > 1:
            self._go_to(len(self._way) - 2)

    def _shown_by(self, origins: tuple[str, ...], lit: QWidget | None) -> QWidget | None:
        """The widget that was asked: the one pointed at or focused, of those with the number."""
        if lit is not None and origins in _origins_in(lit):
            return lit
        found = [one for one in self._window.findChildren(Said) if one.origins == origins]
        seen = [one for one in found if one.isVisible()]
        asked = [one for one in seen if one.underMouse() or one.hasFocus()]
        return next(iter((*asked, *seen)), None)

    @property
    def origins(self) -> tuple[str, ...]:
        """Keys of what is asked about; none while the panel is closed."""
        return self._way[-1].origins if self._way else ()

    @Slot(tuple)
    def _go_down(self, origins: tuple[str, ...]) -> None:
        here = self._way[-1]
        if origins != (here.key,):
            self._way.append(Stop(origins))
        elif here.view != "account":
            self._way[-1] = here.viewing("account")
        self._rebuild()
        self.setFocus()

    def _go_to(self, place: int) -> None:
        del self._way[place + 1 :]
        self._rebuild()
        self.setFocus()

    def _choose(self, chosen: int) -> None:
        self._way[-1] = self._way[-1].choosing(chosen)
        self._rebuild()

    def _view(self, view: View) -> None:
        self._way[-1] = self._way[-1].viewing(view)
        self._rebuild()

    @Slot(str)
    def _change_input(self, path: str) -> None:
        """Let go of the number and ask for the input instead."""
        self._came_from = None
        self.close_panel()
        self._guide.seek(path)

    @Slot()
    def _renew(self) -> None:
        if self.isVisible():
            self._rebuild()

    def _rebuild(self) -> None:
        kept = self._sheet.kept() if self._sheet is not None else None
        self._take_away()
        decision, results = self._session.store.decision, self._session.results
        stops = [(stop, account_of(decision, results.study, stop.key)) for stop in self._way]
        self._sheet = Sheet(stops, self._session, self._inner, self)
        self._sheet.closing.connect(self.close_panel)
        self._sheet.returned.connect(self._go_to)
        self._sheet.chosen.connect(self._choose)
        self._sheet.viewed.connect(self._view)
        self._sheet.setGeometry(self.panel_rect())
        self._sheet.show()
        for stop in focus_ring.stops(self._sheet):
            stop.installEventFilter(self)  # buttons and tables take arrows for their own
        if kept is not None:
            self._sheet.restore(kept)

    def _take_away(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None

    def panel_rect(self) -> QRect:
        """Where the panel stands, in the window."""
        theme = current()
        width = min(theme.px(_WIDTH), self.width())
        top, bottom = theme.px(_TITLE_BAR), self.height() - theme.px(_STATUS_BAR)
        if self._within is not None:
            top = self._within.mapTo(self._window, QPoint(0, 0)).y()
            bottom = top + self._within.height()
        return QRect(self.width() - width, top, width, bottom - top)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        if self._sheet is not None:
            self._sheet.setGeometry(self.panel_rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
            return False
        return self._taken(event)

    @override
    def event(self, event: QEvent) -> bool:
        return self._taken(event) or super().event(event)

    def _taken(self, event: QEvent) -> bool:
        """Go back on Alt and Left, before the window takes it for its own steps."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Left:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.go_back()
        event.accept()
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.colour("text") if theme.name == "light" else QColor(Qt.GlobalColor.black)
        colour.setAlphaF(_SCRIMS[theme.name])
        scrim, hole = QPainterPath(), self._hole()
        scrim.addRect(QRectF(self.rect()))
        painter.fillPath(scrim.subtracted(hole), colour)
        painter.setPen(QPen(theme.colour("focus_ring"), 2))
        painter.drawPath(hole)
        painter.setPen(theme.colour("control_border"))
        edge = self.panel_rect()
        painter.drawLine(edge.left() - 1, edge.top(), edge.left() - 1, edge.bottom())

    def _hole(self) -> QPainterPath:
        """Around the number that was asked about, as far as the panel leaves it in sight."""
        path, lit = QPainterPath(), self._lit
        if lit is None or not shiboken6.isValid(lit) or not lit.isVisible():
            return path
        margin, radius = current().px(6), current().px(6)
        cell = _cell_of(lit)
        place = QRectF(QRect(self.mapFromGlobal(cell.mapToGlobal(QPoint(0, 0))), cell.size()))
        path.addRoundedRect(place.adjusted(-margin, -margin, margin, margin), radius, radius)
        return path

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif not self.panel_rect().contains(event.position().toPoint()):
            self.close_panel()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus inside as long as the panel is open."""
        return self._sheet.turn_focus(forward=next) if self._sheet is not None else False


def _cell_of(widget: QWidget) -> QWidget:
    """What a number stands in together with its unit and its name, where that is small."""
    theme, cell = current(), widget
    most = theme.px(_CELL[0]), theme.px(_CELL[1])
    while (outer := cell.parentWidget()) is not None:
        if outer.width() > most[0] or outer.height() > most[1]:
            break
        cell = outer
    return cell


def _origins_in(widget: QWidget) -> list[tuple[str, ...]]:
    """Origins of the numbers that a widget shows."""
    numbers = getattr(widget, "numbers", None)
    return [origins for _, origins in numbers()] if callable(numbers) else []
