"""Bringing a bill onto the page: a place to drop it, and a strip while it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import plain, small
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent

    from desktop_app.session import Task

FINE = 1000
"""Steps of the progress bar."""


def files_in(dropped: QMimeData) -> list[Path]:
    """Return the files of this computer in something dragged."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class DropZone(QWidget):
    """Stands on the page while there is no bill; the page takes what is dropped."""

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        lead = Said("Drop a bill here", "chart_finding")
        formats = Said(
            "A cost export in the FOCUS format, as CSV, gzipped CSV or Parquet; several files "
            "count as one bill.",
            "body",
            "text_secondary",
        )
        stays = Said("It is read on this computer and stays on it.", "small", "text_tertiary")
        self.choose = plain("Choose files", choose)
        centre = Qt.AlignmentFlag.AlignHCenter
        fill(layout, None)
        for widget, gap in (
            (Glyph("download", "text_secondary", 32), 12),
            (lead, 4),
            (formats, 16),
            (self.choose, 16),
            (stays, 0),
        ):
            layout.addWidget(widget, 0, centre)
            layout.addSpacing(current().px(gap))
        fill(layout, None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("control_border"), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("sunken"))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, theme.px(6), theme.px(6))


class ImportStrip(QFrame):
    """Says what is being read and how far it is, and stops it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._task: Task | None = None
        self._name, self._note = Said("", "body_strong"), Said("", "small", "text_secondary")
        self.bar = QProgressBar(maximum=FINE, textVisible=False)
        self.bar.setAccessibleName("Progress of reading")
        self.stop = small("Cancel", self._cancel)
        px = current().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(10), px(16), px(10))
        head = QHBoxLayout()
        fill(head, self._name, self._note, None, self.stop)
        fill(layout, head, self.bar)
        self.hide()

    @property
    def note(self) -> str:
        """The live note as it stands."""
        return self._note.text()

    def watch(self, task: Task, files: Sequence[Path]) -> None:
        """Follow an import from its start to its end."""
        self._task = task
        self._name.say(f"Reading {files[0].name}" if len(files) == 1 else task.label)
        self._note.say("starting")
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        task.progressed.connect(self._show_progress)
        task.told.connect(self._note.say)
        task.ended.connect(self._end)
        self.show()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._note.say("stopping")
            self.stop.setEnabled(False)

    @Slot(float)
    def _show_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * FINE))

    @Slot()
    def _end(self) -> None:
        if self.sender() is self._task:  # an older one may end after a newer one has begun
            self._task = None
            self.hide()
