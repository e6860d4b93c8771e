"""What leaving the baseline earns, as a table in place of the second chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.earned import TITLE
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from desktop_app.analysis.earned import Earned, EarnedTable
    from desktop_app.ui.parts.guide import Guide

NUMBERS = 6
ROW = 26
WITHOUT = "No option stands for staying as today, so there is nothing to compare with."


class EarnedView(QWidget):
    """Every option's saving, its present value, its rates of return and when it pays back."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._caption = Said("", "small", "text_tertiary", guide=guide, wrap=True)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._grid: Grid | None = None
        fill(self._body, Said(TITLE, "body_strong"), self._caption, 6, None)

    def show_table(self, table: EarnedTable) -> None:
        """Show another study's numbers, or say that there is no baseline."""
        if self._grid is not None:
            self._body.removeWidget(self._grid)
            self._grid.deleteLater()
        heads = [f"{head.name}, {head.unit}" if head.unit else head.name for head in table.heads]
        self._grid = Grid(heads, ("left", *["right"] * NUMBERS), row_height=ROW)
        self._caption.say(
            table.caption if table.rows else WITHOUT,
            ("context.discount_rate",) if table.rows else (),
        )
        self._grid.set_rows([self._row(row_) for row_ in table.rows])
        self._grid.setVisible(bool(table.rows))
        self._body.insertWidget(self._body.count() - 1, self._grid)

    def _row(self, found: Earned) -> list[QWidget | str]:
        role = "body_strong" if found.is_recommended else "body"
        name = row(Mark(found.mark), Said(found.label, role), None, gap=6)
        numbers = [
            Said(cell.text, role, origins=cell.origins, guide=self._guide, right=True)
            for cell in found.cells
        ]
        return [name, *numbers]
