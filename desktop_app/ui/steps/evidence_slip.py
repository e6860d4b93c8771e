"""The slip of a bill as a card: that its groups add up to its files, to the cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from desktop_app.analysis.wording import listed
from desktop_app.ui.look import current
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import clear, fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.tag import Tag
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.analysis.slip import Slip, SlipRow
    from desktop_app.ui.parts.guide import Guide

ROW = 28
MOST_ROWS = 5
"""Rows shown without scrolling: four providers and their sum."""


class SlipCard(QFrame):
    """What was billed by provider: in the file, by the sums of the groups, and the difference."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.setObjectName("card")
        self._guide = guide
        px = current().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(8), px(16), px(8))
        layout.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setSpacing(px(8))
        self._room = QScrollArea(widgetResizable=True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fill(layout, self._head, 4, self._room)

    def show_slip(self, slip: Slip) -> None:
        """Show another bill."""
        clear(self._head)
        word = "adds up to the file" if len(slip.files) == 1 else "adds up to the files"
        tag = Tag(word, "ok") if slip.reconciles else Tag("does not add up", "problem")
        tag.setToolTip(slip.statement)
        name = Said(slip.label, "body_strong")
        words, read = f"{formats(slip)}, {slip.period}", (f"bills.{slip.key}.rows",)
        about = Said(words, "small", "text_secondary", origins=read, guide=self._guide)
        about.setToolTip(slip.period_text)
        fill(self._head, Glyph("file"), name, about, None, tag)
        currencies = {row.currency for row in slip.rows}
        unit = f", {slip.rows[0].currency}" if len(currencies) == 1 else ""
        heads = ("Provider", "Rows", f"In the file{unit}", f"Sums of groups{unit}", "Difference")
        grid = Grid(heads, ("left", "right", "right", "right", "right"), row_height=ROW)
        grid.set_rows([self._cells(row, name_currency=not unit) for row in slip.rows])
        self._room.setWidget(grid)
        rows = min(len(slip.rows), MOST_ROWS)
        self._room.setFixedHeight(current().px(24 + rows * (ROW + 1)))

    def _cells(self, row: SlipRow, *, name_currency: bool) -> list[QWidget | str]:
        role = "body_strong" if row.is_total else "body"
        name = f"{row.provider}, {row.currency}" if name_currency else row.provider
        agrees = not any(digit in "123456789" for digit in row.difference_text)
        quiet = "ok" if row.is_total else "text_tertiary"
        return [
            Said(name, role),
            self._number(row.rows_text, role, row.rows_origins),
            self._number(row.file_text, role, row.origins),
            self._number(row.groups_text, role, row.origins),
            self._number(row.difference_text, role, row.origins, quiet if agrees else "problem"),
        ]

    def _number(
        self, text: str, role: str, origins: tuple[str, ...], colour: str = "text"
    ) -> Said:
        return Said(text, role, colour, origins=origins, guide=self._guide, right=True)


def formats(slip: Slip) -> str:
    """Say what the files are: "FOCUS 1.2", "FOCUS 1.0 and FOCUS 1.2"."""
    names = (file.format.removesuffix(" Cost and Usage") for file in slip.files)
    return listed(tuple(dict.fromkeys(names)))
