"""Theme, text size, panel and projector view of one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.look import current
from desktop_app.ui.look.theme import ZOOMS, apply
from desktop_app.ui.look.tokens import THEMES

if TYPE_CHECKING:
    from desktop_app.ui.shell.projector import Projector
    from desktop_app.ui.shell.window import Window

QUEUED = Qt.ConnectionType.QueuedConnection
"""Nothing that the change destroys may be at work when it comes."""

PROJECTED = 1.5
"""Least text zoom in the projector view."""


class Looks:
    """Changes how a window looks and remembers it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.is_projecting = False
        self._zoom = current().zoom
        self._projector: Projector | None = None

    def change(self, *, theme: str = "", zoom: float = 0.0) -> None:
        """Take another theme or text size."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        chosen, size = theme or current().name, zoom or self._zoom
        self._zoom = size  # a face that is projected takes a zoom of its own
        step = self._window.clear()  # what goes anyway need not be dressed anew
        apply(application, chosen, size)
        self._window.preferred.change(theme=chosen)
        if not self.is_projecting:
            self._window.preferred.change(zoom=size)
        self._window.rebuild(step)

    def next_theme(self) -> None:
        """Go round light, dark and high contrast."""
        self.change(theme=THEMES[(THEMES.index(current().name) + 1) % len(THEMES)])

    def larger(self) -> None:
        """Set text one step larger."""
        self._step(1)

    def smaller(self) -> None:
        """Set text one step smaller."""
        self._step(-1)

    def toggle_panel(self) -> None:
        """Fold the side panel away, or bring it back."""
        preferred = self._window.preferred
        preferred.change(panel_shown=not preferred.now.panel_shown)
        self.show_sides()

    def project(self) -> None:
        """Show the page alone, large, over the whole screen; again to go back."""
        self.is_projecting = not self.is_projecting
        if self.is_projecting:
            self._window.showFullScreen()
            self.change(zoom=max(PROJECTED, self._zoom))
        else:
            self._window.showNormal()
            self.change(zoom=self._window.preferred.now.zoom)

    def turn_by(self, places: int) -> None:
        """Go some steps on or back."""
        turning = self._projector if self.is_projecting else self._window.workspace
        if turning is not None:
            turning.turn_by(places)

    def show_sides(self) -> None:
        """Show rail, panel and bars where they belong, and what is projected over them."""
        window, workspace, alone = self._window, self._window.workspace, self.is_projecting
        if workspace is None:
            return
        workspace.rail.setVisible(not alone)
        workspace.panel.setVisible(window.preferred.now.panel_shown and not alone)
        window.title_bar.setVisible(not alone)
        window.status_bar.setVisible(not alone)
        window.actions_.enable(("palette", "panel"), on=not alone)
        self._projector, cover = None, window.centralWidget()
        if alone and cover is not None:
            from desktop_app.ui.shell.projector import Projector

            self._projector = Projector(workspace, cover, self._zoom)
            self._projector.left.connect(self.project, QUEUED)

    def _step(self, places: int) -> None:
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.change(zoom=ZOOMS[max(0, min(nearest + places, len(ZOOMS) - 1))])
