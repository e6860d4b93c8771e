"""One of so many words: kinds, grades, and names of other parts of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from desktop_app.decision.fields import form_at
from desktop_app.ui.fields.bound import GONE, BoundField
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import row

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from desktop_app.decision import Decision
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide

NOT_STATED = "not stated"


def choices_of(decision: Decision, path: str) -> tuple[tuple[object, str], ...]:
    """Return the values to choose from at ``path``, each with its words; none for free text."""
    form, name = form_at(decision, path), path.rpartition(".")[2]
    empty: tuple[tuple[object, str], ...] = ((None, NOT_STATED),) if form.is_optional else ()
    if form.kind == "choice":
        return (*empty, *((word, said_choice(word)) for word in form.choices))
    named = named_parts(decision, name)
    return (*empty, *named) if named else ()


def named_parts(decision: Decision, name: str) -> tuple[tuple[object, str], ...]:
    """Return keys and names of the parts that a field of this name points to."""
    parts: dict[str, tuple[Any, ...]] = {
        "baseline": decision.options,
        "option": decision.options,
        "bill": decision.bills,
        "workload": decision.workloads,
    }
    return tuple((part.key, part.label) for part in parts.get(name, ()))


def said_choice(word: str) -> str:
    """Say a word of the model: "fully managed" for fully_managed."""
    return word.replace("_", " ") or NOT_STATED


class ChoiceField(BoundField):
    """Shows the choice made at a path and lets another be made."""

    def __init__(self, session: Session, guide: Guide, path: str) -> None:
        super().__init__(session, guide, path)
        self.box = _Choices()
        self.box.setMinimumWidth(current().px(200))
        self.box.setFixedHeight(current().px(32))
        self.box.activated.connect(self._choose)
        self._lay_out(row(self.box, None))
        self._begin(self.box)
        session.store.changed.connect(self._show_again)  # names of other parts may have changed

    @property
    def choices(self) -> tuple[tuple[object, str], ...]:
        """Values to choose from, each with its words."""
        return choices_of(self._store.decision, self.path)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - as in the storey below
        """Show the words of the choice made."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice, words in self.choices:
                self.box.addItem(words, choice)
            values = [choice for choice, _ in self.choices]
            self.box.setCurrentIndex(values.index(value) if value in values else -1)

    @Slot()
    def _show_again(self) -> None:
        value = self.stated()
        if value is not GONE:
            self.show_value(value)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.send(self.choices[place][0])
        self._store.seal_step()
        self._show_again()


class _Choices(QComboBox):
    """A list that a turning wheel scrolls past, not through."""

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
