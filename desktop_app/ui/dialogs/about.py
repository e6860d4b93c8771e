"""Help > About: the version, the licence, and the libraries and faces inside."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion

import desktop_app
from desktop_app.ui.dialogs.frame import Framed, selectable
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.parts.layout import Thing

_PURPOSE = (
    "Decide how and where to run AI: from a real bill to a decision report that verifies itself."
)

_LIBRARIES = {
    "duckdb": "MIT",
    "numpy": "BSD-3-Clause and others",
    "pandas": "BSD-3-Clause",
    "pikepdf": "MPL-2.0",
    "platformdirs": "MIT",
    "pydantic": "MIT",
    "pypdfium2": "BSD-3-Clause, Apache-2.0",
    "pyqtgraph": "MIT",
    "PyYAML": "MIT",
    "reportlab": "BSD-3-Clause",
    "rfc8785": "Apache-2.0",
    "typing-extensions": "PSF-2.0",
}
"""Licences as the libraries state them; versions are those that run."""


class AboutDialog(Framed):
    """Says what this program is, and under which licences its parts come."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, f"Isocost {desktop_app.__version__}", (560, 520))
        fill(self.whole, Said(_PURPOSE, "body", "text_secondary", wrap=True))
        things: list[Thing] = []
        for head, text in _notices():
            head_words = Said(head, "body_strong", wrap=True)
            things += [head_words, selectable(Said(text, wrap=True)), 10]
        self.add_scrolling(things)
        self.add_foot("Copy versions", self.text)

    def text(self) -> str:
        """Everything the dialog says, as it is copied."""
        said = (f"{head}\n{text}" for head, text in _notices())
        return "\n\n".join((f"Isocost {desktop_app.__version__}", *said)) + "\n"


def _notices() -> tuple[tuple[str, str], ...]:
    return (
        ("This program", "Licensed under the Apache License, version 2.0."),
        (
            f"Qt {qVersion()} and Qt for Python (PySide6) {PySide6.__version__}",
            "Used under the GNU Lesser General Public License, version 3. Copyright The Qt "
            "Company Ltd. and other contributors. They are separate libraries, loaded when the "
            "program starts, and you may replace them by your own builds of them.",
        ),
        (
            "IBM Plex Sans and IBM Plex Mono",
            "Used under the SIL Open Font License, version 1.1. Copyright 2017 IBM Corp., with "
            "the reserved font name Plex. The licence lies beside the fonts.",
        ),
        (f"Python {platform.python_version()} and further libraries", _libraries()),
    )


def _libraries() -> str:
    return "\n".join(f"{name} {_version(name)}: {licence}" for name, licence in _LIBRARIES.items())


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # a program frozen without their notes
        return "of unknown version"
