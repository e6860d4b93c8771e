"""A choice of several among a few, as a button that says them and opens a menu of ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.analysis.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SAID = 3
"""Names said on the button before the others are only counted."""


class Picks(QPushButton):
    """Says what is ticked; the menu ticks more or less.

    Args:
        name: What is chosen, for those who cannot see the button.
        none: What the button says while nothing is ticked.
        single: Whether ticking one takes the tick from the others.

    Signals:
        picked: The keys that are ticked now, a tuple in the order of the menu.
    """

    picked = Signal(tuple)

    def __init__(self, name: str, none: str, *, single: bool = False) -> None:
        super().__init__()
        self._name, self._none, self._single = name, none, single
        self._labels: dict[str, str] = {}
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def offer(self, labels: Mapping[str, str], ticked: Iterable[str]) -> None:
        """Replace what there is to choose from, by key."""
        chosen = set(ticked)
        self._labels = dict(labels)
        self._menu.clear()
        for key, label in labels.items():
            action = self._menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.setObjectName(key)
            action.triggered.connect(lambda _=False, key=key: self._turn(key))
        self._say()

    def ticked(self) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        return tuple(action.objectName() for action in self._menu.actions() if action.isChecked())

    def _turn(self, key: str) -> None:
        if self._single:
            for action in self._menu.actions():
                with QSignalBlocker(action):
                    action.setChecked(action.objectName() == key)
        self._say()
        self.picked.emit(self.ticked())

    def _say(self) -> None:
        names = [self._labels[key] for key in self.ticked()]
        more = len(names) - SAID
        if more > 0:
            names = [*names[:SAID], f"{more} more"]
        text = listed(names) or self._none
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {text}")
