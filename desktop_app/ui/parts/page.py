"""A page: its question, one line below it, the work, and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.decision.steps import STEPS
from desktop_app.ui.look import current
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.session.store import Change
    from desktop_app.ui.parts.guide import Guide


class Page(QWidget):
    """The page of a step. It shows the session's document and results and sends edits.

    Args:
        step_key: Which of the guided steps it is.
        session: The open decision.
        guide: Whom its parts ask for another place.

    Attributes:
        body: Where a step puts its work.
        foot_left: The left of the foot; Back and Next stand at its right.
    """

    def __init__(self, step_key: str, session: Session, guide: Guide) -> None:
        super().__init__()
        self.setObjectName("page")
        self.step = next(step for step in STEPS if step.key == step_key)
        self.session, self.guide = session, guide
        self._has_begun = False
        self._late_decision: Decision | None = None
        self._late_study: Study | None = None
        theme = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(12))
        whole.setSpacing(0)
        self.question = Said(self.step.question, "page_question", wrap=theme.zoom > 1.2)
        self.purpose = Said(self.step.purpose, "body", "text_secondary", guide=guide)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.foot_left, self.foot_right = QHBoxLayout(), QHBoxLayout()
        foot = QHBoxLayout()
        foot.addLayout(self.foot_left)
        foot.addStretch(1)
        foot.addLayout(self.foot_right)
        whole.addWidget(self.question)
        whole.addSpacing(theme.px(2))
        whole.addWidget(self.purpose)
        whole.addSpacing(theme.px(12))
        whole.addLayout(self.body, 1)
        whole.addSpacing(theme.px(8))
        whole.addLayout(foot)

    def begin(self) -> None:
        """Show what there is and follow what changes; once, however often it is called."""
        if self._has_begun:
            return
        self._has_begun = True
        self.session.store.changed.connect(self._changed)
        self.session.results.studied.connect(self._studied)
        self.show_decision(self.session.store.decision)
        if self.session.results.study is not None:
            self.show_study(self.session.results.study)

    def show_decision(self, decision: Decision) -> None:
        """Show the document; a step that shows any of it overrides this."""

    def show_study(self, study: Study) -> None:
        """Show the results; a step that shows any overrides this."""

    def foot_made(self) -> None:
        """Back and Next were put into the foot; a page that hides them at times does so here."""

    def seek(self, path: str) -> bool:
        """Show and focus the input at a document path; False when it is not on this page."""
        field = self.findChild(QWidget, path)
        if field is None:
            return False
        field.setFocus()
        return True

    def set_purpose(self, text: str, origins: tuple[str, ...] = ()) -> None:
        """Say something more exact below the question."""
        self.purpose.say(text, origins)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    @Slot(object)
    def _changed(self, change: Change) -> None:
        self._late_decision = change.after
        if self.isVisible():
            self._catch_up()

    @Slot(object)
    def _studied(self, study: Study) -> None:
        self._late_study = study
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Show what came; a page that nobody sees waits with it until it is turned to."""
        decision, self._late_decision = self._late_decision, None
        if decision is not None:
            self.show_decision(decision)
        study, self._late_study = self._late_study, None
        if study is not None:
            self.show_study(study)
