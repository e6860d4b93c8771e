"""What the person is told when the program met an error that nobody foresaw."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from shiboken6 import isValid

import desktop_app
from desktop_app.ui.dialogs.frame import Framed
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SORRY = (
    "This is a fault of the program, not of anything you did. What was under way has stopped; "
    "everything else goes on."
)
_KEPT = (
    "Your work is kept in a recovery copy on this computer. Save it now; if the program has to "
    "be closed, the copy is offered at the next start."
)
_DETAILS = (
    "To report the fault, copy these details. They name places in the program and versions, and "
    "nothing of your decision or your bills. Nothing is sent."
)


class CrashDialog(Framed):
    """Says that something failed and shows where; further errors join the first."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Something went wrong in Isocost", (620, 480))
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Details of the fault")
        self._details.setFont(current().font("small"))
        self._details.setTabChangesFocus(True)
        fill(self.whole, Said(_SORRY, wrap=True), Said(_KEPT, "body_strong", wrap=True))
        fill(self.whole, Said(_DETAILS, "small", "text_secondary", wrap=True))
        self.whole.addWidget(self._details, 1)
        self.add_foot("Copy details", self.text)

    def add(self, error: BaseException) -> None:
        """Show where another error came from; the same one is shown once."""
        told = details(error)
        if told not in self.text():
            self._details.setPlainText(f"{self.text()}\n\n{told}".strip())

    def text(self) -> str:
        """The details as they are copied."""
        return self._details.toPlainText()


def show_crash(parent: QWidget | None, error: BaseException) -> CrashDialog:
    """Tell the person of an error, without blocking; one dialog tells of all of them.

    Args:
        parent: The window, or None when there is none yet.
        error: What nobody foresaw.
    """
    dialog = next((one for one in _open() if one.parentWidget() is parent), None)
    dialog = dialog or CrashDialog(parent)
    dialog.add(error)
    dialog.show()
    dialog.raise_()
    return dialog


def _open() -> list[CrashDialog]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    return [one for one in found if isValid(one) and one.isVisible()]


def details(error: BaseException) -> str:
    """Say where an error came from and on what it ran.

    The error's own words are left out, and so are folders: both can name what the person works
    on.
    """
    places = (
        f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    kinds = (type(one).__name__ for one in _chain(error))
    return "\n".join((f"Kind: {', from '.join(kinds)}", "At:", *places, "", *_versions()))


def _chain(error: BaseException) -> list[BaseException]:
    """The error and those that led to it."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found:
        found.append(one)
        one = one.__cause__ or one.__context__
    return found


def _place(file: str) -> str:
    """A file from the program's folder on, or its bare name."""
    parts = Path(file).parts
    package = desktop_app.__name__
    return "/".join(parts[parts.index(package) :]) if package in parts else Path(file).name


def _versions() -> tuple[str, ...]:
    return (
        f"Isocost {desktop_app.__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
    )
