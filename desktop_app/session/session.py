"""Everything one window works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.outcome import Refused
from desktop_app.session.autosave import Autosave
from desktop_app.session.current_paper import CurrentPaper
from desktop_app.session.file import OpenFile, opened
from desktop_app.session.messages import Messages
from desktop_app.session.recovery import restore
from desktop_app.session.results import Results
from desktop_app.session.store import Store
from desktop_app.session.tasks import Tasks

if TYPE_CHECKING:
    from os import PathLike

    from desktop_app.decision import Decision
    from desktop_app.session.folders import Folders
    from desktop_app.session.recovery import Recovered


class Session(QObject):
    """The parts of a running session, handed to every view that needs them.

    Attributes:
        folders: Where the program keeps what is its own.
        store: The decision.
        tasks: Work in the background.
        results: What is computed from the decision.
        messages: Notes to the person.
        paper: The report, while anybody looks at it.
        file: Where the decision is saved.
        autosave: The recovery copy.
    """

    def __init__(
        self, decision: Decision, folders: Folders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folders = folders
        self.store = Store(decision, self)
        self.tasks = Tasks(self)
        self.results = Results(self.store, self.tasks, self)
        self.messages = Messages(self)
        self.paper = CurrentPaper(self)
        self.file = OpenFile(self.store, folders, self)
        self.autosave = Autosave(self.store, self.tasks, self.file, folders.recovery, self)
        self.tasks.refused.connect(self.messages.post_refusal)
        self.autosave.refused.connect(self.messages.post_refusal)

    @classmethod
    def of(
        cls, decision: Decision, folders: Folders, path: PathLike[str] | None = None
    ) -> Session:
        """Start a session around a decision.

        Args:
            decision: What to work on; it counts as saved until it is changed.
            folders: Where the program keeps what is its own.
            path: The file that holds exactly this decision, if there is one.

        Raises:
            Refused: The file cannot be read.
        """
        if path is None:
            return cls(decision, folders)
        read, digest = opened(path)
        session = cls(decision, folders)
        session.file.attach(path, digest)
        session.store.mark_saved(read)
        return session

    @classmethod
    def opened(cls, path: PathLike[str], folders: Folders) -> Session:
        """Start a session on a decision file.

        Raises:
            Refused: The file cannot be read, or is no decision of a version we know.
        """
        decision, digest = opened(path)
        session = cls(decision, folders)
        session.file.attach(path, digest)
        return session

    @classmethod
    def sample(cls, folders: Folders) -> Session:
        """Start a session on the sample decision; saving it asks for a name."""
        from desktop_app.knowledge.shelf import resource  # noqa: PLC0415 - needed here alone

        return cls(opened(resource("samples/meridian.isocost"))[0], folders)

    @classmethod
    def begun(cls, folders: Folders) -> Session:
        """Start a session on a new decision, its prices those of the price book.

        Raises:
            Refused: The price book cannot be read.
        """
        from datetime import date  # noqa: PLC0415 - as below

        from desktop_app.knowledge.starter import starter  # noqa: PLC0415 - needed here alone

        today = date.today()
        first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
        return cls(starter("Where should our AI workloads run?", "USD", first, ()), folders)

    @classmethod
    def restored(cls, copy: Recovered, folders: Folders) -> Session:
        """Start a session on a recovery copy, which stays until its work is saved.

        Raises:
            Refused: The copy is damaged, or another window has taken it over.
        """
        session = cls(restore(copy), folders)
        session.autosave.adopt(copy.id)
        if copy.original is not None:
            session.file.attach(copy.original, copy.digest)
        session.store.mark_saved(None)
        return session

    def close(self, *, keep_copy: bool = False) -> None:
        """End everything and wait for it.

        Args:
            keep_copy: Leave the recovery copy to be offered at the next start, as when the
                machine shuts down before anybody could answer whether to save.
        """
        self.results.stop()
        self.tasks.cancel_all()
        if keep_copy:
            try:
                self.autosave.keep_now()
            except Refused as refusal:
                self.messages.post_refusal(refusal)
        self.autosave.close(keep_copy=keep_copy)
        self.file.close()
