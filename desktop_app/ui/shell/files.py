"""Opening, saving and dropping files: what the window does when somebody names one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop_app.outcome import Refused
from desktop_app.session.messages import Message
from desktop_app.session.preferences import Recent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.session import Session
    from desktop_app.session.recovery import Recovered
    from desktop_app.ui.shell.start_page import StartPage
    from desktop_app.ui.shell.window import Window

DECISIONS = "Decisions (*.isocost)"
BILLS = "Bills (*.csv *.csv.gz *.gz *.parquet);;All files (*)"


class Files:
    """Acts on files for one window."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def serve(self, page: StartPage) -> None:
        """Do what the start page asks for."""
        page.begun.connect(self.begin)
        page.browsed.connect(self.browse)
        page.opened.connect(lambda path: self.open_path(Path(path)))
        page.sampled.connect(self.open_sample)
        page.bill_sought.connect(self.add_bills)
        page.restored.connect(self.restore)
        page.discarded.connect(self.discard)
        page.forgotten.connect(self.forget)

    def begin(self) -> None:
        """Start a new decision."""
        self._open(lambda session: session.begun(self._window.folders))

    def open_sample(self) -> None:
        """Open a copy of the sample."""
        self._open(lambda session: session.sample(self._window.folders), "costs")

    def open_path(self, path: Path) -> None:
        """Open a decision file."""
        self._open(lambda session: session.opened(path, self._window.folders))
        self.remember()

    def restore(self, copy: Recovered) -> None:
        """Go on with work that was not saved."""
        self._open(lambda session: session.restored(copy, self._window.folders))

    def discard(self, copy: Recovered) -> None:
        """Throw away work that was not saved, as somebody asked to."""
        from desktop_app.session.recovery import discard

        discard(copy)
        self._window.rebuild()

    def forget(self, path: str) -> None:
        """Drop a file from the recent ones; the file itself stays."""
        self._window.preferred.forget(Path(path))
        self._window.rebuild()

    def browse(self) -> None:
        """Ask for a decision file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Open a decision", self._folder(), f"{DECISIONS};;All files (*)"
        )
        if chosen:
            self._went_to(Path(chosen))
            self.open_path(Path(chosen))

    def save(self) -> None:
        """Save where the decision came from; ask where it came from nowhere."""
        session = self._window.session
        if session is None:
            return
        if session.file.path is None:
            self.save_as()
            return
        try:
            session.file.save()
        except Refused as refusal:
            session.messages.post(
                f"{refusal.message} {refusal.hint}", "Save as…", self.save_as, "problem"
            )
        self.remember()

    def save_as(self) -> None:
        """Ask for a name and save there."""
        session = self._window.session
        if session is None:
            return
        suggested = str(Path(self._folder()) / f"{session.file.name or 'decision'}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save the decision", suggested, DECISIONS
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save under a name."""
        session = self._window.session
        if session is None:
            return
        try:
            session.file.save_as(path)
        except Refused as refusal:
            session.messages.post_refusal(refusal)
            return
        self._went_to(path)
        self.remember()

    def add_bills(self) -> None:
        """Ask for bills and read them; without a decision a new one is begun for them."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, "Add a bill", self._folder(), BILLS)
        if chosen:
            self._went_to(Path(chosen[0]))
            self.take([Path(name) for name in chosen])

    def take(self, paths: Sequence[Path]) -> None:
        """Open the decisions among some files and read the others as bills."""
        decisions = [path for path in paths if path.suffix == ".isocost"]
        bills = [path for path in paths if path.suffix != ".isocost"]
        if decisions:
            self.open_path(decisions[0])
        if not bills:
            return
        if self._window.session is None:
            self.begin()
        session, workspace = self._window.session, self._window.workspace
        if session is not None and workspace is not None:
            from desktop_app.session.imports import import_bills

            workspace.turn("evidence")
            import_bills(session, bills)

    def remember(self) -> None:
        """Put the open file first among the recent ones, with where it stands."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or session.file.path is None:
            return
        option, mark, cost = _ahead(session)
        self._window.preferred.remember(
            Recent(
                path=str(session.file.path),
                title=session.store.decision.title,
                when=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
                option=option,
                mark=mark,
                cost=cost,
                step=workspace.page.step.title if workspace and workspace.step else "",
            )
        )

    def _open(self, make: Callable[[type[Session]], Session], step: str = "frame") -> None:
        from desktop_app.session.session import Session

        try:
            session = make(Session)
        except Refused as refusal:
            self._say(f"{refusal.message} {refusal.hint}")
            return
        self._window.open_session(session, step)

    def _say(self, text: str) -> None:
        """Say something where there may be no session to say it."""
        if self._window.workspace is not None:
            self._window.workspace.messages.show_message(Message(text, level="problem"))
            return
        from desktop_app.ui.shell.message_bar import MessageBar

        MessageBar(self._window.stack).show_message(Message(text, level="problem"))

    def _folder(self) -> str:
        return self._window.preferred.now.last_folder or str(Path.home())

    def _went_to(self, path: Path) -> None:
        self._window.preferred.change(last_folder=str(path.parent))


def _ahead(session: Session) -> tuple[str, str, str]:
    """Name, sign and cost of the option that is ahead; empty without one."""
    study = session.results.study
    if study is None or study.ranking.first is None:
        return "", "", ""
    from desktop_app.analysis.standing import standing

    found = standing(study)
    first = next(row for row in found.rows if row.key == study.ranking.first)
    return first.label, first.mark, f"{first.value_text} {found.unit}"
