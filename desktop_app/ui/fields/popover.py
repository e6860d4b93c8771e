"""A small sheet that opens beside what it is about and closes with Esc or a click elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


class Popover(QFrame):
    """Holds a few widgets below the one they belong to."""

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._owner = owner
        self.setObjectName("card")
        self.setAccessibleName(name)
        theme = current()
        self.body = QVBoxLayout(self)
        side = theme.px(12)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(300))

    def open_below(self, first: QWidget) -> None:
        """Open below the owner, within the screen, with the keyboard at ``first``."""
        self.adjustSize()
        spot = self._owner.mapToGlobal(QPoint(0, self._owner.height() + current().px(4)))
        screen = self._owner.screen().availableGeometry()
        spot.setX(max(min(spot.x(), screen.right() - self.width()), screen.left()))
        if spot.y() + self.height() > screen.bottom():
            above = self._owner.mapToGlobal(QPoint(0, 0)).y() - self.height() - current().px(4)
            spot.setY(max(above, screen.top()))
        self.move(spot)
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what was typed there is kept, as when one leaves a field
        super().closeEvent(event)
        self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
