"""What rules an option out, as two boxes on its page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.decision.option_edits import rule_out
from desktop_app.outcome import Refused
from desktop_app.ui.fields.box import Box
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.layout import column
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from desktop_app.decision.governance import Exclusion
    from desktop_app.session import Session

BOXES = (
    ("Ruled out because", "Nothing: it may be chosen", 3),
    ("Stated by", "Name and role", 1),
)
"""Label, words while empty, and share of the width."""


class Limit(QWidget):
    """What rules an option out, whatever it costs, and who says so."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._key = session, ""
        self.reason, self.stated_by = Box(), Box()
        self.admit = link("Admit it again", self._admit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box, (label, empty, wide) in zip(self._boxes, BOXES, strict=True):
            box.setAccessibleName(label)
            box.setPlaceholderText(empty)
            box.committed.connect(self._send)
            box.restored.connect(self._show)
            layout.addWidget(column(Said(label, "small", "text_secondary"), box, gap=2), wide)
        layout.addWidget(self.admit)

    def open(self, key: str) -> None:
        """Stand for another option."""
        self._key = key
        self._show()

    def refresh(self) -> None:
        """Show what the document states, but for a box that is being typed into."""
        stated = self._stated
        for box, text in zip(self._boxes, _texts(stated), strict=True):
            if not (box.hasFocus() and box.isModified()):
                box.put(text)
        self.stated_by.setEnabled(stated is not None)
        self.admit.setVisible(stated is not None)

    @property
    def _boxes(self) -> tuple[Box, Box]:
        return self.reason, self.stated_by

    @property
    def _stated(self) -> Exclusion | None:
        stated = self._session.store.decision.exclusions
        return next((each for each in stated if each.option == self._key), None)

    def _show(self) -> None:
        """Forget what was typed."""
        for box in self._boxes:
            box.setModified(False)
        self.refresh()

    def _send(self) -> None:
        stated, said = self._stated, tuple(box.text().strip() for box in self._boxes)
        if not self._key or said == _texts(stated) or (not said[0] and stated is None):
            return
        self._apply(said[0], said[1], stated.on if stated else date.today())

    def _admit(self) -> None:
        self._apply("", "", None)

    def _apply(self, reason: str, stated_by: str, day: date | None) -> None:
        store = self._session.store
        try:
            store.require(rule_out(self._key, reason, stated_by, day))
        except Refused as refusal:
            self._session.messages.post_refusal(refusal)
            return
        store.seal_step()
        self._show()


def _texts(stated: Exclusion | None) -> tuple[str, str]:
    return (stated.reason, stated.stated_by) if stated else ("", "")
