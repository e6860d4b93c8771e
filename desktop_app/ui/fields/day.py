"""A day of the decision, typed in full or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout

from desktop_app.analysis.typed import read_day
from desktop_app.outcome import Refused
from desktop_app.ui.fields.bound import GONE, BoundField
from desktop_app.ui.fields.box import Box
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.popover import Popover
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import tool

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class DayField(BoundField):
    """Shows the day at a path and edits it."""

    def __init__(self, session: Session, guide: Guide, path: str) -> None:
        super().__init__(session, guide, path)
        self.box = Box()
        self.box.setFixedWidth(current().px(112))
        self.box.setPlaceholderText("2027-01-31")
        self.box.committed.connect(self._commit)
        self.box.restored.connect(self.restore)
        self.button = tool("down", f"{self.spec.label}: calendar", self._open)
        line = QHBoxLayout()
        line.setSpacing(current().px(4))
        line.addWidget(self.box)
        line.addWidget(self.button)
        line.addStretch(1)
        self._lay_out(line)
        self._begin(self.box)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the day as year, month and day."""
        self.box.put(value.isoformat() if value else "")

    def refuse(self, refusal: Refused) -> None:
        """Say why, beside the box, and offer the last good day."""
        stated = self.stated()
        offer = "" if stated in {GONE, None} else f"Use {stated.isoformat()}"
        self.finding.say("problem", Note(refusal.message, refusal.hint, offer, self.restore))
        self.box.mark_wrong(wrong=True)

    @Slot()
    def _commit(self) -> None:
        if self.box.isModified():
            text = self.box.text().strip()
            try:
                day = None if not text and self.form.is_optional else read_day(text)
            except Refused as refusal:
                self.refuse(refusal)
            else:
                if self.send(day):
                    self.restore()
        if not self.box.hasFocus():
            self._store.seal_step()

    def _open(self) -> None:
        sheet = Popover(self.button, f"{self.spec.label}: calendar")
        calendar = QCalendarWidget()
        stated = self.stated()
        if stated not in {GONE, None}:
            calendar.setSelectedDate(QDate(stated.year, stated.month, stated.day))

        def take(day: QDate) -> None:
            sheet.close()
            if self.send(read_day(day.toString("yyyy-MM-dd"))):
                self.restore()
            self._store.seal_step()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        sheet.body.addWidget(calendar)
        sheet.open_below(calendar)
