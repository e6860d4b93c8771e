"""The card of the command palette: the line to type in, what was found, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
)
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell.key_cap import KeyCap
from desktop_app.ui.shell.palette_edit import NumberRow
from desktop_app.ui.shell.palette_paint import HEAD, ROW, Painted
from desktop_app.ui.shell.palette_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.analysis.search import Entry
    from desktop_app.session import Session

_LINE, _FOOT, _EDGE = 56, 36, 8


class Card(QFrame):
    """Holds the line, the list and the foot; what is chosen is the list's own selection.

    Signals:
        typed: Something else stands in the line.
        went: An entry was chosen, to go there or to do it.

    Attributes:
        line: What is typed into.
        view: What was found.
    """

    typed = Signal()
    went = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._rows = session, Rows()
        self._editor: NumberRow | None = None
        self._is_same_search = False
        self.setObjectName("palette")
        self.line = QLineEdit()
        self.view = QListView()
        self._painted = Painted(self._rows.row_at)
        self._count = Said("", "small", "text_secondary")
        self._count.setObjectName("count")
        self._word = Said("", "small", "problem")
        self._word.setObjectName("refusal")
        self._keys = _keys()
        self._build_view()
        self._lay_out()
        self.line.textChanged.connect(self._changed)
        self.view.clicked.connect(self._clicked)

    @property
    def is_editing(self) -> bool:
        """Whether a number is being changed in its row."""
        return self._editor is not None

    def show_found(self, found: Sequence[Entry], keys: dict[Entry, tuple[str, ...]]) -> None:
        """Show other entries, keeping the one that is chosen if it is still among them."""
        before = self.chosen()
        self._rows.set_found(found, keys)
        names = [(place, _name(entry)) for place, entry in self._rows.entries()]
        same = [place for place, name in names if before is not None and name == _name(before)]
        self._choose(same[0] if same and self._is_same_search else self._rows.beside(-1, 0))
        self._is_same_search = True
        count = len(names)
        self._count.say("1 result" if count == 1 else f"{count:,} results")

    def chosen(self) -> Entry | None:
        """Return the chosen entry, if there is any."""
        index = self.view.currentIndex()
        return self._rows.row_at(index.row()).entry if index.isValid() else None

    def step(self, step: int) -> None:
        """Choose the entry so many entries on."""
        self._choose(self._rows.beside(self.view.currentIndex().row(), step))

    def go(self) -> None:
        """Go to the chosen entry, or do it."""
        entry = self.chosen()
        if entry is not None:
            self.went.emit(entry)

    def edit(self) -> None:
        """Change the chosen number in its row."""
        entry = self.chosen()
        if entry is None or entry.kind != "number":
            self._say("Only a number can be changed here." if entry is not None else "")
            return
        self._editor = NumberRow(self._session, entry.path)
        self._editor.kept.connect(self.leave_edit)
        self._editor.left.connect(self.leave_edit)
        self._editor.refused.connect(self._say)
        self.view.setIndexWidget(self.view.currentIndex(), self._editor)
        self._editor.setFocus()

    @Slot()
    def leave_edit(self) -> None:
        """Put the row back in place of the box."""
        editor, self._editor = self._editor, None
        self.line.setFocus()
        if editor is not None:
            editor.hide()
        self._say("")
        self.view.setIndexWidget(self.view.currentIndex(), None)  # type: ignore[arg-type]
        self.typed.emit()

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every value in the list, with where it comes from."""
        listed = (entry for _, entry in self._rows.entries() if entry.kind != "act")
        return [(entry.detail, entry.origins or (entry.path,)) for entry in listed]

    def height_for(self, most: int) -> int:
        """Height that shows everything found, or as much as fits."""
        theme = current()
        rows = [self._rows.row_at(i) for i in range(self._rows.rowCount())]
        content = sum(theme.px(HEAD if row.head else ROW) for row in rows)
        edges = theme.px(_LINE) + theme.px(_FOOT) + 2 * theme.px(_EDGE) + 4
        return min(content + edges, most)

    def _changed(self) -> None:
        self._is_same_search = False
        self._say("")
        self.typed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if self._rows.row_at(index.row()).entry is not None:
            self._choose(index.row())
            self.go()

    def _choose(self, place: int) -> None:
        index = self._rows.index(max(place, 0))
        if place < 0 or not index.isValid():
            return
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, select)
        first = self._rows.beside(-1, 0)
        self.view.scrollTo(self._rows.index(0) if place == first else index)
        self.line.setAccessibleDescription(self._rows.row_at(place).words)

    def _say(self, sentence: str) -> None:
        self._word.say(sentence)
        self._word.setVisible(bool(sentence))
        self._keys.setVisible(not sentence)

    def _build_view(self) -> None:
        self.view.setModel(self._rows)
        self.view.setItemDelegate(self._painted)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName("Found")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _lay_out(self) -> None:
        theme = current()
        self.line.setPlaceholderText("Search or run a command")
        self.line.setAccessibleName("Search or run a command")
        self.line.setFrame(False)
        self.line.setFont(theme.font("chart_finding"))
        ink, ground, edge = (
            theme.colour(c).name() for c in ("control_border", "surface", "sunken")
        )
        self.setStyleSheet(
            f"QFrame#palette {{ background: {ground}; border: 1px solid {ink};"
            f" border-radius: {theme.px(6)}px; }}"
            f" QLineEdit {{ background: transparent; border: none; font-weight: 400; }}"
            f" QFrame#foot {{ background: {edge}; border: none;"
            f" border-radius: {theme.px(6)}px; }}"
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        top.setSpacing(theme.px(12))
        fill(top, Glyph("search"), self.line, self._count)
        head = QFrame()
        head.setLayout(top)
        head.setFixedHeight(theme.px(_LINE) - 2)
        fill(whole, head, Divider(), _EDGE, self.view, _EDGE, Divider(), self._foot())

    def _foot(self) -> QFrame:
        theme, foot = current(), QFrame()
        foot.setObjectName("foot")
        foot.setFixedHeight(theme.px(_FOOT))
        line = QHBoxLayout(foot)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(4))
        self._word.hide()
        close = Said("close", "small", "text_secondary")
        fill(line, self._keys, self._word, None, KeyCap("Esc"), close)
        return foot

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # only beside the card does a click close it


def _keys() -> QFrame:
    """What the keys do."""
    keys, line, theme = QFrame(), QHBoxLayout(), current()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(4))
    told = ((("↑", "↓"), "choose"), (("Enter",), "go there"), (("Ctrl Enter",), "change it here"))
    for caps, words in told:
        fill(line, *(KeyCap(cap) for cap in caps), Said(words, "small", "text_secondary"), 10)
    keys.setLayout(line)
    return keys


def _name(entry: Entry) -> tuple[str, ...]:
    """What an entry is, whatever its value."""
    return (entry.kind, entry.words, entry.path, *entry.origins)
