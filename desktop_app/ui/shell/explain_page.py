"""What the panel "Where does this number come from?" shows of one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import column, fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.tag import GRADES, Tag
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell.explain_facts import facts
from desktop_app.ui.shell.explain_parts import TimesTable, inputs_table, parts_table

if TYPE_CHECKING:
    from desktop_app.ui.parts.guide import Guide
    from desktop_app.ui.parts.layout import Thing
    from desktop_app.ui.shell.explain_stop import Account, View

_LONGEST_LARGE = 18
"""Characters of a value that fit the panel at the largest size."""


def head(account: Account, guide: Guide) -> QWidget:
    """Return the value, its spread and whose it is."""
    trace = account.trace
    role = "recommendation" if len(trace.value_text) <= _LONGEST_LARGE else "figure"
    value = Said(trace.value_text, role, origins=(trace.key,))
    value.setObjectName("value")
    spread = Said(
        account.spread or (f"between {trace.range_text}" if trace.range_text else ""),
        "body",
        "text_tertiary",
        origins=account.spread_origins or (trace.key,),
        guide=guide if account.spread_origins else None,
    )
    title = Said(trace.title, wrap=True, origins=(trace.key,))
    title.setObjectName("title")
    named: list[Thing] = [Mark(trace.mark), title] if trace.mark else [title]
    return column(row(value, spread, None, gap=12), row(*named), gap=2)


def body(account: Account, view: View, guide: Guide) -> QWidget:
    """Return what stands below the head in a view; long views scroll by themselves."""
    if view == "times":
        return TimesTable(account.trace.series)
    if view == "inputs":
        return scrolled(column(inputs_table(account, guide), None, margins=(0, 0, 8, 0)))
    things: list[Thing] = []
    if account.trace.formula:
        things += [_formula(account), 12]
    if account.figure.source is not None:
        things += [_facts_table(account), 12]
    if account.trace.parts:
        things += [parts_table(account, guide), 16]
    if account.trace.rests_text and account.trace.parts:
        things += [_rests_on(account)]
    return scrolled(column(*things, None))


def scrolled(inner: QWidget) -> QScrollArea:
    """Return an area that scrolls when its content is higher than the panel."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def _formula(account: Account) -> QFrame:
    """The formula in a box, with the number in all its digits."""
    key, theme = (account.trace.key,), current()
    card = QFrame()
    card.setObjectName("card")
    formula = Said(account.trace.formula, "body", origins=key, wrap=True)
    formula.setObjectName("formula")
    inner = QVBoxLayout(card)
    side, edge = theme.px(12), theme.px(10)
    inner.setContentsMargins(side, edge, side, edge)
    inner.setSpacing(theme.px(4))
    fill(inner, formula)
    if not np.ndim(account.figure.value):
        whole = f"In full: {account.trace.whole_text}"
        fill(inner, Said(whole, "small", "text_secondary", origins=key, wrap=True))
    return card


def _facts_table(account: Account) -> Grid:
    key = (account.trace.path or account.trace.key,)
    table = Grid(("", ""), ("left", "left"), stretch=1, row_height=32)
    table.set_rows(
        [
            [
                Said(name, "small", "text_secondary", wrap=len(name) > 24),
                Said(text, origins=key, wrap=True),
            ]
            for name, text in facts(account)
        ]
    )
    return table


def _rests_on(account: Account) -> QWidget:
    """What the number rests on, by grade, the best evidence first."""
    grades = [grade for grade, _ in account.trace.rests_on]
    texts = zip(grades, account.trace.rests_text, strict=True)
    key = (account.trace.path or account.trace.key,)
    tags = [
        Tag(text, GRADES.get(grade, "neutral"), sign=False, origins=key) for grade, text in texts
    ]
    return column(Said("Rests on", "body_strong"), row(*tags, None, gap=4), gap=6)
