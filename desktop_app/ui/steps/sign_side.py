"""What stands beside the report: what is open, what is in it, and how it can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import tool
from desktop_app.ui.parts.layout import Divider, clear, column, fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.readiness import Point
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class Ready(QWidget):
    """What is settled and what is open before signing; each line leads to its input."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._points: tuple[Point, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_points(self, points: Sequence[Point]) -> None:
        """Replace what is shown."""
        if tuple(points) == self._points:
            return
        self._points = tuple(points)
        clear(self._layout)
        for point in points:
            fill(self._layout, 4, self._line(point))
        fill(self._layout, 8, Divider())

    def _line(self, point: Point) -> QWidget:
        words = [Sought(point.text, point.path, self._guide)]
        if point.note:
            words.append(Sought(point.note, "", self._guide, "small", "text_tertiary"))
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().px(6))
        layout.addWidget(_sign(point), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(column(*words), 1)
        return line


class Fingerprint(QWidget):
    """The decision's fingerprint in short, with a button that copies the whole of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._seal = session, ""
        self._short = Said("–", right=True)
        self.copy_button = tool("file", "Copy the whole fingerprint", self._copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Said("Fingerprint", colour="text_secondary"))
        layout.addStretch(1)
        layout.addWidget(self._short)
        layout.addWidget(self.copy_button)
        self.show_seal("")

    def show_seal(self, seal: str) -> None:
        """Show another fingerprint; an empty one while it is not known."""
        self._seal = seal
        self._short.say(short_form(seal) if seal else "–")
        self._short.setToolTip(seal)
        self.copy_button.setEnabled(bool(seal))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._seal)
        self._session.messages.post("Fingerprint copied.")


def short_form(seal: str) -> str:
    """Write a fingerprint as people compare it: "9b1e 44c7 … d02a"."""
    return f"{seal[:4]} {seal[4:8]} … {seal[-4:]}"


def contents_said(pages: int, chapters: Sequence[str]) -> str:
    """Say what is in a report: its pages and the names of its chapters."""
    names = [title.partition(" · ")[2] or title for title in chapters]
    said = ", ".join(name[0].lower() + name[1:] for name in names if name)
    count = f"{pages} page{'' if pages == 1 else 's'}"
    return f"{count}: {said}." if said else f"{count}."


def _sign(point: Point) -> QWidget:
    if point.is_settled:
        sign = Glyph("check", "ok")
        sign.setAccessibleName("Settled")
    else:
        sign = Glyph("alert", "problem" if point.blocks else "caution")
        sign.setAccessibleName("Open")
    return column(2, sign)
