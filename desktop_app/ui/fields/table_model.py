"""The list at a path of the decision as a table model, with an empty row to add another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop_app.decision.edits import set_value, value_at
from desktop_app.decision.fields import field_spec, form_at
from desktop_app.outcome import Refused
from desktop_app.ui.fields.rows import changed, columns_of, free_key, made, needed
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.decision.parts import Part
    from desktop_app.session import Store
    from desktop_app.ui.fields.rows import Column

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """Rows of the document and, below them, the one being added.

    A new row is kept here until it has all that the model asks for; the document holds no half
    rows.

    Signals:
        refused: A ``Refused``: what was typed cannot be taken.
        awaited: Labels of what the new row still needs; empty when there is none.
    """

    refused = Signal(object)
    awaited = Signal(tuple)

    def __init__(self, store: Store, path: str, names: Sequence[str] | None = None) -> None:
        super().__init__()
        kind = form_at(store.decision, path).row
        if kind is None:
            raise KeyError(path)
        self._store, self._path, self._names, self._kind = store, path, names, kind
        self._label = field_spec(store.decision, path).label.lower()
        self._draft: dict[str, str] = {}
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[Part, ...] = ()
        self.show_document()

    def show_document(self) -> None:
        """Take the rows from the document."""
        decision = self._store.decision
        before = self.columns
        rows = value_at(decision, self._path)
        self.columns = columns_of(decision, self._kind, self._names)
        if len(rows) == len(self.rows) and before:
            self.rows = rows
            last = self.index(len(rows), len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def write(self, row: int, typed: dict[str, str]) -> bool:
        """Type into cells of one row, which may be the new one."""
        try:
            if row < len(self.rows):
                after = changed(self.rows[row], typed, self.columns)
                return self._replace((*self.rows[:row], after, *self.rows[row + 1 :]))
            return self._write_new(typed)
        except Refused as refusal:
            self.refused.emit(Refused(f"Row {row + 1}, {refusal.message}", refusal.hint))
            return False

    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> bool:
        """Type a block of cells at once: all of it, as one step to undo, or nothing."""
        rows = list(self.rows)
        names = [shown.name for shown in self.columns[column:]]
        for place, cells in enumerate(block, row):
            typed = dict(zip(names, cells, strict=False))
            try:
                if place < len(self.rows):
                    rows[place] = changed(rows[place], typed, self.columns)
                else:
                    rows.append(self._made(typed, rows))
            except Refused as refusal:
                self.refused.emit(Refused(f"Row {place + 1}, {refusal.message}", refusal.hint))
                return False
        return self._replace(tuple(rows))

    def remove(self, places: set[int]) -> bool:
        """Take rows out; the new row is emptied."""
        if len(self.rows) in places:
            self._draft = {}
            self.awaited.emit(())
            self.show_document()
        kept = tuple(row for place, row in enumerate(self.rows) if place not in places)
        return len(kept) < len(self.rows) and self._replace(kept)

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        shown = self.columns[column]
        if row < len(self.rows):
            return shown.shown(getattr(self.rows[row], shown.name))
        return self._draft.get(shown.name, "")

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        column, text = self.columns[index.column()], self.text(index.row(), index.column())
        is_new = index.row() == len(self.rows)
        if role == _ROLE.DisplayRole:
            return text or ("New row" if is_new and index.column() == 0 else "")
        if role == _ROLE.ForegroundRole:
            return current().colour("text_tertiary") if is_new and not text else None
        return {
            _ROLE.EditRole: text,
            _ROLE.TextAlignmentRole: _side(column) | Qt.AlignmentFlag.AlignVCenter,
            _ROLE.ToolTipRole: text or column.spec.help,
            _ROLE.AccessibleTextRole: f"{column.head}: {text or 'empty'}",
        }.get(Qt.ItemDataRole(role))

    @override
    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.EditRole or value == self.text(index.row(), index.column()):
            return False
        return self.write(index.row(), {self.columns[index.column()].name: str(value)})

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].head
        if role == _ROLE.TextAlignmentRole:
            return _side(self.columns[section]) | Qt.AlignmentFlag.AlignVCenter
        return None

    def _write_new(self, typed: dict[str, str]) -> bool:
        draft = {name: text for name, text in {**self._draft, **typed}.items() if text.strip()}
        key = free_key(self._path, self.rows)
        row = made(self._kind, draft, self.columns, key)
        if row is not None:
            self._draft = {}
            if not self._replace((*self.rows, row)):
                self._draft = draft
                return False
            self.awaited.emit(())
            return True
        self._draft = draft
        self.dataChanged.emit(
            self.index(len(self.rows), 0), self.index(len(self.rows), len(self.columns) - 1)
        )
        self.awaited.emit(self._still_needed(draft))
        return True

    def _made(self, typed: dict[str, str], rows: Sequence[Part]) -> Part:
        row = made(self._kind, typed, self.columns, free_key(self._path, rows))
        if row is None:
            missing = ", ".join(self._still_needed(typed))
            raise Refused(f"these are missing: {missing}.", "Paste them as well.")
        return row

    def _still_needed(self, typed: dict[str, str]) -> tuple[str, ...]:
        if not typed:
            return ()
        names = needed(self._kind, [name for name, text in typed.items() if text.strip()])
        return tuple(column.spec.label for column in self.columns if column.name in names)

    def _replace(self, rows: tuple[Part, ...]) -> bool:
        """Put the rows into the document, as a step of its own."""
        self._store.seal_step()
        taken = self._store.apply(set_value(self._path, rows, self._label))
        self._store.seal_step()
        return taken


def _side(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
