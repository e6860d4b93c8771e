"""The panel's sheet: the way down to a number, the number's account, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.origins import as_text
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import link, plain, primary, small, tool
from desktop_app.ui.parts.layout import column, fill, row
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell import focus_ring
from desktop_app.ui.shell.explain_page import body, head
from desktop_app.ui.shell.explain_stop import Account, Stop, View, account_of
from desktop_app.ui.shell.key_cap import KeyCap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide
    from desktop_app.ui.parts.layout import Thing

_CRUMBS = 3
"""Stops of the way that are named; those before are reached by going back."""


@dataclass(frozen=True)
class Kept:
    """What stays as it was when the same number is shown anew: the focus and the place."""

    origins: tuple[str, ...]
    view: View
    stop: int
    scrolled: int


class Sheet(QWidget):
    """Built anew for every number; it keeps no state but what ``kept`` hands on.

    Args:
        way: Every stop with its account, the last one shown; None where a number is gone.
        session: The open decision.
        guide: Asked for what lies below and for inputs; the panel answers.
        parent: The panel.

    Signals:
        closing: The panel is to be closed.
        returned: A stop of the way was chosen, counted from 0.
        chosen: Another figure of the number was chosen, counted from 0.
        viewed: Another view of the figure was chosen.
    """

    closing = Signal()
    returned = Signal(int)
    chosen = Signal(int)
    viewed = Signal(str)

    def __init__(
        self,
        way: Sequence[tuple[Stop, Account | None]],
        session: Session,
        guide: Guide,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("explain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._way, self._session, self._guide = way, session, guide
        self._stop, self._account = way[-1]
        theme = current()
        self._whole = whole = QVBoxLayout(self)
        side = theme.px(28)
        whole.setContentsMargins(side, theme.px(22), side, theme.px(20))
        whole.setSpacing(theme.px(8))
        fill(whole, self._title_line(), *self._crumbs(), *self._chips())
        self._body: QWidget | None = None
        if self._account is None:
            gone = "This number is no longer part of the decision."
            fill(whole, 12, Said(gone, wrap=True), None)
            return
        self._body = body(self._account, self._stop.view, guide)
        fill(whole, head(self._account, guide), *self._late(), 2)
        whole.addWidget(self._body, 1)
        fill(whole, 4, self._foot(self._account))

    def kept(self) -> Kept:
        """Return where the person is on this sheet."""
        found, now = focus_ring.stops(self), QApplication.focusWidget()
        place = found.index(now) if now in found else -1
        bar = self._body.verticalScrollBar().value() if isinstance(self._body, QScrollArea) else 0
        return Kept(self._stop.origins, self._stop.view, place, bar)

    def restore(self, kept: Kept) -> None:
        """Put the person back to the same place, if it is the same sheet renewed."""
        if (kept.origins, kept.view) != (self._stop.origins, self._stop.view):
            return
        found = focus_ring.stops(self)
        if 0 <= kept.stop < len(found):
            found[kept.stop].setFocus()
        if isinstance(self._body, QScrollArea):
            self._whole.activate()
            self._body.verticalScrollBar().setValue(kept.scrolled)

    def turn_focus(self, *, forward: bool) -> bool:
        """Move the focus within the sheet."""
        return focus_ring.turn(self, forward=forward)

    def _title_line(self) -> QWidget:
        asked = Said("Where does this number come from?", "small", "text_secondary")
        close = tool("close", "Close", self.closing.emit)
        close.setObjectName("close")
        return row(asked, None, KeyCap("Esc"), close, gap=6)

    def _crumbs(self) -> list[Thing]:
        """The numbers this one was reached from."""
        before = list(enumerate(self._way[:-1]))
        if not before:
            return []
        back = tool("back", "Back (Alt+Left)", lambda: self.returned.emit(before[-1][0]))
        back.setObjectName("back")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        fill(line, back)
        for place, (_, account) in before[-_CRUMBS:]:
            title = account.trace.title if account is not None else "No longer there"
            crumb = link(title, partial(self.returned.emit, place))
            crumb.setFont(current().font("small"))
            crumb.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            crumb.setMaximumWidth(crumb.sizeHint().width())
            line.addWidget(crumb, 1)
        line.addStretch(0)
        return [line]

    def _chips(self) -> list[Thing]:
        """The figures behind a number that has several."""
        if len(self._stop.origins) < 2:
            return []
        group, chips = QButtonGroup(self), []
        decision, study = self._session.store.decision, self._session.results.study
        for place, key in enumerate(self._stop.origins):
            account = account_of(decision, study, key)
            title = account.trace.title if account is not None else "No longer there"
            chip = small(title, partial(self.chosen.emit, place))
            chip.setCheckable(True)
            chip.setChecked(place == self._stop.chosen)
            chip.setObjectName(f"chip:{key}")
            group.addButton(chip)
            chips.append(chip)
        wide = sum(chip.sizeHint().width() for chip in chips) > current().px(500)
        return [column(*chips, gap=4) if wide else row(*chips, None, gap=4)]

    def _late(self) -> list[Thing]:
        """A word where the number is from before the last change."""
        figure = self._account.figure if self._account is not None else None
        if figure is None or figure.source is not None or not self._session.results.is_stale:
            return []
        late = "From before your last change; it is being computed anew."
        if self._session.results.refusal is not None:
            late = "From before your last change: the decision cannot be computed as it stands."
        return [Said(late, "small", "caution", wrap=True)]

    def _foot(self, account: Account) -> QWidget:
        things: list[Thing] = []
        inputs = account.trace.inputs
        if account.trace.path:
            path = account.trace.path
            things.append(primary("Go to the input", lambda: self._guide.seek(path)))
        elif self._stop.view == "inputs":
            things.append(plain("Show the account", lambda: self.viewed.emit("account")))
        elif len(inputs) == 1:
            things.append(primary("Change an input", lambda: self._guide.seek(inputs[0])))
        elif inputs:
            things.append(primary("Change an input", lambda: self.viewed.emit("inputs")))
        if account.trace.series and self._stop.view == "times":
            things.append(plain("Show the account", lambda: self.viewed.emit("account")))
        elif account.trace.series:
            words = "Show year by year" if _is_yearly(account) else "Show month by month"
            things.append(plain(words, lambda: self.viewed.emit("times")))
        return row(*things, None, link("Copy with sources", self._copy))

    def _copy(self) -> None:
        if self._account is not None:
            QGuiApplication.clipboard().setText(as_text(self._account.figure))
            self._session.messages.post("Copied, with its sources.")


def _is_yearly(account: Account) -> bool:
    return all(series.key.endswith("_by_year") for series in account.trace.series)
