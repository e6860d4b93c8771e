"""A light table of words and widgets for pages with few rows; long tables are views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, clear
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class Grid(QWidget):
    """Heads, a line, and rows with a hair line below each.

    Args:
        heads: One for each column; may be empty texts.
        aligns: "left" or "right" for each column.
        stretch: Column that takes the room left.
        row_height: Least height of a row, pixels at zoom 1.
    """

    def __init__(
        self,
        heads: Sequence[str],
        aligns: Sequence[str],
        *,
        stretch: int = 0,
        row_height: int = 36,
    ) -> None:
        super().__init__()
        self._heads, self._aligns, self._height = tuple(heads), tuple(aligns), row_height
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(stretch, 1)

    def set_rows(self, rows: Sequence[Sequence[QWidget | str]]) -> None:
        """Replace the rows; a text becomes a label."""
        clear(self._grid)
        line = 0
        if any(self._heads):
            for place, head in enumerate(self._heads):
                self._put(Said(head, "small", "text_secondary"), line, place)
            self._grid.addWidget(_head_line(), line + 1, 0, 1, len(self._heads))
            line += 2
        for cells in rows:
            for place, cell in enumerate(cells):
                self._put(Said(cell) if isinstance(cell, str) else cell, line, place)
            self._grid.setRowMinimumHeight(line, current().px(self._height))
            self._grid.addWidget(Divider(), line + 1, 0, 1, len(self._heads))
            line += 2

    def _put(self, widget: QWidget, line: int, place: int) -> None:
        wraps = isinstance(widget, Said) and widget.wordWrap()
        if wraps:
            self._grid.addWidget(widget, line, place, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(widget, line, place, _ALIGN[self._aligns[place]])


def _head_line() -> QFrame:
    line = Divider()
    line.setStyleSheet(f"background: {current().colour('control_border').name()};")
    return line
