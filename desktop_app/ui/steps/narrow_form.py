"""A form for a narrow column: each label above its field, what there is to say below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.decision.checks import advice
from desktop_app.decision.fields import form_at
from desktop_app.ui.fields.comment import CommentButton
from desktop_app.ui.fields.finding import Note
from desktop_app.ui.fields.form import field_for
from desktop_app.ui.fields.number import unit_rest
from desktop_app.ui.fields.text import TextField
from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon
from desktop_app.ui.parts.layout import row
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop_app.session import Session
    from desktop_app.ui.fields.bound import BoundField
    from desktop_app.ui.parts.guide import Guide


class NarrowForm(QWidget):
    """Fields in as many columns as fit.

    Args:
        session: Whose decision it is.
        guide: Where the window is asked for another place.
        paths: Of the inputs, in reading order.
        columns: How many stand beside one another.
        wide: Paths that take a whole row.
    """

    def __init__(
        self,
        session: Session,
        guide: Guide,
        paths: Sequence[str],
        *,
        columns: int = 1,
        wide: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._session = session
        self.fields: dict[str, BoundField] = {}
        grid, place = QGridLayout(self), 0
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(12))
        grid.setVerticalSpacing(current().px(6))
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for path in paths:
            field = _field(session, guide, path, point=path not in wide)
            self.fields[path] = field
            span = columns if path in wide else 1
            if place % columns and span > 1:
                place += columns - place % columns
            grid.addWidget(
                _cell(session, guide, field), place // columns, place % columns, 1, span
            )
            place += span
        session.store.changed.connect(self._advise)
        self._advise()

    @Slot()
    def _advise(self) -> None:
        """Say below each field what the decision gives reason to check."""
        found = advice(self._session.store.decision)
        for path, field in self.fields.items():
            mine = next((finding for finding in found if finding.path == path), None)
            if mine is None:
                field.finding.drop("caution")
            else:
                field.finding.say("caution", Note(mine.message, mine.hint))


def _field(session: Session, guide: Guide, path: str, *, point: bool) -> BoundField:
    """Long texts take two lines here, so that a whole page of inputs needs no scrolling."""
    if form_at(session.store.decision, path).kind == "text":
        return TextField(session, guide, path, lines=2)
    return field_for(session, guide, path, point=point)


def _cell(session: Session, guide: Guide, field: BoundField) -> QWidget:
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().px(3))
    rest = unit_rest(field.spec.unit)
    label = Said(
        f"{field.spec.label}, {rest}" if rest else field.spec.label,
        "small",
        "text_secondary",
    )
    label.setBuddy(field)
    label.setToolTip(field.description)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
    remarks = CommentButton(session, guide, field.path, field.spec.label)
    remarks.button.setIconSize(QSize(current().px(13), current().px(13)))
    remarks.button.setFixedHeight(current().px(18))
    head = row(label, remarks, None, gap=0)
    remarks.button.setIcon(icon("comment", "text_tertiary"))
    layout.addWidget(head)
    layout.addWidget(field)
    layout.addWidget(field.finding)
    layout.addStretch(1)
    return cell
