"""A yes or no of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox

from desktop_app.ui.fields.bound import BoundField

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class FlagField(BoundField):
    """Shows whether something is so and lets it be changed."""

    def __init__(self, session: Session, guide: Guide, path: str) -> None:
        super().__init__(session, guide, path)
        self.box = QCheckBox("yes")
        self.box.toggled.connect(self._send)
        self._lay_out(self.box)
        self.box.setAccessibleName(self.spec.label)
        self._begin(self.box)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Tick the box, or not."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    @Slot(bool)
    def _send(self, ticked: bool) -> None:
        self.send(ticked)
        self._store.seal_step()
