"""Rows and columns of widgets in one expression, and the line between them."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import current

Thing: TypeAlias = QWidget | QLayout | int | None
"""A widget, a layout, a fixed gap in pixels, or None for a stretch."""


def column(
    *things: Thing, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QWidget:
    """Return a widget with the things below one another."""
    return _filled(QVBoxLayout(), things, gap, margins)


def row(
    *things: Thing, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QWidget:
    """Return a widget with the things beside one another."""
    return _filled(QHBoxLayout(), things, gap, margins)


def fill(layout: QBoxLayout, *things: Thing) -> None:
    """Add things to a layout."""
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, int):
            layout.addSpacing(current().px(thing))
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _filled(
    layout: QBoxLayout, things: tuple[Thing, ...], gap: int, margins: tuple[int, int, int, int]
) -> QWidget:
    widget = QWidget()
    left, top, right, bottom = (current().px(side) for side in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(current().px(gap))
    fill(layout, *things)
    widget.setLayout(layout)
    return widget


class Divider(QFrame):
    """A hair line between parts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("divider")
        self.setFixedHeight(1)
