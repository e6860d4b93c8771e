"""What all fields share: one path of the decision, its words, and its findings.

A field keeps no value of its own. It shows the document and sends edits, also when its own
edit comes back.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop_app.analysis.typed import edited_unit, limits_said
from desktop_app.decision.edits import set_value, value_at
from desktop_app.decision.fields import field_spec, form_at
from desktop_app.outcome import Refused
from desktop_app.ui.fields.finding import FindingLine, Note

if TYPE_CHECKING:
    from desktop_app.decision import Decision
    from desktop_app.session import Change, Session
    from desktop_app.ui.parts.guide import Guide

GONE = object()
"""Stands for the value of a path that does not exist, or no longer."""


class BoundField(QWidget):
    """A field for what stands at one path.

    Attributes:
        path: Of the value in the document; also the name of the widget.
        spec: Label, unit, limits and help, from the model.
        form: What may stand here, from the model.
        finding: Says what there is to say about the value. A form may move it beside the field.
    """

    def __init__(self, session: Session, guide: Guide, path: str) -> None:
        super().__init__()
        self._session, self._store, self._guide = session, session.store, guide
        self.path = path
        self.spec = field_spec(self._store.decision, path)
        self.form = form_at(self._store.decision, path)
        self.finding = FindingLine(path, self)
        self.setObjectName(path)

    @property
    def description(self) -> str:
        """Help, unit and limits in words, for those who cannot see the field."""
        unit = edited_unit(self.spec.unit)
        said = (self.spec.help, f"In {unit}." if unit else "", limits_said(self.spec))
        return " ".join(part for part in said if part)

    @abstractmethod
    def show_value(self, value: Any) -> None:  # noqa: ANN401 - documents hold many types
        """Show what stands in the document."""

    def refuse(self, refusal: Refused) -> None:
        """Say why what was typed cannot be taken."""
        self.finding.say("problem", Note(refusal.message, refusal.hint))

    def stated(self) -> Any:  # noqa: ANN401 - likewise
        """Return what stands in the document, or ``GONE``."""
        return _at(self._store.decision, self.path)

    def restore(self) -> None:
        """Show what stands in the document, whatever was typed."""
        self.finding.drop("problem", "hint")
        value = self.stated()
        if value is not GONE:
            self.show_value(value)

    def send(self, value: object) -> bool:
        """Put a value into the document, or say why it cannot be."""
        self.finding.drop("problem", "hint")
        if self.stated() is GONE:  # half typed when its part was removed
            return False
        edit = set_value(self.path, value, self.spec.label.lower())
        return self._store.apply(edit)

    def _lay_out(self, editor: QWidget | QLayout) -> None:
        """Put the editor above what there is to say about its value."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if isinstance(editor, QLayout):
            layout.addLayout(editor)
        else:
            layout.addWidget(editor)
        layout.addWidget(self.finding)

    def _begin(self, *editors: QWidget) -> None:
        """Name the editors after the field, show the value and follow the document."""
        for editor in editors:
            editor.setAccessibleName(editor.accessibleName() or self.spec.label)
            editor.setAccessibleDescription(self.description)
            editor.setToolTip(self.description)
        self.setFocusProxy(editors[0])
        self.restore()
        self._store.changed.connect(self._follow)
        self._store.refused.connect(self._hear)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        before, after = _at(change.before, self.path), _at(change.after, self.path)
        self.setEnabled(after is not GONE)
        if after is GONE:
            return
        spec = field_spec(change.after, self.path)
        if spec != self.spec or after != before:
            self.spec = spec
            self.restore()

    @Slot(str, str)
    def _hear(self, path: str, sentence: str) -> None:
        if path == self.path:
            self.refuse(Refused(sentence))


def _at(decision: Decision, path: str) -> Any:  # noqa: ANN401 - documents hold many types
    try:
        return value_at(decision, path)
    except KeyError:
        return GONE
