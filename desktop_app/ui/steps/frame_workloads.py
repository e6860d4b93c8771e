"""The work that every option must do: a line each, which opens to its demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.frame_words import demand_paths, workload_rows
from desktop_app.decision.edits import value_at
from desktop_app.decision.workload_edits import (
    add_workload,
    duplicate_workload,
    lines_for_alone,
    remove_workload,
)
from desktop_app.outcome import Refused
from desktop_app.ui.fields.form import Form
from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon
from desktop_app.ui.parts.button import small, tool
from desktop_app.ui.parts.layout import Divider, clear, column, row
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.narrow_form import NarrowForm

if TYPE_CHECKING:
    from desktop_app.analysis.frame_words import WorkloadRow
    from desktop_app.decision import Decision
    from desktop_app.decision.edits import Edit
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class WorkloadItem(QWidget):
    """One workload: a line, and below it the form of its demand while it is open."""

    def __init__(self, session: Session, guide: Guide, key: str) -> None:
        super().__init__()
        self.key = key
        self._session, self._guide = session, guide
        self._form: QWidget | None = None
        self.opener = tool("chevron", "Show the demand", self.turn)
        self._name = Said("", "body_strong")
        self._kind = Said("", "small", "text_tertiary")
        self._volume = Said("", guide=guide, right=True)
        self._growth = Said("", colour="text_secondary", guide=guide, right=True)
        self.copy_button = tool("plus", "Duplicate this workload", self._duplicate)
        self.remove_button = tool("trash", "Remove this workload", self._remove)
        line = QHBoxLayout()
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(current().px(10))
        for part in (self.opener, self._name, self._kind):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self._volume, self._growth, self.copy_button, self.remove_button):
            line.addWidget(part)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(line)

    @property
    def is_open(self) -> bool:
        """Whether its demand is shown."""
        return self._form is not None and not self._form.isHidden()

    def show_row(self, shown: WorkloadRow) -> None:
        """Say the workload as it is now."""
        self._name.say(shown.label)
        self._kind.say(shown.kind)
        self._volume.say(shown.volume, (shown.volume_path,))
        self._growth.say(shown.growth, (shown.growth_path,))
        for button, what in (
            (self.opener, "Hide the demand of" if self.is_open else "Show the demand of"),
            (self.copy_button, "Duplicate"),
            (self.remove_button, "Remove"),
        ):
            button.setToolTip(f"{what} {shown.label}")
            button.setAccessibleName(f"{what} {shown.label}")

    def turn(self) -> None:
        """Open the demand, or fold it."""
        self.open(opened=not self.is_open)

    def open(self, *, opened: bool) -> None:
        """Show the demand, made when it is first asked for."""
        if opened and self._form is None:
            self._form = self._made()
            self._layout.addWidget(self._form)
        if self._form is not None:
            self._form.setVisible(opened)
        self.opener.setIcon(icon("down" if opened else "chevron"))
        what = f"{'Hide' if opened else 'Show'} the demand of {self._name.text()}"
        self.opener.setToolTip(what)
        self.opener.setAccessibleName(what)

    def _made(self) -> QWidget:
        at = f"workloads.{self.key}"
        workload = value_at(self._session.store.decision, at)
        name = NarrowForm(self._session, self._guide, (f"{at}.label",), columns=2)
        demand = Form(self._session, self._guide, demand_paths(workload))
        return column(name, 8, demand, margins=(24, 4, 0, 12))

    def _duplicate(self) -> None:
        _require(self._session, duplicate_workload(self.key))

    def _remove(self) -> None:
        """Take it out at once; the note says what went with it, and how to have it back."""
        store, label = self._session.store, self._name.text()
        count = len(lines_for_alone(store.decision, self.key))
        if not _require(self._session, remove_workload(self.key)):
            return
        also = "" if not count else f", with {count} cost line{'s' if count > 1 else ''} for it"
        self._session.messages.post(f"{label} removed{also}.", "Undo", store.undo)


class Workloads(QWidget):
    """All workloads, and buttons for another."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session, self._guide = session, guide
        self.items: dict[str, WorkloadItem] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add_llm = small("Add language model", lambda: self._add("llm"))
        self.add_prediction = small("Add prediction model", lambda: self._add("traditional_ml"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._list)
        layout.addSpacing(current().px(6))
        layout.addWidget(row(self.add_llm, self.add_prediction, None))

    def show_decision(self, decision: Decision) -> None:
        """Show the workloads of a decision; those that were open stay open."""
        rows = workload_rows(decision)
        if tuple(self.items) != tuple(each.key for each in rows):
            self._renew([each.key for each in rows])
        for each in rows:
            self.items[each.key].show_row(each)

    def seek(self, path: str) -> QWidget | None:
        """Open the workload that a path is about and return the field for it."""
        _, _, rest = path.partition(".")
        item = self.items.get(rest.partition(".")[0])
        if item is None:
            return None
        item.open(opened=True)
        parts = path.split(".")
        names = (".".join(parts[:end]) for end in range(len(parts), 2, -1))
        fields = (item.findChild(QWidget, name) for name in names)
        return next((field for field in fields if field is not None), item.opener)

    def _renew(self, keys: list[str]) -> None:
        opened = {key for key, item in self.items.items() if item.is_open}
        clear(self._list)
        self.items = {}
        for key in keys:
            item = WorkloadItem(self._session, self._guide, key)
            self.items[key] = item
            self._list.addWidget(item)
            self._list.addWidget(Divider())
            if key in opened:
                item.open(opened=True)

    def _add(self, kind: str) -> None:
        before = set(self.items)
        edit = add_workload("llm" if kind == "llm" else "traditional_ml")
        if not _require(self._session, edit):
            return
        new = next(item for key, item in self.items.items() if key not in before)
        new.open(opened=True)
        new.opener.setFocus(Qt.FocusReason.OtherFocusReason)


def _require(session: Session, edit: Edit) -> bool:
    """Make a change that no field stands for; what refuses it is said in the message bar."""
    try:
        session.store.require(edit)
    except Refused as refusal:
        session.messages.post_refusal(refusal)
        return False
    return True
