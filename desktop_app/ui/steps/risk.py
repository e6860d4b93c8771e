"""The step that says how sure the answer is: chances, ranges, and every input that varies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.driver_charts import chances
from desktop_app.analysis.option_charts import strips
from desktop_app.analysis.uncertain import uncertain_rows, worked_out
from desktop_app.ui.charts.view import ChartView
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import clear, column, fill
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.narrow_form import NarrowForm
from desktop_app.ui.steps.risk_table import UncertainTable
from desktop_app.ui.steps.scroll import WIDEST, Scroll, beside_or_below

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

PLAN = (
    "simulation.draws",
    "simulation.seed",
    "close_call.least_chance",
    "close_call.least_gap",
)

CHARTS = 222
"""Height of the charts: two lines of title, two of caption, and five options."""


class RiskStep(Page):
    """How often each option is the cheapest, how far costs may lie apart, and what varies."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("risk", session, guide)
        self._chances = ChartView(guide, session.messages)
        self._spread = ChartView(guide, session.messages)
        self._strip = QGridLayout()
        self._strip.setHorizontalSpacing(current().px(28))
        self._table = UncertainTable(guide)
        self._none = Said(
            "No input is stated as a range. State low and high for those you are least sure of.",
            colour="text_secondary",
            wrap=True,
        )
        top = QWidget()
        above = beside_or_below()
        top.setLayout(above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(current().px(24))
        above.addWidget(self._chances, 1)
        above.addWidget(self._spread, 1)
        lines = 1 if current().zoom <= WIDEST else 2
        top.setFixedHeight(current().px(CHARTS) * lines)  # a hidden table would make it taller
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        fill(
            body,
            top,
            12,
            Said("Inputs stated as ranges", "chart_finding"),
            2,
            self._none,
        )
        body.addWidget(self._table, 1)
        fill(body, 10, Said("How it was worked out", "chart_finding"), 4)
        body.addLayout(self._strip)
        fill(body, 8, NarrowForm(session, guide, PLAN, columns=4 // lines))
        self._scroll = Scroll(inside)
        self.body.addWidget(self._scroll)

    @override
    def show_decision(self, decision: Decision) -> None:
        rows = uncertain_rows(decision)
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    @override
    def show_study(self, study: Study) -> None:
        self._chances.show_chart(chances(study))
        self._spread.show_chart(strips(study))
        clear(self._strip)
        across = 5 if current().zoom <= WIDEST else 3
        for place, line in enumerate(worked_out(study)):
            number = Said(line.text, "body_strong", origins=line.origins, guide=self.guide)
            cell = column(number, Said(line.name, "small", "text_tertiary"))
            self._strip.addWidget(cell, place // across, place % across)
        self._strip.setColumnStretch(across, 1)

    @override
    def seek(self, path: str) -> bool:
        field = self.findChild(QWidget, path)
        if field is None:
            return False
        self._scroll.reveal(field)
        return True
