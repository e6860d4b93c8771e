"""The start page: begin, go on, or drop a bill; loads nothing heavy, so that it paints at once."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, plain, primary, small
from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.layout import Divider, column, fill, row
from desktop_app.ui.parts.mark import Glyph, Mark
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.session.preferences import Recent
    from desktop_app.session.recovery import Recovered

MOST_SHOWN = 5
SAMPLE = (
    ("Bills", "three providers, twelve months"),
    ("Compared", "five options over 36 months"),
    ("Ends in", "a report that repeats every number"),
)


class StartPage(QWidget):
    """What a person sees first.

    Signals:
        begun: A new decision is asked for.
        browsed: A file is to be chosen.
        opened: Path of a decision file to open.
        forgotten: Path of a file to drop from the list.
        sampled: The sample is asked for.
        bill_sought: A bill is to be chosen.
        restored: A ``Recovered`` copy to go on with.
        discarded: A ``Recovered`` copy to throw away.
    """

    begun = Signal()
    browsed = Signal()
    opened = Signal(str)
    forgotten = Signal(str)
    sampled = Signal()
    bill_sought = Signal()
    restored = Signal(object)
    discarded = Signal(object)

    def __init__(self, recents: Sequence[Recent], copies: Sequence[Recovered]) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._left(recents, copies), 836)
        halves.addWidget(self._right(), 444)

    def _left(self, recents: Sequence[Recent], copies: Sequence[Recovered]) -> QWidget:
        theme = current()
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(*(theme.px(n) for n in (64, 56, 48, 16)))
        left.setSpacing(0)
        lead = "Managed, rented, owned or mixed: on your own bills, with everyone in the room."
        begin = primary("Start a decision", self.begun.emit)
        begin.setObjectName("start_decision")
        choose = plain("Open a file", self.browsed.emit)
        fill(left, Said("Where should your AI run?", "recommendation"), 4)
        fill(left, Said(lead, "start_line", "text_secondary", wrap=True), 20)
        fill(left, row(begin, choose, None), 28)
        if copies:
            fill(left, self._recovered(copies), 24)
        if recents:
            fill(left, self._recent(recents))
        left.addStretch(1)
        return side

    def _recovered(self, copies: Sequence[Recovered]) -> QWidget:
        """Work that was not saved when the program ended."""
        rows = [
            (
                column(
                    Said(copy.title, "body_strong", wrap=True),
                    Said(
                        f"Not saved when it ended, kept {_moment(copy.when)}.",
                        "small",
                        "text_tertiary",
                    ),
                ),
                small("Go on with it", partial(self.restored.emit, copy)),
                small("Throw away", partial(self.discarded.emit, copy)),
            )
            for copy in copies[:MOST_SHOWN]
        ]
        grid = Grid(("", "", ""), ("left", "right", "right"), row_height=52)
        grid.set_rows(rows)
        return column(Said("Work that was not saved", "chart_finding"), 8, grid)

    def _recent(self, recents: Sequence[Recent]) -> QWidget:
        grid = Grid(
            ("Question", "Where it stands", "Ahead", "Cost", "Changed", ""),
            ("left", "left", "left", "right", "right", "right"),
            row_height=56,
        )
        grid.set_rows([self._recent_row(recent) for recent in recents[:MOST_SHOWN]])
        count = f"{len(recents)} on this computer"
        head = row(
            Said("Recent decisions", "chart_finding"),
            None,
            Said(count, "small", "text_tertiary"),
        )
        return column(head, 8, grid)

    def _recent_row(self, recent: Recent) -> list[QWidget]:
        name = link(recent.title, lambda: self.opened.emit(recent.path))
        name.setToolTip(recent.path)
        ahead: QWidget = Said("not priced yet", "body", "text_tertiary")
        if recent.option:
            ahead = row(Mark(recent.mark or "baseline"), Said(recent.option))
        forget = small("Forget", lambda: self.forgotten.emit(recent.path))
        forget.setAccessibleName(f"Forget {recent.title}")
        where = Said(Path(recent.path).name, "small", "text_tertiary")
        return [
            column(name, where),
            Said(recent.step, "body", "text_secondary"),
            ahead,
            Said(recent.cost, "body_strong"),
            Said(_when(recent.when), "body", "text_secondary"),
            forget,
        ]

    def _right(self) -> QWidget:
        theme = current()
        side = QWidget()
        side.setObjectName("startside")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right = QVBoxLayout(side)
        right.setContentsMargins(*(theme.px(n) for n in (48, 56, 48, 16)))
        right.setSpacing(0)
        open_sample = plain("Open the sample", self.sampled.emit)
        open_sample.setObjectName("open_sample")
        fill(right, self._drop_zone(), 36, Said("Sample decision", "chart_finding"), 6)
        words = "Meridian Insurance, a made-up insurer. Every step is filled in; change anything."
        fill(right, Said(words, "body", "text_secondary", wrap=True), 12)
        for name, text in SAMPLE:
            line = row(Said(name, "body", "text_secondary"), None, Said(text))
            line.setMinimumHeight(theme.px(32))
            fill(right, line, Divider())
        fill(right, 16, row(open_sample, None), None)
        return side

    def _drop_zone(self) -> QWidget:
        theme = current()
        zone = QFrame()
        zone.setObjectName("dropzone")
        zone.setStyleSheet(
            f"QFrame#dropzone {{ background: {theme.colour('surface').name()};"
            f" border: 1px dashed {theme.colour('control_border').name()};"
            f" border-radius: {theme.px(6)}px; }}"
        )
        inside = QVBoxLayout(zone)
        inside.setContentsMargins(*(theme.px(n) for n in (20, 28, 20, 28)))
        centred = Qt.AlignmentFlag.AlignHCenter
        words = Said(
            "FOCUS exports as CSV, gzipped CSV or Parquet. AI spend is found and shown.", wrap=True
        )
        words.setAlignment(centred)
        for part in (
            Glyph("download", "text_secondary", 24),
            Said("Drop a bill here", "chart_finding"),
        ):
            inside.addWidget(part, 0, centred)
        inside.addWidget(words)
        inside.addSpacing(theme.px(8))
        inside.addWidget(plain("Choose a file", self.bill_sought.emit), 0, centred)
        return zone


def _when(stated: str) -> str:
    """Say a moment for people: the time for today, the date for any other day."""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return ""
    return _moment(moment)


def _moment(moment: datetime) -> str:
    now = datetime.now(moment.tzinfo)
    if moment.date() == now.date():
        return f"today, {moment:%H:%M}"
    return f"{moment.day} {moment:%b %Y}"
