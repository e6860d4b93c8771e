"""The report of the decision as it stands, made in the background while anybody looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.session import papers

if TYPE_CHECKING:
    from desktop_app.decision import Decision
    from desktop_app.session.session import Session
    from desktop_app.session.tasks import Task

State: TypeAlias = Literal["waiting", "building", "ready", "refused"]


@dataclass(frozen=True)
class Written:
    """A report that is finished.

    Attributes:
        decision: What it is about.
        paper: The report, as ``papers`` hands it over and takes it back.
        pages: How many pages it has.
        chapters: Titles of its chapters.
    """

    decision: Decision
    paper: Any
    pages: int
    chapters: tuple[str, ...]

    @property
    def pdf(self) -> bytes:
        """The file."""
        return bytes(self.paper.pdf)

    @property
    def seal(self) -> str:
        """Fingerprint of the decision, 64 hexadecimal digits."""
        return str(self.paper.seal)


class CurrentPaper(QObject):
    """Keeps the report of the decision as it is now, while anybody looks at it.

    A study that is coarse or out of date is waited for; nothing is computed on the main thread.

    Signals:
        moved: Something about it is different: ``state``, ``written`` or ``reason``.
    """

    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task | None = None
        self._building: Decision | None = None
        self._wanted = False
        self.written: Written | None = None
        self.reason = ""
        session.store.changed.connect(self._follow)
        session.results.studied.connect(self._follow)
        session.results.refused.connect(self._follow)

    @property
    def state(self) -> State:
        """How it stands with the report of the decision as it is now."""
        if self.is_current:
            return "ready"
        if self._task is not None:
            return "building"
        return "refused" if self.reason else "waiting"

    @property
    def is_current(self) -> bool:
        """Whether the report is of the decision as it is now."""
        return self.written is not None and self.written.decision == self._session.store.decision

    def want(self, *, wanted: bool) -> None:
        """Say whether anybody looks at it; while nobody does, it is left as it is."""
        self._wanted = wanted
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if not self._wanted:
            return
        results = self._session.results
        refusal = results.refusal
        self.reason = f"{refusal.message} {refusal.hint}".strip() if refusal else ""
        if results.study is None and refusal is None and not results.is_busy:
            results.refresh()
            return
        if not self.is_current and not self.reason and results.full is not None:
            self._build(results.full.decision)
        self.moved.emit()

    def _build(self, decision: Decision) -> None:
        if self._task is not None and self._building == decision:
            return
        self._building = decision

        def count(paper: Any) -> None:  # noqa: ANN401 - a report; views do not know its room
            tasks = self._session.tasks
            work = lambda _: _counted(decision, paper)  # noqa: E731 - as tasks take it
            self._watch(tasks.run("", work, slot="pages of the report", done=self._keep))

        self._watch(papers.write_up(self._session, count))

    def _watch(self, task: Task) -> None:
        self._task = task
        task.ended.connect(lambda: self._end(task))

    def _keep(self, written: Written) -> None:
        self.written = written

    def _end(self, task: Task) -> None:
        """The newest work has ended: the report is there, or it could not be written."""
        if self._task is not task:
            return
        self._task = None
        if not self.is_current and not task.is_cancelled:
            self.reason = "The report could not be written."
        self.moved.emit()


def _counted(decision: Decision, paper: Any) -> Written:  # noqa: ANN401 - likewise
    return Written(decision, paper, papers.page_count(paper.pdf), papers.chapters(paper.pdf))
