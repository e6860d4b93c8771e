"""The panel at the right: where the options stand, and what the last change did to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.since import since
from desktop_app.analysis.standing import StandingRow, standing
from desktop_app.ui.charts.spread import draw_range
from desktop_app.ui.look import current
from desktop_app.ui.parts.elided import Elided
from desktop_app.ui.parts.layout import Divider, clear, column, fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop_app.analysis.standing import Standing
    from desktop_app.analysis.study import Study
    from desktop_app.outcome import Refused
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class Strip(QWidget):
    """P10 to P90 of one option on the scale that all share, its sign at the value."""

    def __init__(self, standing: Standing, row: StandingRow) -> None:
        super().__init__()
        self._standing, self._row = standing, row
        self.setFixedHeight(current().px(16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Range of {row.label}")
        self.setAccessibleDescription(
            f"{row.value_text} {standing.unit}, P10 to P90 {row.range_text or 'not known'}."
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scale = (self._standing.least, self._standing.most)
        draw_range(QPainter(self), QRectF(self.rect()), self._row, scale)


class Panel(QScrollArea):
    """Follows the results; every number in it says where it comes from."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        theme = current()
        self._session, self._guide = session, guide
        self.setAccessibleName("Where we stand")
        self.setFixedWidth(theme.px(292))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(*(theme.px(side) for side in (20, 24, 20, 16)))
        self._column.setSpacing(0)
        session.results.studied.connect(self._show)
        session.results.refused.connect(self._show_refusal)
        if session.results.study is not None:
            self._show(session.results.study)
        elif session.results.refusal is not None:
            self._show_refusal(session.results.refusal)

    def _show(self, study: Study) -> None:
        found, results = standing(study), self._session.results
        clear(self._column)
        head = row(
            Said(found.title, "body_strong"), None, Said(found.head, "small", "text_tertiary")
        )
        fill(self._column, head, 8, *(self._row(found, each) for each in found.rows))
        fill(self._column, 12, Divider(), 12, self._since(study))
        refusal = results.refusal
        if refusal is not None:
            fill(self._column, 12, self._waiting(refusal))
        fill(self._column, 12, Divider(), 12, self._method(study), None)

    def _row(self, found: Standing, each: StandingRow) -> QWidget:
        role = "body_strong" if each.is_recommended else "body"
        name = Elided(each.label, role)
        name.setToolTip(each.ruled_out or each.label)
        span = Said(
            each.range_text,
            "small",
            "text_tertiary",
            origins=each.range_origins,
            guide=self._guide,
        )
        value = Said(
            each.value_text,
            "body_strong",
            origins=each.value_origins,
            guide=self._guide,
            right=True,
        )
        value.setMinimumWidth(current().px(40))
        line = row(Mark(each.mark), name, span, value)
        line.layout().setStretch(1, 1)  # type: ignore[union-attr]
        return column(line, Strip(found, each), gap=0, margins=(0, 5, 0, 5))

    def _since(self, study: Study) -> QWidget:
        results = self._session.results
        said = since(results.before, study, results.change_label) if results.before else None
        words = said.text if said else "Nothing has been changed yet."
        origins = said.origins if said else ()
        text = Said(words, "body", "text_secondary", origins=origins, guide=self._guide, wrap=True)
        return column(Said("Since your last change", "body_strong"), text, gap=4)

    def _method(self, study: Study) -> QWidget:
        """How the ranges were worked out; coarse ones say so."""
        results = self._session.results
        draws = f"{study.simulation.draws:,}"
        state = "coarse, being refined" if results.is_coarse else "complete"
        lines = [
            ("Draws", draws, ("simulation.draws",)),
            ("Seed", str(study.simulation.seed), ("simulation.seed",)),
        ]
        rows = [
            row(
                Said(name, "body", "text_secondary"),
                None,
                Said(text, origins=origins, guide=self._guide),
            )
            for name, text, origins in lines
        ]
        state_row = row(Said("Simulation", "body", "text_secondary"), None, Said(state))
        return column(Said("How it was worked out", "body_strong"), *rows, state_row, gap=6)

    def _waiting(self, refusal: Refused) -> QWidget:
        words = f"{refusal.message} {refusal.hint} The last good result still stands."
        return column(
            Said("The result waits", "body_strong", "caution"),
            Said(words, "body", "text_secondary", wrap=True),
            gap=4,
        )

    def _show_refusal(self, refusal: Refused) -> None:
        if self._session.results.study is not None:
            self._show(self._session.results.study)
            return
        clear(self._column)
        words = f"{refusal.message} {refusal.hint}"
        title = Said("Where we stand", "body_strong")
        fill(self._column, title, 8, Said(words, "body", "text_secondary", wrap=True), None)
