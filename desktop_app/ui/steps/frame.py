"""The step that says what is to be decided, by whom, under which conditions, for which work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.frame_words import alternatives
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.layout import clear, column, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.frame_workloads import Workloads
from desktop_app.ui.steps.narrow_form import NarrowForm
from desktop_app.ui.steps.scroll import Scroll, beside_or_below

if TYPE_CHECKING:
    from desktop_app.analysis.frame_words import Alternative
    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

QUESTION = (
    "title",
    "question",
    "organisation",
    "paper.board",
    "paper.meets_on",
    "paper.lapses_on",
    "paper.out_of_scope",
)
CONTEXT = (
    "context.currency",
    "context.horizon_months",
    "context.start",
    "context.discount_rate",
    "context.wage_growth",
)
WIDE = (
    "title",
    "question",
    "paper.out_of_scope",
    "context.discount_rate",
    "context.wage_growth",
)

SHORT = 24
"""Letters of a name that has room beside another."""


class FrameStep(Page):
    """The question at the left, its conditions and alternatives at the right, the work below."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("frame", session, guide)
        self._alternatives: tuple[Alternative, ...] | None = None
        self._named = QGridLayout()
        self._named.setSpacing(0)
        self._workloads = Workloads(session, guide)
        columns = beside_or_below()
        columns.setSpacing(current().px(32))
        top = Qt.AlignmentFlag.AlignTop
        columns.addWidget(self._question(), 1, top)
        columns.addWidget(self._conditions(), 1, top)
        below = column(
            row(
                Said("Workloads", "chart_finding"),
                Said("Every option serves all of this demand.", "small", "text_tertiary"),
                None,
                gap=12,
            ),
            2,
            self._workloads,
        )
        self._scroll = Scroll(column(columns, 10, below, None, margins=(0, 0, 6, 0)))
        self.body.addWidget(self._scroll)

    @override
    def show_decision(self, decision: Decision) -> None:
        self._workloads.show_decision(decision)
        named = alternatives(decision)
        if named != self._alternatives:
            self._alternatives = named
            self._name(named)

    @override
    def seek(self, path: str) -> bool:
        field: QWidget | None = self.findChild(QWidget, path)
        if path.startswith("workloads"):
            field = self._workloads.seek(path)
        elif path.startswith("paper.") and field is None:
            field = self.findChild(QWidget, "paper.board")
        if field is None:
            return False
        self._scroll.reveal(field)
        return True

    def _question(self) -> QWidget:
        form = NarrowForm(self.session, self.guide, QUESTION, columns=2, wide=WIDE)
        return column(Said("The question", "chart_finding"), 6, form)

    def _conditions(self) -> QWidget:
        form = NarrowForm(self.session, self.guide, CONTEXT, columns=2, wide=WIDE)
        named = QWidget()
        named.setLayout(self._named)
        self._named.setContentsMargins(0, 0, 0, 0)
        return column(
            Said("Conditions shared by all", "chart_finding"),
            6,
            form,
            14,
            row(
                Said("Alternatives compared", "chart_finding"),
                link("Change the options", partial(self.guide.turn, "options")),
                None,
                gap=12,
            ),
            2,
            named,
        )

    def _name(self, named: tuple[Alternative, ...]) -> None:
        clear(self._named)
        if not named:
            self._named.addWidget(Said("None yet.", colour="text_secondary"))
        across = 2 if all(len(each.label) <= SHORT for each in named) else 1
        for place, each in enumerate(named):
            button = link(each.label, partial(self.guide.seek, f"options.{each.key}"))
            named_so = row(Mark(each.mark), button, None, gap=6)
            self._named.addWidget(named_so, place // across, place % across)
