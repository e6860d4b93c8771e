"""The rows of the command palette: numbers, results and things to do, with a head for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop_app.analysis.search import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from desktop_app.analysis.search import Kind

Index = QModelIndex | QPersistentModelIndex

HEADS: dict[Kind, str] = {"number": "Numbers", "result": "Results", "act": "Do"}


@dataclass(frozen=True)
class Row:
    """One line of the list.

    Attributes:
        head: Name of a group; empty where the line is an entry.
        entry: What is found; None for a head.
        keys: Shortcut of something to do, a cap for each key.
    """

    head: str = ""
    entry: Entry | None = None
    keys: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The line in words, for those who hear it."""
        if self.entry is None:
            return self.head
        return ", ".join(part for part in (self.entry.words, self.entry.detail) if part)


class Rows(QAbstractListModel):
    """Found entries in their groups; heads cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def set_found(self, found: Sequence[Entry], keys: dict[Entry, tuple[str, ...]]) -> None:
        """Show other entries; within a group they keep their order."""
        self.beginResetModel()
        self._rows = []
        for kind, head in HEADS.items():
            mine = [Row(entry=one, keys=keys.get(one, ())) for one in found if one.kind == kind]
            self._rows += [Row(head=head), *mine] if mine else []
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """Return a line."""
        return self._rows[place]

    def entries(self) -> list[tuple[int, Entry]]:
        """Return the lines that can be chosen, with their places."""
        return [(i, row.entry) for i, row in enumerate(self._rows) if row.entry is not None]

    def beside(self, place: int, step: int) -> int:
        """Return the place of the entry so many entries on; it stops at the ends."""
        places = [i for i, _ in self.entries()]
        if not places:
            return -1
        if place not in places:
            return places[0]
        return places[min(max(places.index(place) + step, 0), len(places) - 1)]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spoken = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self._rows[index.row()].words if index.isValid() and role in spoken else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def acts(actions: Iterable[QAction]) -> dict[Entry, QAction]:
    """Return what can be done now as entries."""
    return {
        Entry(kind="act", words=action.text().replace("&", ""), detail=action.statusTip()): action
        for action in actions
        if action.isEnabled() and action.isVisible() and action.text()
    }


def caps(action: QAction) -> tuple[str, ...]:
    """Return the keys of an action's shortcut, one by one: ("Ctrl", "Shift", "S")."""
    text = action.shortcut().toString()
    return tuple(text.replace("++", "+Plus").split("+")) if text else ()
