"""Every input stated as a range, as a long table; each row leads to its input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from desktop_app.ui.charts.lettering import fitted, write
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPainter

    from desktop_app.analysis.uncertain import UncertainRow
    from desktop_app.ui.parts.guide import Guide

    Index = QModelIndex | QPersistentModelIndex

HEADS = ("Input", "Low", "Likely", "High", "Grade", "Owner")
WIDTHS = (0, 64, 64, 64, 92, 112)
NUMBERS = {1, 2, 3}
ROW = 44
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class UncertainModel(QAbstractTableModel):
    """The rows, as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[UncertainRow, ...] = ()

    def show_rows(self, rows: tuple[UncertainRow, ...]) -> None:
        """Replace the rows; with as many as before the place in the table is kept."""
        if rows == self.rows:
            return
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.low, row.likely, row.high, row.grade, row.owner)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in NUMBERS else _LEFT
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return f"{row.name}, {row.place}: {row.low}, {row.likely}, {row.high} {row.unit}"
        return None


class _TwoLines(QStyledItemDelegate):
    """Paints the input above where it belongs and in which unit it is written."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = current(), index.model()
        if not isinstance(model, UncertainModel):
            return
        row = model.rows[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("hover"))
        area = QRectF(option.rect).adjusted(theme.px(8), theme.px(4), -theme.px(8), -theme.px(5))
        upper, lower = QRectF(area), QRectF(area)
        upper.setHeight(area.height() * 0.55)
        lower.setTop(upper.bottom())
        body, small = theme.font("body"), theme.font("small")
        name = fitted(row.name, body, area.width())
        write(painter, name, body, theme.colour("text"), upper)
        below = fitted(f"{row.place} · {row.unit}", small, area.width())
        write(painter, below, small, theme.colour("text_tertiary"), lower)
        painter.fillRect(
            QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            theme.colour("divider"),
        )
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(current().px(160), current().px(ROW))


class UncertainTable(QTableView):
    """Shows the inputs with a range; a click or Enter leads to where one is stated."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._model = UncertainModel(self)
        self.setModel(self._model)
        self.setItemDelegateForColumn(0, _TwoLines(self))
        self.setObjectName("uncertain inputs")
        self.setAccessibleName("Inputs stated as ranges")
        self.setAccessibleDescription("Enter goes to the input of the row.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().px(ROW))
        self.horizontalHeader().setHighlightSections(False)
        self._share_out()
        self.clicked.connect(self._go)

    def show_rows(self, rows: tuple[UncertainRow, ...]) -> None:
        """Show other inputs."""
        self._model.show_rows(rows)

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every number shown, with the paths at which it is stated."""
        return [
            (f"{row.low} {row.likely} {row.high} {row.unit}", row.paths)
            for row in self._model.rows
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(400), current().px(30 + 2 * ROW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self._guide.seek(self._model.rows[index.row()].paths[0])

    def _share_out(self) -> None:
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            if width:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(column, current().px(width))
