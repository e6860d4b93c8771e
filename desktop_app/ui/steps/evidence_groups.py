"""The groups of services of a bill as a table that sorts, filters and answers for its numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.wording import MINUS, NONE
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.analysis.ai_spend import AiSpend, ServiceRow
    from desktop_app.ui.parts.guide import Guide

Index = QModelIndex | QPersistentModelIndex
HEADS = ("Provider", "Service", "Way", "Kind", "Confidence", "Rows", "Billed", "Effective")
WIDTHS = (86, 0, 92, 92, 76, 48, 92, 98)
"""Pixels at zoom 1; 0 takes what is left."""
NUMBERS = (5, 6, 7)
BILLED = 6

NO_ARROWS = """
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QHeaderView::section { padding-left: 6px; padding-right: 6px; }
"""
"""The style's arrow would stand on the words; ours stands behind them."""

CLOSE = "QTableView::item { padding-left: 3px; padding-right: 3px; }"
"""Eight columns need the room."""

_ROLE = Qt.ItemDataRole
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORD = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GroupsModel(QAbstractTableModel):
    """Rows in the order and of the words asked for; sorted here, since a proxy is slow."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ServiceRow, ...] = ()
        self._rows: list[ServiceRow] = []
        self._currency, self._sought = "", ""
        self._column, self._order = BILLED, Qt.SortOrder.DescendingOrder

    @property
    def rows(self) -> tuple[ServiceRow, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def show_spend(self, spend: AiSpend) -> None:
        """Show another bill, in the order and with the words that are in force."""
        self._all, self._currency = spend.services, spend.currency
        self._arrange()

    def seek(self, words: str) -> None:
        """Keep the rows that hold all of these words."""
        self._sought = words
        self._arrange()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._sought.lower().split()
        found = [row for row in self._all if all(word in _text(row) for word in words)]
        descending = self._order is Qt.SortOrder.DescendingOrder
        self._rows = sorted(found, key=_KEYS[self._column], reverse=descending)
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(HEADS)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return cells(row)[column]
        if role == _ROLE.TextAlignmentRole:
            return _NUMBER if column in NUMBERS else _WORD
        if role == _ROLE.ToolTipRole and column not in NUMBERS:
            return cells(row)[column]
        if role == _ROLE.ForegroundRole and column != 1 and not row.is_ai:
            return current().colour("text_secondary")
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            unit = f", {self._currency}" if section >= BILLED and self._currency else ""
            return f"{HEADS[section]}{unit}{self._arrow(section)}"
        if role == _ROLE.TextAlignmentRole:
            return _NUMBER if section in NUMBERS else _WORD
        return None

    def _arrow(self, section: int) -> str:
        if section != self._column:
            return ""
        return " ↓" if self._order is Qt.SortOrder.DescendingOrder else " ↑"


class GroupsTable(QWidget):
    """The table, the line that filters it and how many rows that leaves."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._billed: tuple[str, ...] = ()
        self.model = GroupsModel()
        self.view = _View(self.model)
        self.words = QLineEdit(placeholderText="Find", clearButtonEnabled=True)
        self.words.setAccessibleName("Find in the groups")
        self.words.setMaximumWidth(current().px(240))
        self._count = Said("", "small", "text_tertiary")
        head = QHBoxLayout()
        fill(head, self.words, None, self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(4))
        fill(layout, head)
        layout.addWidget(self.view, 1)
        self.words.textChanged.connect(self._seek)
        self.view.activated.connect(self._ask)
        self.view.doubleClicked.connect(self._ask)

    def show_spend(self, spend: AiSpend) -> None:
        """Show the groups of another bill."""
        self._billed = spend.origins[-1:]
        self.model.show_spend(spend)
        self._say_count()

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every amount in the table, with where it comes from."""
        return [(row.billed_text, row.origins) for row in self.model.rows]

    @Slot(str)
    def _seek(self, words: str) -> None:
        self.model.seek(words)
        self._say_count()

    def _say_count(self) -> None:
        shown = len(self.model.rows)
        groups = "1 group" if shown == 1 else f"{shown} groups"
        self._count.say(f"{groups}. Enter says where an amount comes from.", self._billed)

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self._guide.explain(*self.model.rows[index.row()].origins)


class _View(QTableView):
    def __init__(self, model: GroupsModel) -> None:
        super().__init__()
        px = current().px
        self.setModel(model)
        self.setAccessibleName("Groups of services")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setStyleSheet(CLOSE)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(30))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setStyleSheet(NO_ARROWS)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, px(width))
            else:
                heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(BILLED, Qt.SortOrder.DescendingOrder)


def cells(row: ServiceRow) -> tuple[str, ...]:
    """Return the words of a row, in the order of the heads."""
    return (
        row.provider,
        row.service or "no named service",
        row.way_text,
        row.kind or NONE,
        row.confidence,
        row.rows_text,
        row.billed_text,
        row.effective_text,
    )


def _text(row: ServiceRow) -> str:
    return " ".join(cells(row)).lower()


def _amount(text: str) -> float:
    """Read an amount back; where there is none, it comes before all others."""
    return -math.inf if text == NONE else float(text.replace(",", "").replace(MINUS, "-"))


_SURE = {"high": 3, "medium": 2, "low": 1}
_KEYS: tuple[Callable[[ServiceRow], Any], ...] = (
    lambda row: (row.provider.lower(), row.service.lower()),
    lambda row: row.service.lower(),
    lambda row: (row.way_text, row.billed),
    lambda row: (row.kind, row.billed),
    lambda row: (_SURE.get(row.confidence, 0), row.billed),
    lambda row: _amount(row.rows_text),
    lambda row: row.billed,
    lambda row: _amount(row.effective_text),
)
