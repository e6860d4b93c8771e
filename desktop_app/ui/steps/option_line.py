"""One cost line of an option: a row that folds out into its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.line_rows import services_offered
from desktop_app.decision.edits import set_value, value_at
from desktop_app.decision.line_kinds import fields_of
from desktop_app.decision.model import named_by
from desktop_app.decision.option_edits import move_line, remove_line, serve
from desktop_app.ui.fields.form import Form
from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon
from desktop_app.ui.parts.button import small, tool
from desktop_app.ui.parts.layout import Divider, clear, fill, row
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.option_picks import Picks

if TYPE_CHECKING:
    from desktop_app.analysis.line_rows import LineRow
    from desktop_app.decision import Decision
    from desktop_app.decision.edits import Edit
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class LineCard(QFrame):
    """Name, kind and cost of a line; opened, everything that is stated of it.

    Signals:
        turned: Its key, once it was opened or closed by hand.
    """

    turned = Signal(str)

    def __init__(self, session: Session, guide: Guide, found: LineRow) -> None:
        super().__init__()
        self.key, self._path = found.key, found.path
        self.setObjectName(found.path)
        self._session, self._guide = session, guide
        self._option = found.path.split(".")[1]
        self._body: QWidget | None = None
        self._picks: dict[str, Picks] = {}
        self._fields: tuple[str, ...] = ()
        px = current().px
        self.opener = tool("chevron", "", lambda: self.turned.emit(self.key))
        self._name, self._kind = Said("", "body_strong"), Said("", "small", "text_secondary")
        self._value = Said("", "body_strong", guide=guide, right=True)
        self._value.setMinimumWidth(px(56))
        self.up = small("Up", lambda: self._apply(move_line(self._option, self.key, -1)))
        self.down = small("Down", lambda: self._apply(move_line(self._option, self.key, 1)))
        self.remove = tool("trash", "", self._remove)
        head = QHBoxLayout()
        fill(head, self.opener, self._name, self._kind, None, self._value)
        fill(head, self.up, self.down, self.remove)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, px(4), 0, 0)
        self._layout.setSpacing(px(4))
        self._room = QVBoxLayout()
        fill(self._layout, head, self._room, Divider())
        self.show_line(found)
        self.fold(opened=False)
        self.setFocusProxy(self.opener)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._body is not None

    def show_line(self, found: LineRow) -> None:
        """Show the line as it is now; its fields follow the document by themselves."""
        self._name.say(found.label)
        self._kind.say(found.kind)
        self._value.say(found.value_text, found.origins)
        self.remove.setToolTip(f"Remove {found.label}")
        self.remove.setAccessibleName(f"Remove {found.label}")
        self.up.setAccessibleName(f"Move {found.label} up")
        self.down.setAccessibleName(f"Move {found.label} down")
        self._say_opener()
        decision = self._session.store.decision
        if self.is_open and fields_of(value_at(decision, self._path)) != self._fields:
            self.fold(opened=False)
            self.fold(opened=True)
        self._offer(decision)

    def fold(self, *, opened: bool) -> None:
        """Show its fields or put them away; they are made when they are first shown."""
        if opened and self._body is None:
            self._body = self._made()
            self._room.addWidget(self._body)
            self._body.show()  # at once, so that it can be scrolled to
        elif not opened:
            self._body, self._picks = None, {}
            clear(self._room)
        self.up.setVisible(opened)
        self.down.setVisible(opened)
        self.remove.setVisible(opened)
        self.opener.setIcon(icon("down" if opened else "chevron"))
        self._say_opener()

    def _say_opener(self) -> None:
        word = "Close" if self.is_open else "Open"
        self.opener.setAccessibleName(f"{word} {self._name.text()}")
        self.opener.setToolTip(f"{word} {self._name.text()}")

    def _made(self) -> QWidget:
        decision = self._session.store.decision
        line = value_at(decision, self._path)
        self._fields = fields_of(line)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, current().px(8))
        layout.setSpacing(current().px(4))
        for name, label, none in _chosen(line):
            picks = Picks(label, none, single=name == "bill")
            picks.setObjectName(f"{self._path}.{name}")
            picks.picked.connect(lambda keys, name=name: self._pick(name, keys))
            self._picks[name] = picks
            said = Said(label)
            said.setFixedWidth(current().px(188))
            fill(layout, row(said, picks, None))
        self._add_forms(layout, decision)
        self._offer(decision)
        return whole

    def _add_forms(self, layout: QVBoxLayout, decision: Decision) -> None:
        """The fields of the line; what it has for each workload stands below that one's name."""
        served = [name for name in self._fields if name.startswith("serves.")]
        rest = [name for name in self._fields if name not in served]
        labels = {work.key: work.label for work in decision.workloads}
        fill(layout, self._form(rest, head=True))
        for name in served:
            fill(layout, 4, Said(f"For {labels[name.split('.')[1]]}", "small_strong"))
            fill(layout, self._form([name], head=False))

    def _form(self, names: list[str], *, head: bool) -> Form:
        paths = [f"{self._path}.{name}" for name in names]
        return Form(self._session, self._guide, paths, head=head)

    def _offer(self, decision: Decision) -> None:
        if not self._picks:
            return
        line = value_at(decision, self._path)
        for name, picks in self._picks.items():
            if name == "serves":
                picks.offer({w.key: w.label for w in decision.workloads}, named_by(line))
            elif name == "bill":
                picks.offer({bill.key: bill.label for bill in decision.bills}, (line.bill,))
            else:
                offered = services_offered(decision, line)
                picks.offer(dict(zip(offered, offered, strict=True)), line.services)

    def _pick(self, name: str, keys: tuple[str, ...]) -> None:
        if name == "serves":
            self._apply(serve(self._option, self.key, keys))
            return
        value: object = keys[0] if name == "bill" else keys
        self._apply(set_value(f"{self._path}.{name}", value, name))

    def _apply(self, edit: Edit) -> None:
        store = self._session.store
        if store.apply(edit):
            store.seal_step()
        else:
            self._offer(store.decision)  # the ticks go back to what holds

    def _remove(self) -> None:
        store, name = self._session.store, self._name.text()
        if store.apply(remove_line(self._option, self.key)):
            self._session.messages.post(f"{name} was removed.", "Undo", store.undo)


def _chosen(line: Any) -> tuple[tuple[str, str, str], ...]:  # noqa: ANN401 - one of ten kinds
    """Fields that are chosen among what there is: name, label, and words for nothing."""
    fields = type(line).model_fields
    known = (
        ("bill", "Bill", "no bill"),
        ("serves", "Work", "no work"),
        ("services", "Services", "all services"),
    )
    return tuple(each for each in known if each[0] in fields)
