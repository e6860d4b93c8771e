"""The step where bills are read: that they add up, and what of them is AI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.analysis.ai_spend import ai_spend
from desktop_app.analysis.slip import slip
from desktop_app.decision.baseline import use_as_baseline
from desktop_app.decision.option_edits import remove_bill
from desktop_app.outcome import Refused
from desktop_app.session import imports
from desktop_app.ui.charts.bars import ShareBars
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, small
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.evidence_cuts import Cuts, FilesRead
from desktop_app.ui.steps.evidence_groups import GroupsTable
from desktop_app.ui.steps.evidence_import import DropZone, ImportStrip, files_in
from desktop_app.ui.steps.evidence_slip import SlipCard
from desktop_app.ui.steps.looks import Looks
from desktop_app.ui.steps.tabs import tab_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.analysis.ai_spend import AiSpend
    from desktop_app.analysis.slip import Slip
    from desktop_app.decision import Decision, SpendSummary
    from desktop_app.decision.edits import Edit
    from desktop_app.session import Session, Task
    from desktop_app.ui.parts.guide import Guide

ASKED = "Bills to read"
KINDS = "Bills (*.csv *.gz *.parquet *.txt *.tsv);;All files (*)"
READING = "Reading "
"""How the labels of imports begin."""


class EvidenceStep(Page):
    """A bill's slip, what of it is AI, and its groups; or a place to drop the first one."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("evidence", session, guide)
        self.setAcceptDrops(True)
        self._bills: tuple[SpendSummary, ...] | None = None
        self._files: tuple[Path, ...] = ()
        self.strip, self.drop_zone = ImportStrip(), DropZone(self.choose_files)
        self.bill = BillView(guide)
        self._choice = QComboBox()
        self._choice.setAccessibleName("Bill")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.drop_zone)
        self._stack.addWidget(self.bill)
        fill(self.body, self.strip, self._choice)
        self.body.setSpacing(current().px(8))
        self.body.addWidget(self._stack, 1)
        self._add = link("Add a bill", self.choose_files)
        self.use = small("Use as baseline", self._use_as_baseline)
        self.remove = link("Remove this bill", self._remove_bill)
        fill(self.foot_left, self._add, 8, self.use, 8, self.remove)
        self._choice.currentIndexChanged.connect(self._show_bill)
        session.tasks.started.connect(self._watch)
        for task in session.tasks.watched:  # begun before this page was built
            self._watch(task)

    def choose_files(self) -> None:
        """Ask for files and read them."""
        names, _ = QFileDialog.getOpenFileNames(self, ASKED, "", KINDS)
        self.import_files([Path(name) for name in names])

    def import_files(self, files: Sequence[Path]) -> None:
        """Read files as one bill, in the background."""
        if files:
            self._files = tuple(files)
            imports.import_bills(self.session, files)

    @override
    def show_decision(self, decision: Decision) -> None:
        known = tuple(map(id, self._bills or ()))
        if self._bills is not None and tuple(map(id, decision.bills)) == known:
            return  # the very same ones: an edit elsewhere
        before = {bill.key for bill in self._bills or ()}
        shown = self._choice.currentData()
        self._bills = decision.bills
        new = [bill.key for bill in decision.bills if bill.key not in before]
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for bill in decision.bills:
                self._choice.addItem(bill.label, bill.key)
            wanted = new[-1] if new and before else shown
            self._choice.setCurrentIndex(max(self._choice.findData(wanted), 0))
        self._show_bill()

    @override
    def seek(self, path: str) -> bool:
        head, _, key = path.partition(".")
        place = self._choice.findData(key.partition(".")[0])
        if head != "bills" or place < 0:
            return False
        self._choice.setCurrentIndex(place)
        self.bill.groups.words.setFocus()
        return True

    @Slot()
    def _show_bill(self) -> None:
        bills = self._bills or ()
        for widget in (self.use, self.remove):
            widget.setVisible(bool(bills))
        self._choice.setVisible(len(bills) > 1)
        self._stack.setCurrentWidget(self.bill if bills else self.drop_zone)
        self._add.setVisible(bool(bills))
        if not bills:
            self.set_purpose(self.step.purpose)
            return
        bill = next(bill for bill in bills if bill.key == self._choice.currentData())
        found = self.bill.show_bill(bill)
        self._say_purpose(*found)
        tab_in_order(self)

    def _say_purpose(self, read: Slip, spend: AiSpend) -> None:
        open_part = next(cut for cut in spend.whole if cut.key == "unidentified")
        rest = (
            f" {open_part.share_text.capitalize()} of the bill is not identified yet."
            if open_part.value
            else ""
        )
        origins = (f"bills.{read.key}.rows", *open_part.origins)
        self.set_purpose(f"{read.statement}{rest}", origins)

    @Slot(object)
    def _watch(self, task: Task) -> None:
        if task.label.startswith(READING) and self.session.tasks.is_running(imports.SLOT):
            self.strip.watch(task, self._files)
            self._files = ()

    def _use_as_baseline(self) -> None:
        bill = str(self._choice.currentData())
        said = f"{self._choice.currentText()} now stands for staying as today."
        self._apply(use_as_baseline(bill), said)

    def _remove_bill(self) -> None:
        name = self._choice.currentText()
        self._apply(remove_bill(str(self._choice.currentData())), f"{name} was removed.")

    def _apply(self, edit: Edit, said: str) -> None:
        store = self.session.store
        try:
            store.require(edit)
        except Refused as refusal:
            self.session.messages.post_refusal(refusal)
        else:
            store.seal_step()
            self.session.messages.post(said, "Undo", store.undo)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.import_files(files)


class BillView(QWidget):
    """One bill: its slip, the shares of AI, and a choice of three ways to look closer."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._bill: SpendSummary | None = None
        self.slip = SlipCard(guide)
        self._title = Said("", "chart_finding", guide=guide)
        self._subtitle = Said("", "small", "text_secondary", guide=guide)
        self._currency = QComboBox()
        self._currency.setAccessibleName("Currency")
        self.shares = ShareBars(guide)
        self.groups, self.cuts, self.files = GroupsTable(guide), Cuts(guide), FilesRead(guide)
        self.looks = Looks(
            ("Services", self.groups), ("Workloads and kinds", self.cuts), ("Files", self.files)
        )
        head = QHBoxLayout()
        fill(head, self._title, None, self._subtitle, self._currency)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        fill(layout, self.slip, 12, head, 4, self.shares, 10)
        layout.addWidget(self.looks, 1)
        self._currency.currentIndexChanged.connect(self._show_spend)

    def show_bill(self, bill: SpendSummary) -> tuple[Slip, AiSpend]:
        """Show another bill; return what is said of it."""
        self._bill = bill
        read = slip(bill)
        self.slip.show_slip(read)
        self.files.show_slip(read)
        currencies = sorted({total.currency for total in bill.totals})
        with QSignalBlocker(self._currency):
            self._currency.clear()
            self._currency.addItems(currencies)
        self._currency.setVisible(len(currencies) > 1)
        return read, self._show_spend()

    @Slot()
    def _show_spend(self) -> AiSpend:
        if self._bill is None:
            raise ValueError("A bill is shown before its spend is.")
        spend = ai_spend(self._bill, self._currency.currentText())
        self._title.say(spend.title, spend.origins)
        self._subtitle.say(spend.subtitle, spend.origins[-1:])
        self.shares.show_spend(spend)
        self.groups.show_spend(spend)
        self.cuts.show_spend(spend)
        return spend
