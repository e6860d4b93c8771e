"""Background work: one way to start it, watch it, cancel it and hear of its end."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from desktop_app.outcome import Cancelled, Refused

log = logging.getLogger(__name__)

MOST_THREADS = 8
"""A slot takes one thread at most; with one for each, no recovery copy waits for an import."""

QUEUED = Qt.ConnectionType.QueuedConnection


class Report:
    """How work tells of itself: called with the fraction done, like any ``Progress``.

    It raises ``Cancelled`` once the user has asked to stop.
    """

    def __init__(
        self,
        progressed: Callable[[float], object],
        told: Callable[[str], object],
        cancelled: threading.Event,
    ) -> None:
        self._progressed, self._told, self._cancelled = progressed, told, cancelled
        self._shown = -1.0

    def __call__(self, fraction: float) -> None:
        """Tell the fraction done, 0 to 1."""
        self._stop_if_asked()
        if fraction - self._shown >= 0.005 or fraction >= 1 > self._shown:
            self._shown = fraction
            self._progressed(fraction)

    def tell(self, text: str) -> None:
        """Tell something short about the work as it goes: "41,000 rows a second"."""
        self._stop_if_asked()
        self._told(text)

    def _stop_if_asked(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled


Work: TypeAlias = Callable[[Report], Any]
Done: TypeAlias = Callable[[Any], object]
Failed: TypeAlias = Callable[[Refused], object]


class Task(QObject):
    """A piece of work under way. All its signals are emitted on the main thread.

    Signals:
        progressed: Fraction done, 0 to 1.
        told: A short live note: "41,000 rows a second".
        ended: Always emitted, once, whatever became of the work.
    """

    progressed = Signal(float)
    told = Signal(str)
    ended = Signal()
    _moved = Signal(float)
    _said = Signal(str)
    _finished = Signal(object, object)

    def __init__(self, label: str, work: Work, done: Done, failed: Failed, parent: Tasks) -> None:
        super().__init__(parent)
        self.label = label
        self._work, self._done, self._failed, self._tasks = work, done, failed, parent
        self._cancelled = threading.Event()
        self._moved.connect(self._show_progress, QUEUED)
        self._said.connect(self._show_note, QUEUED)
        self._finished.connect(self._deliver, QUEUED)

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was dropped; its result is never delivered then."""
        return self._cancelled.is_set()

    @Slot()
    def cancel(self) -> None:
        """Drop the work: it stops at its next progress report and its result is discarded."""
        self._cancelled.set()

    def run(self) -> None:
        """Do the work; called by the pool, off the main thread."""
        report = Report(self._moved.emit, self._said.emit, self._cancelled)
        try:
            report(0.0)
            self._finished.emit(self._work(report), None)
        except Exception as error:  # noqa: BLE001 - handed to the main thread, never swallowed
            self._finished.emit(None, error)

    def drop(self) -> None:
        """End without having begun."""
        self._finished.emit(None, Cancelled())

    @Slot(float)
    def _show_progress(self, fraction: float) -> None:
        if not self.is_cancelled:
            self.progressed.emit(fraction)

    @Slot(str)
    def _show_note(self, text: str) -> None:
        if not self.is_cancelled:
            self.told.emit(text)

    @Slot(object, object)
    def _deliver(self, result: object, error: Exception | None) -> None:
        """Hand over the outcome, on the main thread."""
        try:
            if isinstance(error, Refused | Cancelled) or error is None:
                self._hand_over(result, error)
            else:  # a bug, even in work that nobody waits for any more
                log.error("Failed: %s", self.label, exc_info=error)
                self._tasks.crashed.emit(error)
        finally:
            self.ended.emit()

    def _hand_over(self, result: object, error: Refused | Cancelled | None) -> None:
        if self.is_cancelled or isinstance(error, Cancelled):
            log.info("Cancelled: %s", self.label)
        elif error is not None:
            self._failed(error)
        else:
            self._done(result)


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.run()


class Tasks(QObject):
    """Starts tasks and keeps them alive.

    Signals:
        started: The new ``Task``, for the strip at the foot of the window.
        refused: A ``Refused`` from any task that does not see to it itself, for the message bar.
        crashed: Any other exception from any task, for the crash dialog.
    """

    started = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_THREADS)
        self._running: dict[str, Task] = {}

    def run(
        self,
        label: str,
        work: Work,
        *,
        slot: str,
        done: Done = lambda _: None,
        failed: Failed | None = None,
        whose: QObject | None = None,
    ) -> Task:
        """Start ``work`` off the main thread.

        Args:
            label: What the user sees: "Simulating 10,000 draws". Empty for housekeeping that
                nobody needs to watch; ``started`` is not emitted then.
            work: Called with a ``Report``. It must touch no widget and no store; give it the
                immutable decision it needs.
            slot: Work in one slot never overlaps: a new task cancels the one before it and
                starts when that has ended.
            done: Called with the result, on the main thread, unless the task was cancelled.
                Passed in rather than connected afterwards: quick work could end first.
            failed: Called with a ``Refused`` instead of emitting ``refused``.
            whose: Whom the result is for; the work is dropped when that is destroyed.
        """
        task = Task(label or slot, work, done, failed or self.refused.emit, self)
        before = self._running.get(slot)
        self._running[slot] = task
        task.ended.connect(self._forget)
        if whose is not None:
            whose.destroyed.connect(task.cancel)
        if label:
            self.started.emit(task)
        if before is None:
            self._begin(task)
        else:
            before.cancel()
            before.ended.connect(lambda: self._begin(task))
        return task

    @property
    def watched(self) -> list[Task]:
        """What is under way and named to the user, in the order it was started."""
        return [task for slot, task in self._running.items() if task.label != slot]

    def is_running(self, slot: str) -> bool:
        """Whether anything in this slot has not ended yet."""
        return slot in self._running

    def cancel(self, slot: str) -> None:
        """Drop what runs in this slot, if anything does."""
        if slot in self._running:
            self._running[slot].cancel()

    def cancel_all(self) -> None:
        """Ask everything to stop and wait for it; called once, when the window closes."""
        for task in self._running.values():
            task.cancel()
        self._pool.waitForDone()

    def _begin(self, task: Task) -> None:
        if task.is_cancelled:
            task.drop()
        else:
            self._pool.start(_Runnable(task))

    @Slot()
    def _forget(self) -> None:
        ended = self.sender()
        self._running = {slot: task for slot, task in self._running.items() if task is not ended}
        if ended is not None:
            ended.deleteLater()
