"""The step where options are listed and opened, with what each price rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.option_rows import option_table
from desktop_app.decision.edits import set_value
from desktop_app.decision.option_edits import new_option
from desktop_app.ui.fields.table import TableField
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, primary
from desktop_app.ui.parts.layout import fill, row
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.looks import Looks
from desktop_app.ui.steps.option_detail import OptionDetail
from desktop_app.ui.steps.option_table import OptionRows
from desktop_app.ui.steps.scroll import Scroll
from desktop_app.ui.steps.tabs import tab_in_order

if TYPE_CHECKING:
    from desktop_app.analysis.option_rows import OptionTable
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Approach, Decision
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

APPROACHES: dict[Approach, str] = {
    "fully_managed": "Fully managed",
    "partially_managed": "Partially managed",
    "hybrid": "Hybrid",
    "self_managed": "Self-managed",
}
TABLES = {"context.exchange_rates": "Exchange rates", "quotes": "Quotes"}


class OptionsStep(Page):
    """All options in a table; choosing one opens it in the table's place."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("options", session, guide)
        self._study: Study | None = None
        self._shown: OptionTable | None = None
        self.rows, self.detail = OptionRows(guide), OptionDetail(session, guide)
        self.baseline = QComboBox()
        self.baseline.setAccessibleName("Baseline")
        self.baseline.activated.connect(self._choose_baseline)
        tables = [TableField(session, guide, path) for path in TABLES]
        self.looks = Looks(*zip(TABLES.values(), tables, strict=True))
        self._stack = QStackedWidget()
        self._list = self._listed()
        self._stack.addWidget(Scroll(self._list))
        self._stack.addWidget(self.detail)
        self.body.addWidget(self._stack, 1)
        self._make_foot()
        self.rows.opened.connect(self.open)
        self.detail.moved.connect(self._move)
        self.detail.arranged.connect(lambda: tab_in_order(self))
        self._turn_foot()

    @property
    def opened(self) -> str:
        """Key of the option that is open; empty while all are listed."""
        return self.detail.key

    @override
    def show_decision(self, decision: Decision) -> None:
        self._show_rows()
        self._offer_baseline(decision)
        if not self.opened:
            return
        if any(option.key == self.opened for option in decision.options):
            self.detail.refresh()
            self._say_head()
        else:
            self.close_option()

    @override
    def show_study(self, study: Study) -> None:
        self._study = study
        self._show_rows()
        self.detail.show_study(study)

    @override
    def seek(self, path: str) -> bool:
        head, _, rest = path.partition(".")
        key = rest.partition(".")[0]
        if head == "baseline":
            self.close_option()
            self.baseline.setFocus()
            return True
        for place, table in enumerate(TABLES):
            if path == table or path.startswith(f"{table}."):
                self.close_option()
                self.looks.turn(place)
                return super().seek(table)
        known = any(option.key == key for option in self.session.store.decision.options)
        if head not in {"options", "exclusions"} or not known:
            return head in {"options", "exclusions"} and not rest
        self.open(key)
        return self.detail.reveal(path) or path.count(".") == 1

    @Slot(str)
    def open(self, key: str) -> None:
        """Open an option in the table's place."""
        if self.opened != key:
            self.detail.open(key)
        self._stack.setCurrentWidget(self.detail)
        self._say_head()
        self._turn_foot()

    def close_option(self) -> None:
        """Go back to the table of all options."""
        key = self.opened
        self.detail.close_option()
        self._stack.setCurrentIndex(0)
        self.question.say(self.step.question)
        self.set_purpose(self.step.purpose)
        self._turn_foot()
        for line in self.rows.rows():
            if line.key == key:
                line.setFocus()

    def _listed(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(8))
        stay = row(
            Said("The baseline, staying as today, is", "body", "text_secondary"),
            self.baseline,
            None,
        )
        fill(layout, self.rows, 4, stay, self.looks, None)
        return whole

    def _make_foot(self) -> None:
        self.add = QPushButton("Add an option")
        menu = QMenu(self)
        for approach, name in APPROACHES.items():
            action = menu.addAction(name)
            action.setObjectName(approach)
            action.triggered.connect(lambda _=False, approach=approach: self._add(approach))
        self.add.setMenu(menu)
        self.duplicate = link("Duplicate this option", self.detail.duplicate)
        self.remove = link("Remove it", self.detail.remove)
        self.back = primary("Back to options", self.close_option)
        fill(self.foot_left, self.add, self.duplicate, 8, self.remove)
        self.foot_right.addWidget(self.back)

    def foot_made(self) -> None:
        """Keep Back and Next out of sight while an option is open."""
        self._turn_foot()

    def _turn_foot(self) -> None:
        """One filled button a page: Back to options takes the place of Back and Next."""
        is_open = bool(self.opened)
        self.add.setVisible(not is_open)
        self.duplicate.setVisible(is_open)
        self.remove.setVisible(is_open)
        for place in range(self.foot_right.count()):
            item = self.foot_right.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible((widget is self.back) == is_open)

    def _show_rows(self) -> None:
        decision = self.session.store.decision
        table = option_table(decision, self._study)
        if self._shown != table:  # an edit elsewhere leaves rows and focus alone
            self._shown = table
            self.rows.show_table(table)
            tab_in_order(self)

    def _say_head(self) -> None:
        options = self.session.store.decision.options
        option = next(option for option in options if option.key == self.opened)
        self.question.say(f"What does {option.label} need?")
        self.set_purpose("A change moves the results at once.")

    def _offer_baseline(self, decision: Decision) -> None:
        with QSignalBlocker(self.baseline):
            self.baseline.clear()
            self.baseline.addItem("no option", None)
            for option in decision.options:
                self.baseline.addItem(option.label, option.key)
            self.baseline.setCurrentIndex(max(self.baseline.findData(decision.baseline), 0))

    @Slot()
    def _choose_baseline(self) -> None:
        store = self.session.store
        store.apply(set_value("baseline", self.baseline.currentData(), "baseline"))
        store.seal_step()

    def _add(self, approach: Approach) -> None:
        store = self.session.store
        key, edit = new_option(store.decision, APPROACHES[approach], approach)
        if store.apply(edit):
            store.seal_step()
            self.open(key)

    @Slot(str)
    def _move(self, key: str) -> None:
        if key:
            self.open(key)
        else:
            self.close_option()
