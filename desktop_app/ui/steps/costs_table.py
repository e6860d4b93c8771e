"""A table of the options in place of the second chart of the Costs page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.comparison import OptionRow
    from desktop_app.ui.parts.guide import Guide

ROW = 26


class OptionTable(QWidget):
    """A finding, its caption, and a row for each option."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._title = Said("", "body_strong", wrap=True)
        self._caption = Said("", "small", "text_tertiary", guide=guide, wrap=True)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._grid: Grid | None = None
        fill(self._body, self._title, self._caption, 6, None)

    def show_words(self, title: str, caption: str, origins: tuple[str, ...] = ()) -> None:
        """Say what the table shows."""
        self._title.say(title)
        self._caption.say(caption, origins)

    def show_rows(self, heads: Sequence[str], rows: Sequence[OptionRow]) -> None:
        """Show other rows; without any, only the words stay."""
        if self._grid is not None:
            self._body.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = Grid(heads, ("left", *["right"] * (len(heads) - 1)), row_height=ROW)
        self._grid.set_rows([self._row(each) for each in rows])
        self._grid.setVisible(bool(rows))
        self._body.insertWidget(self._body.count() - 1, self._grid)

    def _row(self, found: OptionRow) -> list[QWidget | str]:
        role = "body_strong" if found.is_recommended else "body"
        name = row(Mark(found.mark), Said(found.label, role), None, gap=6)
        cells = [
            Said(cell.text, role, origins=cell.origins, guide=self._guide, right=True)
            for cell in found.cells
        ]
        return [name, *cells]
