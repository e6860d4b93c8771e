"""What a quantity rests on: said beside it, and changed on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop_app.decision.edits import value_at
from desktop_app.decision.parts import NEUTRAL, Quantity
from desktop_app.ui.fields.choice import ChoiceField
from desktop_app.ui.fields.day import DayField
from desktop_app.ui.fields.popover import Popover
from desktop_app.ui.fields.text import TextField
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.tag import grade_tag
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.decision import Decision
    from desktop_app.decision.parts import Evidence
    from desktop_app.session import Session
    from desktop_app.ui.fields.bound import BoundField
    from desktop_app.ui.parts.guide import Guide

    MakeField = Callable[[Session, Guide, str], BoundField]

_LONGEST, _LEAST, _EDGE = 220, 40, 6


def said_source(evidence: Evidence) -> str:
    """Say where a number was found, and when: "Halden quote, 2026-11-12"."""
    if evidence.source == NEUTRAL:
        return "not stated, neutral value"
    day = evidence.on.isoformat() if evidence.on else ""
    return ", ".join(part for part in (evidence.source, day) if part) or "no source stated"


class EvidenceButton(QWidget):
    """Shows the grade and the source of a quantity; opens a sheet to change them.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the quantity.
    """

    def __init__(self, session: Session, guide: Guide, path: str) -> None:
        super().__init__()
        self._session, self._guide, self._path = session, guide, path
        self.button: QPushButton = link("", self.open)
        self.button.setFont(current().font("small"))
        self.button.setMinimumWidth(1)  # a long source gives way to the grade beside it
        self._said = ""
        self.setMinimumWidth(1)
        self._tag: QWidget | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(current().px(8))
        self._line.addWidget(self.button)
        self._line.addStretch(1)
        self._show()
        session.store.changed.connect(self._show)

    def open(self) -> Popover | None:
        """Open the sheet with grade, source, owner and days; None where nothing is stated."""
        if _evidence(self._session.store.decision, self._path) is None:
            return None
        sheet = Popover(self.button, "Evidence")
        fields: list[BoundField] = []
        for name in ("grade", "source", "owner", "on", "expires"):
            field = _field_of(name)(self._session, self._guide, f"{self._path}.evidence.{name}")
            sheet.body.addWidget(Said(field.spec.label, "small", "text_secondary"))
            sheet.body.addWidget(field)
            fields.append(field)
        sheet.open_below(fields[0])
        return sheet

    @Slot()
    def _show(self) -> None:
        evidence = _evidence(self._session.store.decision, self._path)
        self.setEnabled(evidence is not None)
        if self._tag is not None:
            self._line.removeWidget(self._tag)
            self._tag.deleteLater()
            self._tag = None
        if evidence is None:
            self._said = ""
            self.button.setText("")
            return
        said = said_source(evidence)
        self._said = said
        self.button.setToolTip(said)
        self.button.setAccessibleName(f"{evidence.grade}: {said}")
        self.button.setAccessibleDescription("Opens the evidence of this number.")
        if evidence.source != NEUTRAL:
            self._tag = grade_tag(evidence.grade)
            self._line.insertWidget(0, self._tag)
        self._cut()

    def _cut(self) -> None:
        """Say as much of the source as there is room for beside its grade."""
        tag = self._tag.sizeHint().width() + self._line.spacing() if self._tag is not None else 0
        if self._tag is not None:
            self._tag.setVisible(self.width() - tag >= current().px(_LEAST))
            tag = tag if self._tag.isVisibleTo(self) else 0
        room = min(self.width() - tag, current().px(_LONGEST)) - current().px(_EDGE)
        short = self.button.fontMetrics().elidedText(
            self._said, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        self.button.setText(short.replace("&", "&&"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


def _evidence(decision: Decision, path: str) -> Evidence | None:
    try:
        stated = value_at(decision, path)
    except KeyError:
        return None
    return stated.evidence if isinstance(stated, Quantity) else None


def _field_of(name: str) -> MakeField:
    if name == "grade":
        return ChoiceField
    return DayField if name in ("on", "expires") else TextField
