"""The tables of an account: what a number is made of, its months, the inputs beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop_app.analysis.origins import find
from desktop_app.analysis.places import place
from desktop_app.analysis.trace_parts import words_of
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import small
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.tag import grade_tag
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from desktop_app.analysis.series import Series
    from desktop_app.analysis.trace_parts import TracePart
    from desktop_app.ui.parts.guide import Guide
    from desktop_app.ui.shell.explain_stop import Account

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareBar(QWidget):
    """A part's share of the whole as a bar; what is taken off is only outlined.

    Args:
        share: Of the whole, negative for what reduces it.
        most: The largest share of any part; it takes the full width.
        mark: Sign of the option, for its colour; None for ink.
    """

    def __init__(self, share: float, most: float, mark: str | None) -> None:
        super().__init__()
        self._share, self._most, self._mark = share, most, mark
        self.setFixedSize(QSize(current().px(96), current().px(8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        colour = _colour(self._mark)
        width = max(self.width() * abs(self._share) / self._most, 1.0)
        bar = QRectF(0, 0, width, self.height())
        if self._share < 0:
            painter.setPen(colour)
            painter.setBrush(theme.colour("surface"))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(bar, colour)


def _colour(mark: str | None) -> QColor:
    theme = current()
    if mark is None:
        return theme.colour("text_secondary")
    return theme.pathway[1] if mark == "pathway" else theme.option(mark)


def parts_table(account: Account, guide: Guide) -> Grid:
    """Return the parts of a figure: name, share, value, and the source as a link."""
    trace = account.trace
    heads = (trace.parts_head, "", trace.parts_unit, "Source")
    table = Grid(heads, ("left", "left", "right", "left"), stretch=0, row_height=35)
    most = max((abs(part.share) for part in trace.parts if part.share is not None), default=0.0)
    rows: list[list[QWidget | str]] = [
        _part_row(account, part, most, guide) for part in trace.parts
    ]
    if trace.total_text:
        key = (trace.key,)
        total = Said(trace.total_text, "body_strong", origins=key, right=True)
        whole = Said(_sentence(account.figure.name), "body_strong", wrap=True)
        rows.append([whole, "", total, ""])
    table.set_rows(rows)
    return table


def _part_row(account: Account, part: TracePart, most: float, guide: Guide) -> list[QWidget | str]:
    share: QWidget | str = ""
    if part.share is not None and most:
        share = ShareBar(part.share, most, account.trace.mark)
        share.setToolTip(part.share_text)
        share.setAccessibleName(f"{part.name}: {part.share_text} of the whole")
    return [
        Said(part.name, wrap=True),
        share,
        Said(part.value_text, origins=part.origins, guide=guide, right=True),
        _source(part, guide),
    ]


def _source(part: TracePart, guide: Guide) -> Said:
    """Return small underlined words that lead to where a part comes from."""
    words = part.source or "how it is derived"
    said = Said(words, "small", origins=part.origins, guide=guide, wrap=True)
    said.setFixedWidth(current().px(180))
    font = said.font()
    font.setUnderline(True)
    said.setFont(font)
    return said


def inputs_table(account: Account, guide: Guide) -> Grid:
    """Return the inputs beneath a figure, each with the way to where it is changed."""
    heads, aligns = ("Input", "Now", "Grade", ""), ("left", "right", "left", "right")
    table = Grid(heads, aligns, stretch=0, row_height=36)
    table.set_rows([_input_row(account, path, guide) for path in account.trace.inputs])
    return table


def _input_row(account: Account, path: str, guide: Guide) -> list[QWidget | str]:
    figure = find(account.decision, None, path)
    words = "" if figure is None else words_of(figure)
    grade = "" if figure is None or figure.source is None else figure.source.grade
    name = place(account.decision, path)
    go = small("Change", lambda: guide.seek(path))
    go.setAccessibleName(f"Change {name}")
    go.setObjectName(f"go:{path}")
    value = Said(words, "small", origins=(path,), guide=guide, right=True)
    return [Said(name, "small", wrap=True), value, grade_tag(grade) if grade else "", go]


class TimesTable(QTableWidget):
    """Values by month or year, one column for each series; read only."""

    def __init__(self, series: tuple[Series, ...]) -> None:
        longest = max(series, key=lambda one: len(one.labels))
        alike = [one for one in series if one.labels == longest.labels]
        super().__init__(len(longest.labels), len(alike) + 1)
        self._series = alike
        self.setAccessibleName("Month by month")
        self.setHorizontalHeaderLabels(["", *(f"{one.name}, {one.unit}" for one in alike)])
        for line, label in enumerate(longest.labels):
            self._put(line, 0, label, Qt.AlignmentFlag.AlignVCenter)
            for place_, one in enumerate(alike, 1):
                self._put(line, place_, one.texts[line], _RIGHT)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().px(28))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(_RIGHT)

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every value, with the series it belongs to."""
        return [(text, (one.key,)) for one in self._series for text in one.texts]

    def _put(self, line: int, place_: int, text: str, side: Qt.AlignmentFlag) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(side)
        self.setItem(line, place_, item)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]
