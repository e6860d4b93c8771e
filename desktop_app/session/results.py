"""Keeps the results in step with the decision."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.session.store import Change, Store
    from desktop_app.session.tasks import Report, Tasks

log = logging.getLogger(__name__)

SETTLE_MS = 30
"""Not renewed by further edits: while a value is dragged the results follow it."""

COARSE_DRAWS = 256
"""Draws that fit between two key strokes; the decision's own plan follows in the background."""

SLOT = "study"


class Results(QObject):
    """The latest study of the decision: a coarse one at once, then the full one.

    Signals:
        studied: A ``Study`` of the decision as it is now, first coarse, then full.
        refused: A ``Refused``: the decision cannot be evaluated as it stands. The last good
            study stays.
    """

    studied = Signal(object)
    refused = Signal(object)

    def __init__(self, store: Store, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._study: Study | None = None
        self._before: Study | None = None
        self._change_label = ""
        self._refusal: Refused | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._compute)
        store.changed.connect(self._follow)

    @property
    def study(self) -> Study | None:
        """The latest study, whatever it was of."""
        return self._study

    @property
    def before(self) -> Study | None:
        """The last full study before the edits that led to ``study``, to compare with."""
        return self._before

    @property
    def change_label(self) -> str:
        """What was done since ``before``: "change of discount rate"."""
        return self._change_label

    @property
    def refusal(self) -> Refused | None:
        """Why the decision cannot be evaluated as it stands, if it cannot."""
        return self._refusal

    @property
    def is_coarse(self) -> bool:
        """Whether ``study`` has fewer draws than the decision plans."""
        return self._study is not None and not is_full(self._study)

    @property
    def is_stale(self) -> bool:
        """Whether ``study`` is of another decision than the present one."""
        if self._study is None:
            return True
        studied, present = self._study.decision, self._store.decision
        return studied is not present and studied != present

    @property
    def is_busy(self) -> bool:
        """Whether a newer study is on its way."""
        return self._timer.isActive() or self._tasks.is_running(SLOT)

    @property
    def full(self) -> Study | None:
        """The full study of the decision as it is now, once there is one."""
        return None if self.is_stale or self.is_coarse else self._study

    def refresh(self) -> None:
        """Compute now, as when a decision was just opened."""
        self._compute()

    def stop(self) -> None:
        """Compute no more, until the next edit."""
        self._timer.stop()
        self._tasks.cancel(SLOT)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        self._tasks.cancel(SLOT)  # what it computes is of a decision that is no more
        if not self._store.last_change:  # another document altogether
            self._before = None
        elif self._study and is_full(self._study) and self._study.decision == change.before:
            self._before = self._study
        self._change_label = self._store.last_change
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _compute(self) -> None:
        """Study the decision as it is now: coarsely at once, then fully in the background."""
        self._timer.stop()
        self._tasks.cancel(SLOT)
        if self.full is not None:  # undone before anything was computed
            self._keep(self.full)
            return
        try:
            self._keep(self._coarse())
        except Refused as refusal:
            self._refuse(refusal)
        except Exception as error:
            log.exception("The decision could not be studied.")
            self._tasks.crashed.emit(error)
        else:
            if self.is_coarse:
                self._refine()

    def _coarse(self) -> Study:
        from desktop_app.analysis.study import study  # noqa: PLC0415 - loads numpy; paint first

        decision = self._store.decision
        return study(decision, draws=min(COARSE_DRAWS, decision.simulation.draws))

    def _refine(self) -> None:
        decision = self._store.decision

        def work(report: Report) -> Study:
            from desktop_app.analysis.study import study  # noqa: PLC0415 - as above

            return study(decision, progress=report)

        label = f"Simulating {decision.simulation.draws:,} draws"
        self._tasks.run(label, work, slot=SLOT, done=self._keep, failed=self._refuse)

    def _keep(self, study: Study) -> None:
        self._study, self._refusal = study, None
        self.studied.emit(study)

    def _refuse(self, refusal: Refused) -> None:
        self._refusal = refusal
        self.refused.emit(refusal)


def is_full(study: Study) -> bool:
    """Whether a study has all the draws that its decision plans."""
    return study.simulation.draws >= study.decision.simulation.draws
