"""A form is a list of paths: each row has the input, its value, and what there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.decision.checks import advice
from desktop_app.decision.fields import form_at
from desktop_app.ui.fields.choice import ChoiceField, choices_of
from desktop_app.ui.fields.comment import CommentButton
from desktop_app.ui.fields.day import DayField
from desktop_app.ui.fields.estimate import EstimateField
from desktop_app.ui.fields.evidence import EvidenceButton
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.flag import FlagField
from desktop_app.ui.fields.number import NumberField, unit_rest
from desktop_app.ui.fields.table import TableField
from desktop_app.ui.fields.text import TextField
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop_app.outcome import Finding
    from desktop_app.session import Session
    from desktop_app.ui.fields.bound import BoundField
    from desktop_app.ui.parts.guide import Guide

INPUT_WIDTH, VALUE_WIDTH = 184, 296
_GAP = 12


def field_for(session: Session, guide: Guide, path: str, *, point: bool = False) -> BoundField:
    """Return the field for what stands at a path, as a form shows it.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        path: Of the value.
        point: Show a quantity as one number, without its range.

    Raises:
        KeyError: There is no such field, or nobody types into it.
    """
    kind = form_at(session.store.decision, path).kind
    if kind == "quantity" and not point:
        return EstimateField(session, guide, path, compact=True)
    if kind == "decimal":
        raise KeyError(path)  # the exact amount of a paper stands in a table with its paper
    if kind in {"quantity", "number", "whole"}:
        return NumberField(session, guide, path, short_unit=True)
    if choices_of(session.store.decision, path):
        return ChoiceField(session, guide, path)
    plain = {"day": DayField, "flag": FlagField, "parts": TableField}.get(kind, TextField)
    return plain(session, guide, path)


class Form(QWidget):
    """Rows of input, value, and finding or source.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        paths: Of the inputs, in order.
        points: Quantities to show as one number, without their range.
        head: Whether the heads of the columns stand above.
    """

    def __init__(
        self,
        session: Session,
        guide: Guide,
        paths: Sequence[str],
        *,
        points: Collection[str] = (),
        head: bool = True,
    ) -> None:
        super().__init__()
        self._session = session
        self.fields: dict[str, BoundField] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if head:
            layout.addWidget(_heads())
        for path in paths:
            field = field_for(session, guide, path, point=path in points)
            self.fields[path] = field
            layout.addWidget(_Row(session, guide, field))
            layout.addWidget(Divider())
        layout.addStretch(1)
        session.store.changed.connect(self._advise)
        session.results.studied.connect(self._advise)
        self._advise()

    def focus(self, path: str) -> bool:
        """Put the keyboard into the field of a path, or of the part it belongs to."""
        while path:
            if path in self.fields:
                self.fields[path].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            path = path.rpartition(".")[0]
        return False

    @property
    def problems(self) -> tuple[str, ...]:
        """Paths of the fields in which something stands that cannot be taken."""
        return tuple(p for p, field in self.fields.items() if field.finding.level == "problem")

    @property
    def cautions(self) -> tuple[str, ...]:
        """Paths of the fields about which there is an advice."""
        return tuple(p for p, field in self.fields.items() if field.finding.level == "caution")

    @Slot()
    def _advise(self) -> None:
        """Say beside each field what the decision, or its results, give reason to check."""
        study, decision = self._session.results.study, self._session.store.decision
        is_current = study is not None and study.decision is decision
        found = study.analysis.findings if study and is_current else advice(decision)
        for path, field in self.fields.items():
            mine = _about(path, found)
            if mine is None:
                field.finding.drop("caution")
            else:
                field.finding.say("caution", Note(mine.message, mine.hint))


class _Row(QWidget):
    """One input of a form."""

    def __init__(self, session: Session, guide: Guide, field: BoundField) -> None:
        super().__init__()
        theme = current()
        self.setMinimumHeight(theme.px(52))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        line.setSpacing(theme.px(_GAP))
        is_table = isinstance(field, TableField)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        upright = top if is_table or isinstance(field, TextField) else middle
        line.addWidget(_label(field), alignment=upright)
        if is_table:
            line.addWidget(field, stretch=1)
            return
        field.setFixedWidth(theme.px(VALUE_WIDTH))
        line.addWidget(field, alignment=upright)
        line.addWidget(self._said(session, guide, field), stretch=1, alignment=upright)
        remarks = CommentButton(session, guide, field.path, field.spec.label)
        line.addWidget(remarks, alignment=upright)

    def _said(self, session: Session, guide: Guide, field: BoundField) -> QWidget:
        """The finding, and in its absence the source."""
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(field.finding)
        field.finding.setVisible(field.finding.level is not None)
        if field.form.kind == "quantity":
            source = EvidenceButton(session, guide, field.path)
            layout.addWidget(source)
            source.setVisible(field.finding.level is None)
            field.finding.turned.connect(lambda said: source.setVisible(not said))
        return cell


def _label(field: BoundField) -> QWidget:
    """The name of an input and, small, what its boxes mean."""
    label = QWidget()
    label.setFixedWidth(current().px(INPUT_WIDTH))
    layout = QVBoxLayout(label)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    name = Said(field.spec.label, wrap=True)
    name.setBuddy(field)
    name.setToolTip(field.description)
    layout.addWidget(name)
    small = _small(field)
    if small:
        layout.addWidget(Said(small, "small", "text_tertiary", wrap=True))
    return label


def _small(field: BoundField) -> str:
    """What stands below the name: "low, likely, high, a kW and month", or the help."""
    if field.form.kind in {"quantity", "number", "whole"}:
        ends = "low, likely, high" if isinstance(field, EstimateField) else ""
        rest = unit_rest(field.spec.unit)
        said = ", ".join(part for part in (ends, rest) if part)
        if said:
            return said
    first = field.spec.help.partition(". ")[0].rstrip(".")
    return first if len(first) <= 64 else ""


def _heads() -> QWidget:
    theme = current()
    heads = QWidget()
    layout = QVBoxLayout(heads)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(6))
    line = QHBoxLayout()
    line.setSpacing(theme.px(_GAP))
    for words, width in (("Input", INPUT_WIDTH), ("Value", VALUE_WIDTH), ("Finding or source", 0)):
        said = Said(words, "small", "text_secondary")
        if width:
            said.setFixedWidth(theme.px(width))
        line.addWidget(said)
    line.addStretch(1)
    layout.addLayout(line)
    rule = Divider()
    rule.setStyleSheet(f"background: {theme.colour('control_border').name()};")
    layout.addWidget(rule)
    return heads


def _about(path: str, findings: Sequence[Finding]) -> Finding | None:
    """The first finding about what stands at a path or within it."""
    within = f"{path}."
    return next((f for f in findings if f.path == path or f.path.startswith(within)), None)
