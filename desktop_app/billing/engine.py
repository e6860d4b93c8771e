"""The bench on which bills are read: one DuckDB session with bounded memory that can be stopped.

Queries run on a thread of their own while the caller's ``progress`` is told how far they are.
When it raises, the query is interrupted; leaving the bench removes every temporary file.
"""

from __future__ import annotations

import errno
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from desktop_app.billing.cells import MACROS
from desktop_app.outcome import Progress, Refused, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEMORY = "1GB"
"""Limit of the session; what does not fit goes to its temporary folder."""

TICK = 0.05
"""Seconds between two progress reports."""

STARTING = 2.0
"""Seconds within which a thread that was started begins its work."""

SETTINGS = (
    "SET TimeZone = 'UTC'",
    "SET enable_progress_bar = true",  # else no query tells how far it is
    "SET enable_progress_bar_print = false",
)

Rows = list[tuple[Any, ...]]


class Bench:
    """A DuckDB session and the folder for everything temporary."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder = folder
        self._progress = progress
        self._window = (0.0, 0.0)
        self._done = 0.0
        self._session: duckdb.DuckDBPyConnection | None = None

    def set_up(self) -> None:
        """Open the session and make it ready for bills.

        Off the main thread, like everything that the engine does: on it, DuckDB takes a Ctrl-C
        for itself, and what it makes of it ranges from a failed query to the end of the program.
        """

        def work() -> Rows:
            self._session = duckdb.connect(
                ":memory:",
                config={
                    "memory_limit": MEMORY,
                    "temp_directory": str(self.folder / "spill"),
                    "autoinstall_known_extensions": "false",
                    "allow_community_extensions": "false",
                },
            )
            for statement in (*SETTINGS, *MACROS):
                self._session.execute(statement)
            return []

        self._elsewhere(work)

    @contextmanager
    def stretch(self, begin: float, end: float) -> Iterator[None]:
        """Report the progress of the queries inside between these two fractions."""
        self._window = (begin, end)
        try:
            yield
        finally:
            self._window = (end, end)

    def report(self, fraction: float) -> None:
        """Tell the caller how much of the present stretch is done. It may raise.

        What is told never goes back, also when a file has to be read twice.
        """
        begin, end = self._window
        self._done = max(self._done, begin + (end - begin) * min(1.0, max(0.0, fraction)))
        self._progress(self._done)

    def run(self, query: str) -> Rows:
        """Run one query and return its rows.

        Raises:
            Cancelled: The caller's progress function said so; the query was interrupted.
            duckdb.Error: The query failed.
        """
        session = self._session
        if session is None:
            raise RuntimeError("the bench was not set up")
        return self._elsewhere(lambda: session.execute(query).fetchall())

    def _elsewhere(self, work: Callable[[], Rows]) -> Rows:
        """Do work of the engine on a thread of its own, watched from this one."""
        outcome: list[Rows] = []
        failure: list[Exception] = []
        begun, finished = threading.Event(), threading.Event()

        def do() -> None:
            begun.set()
            try:
                outcome.append(work())
            except Exception as error:  # noqa: BLE001 - raised again by the caller's thread
                failure.append(error)
            finally:
                finished.set()

        try:
            threading.Thread(target=do, name="bill query", daemon=True).start()
            self._watch(finished)
        except BaseException:
            if begun.wait(STARTING):  # a Ctrl-C may come before the thread has been started
                self._interrupt()
                while not finished.wait(TICK):  # nor need the query have begun when it came
                    self._interrupt()
            raise
        if failure:
            raise failure[0]
        return outcome[0]

    def _interrupt(self) -> None:
        if self._session is not None:
            self._session.interrupt()

    def _watch(self, finished: threading.Event) -> None:
        """Wait on an event: a thread whose join is interrupted counts as ended when it is not."""
        self.report(0.0)
        while not finished.wait(TICK):
            if self._session is not None:
                self.report(self._session.query_progress() / 100)
        self.report(1.0)

    def close(self) -> None:
        """End the session."""
        if self._session is not None:
            self._session.close()


def is_out_of_room(error: Exception) -> bool:
    """Whether work failed for want of memory or disk space."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    return isinstance(error, duckdb.OutOfMemoryException) or "No space left" in str(error)


@contextmanager
def bench(progress: Progress = silent) -> Iterator[Bench]:
    """Open a bench and clear it away afterwards, whatever happened.

    Raises:
        Refused: The disk has no room for the temporary files, or a query needs more than there is.
    """
    with tempfile.TemporaryDirectory(prefix="isocost-") as folder:
        tools = Bench(Path(folder), progress)
        try:
            tools.set_up()
            yield tools
        except (duckdb.Error, OSError) as error:
            if is_out_of_room(error):
                raise Refused(
                    "The bill needs more memory and temporary space than this computer has free.",
                    "Free some disk space, or import the bill in smaller files.",
                ) from error
            raise
        finally:
            tools.close()
