"""What of a bill is AI, by workload and by kind of work, and how its files were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import clear, column, fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop_app.analysis.ai_spend import AiSpend, Cut
    from desktop_app.analysis.slip import Slip, SlipFile
    from desktop_app.ui.parts.guide import Guide

SHOWN = 3
"""Reasons and notes shown before the list is opened."""


class Strip(QWidget):
    """A share as a bar of ink on a track."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self.setMinimumSize(QSize(current().px(80), current().px(6)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        track = QRectF(0, self.height() / 2 - 2, self.width(), 4)
        painter.fillRect(track, theme.colour("plot_grid"))
        track.setWidth(self.width() * self._share)
        painter.fillRect(track, theme.colour("text"))


class Cuts(QWidget):
    """AI spend by workload tag, and beside it by kind of work."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().px(32))

    def show_spend(self, spend: AiSpend) -> None:
        """Show another bill."""
        clear(self._layout)
        for title, cuts in (("Workload", spend.workloads), ("Kind of work", spend.kinds)):
            grid = Grid(
                (title, "", spend.unit, "Share"), ("left", "left", "right", "right"), row_height=30
            )
            grid.set_rows([self._cells(cut) for cut in cuts])
            self._layout.addWidget(_scrolled(column(grid, None)), 1)

    def _cells(self, cut: Cut) -> list[QWidget | str]:
        number = Said(cut.text, "body_strong", origins=cut.origins, guide=self._guide, right=True)
        share = Said(
            cut.share_text, "small", "text_secondary", origins=cut.origins, guide=self._guide
        )
        return [Said(cut.label), Strip(cut.share), number, share]


class FilesRead(QWidget):
    """The files, the rows set aside with their reasons, and what was odd in them."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, current().px(8), 0)
        self._layout.setSpacing(current().px(4))
        layout.addWidget(_scrolled(inside))

    def show_slip(self, slip: Slip) -> None:
        """Show another bill."""
        clear(self._layout)
        heads = ("File", "Format", "Rows read", "Kept", "Set aside")
        grid = Grid(heads, ("left", "left", "right", "right", "right"), row_height=30)
        grid.set_rows([self._file(file) for file in slip.files])
        period = Said(f"{slip.period_text}.", "small", "text_secondary", wrap=True)
        fill(self._layout, grid, 4, period)
        missing = dict.fromkeys(name for file in slip.files for name in file.missing)
        columns = (f"Columns of the format that no file carries: {', '.join(missing)}.",)
        self._list("Set aside", slip.set_aside, slip.key)
        self._list("Notes", (*slip.notes, *(columns if missing else ())), slip.key)
        self._layout.addStretch(1)

    def _file(self, file: SlipFile) -> list[QWidget | str]:
        name = Said(file.name, origins=file.origins, guide=self._guide)
        name.setToolTip(f"SHA-256 {file.sha256}")
        texts = (file.read_text, file.kept_text, file.aside_text or "none")
        return [
            name,
            Said(file.format, "body", "text_secondary", origins=file.origins, guide=self._guide),
            *(Said(t, origins=file.origins, guide=self._guide, right=True) for t in texts),
        ]

    def _list(self, title: str, sentences: tuple[str, ...], bill: str) -> None:
        """The first few sentences; the others fold out."""
        if not sentences:
            return
        fill(self._layout, 6, Said(title, "body_strong"))
        rows = (f"bills.{bill}.rows",)
        labels = [
            Said(text, "body", "text_secondary", origins=rows, guide=self._guide, wrap=True)
            for text in sentences
        ]
        fill(self._layout, *labels)
        rest = labels[SHOWN:]
        if rest:
            for label in rest:
                label.hide()
            self._layout.addWidget(_opener(rest), 0, Qt.AlignmentFlag.AlignLeft)


def _opener(rest: list[Said]) -> QWidget:
    """Underlined words that show the rest of a list, and hide it again."""
    closed = f"Show {len(rest)} more"

    def turn() -> None:
        opened = rest[0].isHidden()
        for label in rest:
            label.setVisible(opened)
        button.setText("Show fewer" if opened else closed)

    button = link(closed, turn)
    return button


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
