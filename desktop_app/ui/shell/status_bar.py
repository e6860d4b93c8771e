"""The strip at the foot: saved or not, what is under way, and that nothing leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, small
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.mark import Glyph
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.session import Session
    from desktop_app.session.tasks import Task

_THEMES = {"light": "Light", "dark": "Dark", "high_contrast": "High contrast"}


class StatusBar(QWidget):
    """Follows one session's saving and its tasks; without a session it only reassures."""

    def __init__(self, change_theme: Callable[[], object]) -> None:
        super().__init__()
        theme = current()
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(28))
        self._session: Session | None = None
        self._task: Task | None = None
        self._sign = Glyph("check", "text_secondary", 13)
        self._saved = Said("", "small", "text_secondary")
        self._doing = Said("", "small", "text_secondary")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(theme.px(120))
        self._bar.setAccessibleName("Progress")
        self._stop = small("Stop", self._cancel)
        theme_link = link(_THEMES[theme.name], change_theme)
        theme_link.setFont(theme.font("small"))
        theme_link.setToolTip("Change light, dark, high contrast (Ctrl+Shift+D)")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(6))
        calm = Said("Everything stays on this computer", "small", "text_secondary")
        lock = Glyph("lock", "text_secondary", 12)
        fill(line, self._sign, self._saved, 10, lock, calm, None, self._doing)
        fill(line, self._bar, self._stop, 10, theme_link)
        self._show_task(None)
        self._show_saving()

    def follow(self, session: Session) -> None:
        """Show what becomes of this session from now on."""
        self._session = session
        session.store.changed.connect(self._show_saving)
        session.store.marked.connect(self._show_saving)
        session.file.saved.connect(self._show_saving)
        session.autosave.kept.connect(self._show_saving)
        session.tasks.started.connect(self._begin)
        for task in session.tasks.watched:
            self._begin(task)
        self._show_saving()

    def _show_saving(self, *_: object) -> None:
        session = self._session
        for widget in (self._sign, self._saved):
            widget.setVisible(session is not None)
        if session is None:
            return
        modified, name = session.store.is_modified, session.file.name
        self._sign.show_icon("pen" if modified else "check", "text_secondary")
        if modified:
            kept = session.autosave.kept_at
            copy = f", copy kept {_clock(kept)}" if kept else ""
            self._saved.say(f"Not saved{copy}")
        else:
            self._saved.say(f"Saved as {name}" if session.file.path else "No changes yet")

    def _begin(self, task: Task) -> None:
        task.progressed.connect(self._progress)
        task.told.connect(self._tell)
        task.ended.connect(self._end)
        self._show_task(task)

    def _progress(self, fraction: float) -> None:
        self._bar.setValue(round(1000 * fraction))

    def _tell(self, note: str) -> None:
        if self._task is not None:
            self._doing.say(f"{self._task.label}: {note}")

    def _end(self) -> None:
        if self.sender() in (self._task, None):
            self._show_task(None)

    def _show_task(self, task: Task | None) -> None:
        self._task = task
        self._doing.say(task.label if task else "")
        self._bar.setValue(0)
        self._bar.setVisible(task is not None)
        self._stop.setVisible(task is not None)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._show_task(None)


def _clock(when: datetime) -> str:
    return when.strftime("%H:%M")
