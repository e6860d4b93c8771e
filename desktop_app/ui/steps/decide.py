"""The step that says what to do, why, how firmly, and under which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.close_call import close_call_of
from desktop_app.analysis.key_figures import headline_origins, key_figures, others
from desktop_app.analysis.option_words import mark_of
from desktop_app.analysis.recommend import recommendation, scale_of
from desktop_app.ui.fields.table import TableField
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.layout import Divider, clear, column, fill
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.decide_words import (
    RuleLine,
    because,
    headline,
    how_close,
    strip,
    why_not,
)
from desktop_app.ui.steps.scroll import WIDEST, Scroll, beside_or_below

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.close_call import CloseCall
    from desktop_app.analysis.key_figures import KeyFigure, Other
    from desktop_app.analysis.recommend import Recommendation
    from desktop_app.analysis.study import Study
    from desktop_app.outcome import Refused
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

REASONS, CONDITIONS = 0, 1
TABLES = ("risks", "conditions")


@dataclass(frozen=True)
class _Shown:
    """All that the page says of a study; two that are equal need no second painting."""

    mark: OptionMark | None
    advice: Recommendation
    origins: tuple[str, ...]
    figures: tuple[KeyFigure, ...]
    others: tuple[Other, ...]
    call: CloseCall
    unit: str


class DecideStep(Page):
    """The recommendation, its reasons and the others; behind it risks and conditions."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("decide", session, guide)
        self._shown: _Shown | None = None
        self._above = QWidget()
        self._head, self._columns = QVBoxLayout(self._above), beside_or_below()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(0)
        self._columns.setSpacing(current().px(24))
        self._stack = QStackedWidget()
        inside = QWidget()
        inside.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        large = current().zoom > WIDEST  # the headline then scrolls with its reasons
        self._stack.addWidget(Scroll(column(self._above, 14, inside) if large else inside))
        self._stack.addWidget(Scroll(self._tables()))
        fill(self.body, RuleLine(), 12)
        if not large:
            fill(self.body, self._above, 14)
        self.body.addWidget(self._stack, 1)
        self._turn = link("", self._turn_over)
        self.foot_left.addWidget(self._turn)
        self._show_side(REASONS)

    @override
    def begin(self) -> None:
        super().begin()
        self.session.results.refused.connect(self._show_refusal)
        if self._shown is None and self.session.results.refusal is not None:
            self._show_refusal(self.session.results.refusal)

    @override
    def show_study(self, study: Study) -> None:
        said = _said_of(study)
        if said == self._shown:
            return
        self._shown = said
        clear(self._head)
        clear(self._columns)
        self._head.addWidget(headline(said.mark, said.advice.headline, said.origins, self.guide))
        fill(self._head, 8, strip(said.figures, self.guide), 12, Divider())
        self._columns.addWidget(because(said.advice.reasons, self.guide), 10)
        self._columns.addWidget(why_not(said.others, said.unit, self.guide), 10)
        self._columns.addWidget(how_close(said.call, self.guide), 7)

    @override
    def seek(self, path: str) -> bool:
        table = path.partition(".")[0]
        if table not in TABLES:
            return super().seek(path)
        self._show_side(CONDITIONS)
        return super().seek(path) or super().seek(table)

    def _tables(self) -> QWidget:
        return column(
            Said("Risks", "chart_finding"),
            Said("What may go wrong, and who watches it.", "small", "text_tertiary"),
            8,
            TableField(self.session, self.guide, "risks"),
            20,
            Said("Conditions", "chart_finding"),
            Said("What must hold for the decision to stand.", "small", "text_tertiary"),
            8,
            TableField(self.session, self.guide, "conditions"),
            None,
        )

    def _turn_over(self) -> None:
        self._show_side(CONDITIONS if self._stack.currentIndex() == REASONS else REASONS)

    def _show_side(self, side: int) -> None:
        self._stack.setCurrentIndex(side)
        self._above.setVisible(side == REASONS)
        text = "Risks and conditions" if side == REASONS else "Reasons"
        self._turn.setText(text)
        self._turn.setAccessibleName(text)

    def _show_refusal(self, refusal: Refused) -> None:
        """Say why there is no recommendation; one that stands is kept, and the panel says so."""
        if self._shown is not None:
            return
        clear(self._head)
        text = "Nothing can be recommended yet."
        self._head.addWidget(headline(None, text, (), self.guide))
        said = f"{refusal.message} {refusal.hint}".strip()
        self._head.addWidget(Said(said, colour="text_secondary", wrap=True))


def _said_of(study: Study) -> _Shown:
    first = study.ranking.first
    return _Shown(
        mark_of(study, first) if first else None,
        recommendation(study),
        headline_origins(study),
        key_figures(study),
        others(study),
        close_call_of(study),
        scale_of(study).unit,
    )
