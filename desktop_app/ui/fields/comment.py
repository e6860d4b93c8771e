"""Remarks on an input: how many there are, what they say, and a box for another."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.decision.comments import add_comment, comments_on, exists, remove_comment
from desktop_app.outcome import Refused
from desktop_app.ui.fields.box import Box
from desktop_app.ui.fields.finding import FindingLine, Note
from desktop_app.ui.fields.popover import Popover
from desktop_app.ui.fields.text import Page
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, primary, tool
from desktop_app.ui.parts.layout import clear, row
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide


class CommentButton(QWidget):
    """Counts the comments on an input and opens them.

    Args:
        session: Whose decision it is.
        path: Of the input.
        label: What the input is called.
        guide: Knows the name of the person at this machine, or is told it.
    """

    def __init__(self, session: Session, guide: Guide, path: str, label: str) -> None:
        super().__init__()
        self._session, self._path, self._label = session, path, label
        self._guide = guide
        self.button: QToolButton = tool("comment", "", self.open)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFont(current().font("small"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self._show()
        session.store.changed.connect(self._show)

    def open(self) -> Talk:
        """Open the comments, with the keyboard where another is written."""
        talk = Talk(self.button, self._session, self._guide, self._path)
        talk.open_below(talk.text if talk.author.text() else talk.author)
        return talk

    @Slot()
    def _show(self) -> None:
        decision = self._session.store.decision
        count = len(comments_on(decision, self._path))
        self.setEnabled(count > 0 or exists(decision, self._path))
        self.button.setText(str(count) if count else "")
        said = f"{count} comment{'s' if count > 1 else ''}" if count else "Comment"
        self.button.setAccessibleName(f"{said} on {self._label}")
        self.button.setToolTip(f"{said} on {self._label}.")


class Talk(Popover):
    """The comments on one input, oldest first, and a box to add one."""

    def __init__(self, owner: QWidget, session: Session, guide: Guide, path: str) -> None:
        super().__init__(owner, "Comments")
        self._session, self._guide, self._path = session, guide, path
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(8))
        self.body.addLayout(self._list)
        self.author = Box()
        self.author.setPlaceholderText("Your name")
        self.author.setAccessibleName("Your name")
        self.author.put(guide.author)
        self.author.setVisible(not self.author.text())
        self.text = Page(3)
        self.text.setPlaceholderText("What should be remembered?")
        self.text.setAccessibleName("Comment")
        self.finding = FindingLine(path, self)
        add = primary("Add comment", self.add)
        for part in (self.author, self.text, self.finding, row(None, add)):
            self.body.addWidget(part)
        self._show()
        session.store.changed.connect(self._show)

    def add(self) -> None:
        """Add what was written, or say why it cannot be."""
        author = self.author.text().strip()
        if not author:
            note = Note("A comment needs a name.", "Say who writes it.")
            self._refuse(note, self.author)
            return
        written = self.text.toPlainText()
        today = date.today()
        try:
            self._session.store.require(add_comment(self._path, written, author, today))
        except Refused as refusal:
            self._refuse(Note(refusal.message, refusal.hint), self.text)
            return
        if self._guide.author != author:
            self._guide.name_author(author)
        self.finding.drop("problem")
        self.text.put("")
        self.adjustSize()

    def _refuse(self, note: Note, where: QLineEdit | Page) -> None:
        self.finding.say("problem", note)
        where.setFocus()

    @Slot()
    def _show(self) -> None:
        clear(self._list)
        for comment in comments_on(self._session.store.decision, self._path):
            by = f"{comment.author or 'Somebody'}, {comment.on.isoformat()}"
            remove = link("Remove", partial(self._remove, comment.key))
            remove.setFont(current().font("small"))
            remove.setAccessibleName(f"Remove the comment by {by}")
            head = Said(by, "small", "text_tertiary", origins=(f"comments.{comment.key}",))
            self._list.addWidget(row(head, None, remove))
            said = Said(comment.text, wrap=True, origins=(f"comments.{comment.key}",))
            self._list.addWidget(said)

    def _remove(self, key: str) -> None:
        self._session.store.apply(remove_comment(key))
