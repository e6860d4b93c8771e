"""One option opened: what it is, what rules it out, and its cost lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop_app.analysis.line_rows import line_table
from desktop_app.decision.edits import remove_option
from desktop_app.decision.line_kinds import KINDS, new_line
from desktop_app.decision.option_edits import add_line, duplicate_option
from desktop_app.outcome import Refused
from desktop_app.ui.fields.form import Form
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, clear, fill, row
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.option_limit import Limit
from desktop_app.ui.steps.option_line import LineCard
from desktop_app.ui.steps.scroll import Scroll

if TYPE_CHECKING:
    from desktop_app.analysis.line_rows import LineRow, LineTable
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Option
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

TYPED = ("label", "approach", "note")


class OptionDetail(QWidget):
    """The editor of one option.

    Signals:
        moved: Key of the option to open instead; empty to go back to all of them.
        arranged: Cost lines, or their fields, came or went.
    """

    moved = Signal(str)
    arranged = Signal()

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session, self._guide, self._key = session, guide, ""
        self._study: Study | None = None
        self._lines: dict[str, LineCard] = {}
        self._about, self._cards = QVBoxLayout(), QVBoxLayout()
        self._cards.setSpacing(0)
        self._unit = Said("", "small", "text_secondary", right=True)
        self.limit = Limit(session)
        self.add = QPushButton("Add a cost line")
        self.add.setMenu(self._menu())
        head = QHBoxLayout()
        fill(head, Said("Cost lines, in the order in which they serve", "chart_finding"), None)
        fill(head, self._unit)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, current().px(12), 0)
        layout.setSpacing(current().px(8))
        fill(layout, self._about, self.limit, 8, head, Divider(), self._cards)
        fill(layout, row(self.add, None), None)
        self._scroll = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    @property
    def key(self) -> str:
        """Key of the option shown; empty for none."""
        return self._key

    @property
    def lines(self) -> dict[str, LineCard]:
        """The cost lines by their keys, in their order."""
        return self._lines

    def open(self, key: str) -> None:
        """Show another option."""
        self._key = key
        clear(self._about)
        clear(self._cards)
        self._lines = {}
        paths = [f"options.{key}.{name}" for name in TYPED]
        self._about.addWidget(Form(self._session, self._guide, paths, head=False))
        self.limit.open(key)
        self.refresh()

    def close_option(self) -> None:
        """Show none."""
        self._key, self._lines = "", {}
        clear(self._about)
        clear(self._cards)

    def show_study(self, study: Study) -> None:
        """Show what was computed."""
        self._study = study
        self.refresh()

    def refresh(self) -> None:
        """Show the option as it is now."""
        option = self._option()
        if option is None:
            return
        table = line_table(self._session.store.decision, self._study, option)
        self._unit.say(f"{table.unit}, present value")
        differs = [found.key for found in table.rows] != list(self._lines)
        if differs:
            self._lay_out(table)
        for found in table.rows:
            self._lines[found.key].show_line(found)
        self.limit.refresh()
        if differs:
            self.arranged.emit()

    def reveal(self, path: str) -> bool:
        """Open the cost line that a path leads to, and focus what stands there."""
        steps = path.split(".")
        if len(steps) > 3 and steps[3] in self._lines:
            self._unfold(steps[3])
        if path.startswith("exclusions"):
            self._show(self.limit.reason)
            return True
        field = self.findChild(QWidget, path)
        while field is None and path.count(".") > 1:  # a part of a field: its evidence
            path = path.rpartition(".")[0]
            field = self.findChild(QWidget, path)
        if field is None:
            return False
        self._show(field)
        return True

    def duplicate(self) -> None:
        """Copy the option and open the copy."""
        store = self._session.store
        key, edit = duplicate_option(store.decision, self._key)
        if store.apply(edit):
            store.seal_step()
            self.moved.emit(key)

    def remove(self) -> None:
        """Remove the option, with a way back."""
        option, store = self._option(), self._session.store
        if option is not None and store.apply(remove_option(option.key)):
            store.seal_step()
            self._session.messages.post(f"{option.label} was removed.", "Undo", store.undo)
            self.moved.emit("")

    def _show(self, widget: QWidget) -> None:
        """Scroll to a part that may just have been made, once everything has its place."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(widget)
        self._scroll.reveal(widget)

    def _option(self) -> Option | None:
        options = self._session.store.decision.options
        return next((option for option in options if option.key == self._key), None)

    def _lay_out(self, table: LineTable) -> None:
        """Put the cards of these lines in their order; those of other lines go."""
        old = self._lines
        for card in old.values():
            self._cards.removeWidget(card)
        self._lines = {
            row.key: (old.pop(row.key) if row.key in old else self._card(row))
            for row in table.rows
        }
        for card in self._lines.values():
            self._cards.addWidget(card)
        for card in old.values():
            card.hide()
            card.deleteLater()

    def _card(self, found: LineRow) -> LineCard:
        card = LineCard(self._session, self._guide, found)
        card.turned.connect(self._turn)
        return card

    def _turn(self, key: str) -> None:
        if self._lines[key].is_open:
            self._lines[key].fold(opened=False)
        else:
            self._unfold(key)

    def _unfold(self, key: str) -> None:
        """Open a line; one at a time, so that it stands alone."""
        for other, card in self._lines.items():
            if other != key and card.is_open:
                card.fold(opened=False)
        self._lines[key].fold(opened=True)
        self.arranged.emit()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in KINDS:
            action = menu.addAction(kind.name)
            action.setObjectName(kind.kind)
            action.setToolTip(kind.about)
            action.triggered.connect(lambda _=False, kind=kind.kind: self._add(kind))
        return menu

    def _add(self, kind: str) -> None:
        store = self._session.store
        try:
            line = new_line(store.decision, self._key, kind)
            store.require(add_line(self._key, line))
        except Refused as refusal:
            self._session.messages.post_refusal(refusal)
            return
        store.seal_step()
        self._unfold(line.key)
        self._show(self._lines[line.key])
