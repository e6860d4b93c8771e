"""The work on one decision: rail, page and panel, and the parts that lie over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.decision.steps import findings_by_step, shown, step_of
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import plain, primary
from desktop_app.ui.shell.explain import ExplainPanel
from desktop_app.ui.shell.message_bar import MessageBar
from desktop_app.ui.shell.palette import CommandPalette
from desktop_app.ui.shell.panel import Panel
from desktop_app.ui.shell.rail import Rail
from desktop_app.ui.steps import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.session.store import Change
    from desktop_app.ui.parts.guide import Guide
    from desktop_app.ui.parts.page import Page


class Workspace(QWidget):
    """Shows one step at a time; rebuilt whole when theme or text size change.

    Args:
        session: The open decision.
        guide: Carries requests for another place.
        cover: What the explanation of a number lies over: everything in the window.
        acts: Returns what can be done now, for the palette.

    Signals:
        turned: Key of the step that is now shown.
    """

    turned = Signal(str)

    def __init__(
        self,
        session: Session,
        guide: Guide,
        cover: QWidget,
        acts: Callable[[], list[QAction]],
    ) -> None:
        super().__init__()
        self.session, self.guide = session, guide
        self.rail, self.panel = Rail(guide), Panel(session, guide)
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._feet: dict[str, tuple[tuple[str, ...], tuple[QWidget, ...]]] = {}
        self.step = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._stack, 1)
        line.addWidget(self.panel)
        self.messages = MessageBar(self)
        self.explain = ExplainPanel(session, guide, cover)
        self.palette_ = CommandPalette(session, guide, acts, cover)
        guide.turned.connect(self.turn)
        guide.sought.connect(self.seek)
        guide.explained.connect(self._explain)
        session.messages.posted.connect(self.messages.show_message)
        session.store.refused.connect(self._say_refusal)
        session.store.changed.connect(self._changed)
        session.results.studied.connect(self._show_findings)
        self._show_steps(session.store.decision)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self.step]

    def turn(self, step: str) -> None:
        """Show a step; it is built the first time."""
        keys = list(self.rail.rows)
        if step not in keys:
            step = keys[0]
        if step not in self._pages:
            page = page_of(step, self.session, self.guide)
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._pages[step] = page
            self._stack.addWidget(page)
            self._tab_to_panel_last()
        self.step = step
        self._show_foot(self.page)
        self._stack.setCurrentWidget(self.page)
        self.rail.show_current(step)
        self.turned.emit(step)

    def _tab_to_panel_last(self) -> None:
        """Keep the tab order that of the eye: rail, page, panel. Qt puts what is added last."""
        shown, line = not self.panel.isHidden(), self.layout()
        self.panel.setParent(None)
        if line is not None:
            line.addWidget(self.panel)
        self.panel.setVisible(shown)
        self.messages.raise_()

    def turn_by(self, places: int) -> None:
        """Go some steps on or back."""
        keys = list(self.rail.rows)
        place = keys.index(self.step) + places
        if 0 <= place < len(keys):
            self.turn(keys[place])

    def show_page(self, *, shown: bool) -> None:
        """Show the page in front, or nothing in its place."""
        self._stack.setVisible(shown)

    def seek(self, path: str) -> None:
        """Turn to the step that edits a document path and focus its input."""
        self.explain.close_panel()
        wanted = step_of(path)
        if wanted in self.rail.rows:
            self.turn(wanted)
        self.page.seek(path)

    def _explain(self, origins: tuple[str, ...]) -> None:
        lit = self.guide.sender()
        self.explain.show_for(origins, lit if isinstance(lit, QWidget) else self.focusWidget())

    def _changed(self, change: Change) -> None:
        self._show_steps(change.after)

    def _show_steps(self, decision: Decision) -> None:
        before = list(self.rail.rows)
        self.rail.show_steps(shown(decision))
        self._show_findings()
        if self.step and before != list(self.rail.rows):
            self.turn(self.step)

    def _show_findings(self, *_: object) -> None:
        study = self.session.results.study
        findings = study.analysis.findings if study is not None else ()
        by_step = findings_by_step(findings)
        for key, row in self.rail.rows.items():
            found = by_step.get(key, ())
            row.show_finding(found[0].message if found else "")

    def _say_refusal(self, path: str, sentence: str) -> None:
        """Say a refusal where no field on the page shows it beside itself."""
        if self.findChild(QWidget, path) is None:
            self.session.messages.post(sentence, level="problem")

    def _show_foot(self, page: Page) -> None:
        """Put Back and Next at the foot of the page; the last step has an action of its own."""
        foot, keys = page.foot_right, list(self.rail.rows)
        place = keys.index(page.step.key)
        around = tuple(keys[max(place - 1, 0) : place + 2])
        if self._feet.get(page.step.key, ((), ()))[0] == around:
            return
        for button in self._feet.get(page.step.key, ((), ()))[1]:
            foot.removeWidget(button)
            button.deleteLater()
        made = [plain("Back", lambda: self.turn_by(-1))] if place > 0 else []
        if place + 1 < len(keys):
            title = self.rail.rows[keys[place + 1]].step.title
            made.append(primary(f"Next: {title}", lambda: self.turn_by(1)))
        foot.setSpacing(current().px(8))
        for button in made:
            foot.addWidget(button)
        self._feet[page.step.key] = (around, tuple(made))
        page.foot_made()
