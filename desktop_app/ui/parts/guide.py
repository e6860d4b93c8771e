"""How parts of the window ask for another place in it, without knowing who answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Guide(QObject):
    """Carries requests to the window.

    Signals:
        explained: Origins of a number somebody asks about, a tuple of figure keys or paths.
        sought: A document path whose input is to be shown and focused.
        turned: Key of the step to turn to.
        signed: Name of the person at this machine, once it was given.

    Attributes:
        author: That name; empty when nobody has said it.
    """

    explained = Signal(tuple)
    sought = Signal(str)
    turned = Signal(str)
    signed = Signal(str)

    def __init__(self, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author

    def name_author(self, name: str) -> None:
        """Remember who signs comments at this machine."""
        self.author = name
        self.signed.emit(name)

    def explain(self, *origins: str) -> None:
        """Ask where a number comes from."""
        if origins:
            self.explained.emit(origins)

    def seek(self, path: str) -> None:
        """Ask for the input at a document path."""
        self.sought.emit(path)

    def turn(self, step: str) -> None:
        """Ask for a step."""
        self.turned.emit(step)
