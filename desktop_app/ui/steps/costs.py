"""The step where costs are compared: what, when, and as capital or as running cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSizePolicy, QStackedWidget, QWidget

from desktop_app.analysis.comparison import compared
from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.driver_charts import drivers
from desktop_app.analysis.earned import TITLE as EARNED
from desktop_app.analysis.earned import earned
from desktop_app.analysis.money_charts import ON_SCREEN, year_columns
from desktop_app.analysis.option_words import horizon_of, rate_words
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.volume_charts import TITLE as UNIT_COST
from desktop_app.analysis.volume_charts import cost_by_volume
from desktop_app.analysis.volume_words import CAPTION, by_volume
from desktop_app.analysis.volume_words import TITLE as BY_VOLUME
from desktop_app.ui.charts.view import ChartView
from desktop_app.ui.parts.layout import Divider, clear, column, fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.page import Page
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.costs_table import OptionTable

if TYPE_CHECKING:
    from desktop_app.analysis.comparison import Cell, ComparedOption
    from desktop_app.analysis.study import Study
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

BY_YEAR, DRIVERS = "Capital and running cost by year", "What the cost is made of"
VIEWS = (BY_YEAR, DRIVERS, EARNED, BY_VOLUME, UNIT_COST)


class CostsStep(Page):
    """A strip of figures for one option, the costs over time, and the years or the drivers."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__("costs", session, guide)
        self._chosen = ""
        self._choice = QComboBox()
        self._choice.setAccessibleName("Shown for")
        self._choice.activated.connect(self._choose)
        self._view = QComboBox()
        self._view.addItems(VIEWS)
        self._view.setAccessibleName("Second chart")
        self._view.currentIndexChanged.connect(self._again)
        self._strip = row(gap=24)
        self._curves = ChartView(guide, session.messages)
        self._below = ChartView(guide, session.messages, title_role="body_strong")
        self._table = OptionTable(guide)
        self._second = QStackedWidget()
        for widget in (self._below, self._table):
            self._second.addWidget(widget)
        for part in (self._curves, self._below, self._second):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        fill(self.body, Divider(), 8, self._strip, 8, Divider(), 12)
        self.body.addWidget(self._curves, 27)
        fill(self.body, 8)
        self.body.addWidget(self._second, 20)
        self.foot_left.addWidget(self._view)
        self.begin()

    def show_study(self, study: Study) -> None:
        """Show every figure and both charts anew."""
        self.set_purpose(
            f"Present value over {study.decision.context.horizon_months} months "
            f"({horizon_of(study)}) at {rate_words(study)}. The same demand for every option.",
            ("context.horizon_months", "context.discount_rate"),
        )
        if self._chosen not in study.order:
            self._chosen = study.ranking.first or study.order[0]
        self._show_choice(study)
        self._show_strip(study)
        self._curves.show_chart(curves(study))
        self._show_below(study)

    def _show_choice(self, study: Study) -> None:
        self._choice.blockSignals(True)
        self._choice.clear()
        for key in study.order:
            self._choice.addItem(label(study, key), key)
        self._choice.setCurrentIndex(study.order.index(self._chosen))
        self._choice.blockSignals(False)

    def _show_strip(self, study: Study) -> None:
        option, unit = compared(study, self._chosen), scale_of(study).unit
        layout = self._strip.layout()
        if layout is None:
            return
        layout.removeWidget(self._choice)
        self._choice.setParent(self)
        clear(layout)
        chooser = column(
            Said("Shown for", "small", "text_secondary"),
            row(Mark(option.mark), self._choice, gap=6),
            gap=4,
        )
        self._choice.show()
        layout.addWidget(chooser)
        for block in self._blocks(study, option, unit):
            layout.addWidget(block)

    def _blocks(self, study: Study, option: ComparedOption, unit: str) -> list[QWidget]:
        """The five figures of the option: cost, saving, break-even, capital, chance."""
        less = option.delta.text.startswith("−")
        saved = _cell(option.delta, option.delta.text.lstrip("−+"))
        word = "Less than staying" if less else "More than staying"
        draws = f"of {study.simulation.draws:,} draws"
        blocks = [
            self._block(
                "Present value", option.value, unit, f"P10–P90 {option.span.text}", option.span
            ),
            self._block(word, saved, unit, f"{option.delta_share.text} %", option.delta_share),
            self._block("Pays from month", option.pays, "", "against staying", option.pays),
            self._block("Capital", option.capital, "%", "share of present value", option.capital),
            self._block(
                "Likely cheapest", option.chance, _unit(option.chance), draws, option.chance
            ),
        ]
        if not option.delta.origins:  # the baseline has no difference to itself
            return [blocks[0], *blocks[3:]]
        return blocks

    def _block(self, head: str, cell: Cell, unit: str, below: str, note: Cell) -> QWidget:
        figure = Said(cell.text, "figure", origins=cell.origins, guide=self.guide)
        unit_words = Said(unit, "body", "text_secondary")
        return column(
            Said(head, "small", "text_secondary"),
            row(figure, unit_words, None, gap=4),
            Said(below, "small", "text_tertiary", origins=note.origins, guide=self.guide),
            gap=1,
        )

    def _show_below(self, study: Study) -> None:
        wanted = self._view.currentText()
        self._second.setCurrentWidget(
            self._table if wanted in (EARNED, BY_VOLUME) else self._below
        )
        if wanted == EARNED:
            table = earned(study)
            origins = ("context.discount_rate",) if table.rows else ()
            self._table.show_words(EARNED, table.caption, origins)
            self._table.show_rows(table.lines, table.rows)
        elif wanted == BY_VOLUME:
            volumes = by_volume(study)
            self._table.show_words(BY_VOLUME, CAPTION)
            self._table.show_rows(volumes.heads, volumes.rows)
        elif wanted == UNIT_COST:
            self._below.show_chart(cost_by_volume(study))
        elif wanted == BY_YEAR:
            self._below.show_chart(year_columns(study, ON_SCREEN))
        else:
            self._below.show_chart(drivers(study, self._chosen))

    def _choose(self, place: int) -> None:
        self._chosen = str(self._choice.itemData(place))
        self._again()

    def _again(self, *_: object) -> None:
        if self.session.results.study is not None:
            self.show_study(self.session.results.study)


def _unit(chance: Cell) -> str:
    return "%" if chance.origins else ""


def _cell(cell: Cell, text: str) -> Cell:
    return type(cell)(text=text, origins=cell.origins)
