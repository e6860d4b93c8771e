"""A list of the decision as a table to type into, with copy and paste as in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui.fields.bound import BoundField
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.table_model import TableModel
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import small
from desktop_app.ui.parts.layout import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.outcome import Refused
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_ROWS = 6


class TableField(BoundField):
    """Shows the list at a path and edits it, row by row or as a pasted block.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the list.
        columns: Names of the fields to show, in order; all that can be typed where none is given.
    """

    def __init__(
        self, session: Session, guide: Guide, path: str, columns: Sequence[str] | None = None
    ) -> None:
        super().__init__(session, guide, path)
        self.model = TableModel(session.store, path, columns)
        self.view = Sheet(self.model)
        self.view.setAccessibleName(self.spec.label)
        self.model.refused.connect(self.refuse)
        self.model.awaited.connect(self._await)
        self.view.removed.connect(self._remove)
        self._add = small("Add row", self.view.add)
        self._drop = small("Remove row", self.view.remove_selected)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(4))
        layout.addWidget(self.view)
        layout.addWidget(self.finding)
        layout.addWidget(row(self._add, self._drop, None))
        self._begin(self.view)
        session.store.changed.connect(self._rename)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the rows of the document."""
        del value  # the model asks the document itself
        at = self.view.currentIndex()
        place = (at.row(), at.column())
        self.model.show_document()
        self.view.fit()
        if place[0] >= 0 and not self.view.currentIndex().isValid():
            last = self.model.rowCount() - 1
            self.view.setCurrentIndex(self.model.index(min(place[0], last), place[1]))

    @Slot(object)
    def refuse(self, refusal: Refused) -> None:
        """Say why what was typed or pasted cannot be taken."""
        self.finding.say("problem", Note(refusal.message, refusal.hint))

    @Slot()
    def _rename(self) -> None:
        """Names of other parts, which cells choose from, may have changed."""
        if self.isEnabled():
            self.model.show_document()

    @Slot(tuple)
    def _await(self, labels: tuple[str, ...]) -> None:
        self.finding.drop("problem", "hint")
        if labels:
            self.finding.say("hint", Note(f"The new row still needs: {', '.join(labels)}."))

    @Slot(set)
    def _remove(self, places: set[int]) -> None:
        count = len([place for place in places if place < len(self.model.rows)])
        if self.model.remove(places):
            said = "One row" if count == 1 else f"{count} rows"
            text = f"{said} of {self.spec.label.lower()} removed."
            self._session.messages.post(text, "Undo", self._store.undo)


class Sheet(QTableView):
    """A table with the keys of a spreadsheet; Tab leaves it, as everywhere in the window.

    Signals:
        removed: Places of rows to take out, a set.
    """

    removed = Signal(set)

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().px(37))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for place, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            short = mode.ResizeToContents if column.is_short else mode.Stretch
            self.horizontalHeader().setSectionResizeMode(place, short)
        stretched = any(not column.is_short for column in model.columns)
        self.horizontalHeader().setStretchLastSection(not stretched)
        self.fit()

    def fit(self) -> None:
        """Take the height of the rows, of so many at most."""
        rows = min(self._rows.rowCount(), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * current().px(37) + 6)

    def add(self) -> None:
        """Go to the new row and begin to type."""
        start = self._rows.index(self._rows.rowCount() - 1, 0)
        self.setFocus()
        self.setCurrentIndex(start)
        self.scrollTo(start)
        self.edit(start)

    def remove_selected(self) -> None:
        """Take out the rows in which something is selected."""
        places = {index.row() for index in self._chosen()}
        if places:
            self.removed.emit(places)

    def move_down(self) -> None:
        """Go to the cell below, as Enter does in a spreadsheet."""
        at = self.currentIndex()
        below = self._rows.index(min(at.row() + 1, self._rows.rowCount() - 1), at.column())
        self.setCurrentIndex(below)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, parted by tabs."""
        cells = self._chosen()
        out = io.StringIO()
        lines = csv.writer(out, delimiter="\t", lineterminator="\n")
        columns = sorted({cell.column() for cell in cells})
        for place in sorted({cell.row() for cell in cells}):
            lines.writerow([self._rows.text(place, column) for column in columns])
        QGuiApplication.clipboard().setText(out.getvalue())

    def paste(self) -> None:
        """Type what is on the clipboard from the current cell on."""
        text = QGuiApplication.clipboard().text()
        block = [line for line in csv.reader(io.StringIO(text), delimiter="\t") if any(line)]
        at = self.currentIndex()
        if block and at.isValid():
            self._rows.paste(at.row(), at.column(), block)

    def _chosen(self) -> list[QModelIndex]:
        """The cells selected, or the one the keyboard is in."""
        at = self.currentIndex()
        return self.selectedIndexes() or ([at] if at.isValid() else [])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_selected()
        elif event.key() in _ENTER:
            self.move_down()
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Makes the editor of a cell: a line, or a list where there is a choice."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        model = self._sheet.model()
        column = model.columns[index.column()] if isinstance(model, TableModel) else None
        editor: QWidget
        if column is not None and column.choices:
            editor = QComboBox(parent)
            editor.addItems([words for _, words in column.choices])
        else:
            editor = QLineEdit(parent)
            editor.setTextMargins(current().px(4), 0, current().px(4), 0)
        editor.setAccessibleName(column.head if column else "")
        return editor

    @override
    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        editor.setGeometry(self._sheet.visualRect(self._sheet.model().index(*_place(index))))

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Qt.ItemDataRole.EditRole))
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(
        self, editor: QWidget, model: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in _ENTER
        if is_enter and event.type() == QEvent.Type.KeyPress and isinstance(object, QWidget):
            self.commitData.emit(object)
            self.closeEditor.emit(object, QStyledItemDelegate.EndEditHint.NoHint)
            self._sheet.move_down()
            return True
        return super().eventFilter(object, event)


def _place(index: QModelIndex | QPersistentModelIndex) -> tuple[int, int]:
    return index.row(), index.column()
