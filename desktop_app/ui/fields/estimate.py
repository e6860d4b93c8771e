"""Low, most likely and high of a quantity, with the shape they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.typed import (
    check_limits,
    edited_unit,
    read_number,
    said_number,
    short_number,
    shown_number,
)
from desktop_app.decision.parts import Quantity
from desktop_app.outcome import Refused
from desktop_app.ui.fields.bound import BoundField
from desktop_app.ui.fields.box import Box
from desktop_app.ui.fields.density import Density
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.number import unit_head
from desktop_app.ui.fields.quantity import restated
from desktop_app.ui.look import current
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

_ENDS = ("low", "likely", "high")
_NAMES = {"low": "low", "likely": "most likely", "high": "high"}
_LINE, _GAP = 296, 8
"""Width of the three boxes in a form, and between them."""
_ONE_END = "A range needs both its low and its high."


class EstimateField(BoundField):
    """Shows a quantity in three boxes and edits it as one; both ends empty make it fixed.

    While the keyboard moves among the three, values that are not in order yet may stand; they
    are held against each other when the field is left or Enter is pressed.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the quantity.
        compact: Only the line of boxes; the shape appears below it while it is edited.
    """

    def __init__(
        self, session: Session, guide: Guide, path: str, *, compact: bool = False
    ) -> None:
        super().__init__(session, guide, path)
        self._compact = compact
        self._unit = Said("", "body", "text_secondary")
        factor = 100.0 if edited_unit(self.spec.unit).startswith("%") else 1.0
        self.density = Density(path, factor)
        self.boxes = {end: self._box(end) for end in _ENDS}
        self._bubble = _Bubble(self, self.density) if compact else None
        self._arrange()
        self._begin(*self.boxes.values())
        self.setFocusProxy(None)  # type: ignore[arg-type] # a proxy in the middle would cut Tab short
        self.setTabOrder(self.boxes["low"], self.boxes["likely"])
        self.setTabOrder(self.boxes["likely"], self.boxes["high"])

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the three numbers, the unit once, and the shape."""
        self._write_unit()
        is_stated = isinstance(value, Quantity)
        self.boxes["low"].setPlaceholderText("fixed" if is_stated else "")
        self.boxes["likely"].setPlaceholderText("" if is_stated else "not stated")
        for end, box in self.boxes.items():
            number = getattr(value, end) if is_stated else None
            box.put("" if number is None else self._written(number))
        self.density.show_quantity(value)
        self.density.setVisible(not self.density.is_empty)

    def _written(self, number: float) -> str:
        unit = self.spec.unit
        return short_number(number, unit) if self._compact else shown_number(number, unit)[0]

    def refuse(self, refusal: Refused) -> None:
        """Say why, mark what was typed, and offer the last good values."""
        stated = self.stated()
        offer = (
            f"Use {said_number(stated.likely, self.spec.unit)}"
            if isinstance(stated, Quantity)
            else ""
        )
        self.finding.say("problem", Note(refusal.message, refusal.hint, offer, self.restore))
        for box in self.boxes.values():
            box.mark_wrong(wrong=box.isModified())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.boxes["likely"].setFocus(event.reason())

    def _box(self, end: str) -> Box:
        box = Box(right=True)
        box.setAccessibleName(f"{self.spec.label}, {_NAMES[end]}")
        box.committed.connect(self._commit)
        box.restored.connect(self.restore)
        box.textEdited.connect(self._touched)
        box.focused.connect(self._moved)
        return box

    def _arrange(self) -> None:
        theme = current()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(_GAP))
        grid.setVerticalSpacing(0)
        for place, (end, box) in enumerate(self.boxes.items()):
            if not self._compact:
                grid.addWidget(Said(end, "small", "text_secondary"), 0, place)
            grid.addWidget(box, 1, place)
        grid.addWidget(self._unit, 1, 3)
        grid.setColumnStretch(4, 1)
        if not self._compact:
            grid.setRowMinimumHeight(2, theme.px(8))
            grid.addWidget(self.density, 3, 0, 1, 3)
        self._lay_out(grid)

    def _write_unit(self) -> None:
        self._unit.say("" if self._compact else edited_unit(self.spec.unit))
        self._unit.setVisible(not self._compact)
        if not self._compact:
            for box in self.boxes.values():
                box.fit(80)
            return
        last = self.boxes["high"]
        last.set_unit(unit_head(self.spec.unit))
        last.fit(112, least=52)
        rest = (current().px(_LINE) - last.width()) // 2 - current().px(_GAP)
        for end in ("low", "likely"):
            self.boxes[end].setFixedWidth(rest)

    @Slot()
    def _commit(self) -> None:
        stays = QApplication.focusWidget() in self.boxes.values()
        if any(box.isModified() for box in self.boxes.values()):
            is_enter = self.sender() is QApplication.focusWidget()
            try:
                self._keep(self._typed())
            except Refused as refusal:
                if is_enter or not stays:
                    self.refuse(refusal)
        if not stays:
            self._store.seal_step()

    def _typed(self) -> Quantity | None:
        """Read the three boxes.

        Raises:
            Refused: One of them is no number, outside the limits, or out of order.
        """
        texts = {end: box.text().strip() for end, box in self.boxes.items()}
        if self.form.is_optional and not any(texts.values()):
            return None
        read: dict[str, float | None] = {}
        for end, text in texts.items():
            read[end] = read_number(text, self.spec.unit) if text or end == "likely" else None
        if (read["low"] is None) != (read["high"] is None):
            raise Refused(_ONE_END, "Leave both empty for a fixed value.")
        for number in read.values():
            if number is not None:
                check_limits(number, self.spec)
        stated = self.stated()
        start = stated if isinstance(stated, Quantity) else Quantity(likely=0.0)
        return restated(start, **read)

    def _keep(self, quantity: Quantity | None) -> None:
        if _numbers(quantity) == _numbers(self.stated()):
            self.restore()  # the same numbers, written otherwise
        elif self.send(quantity):
            self.restore()

    @Slot()
    def _touched(self) -> None:
        for box in self.boxes.values():
            box.mark_wrong(wrong=False)
        self.finding.drop("problem")
        self.finding.say("hint", Note("Enter to keep, Esc to go back."))

    @Slot(bool)
    def _moved(self, here: bool) -> None:
        if self._bubble:
            stays = here or QApplication.focusWidget() in self.boxes.values()
            self._bubble.place(self.boxes["low"], shown=stays)


def _numbers(stated: object) -> tuple[float | None, ...]:
    if not isinstance(stated, Quantity):
        return ()
    return stated.low, stated.likely, stated.high


class _Bubble(QFrame):
    """Holds the shape below a line of boxes while one of them has the keyboard."""

    def __init__(self, field: EstimateField, density: Density) -> None:
        super().__init__(field)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._field, self._density = field, density
        field.destroyed.connect(self.deleteLater)  # it may belong to the window just then
        side = current().px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, side, side, 0)
        layout.addWidget(density)
        self.hide()

    def place(self, below: QWidget, *, shown: bool) -> None:
        """Come up below a widget of the same window, or go away."""
        shown = shown and not self._density.is_empty
        window = below.window() if shown else self._field
        if self.parentWidget() is not window:
            self.setParent(window)
        if shown:
            spot = below.mapTo(window, QPoint(0, below.height() + current().px(4)))
            self.adjustSize()
            self.move(spot)
            self.raise_()
        self.setVisible(shown)
