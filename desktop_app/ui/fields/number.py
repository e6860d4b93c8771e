"""A number of the decision, typed into a box with its unit inside."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from desktop_app.analysis.typed import (
    check_limits,
    edited_unit,
    read_number,
    read_whole,
    said_number,
    shown_number,
)
from desktop_app.decision.parts import Quantity
from desktop_app.outcome import Refused
from desktop_app.ui.fields.bound import GONE, BoundField
from desktop_app.ui.fields.box import Box
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.quantity import restated

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

WIDTH = 112


class NumberField(BoundField):
    """Shows the number at a path and edits it; of a quantity, its most likely value.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the number.
        short_unit: Write only the head of the unit, "EUR" of "EUR a kW and month", because a
            form says the rest.
    """

    def __init__(
        self, session: Session, guide: Guide, path: str, *, short_unit: bool = False
    ) -> None:
        super().__init__(session, guide, path)
        self._short = short_unit
        self.box = Box(right=True)
        self.box.let_step()
        self.box.committed.connect(self._commit)
        self.box.restored.connect(self.restore)
        self.box.stepped.connect(self._step)
        self.box.textEdited.connect(self._touched)
        self._lay_out(self.box)
        self._begin(self.box)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the number as it is edited, with its unit."""
        unit = unit_head(self.spec.unit) if self._short else edited_unit(self.spec.unit)
        self.box.set_unit(unit)
        self.box.fit(WIDTH)
        number = _number(value)
        self.box.put("" if number is None else shown_number(number, self.spec.unit)[0])

    def refuse(self, refusal: Refused) -> None:
        """Say why, beside the box, and offer the last good value."""
        number = _number(self.stated())
        offer = "" if number is None else f"Use {said_number(number, self.spec.unit)}"
        self.finding.say("problem", Note(refusal.message, refusal.hint, offer, self.restore))
        self.box.mark_wrong(wrong=True)

    @Slot()
    def _commit(self) -> None:
        if self.box.isModified():
            try:
                self._keep(self._typed())
            except Refused as refusal:
                self.refuse(refusal)
        if not self.box.hasFocus():
            self._store.seal_step()

    def _typed(self) -> float | None:
        text = self.box.text()
        if not text.strip() and self.form.is_optional:
            return None
        read = read_whole if self.form.kind == "whole" else read_number
        number = read(text, self.spec.unit)
        check_limits(number, self.spec)
        return number

    def _keep(self, number: float | None) -> None:
        stated = self.stated()
        value: object = number
        if number is not None and self.form.kind == "quantity":
            value = (
                restated(stated, likely=number)
                if isinstance(stated, Quantity)
                else Quantity(likely=number)
            )
        if number is not None and stated is not GONE and _number(stated) == number:
            self.restore()  # the same number, written otherwise
        elif self.send(value):
            self.restore()

    @Slot(int)
    def _step(self, steps: int) -> None:
        """Go up or down by one in the second digit; while keys repeat it is one undo step."""
        number = _number(self.stated())
        if self.box.isModified() or number is None:
            return
        factor = 100 if edited_unit(self.spec.unit).startswith("%") else 1
        size = math.floor(math.log10(abs(number * factor))) - 1 if number else 0
        step = 10.0 ** max(size, 0 if self.form.kind == "whole" else size) / factor
        moved = round(number + steps * step, 12)
        low = -math.inf if self.spec.low is None else self.spec.low
        high = math.inf if self.spec.high is None else self.spec.high
        moved = min(max(moved, low), high)
        try:
            self._keep(round(moved) if self.form.kind == "whole" else moved)
        except Refused as refusal:
            self.finding.say("problem", Note(refusal.message, refusal.hint))

    @Slot()
    def _touched(self) -> None:
        self.box.mark_wrong(wrong=False)
        self.finding.drop("problem")
        self.finding.say("hint", Note("Enter to keep, Esc to go back."))


def unit_head(unit: str) -> str:
    """Return what a box says of a unit where a form says the rest: "EUR"."""
    words = edited_unit(unit)
    return words if len(words) <= 9 else words.split(" ", 1)[0]


def unit_rest(unit: str) -> str:
    """Return what a form has to say of a unit besides: "a kW and month"."""
    return edited_unit(unit).removeprefix(unit_head(unit)).strip()


def _number(value: Any) -> float | None:  # noqa: ANN401 - documents hold many types
    if value is GONE or value is None:
        return None
    number: float = value.likely if isinstance(value, Quantity) else value
    return number
