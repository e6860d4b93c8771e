"""The step that shows the paper as it will be handed over, and what speaks against signing it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.readiness import readiness
from desktop_app.knowledge.prices import EDITION
from desktop_app.session import papers
from desktop_app.ui.fields.table import TableField
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import plain, primary, tool
from desktop_app.ui.parts.layout import Divider, column, row
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.facts import Facts
from desktop_app.ui.steps.scroll import Scroll
from desktop_app.ui.steps.sign_page import PageView
from desktop_app.ui.steps.sign_side import Fingerprint, Ready, contents_said

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop_app.analysis.study import Study
    from desktop_app.session import Session
    from desktop_app.session.current_paper import Written
    from desktop_app.ui.parts.guide import Guide

APPROVERS = "paper.approvers"
_STATES = {
    "waiting": "The report follows the full simulation.",
    "building": "Building the report…",
    "ready": "",
}


class SignStep(Page):
    """The report page by page at the left; at the right what is open, and the ways out."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("sign", session, guide)
        self._current = session.paper
        self._view = PageView(session)
        self._state = Said("", "small", "text_secondary")
        self._place = Said("", "small", "text_secondary")
        self._ready = Ready(guide)
        self._contents = Said("", "small", "text_secondary", wrap=True)
        self._fingerprint, self._facts = Fingerprint(session), Facts(guide, row_height=24)
        self._save_pdf = primary("Save as PDF", self._ask_pdf)
        self._save_results = plain("Save results as JSON", self._ask_results)
        self._approvers = TableField(session, guide, APPROVERS)
        self._side = Scroll(self._beside())
        columns = QHBoxLayout()
        columns.setSpacing(current().px(32))
        columns.addWidget(self._view, 41)
        columns.addWidget(self._side, 31)
        self.body.addLayout(columns, 1)
        self._turners = row(
            tool("back", "Previous page", lambda: self._view.turn_to(self._view.page - 1)),
            self._place,
            tool("chevron", "Next page", lambda: self._view.turn_to(self._view.page + 1)),
            gap=4,
        )
        self.foot_left.addWidget(self._turners)
        self.foot_left.addWidget(self._state)
        self._view.turned.connect(self._show_place)
        self._current.moved.connect(self._show_paper)
        self._show_paper()

    def save_pdf(self, path: Path) -> None:
        """Write the report that is shown to a file, and say so when it is there."""
        written = self._current.written
        if written is None or not self._current.is_current:
            self.session.messages.post("The report is not ready yet. Save it once it is shown.")
            return
        count = f"{written.pages} page{'' if written.pages == 1 else 's'}"

        def say(saved: Path) -> None:
            self.session.messages.post(f"Report saved: {saved.name}, {count}.")

        papers.export_pdf(self.session, written.paper, path, say)

    def save_results(self, path: Path) -> None:
        """Write every figure to a file, and say so when it is there."""

        def say(saved: Path) -> None:
            self.session.messages.post(f"Results saved: {saved.name}.")

        papers.export_results(self.session, path, say)

    @override
    def show_study(self, study: Study) -> None:
        self._ready.show_points(readiness(study))
        simulation = study.simulation
        self._facts.show_facts(
            (
                (
                    "Seed, draws",
                    f"{simulation.seed}, {simulation.draws:,}",
                    ("simulation.seed", "simulation.draws"),
                ),
                ("Price book", EDITION, ()),
            )
        )

    @override
    def seek(self, path: str) -> bool:
        found = self.findChild(QWidget, path)
        if found is None and path.startswith(APPROVERS):
            found = self._approvers
        if found is None:
            return False
        self._side.reveal(found)
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._current.want(wanted=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._current.want(wanted=False)

    def _beside(self) -> QWidget:
        return column(
            Said("Ready to sign", "chart_finding"),
            self._ready,
            12,
            Said("In the paper", "chart_finding"),
            4,
            self._contents,
            8,
            row(self._save_pdf, self._save_results, None),
            10,
            self._fingerprint,
            Divider(),
            self._facts,
            12,
            Said("Approvers", "chart_finding"),
            6,
            self._approvers,
            None,
            margins=(0, 0, 4, 0),
        )

    def _show_paper(self) -> None:
        paper, written = self._current, self._current.written
        said = _STATES.get(paper.state, paper.reason)
        self._state.say(said if written is not None else "")
        self._save_pdf.setEnabled(paper.is_current)
        self._save_pdf.setToolTip("" if paper.is_current else said)
        self._view.say(said, is_old=not paper.is_current)
        self._fingerprint.show_seal(written.seal if written and paper.is_current else "")
        self._turners.setVisible(written is not None)
        if written is not None:
            self._show_written(written)

    def _show_written(self, written: Written) -> None:
        self._contents.say(contents_said(written.pages, written.chapters))
        self._view.show_report(written)
        self._show_place(self._view.page)

    def _show_place(self, page: int) -> None:
        pages = self._current.written.pages if self._current.written else 0
        self._place.say(f"Page {page + 1} of {pages}")

    def _ask_pdf(self) -> None:
        path = self._ask("Save the report", "report.pdf", "Report (*.pdf)")
        if path is not None:
            self.save_pdf(path)

    def _ask_results(self) -> None:
        path = self._ask("Save the results", "results.json", "Results (*.json)")
        if path is not None:
            self.save_results(path)

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask for a file name; a name without an ending gets that of its kind."""
        own = self.session.file.path
        words = own.stem if own else self.session.store.decision.title
        plain_words = re.sub(r"[^\w -]", "", words).strip() or "decision"
        folder = own.parent if own else Path.home()
        start = folder / f"{plain_words[:60].strip()} {name}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(Path(name).suffix)
