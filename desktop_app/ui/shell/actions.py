"""Everything that can be done from anywhere, each with a name, a shortcut and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.ui.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_WORDS: dict[str, tuple[str, str, str]] = {
    "new": ("Start a decision", "Ctrl+N", ""),
    "open": ("Open a file…", "Ctrl+O", ""),
    "sample": ("Open the sample", "", ""),
    "save": ("Save", "Ctrl+S", ""),
    "save_as": ("Save as…", "Ctrl+Shift+S", ""),
    "import": ("Add a bill…", "Ctrl+I", "download"),
    "start": ("Start page", "Alt+Home", ""),
    "undo": ("Undo", "Ctrl+Z", "undo"),
    "redo": ("Redo", "Ctrl+Shift+Z", "redo"),
    "palette": ("Search or run a command", "Ctrl+K", "search"),
    "back": ("Previous step", "Alt+Left", "back"),
    "next": ("Next step", "Alt+Right", "chevron"),
    "panel": ("Show or hide the side panel", "F9", "panel"),
    "projector": ("Projector view", "F11", "projector"),
    "theme": ("Change light, dark, high contrast", "Ctrl+Shift+D", ""),
    "larger": ("Larger text", "Ctrl++", ""),
    "smaller": ("Smaller text", "Ctrl+-", ""),
    "sources": ("Sources and licences", "", ""),
    "about": ("About Isocost", "", ""),
    "quit": ("Quit", "Ctrl+Q", ""),
}


class Actions:
    """The window's actions by name.

    Args:
        owner: The window; shortcuts work wherever the focus is in it.
    """

    MENU = (
        *("new", "open", "sample", "save", "save_as", "import", "start", ""),
        *("undo", "redo", "palette", ""),
        *("panel", "projector", "theme", "larger", "smaller", ""),
        *("sources", "about", "quit"),
    )

    def __init__(self, owner: QWidget) -> None:
        self._actions = {name: QAction(words, owner) for name, (words, _, _) in _WORDS.items()}
        for name, (words, keys, _) in _WORDS.items():
            action = self._actions[name]
            action.setObjectName(f"action_{name}")
            action.setShortcuts([QKeySequence(key) for key in _keys(keys)])
            action.setToolTip(f"{words} ({keys})" if keys else words)
            owner.addAction(action)
        self.renew_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def renew_icons(self) -> None:
        """Draw the icons in the theme that is now in force."""
        for name, (_, _, sign) in _WORDS.items():
            if sign:
                self._actions[name].setIcon(icon(sign))

    def connect(self, **acts: Callable[[], object]) -> None:
        """Say what actions do."""
        for name, act in acts.items():
            self._actions[name.rstrip("_")].triggered.connect(lambda _=False, act=act: act())

    def connect_later(self, **acts: Callable[[], object]) -> None:
        """Say what actions do once the button or key that asked for them is done with."""
        for name, act in acts.items():
            self._actions[name].triggered.connect(
                lambda _=False, act=act: QTimer.singleShot(0, act)
            )

    def enable(self, names: tuple[str, ...], *, on: bool) -> None:
        """Allow or forbid some actions."""
        for name in names:
            self._actions[name].setEnabled(on)

    def all(self) -> list[QAction]:
        """Return the actions that can be done now, as the menu lists them."""
        listed = [self._actions[name] for name in self.MENU if name]
        return [action for action in listed if action.isEnabled()]


def _keys(stated: str) -> tuple[str, ...]:
    if stated == "Ctrl++":
        return ("Ctrl++", "Ctrl+=")
    if stated == "Ctrl+Shift+Z":
        return (stated, "Ctrl+Y")
    return (stated,) if stated else ()
