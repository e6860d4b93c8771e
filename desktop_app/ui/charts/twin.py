"""The table beside every chart: the same numbers, to be read and copied."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.analysis.frames import Cell, Columns

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnsModel(QAbstractTableModel):
    """Columns by their heads; cells are written with a column's own number of decimals.

    The number itself is there under the edit role, with all its digits.
    """

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self._heads: tuple[str, ...] = ()
        self._cells: tuple[tuple[Cell, ...], ...] = ()
        self._decimals: tuple[int | None, ...] = ()
        self.show_columns(columns)

    def show_columns(self, columns: Columns) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._heads, self._cells = tuple(columns), tuple(columns.values())
        self._decimals = tuple(_decimals(cells) for cells in self._cells)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells[0])

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell, decimals = self._cells[index.column()][index.row()], self._decimals[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _written(cell, decimals)
        if role == Qt.ItemDataRole.EditRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if decimals is None else _RIGHT
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if self._decimals[section] is None else _RIGHT
        return None


class Twin(QTableView):
    """A table that Tab passes through, and whose selection is copied as lines of cells."""

    def __init__(self, model: ColumnsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().px(26))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            return
        super().keyPressEvent(event)

    def selected_text(self) -> str:
        """Return the selected cells, tabs between them, a line for each row."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        return "\n".join("\t".join(cells) for cells in rows.values())


def _decimals(cells: tuple[Cell, ...]) -> int | None:
    """How many decimals tell a column's numbers apart; None for a column of words."""
    numbers = [c for c in cells if isinstance(c, (int, float)) and math.isfinite(c)]
    if not numbers or any(isinstance(cell, str) for cell in cells):
        return None
    if all(float(number).is_integer() for number in numbers):
        return 0
    return 1 if max(abs(number) for number in numbers) >= 100 else 3


def _written(cell: Cell, decimals: int | None) -> str:
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return "–"
    if isinstance(cell, str) or decimals is None:
        return str(cell)
    return f"{cell:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
