"""The options as rows of two lines, each of which opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.analysis.option_rows import PASSES
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, clear, column, fill
from desktop_app.ui.parts.mark import Glyph, Mark
from desktop_app.ui.parts.tag import grade_tag
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop_app.analysis.option_rows import OptionRow, OptionTable
    from desktop_app.ui.parts.guide import Guide

ROW = 54
WIDTHS = (20, 0, 56, 44, 196, 70, 74)
"""Sign, option, value, capital, price, evidence, limit; 0 takes what is left."""
GAP = 12
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class OptionRows(QWidget):
    """All options with their cost, their main price and what it rests on.

    Signals:
        opened: Key of the option whose row was chosen.
    """

    opened = Signal(str)

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_table(self, table: OptionTable) -> None:
        """Replace the rows; the one that had the focus keeps it."""
        focused = next((row.key for row in self.rows() if row.hasFocus()), "")
        clear(self._layout)
        fill(self._layout, _heads(table.unit), _head_line())
        for option in table.rows:
            row = Row(option, table.unit, self._guide)
            row.opened.connect(self.opened)
            fill(self._layout, row, Divider())
            if option.key == focused:
                row.setFocus()

    def rows(self) -> list[Row]:
        """The rows, in their order."""
        found = (self._layout.itemAt(place) for place in range(self._layout.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, Row)]


class Row(QFrame):
    """One option; a click beside its numbers, Enter or Space opens it.

    Signals:
        opened: Its key.
    """

    opened = Signal(str)

    def __init__(self, option: OptionRow, unit: str, guide: Guide) -> None:
        super().__init__()
        self.key, self._guide, self._pressed = option.key, guide, False
        self.setObjectName(f"options.{option.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{option.label}, {option.value_text} {unit}")
        self.setAccessibleDescription("Enter opens this option.")
        self.setMinimumHeight(current().px(ROW))
        grid = _grid(self)
        grid.addWidget(Mark(option.mark), 0, 0, Qt.AlignmentFlag.AlignTop)
        for place, widget in enumerate(self._cells(option), 1):
            grid.addWidget(widget, 0, place, Qt.AlignmentFlag.AlignTop)

    def _cells(self, option: OptionRow) -> tuple[QWidget, ...]:
        return (
            column(_Line(option.label, "body_strong"), _Line(option.note, "small")),
            column(
                self._number(option.value_text, "body_strong", option.value_origins),
                self._number(option.range_text, "small", option.range_origins),
            ),
            self._number(option.capital_text, "body", option.capital_origins),
            self._price(option),
            grade_tag(option.price.grade) if option.price is not None else QWidget(),
            _limit(option),
        )

    def _number(self, text: str, role: str, origins: tuple[str, ...]) -> Said:
        colour = "text_tertiary" if role == "small" else "text"
        return Said(text, role, colour, origins=origins, guide=self._guide, right=True)

    def _price(self, option: OptionRow) -> QWidget:
        price = option.price
        if price is None:
            return _Line("no price yet", "body")
        text = _Line(price.text, "body", origins=price.origins, guide=self._guide)
        source = _Line(price.source, "small")
        whole = column(text, source)
        whole.setToolTip(f"{price.name}: {price.text}")
        return whole

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            event.accept()
        else:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False  # not by a click on one of its numbers
        if pressed and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.opened.emit(self.key)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class _Line(Said):
    """One line of words that ends in an ellipsis where there is no room for all of it."""

    def __init__(
        self,
        text: str,
        role: str,
        *,
        origins: tuple[str, ...] = (),
        guide: Guide | None = None,
    ) -> None:
        super().__init__("", role, _INK[role], origins=origins, guide=guide)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text, origins)
        self.setToolTip(text if role == "small" else "")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        fits = QFontMetrics(self.font())
        shown = fits.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        super().paintEvent(arg__1)


_INK = {"small": "text_secondary", "body": "text", "body_strong": "text"}


def _limit(option: OptionRow) -> QWidget:
    passes = option.limit == PASSES
    colour = "ok" if passes else "caution"
    said = Said(option.limit, "small", colour)
    whole = QWidget()
    whole.setToolTip(option.reason)
    whole.setAccessibleDescription(option.reason)
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, current().px(2), 0, 0)
    layout.setSpacing(current().px(4))
    fill(layout, Glyph("check" if passes else "alert", colour, 14), said, None)
    return whole


def _heads(unit: str) -> QWidget:
    whole = QWidget()
    grid = _grid(whole)
    names = ("", "Option", f"{unit}\nP10–P90", "CapEx\nshare", "Price that matters most")
    for place, name in enumerate((*names, "Evidence", "Limits")):
        head = Said(name, "small", "text_secondary", right=place in {2, 3})
        grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignVCenter)
    return whole


def _grid(owner: QWidget) -> QGridLayout:
    px = current().px
    grid = QGridLayout(owner)
    grid.setContentsMargins(0, px(6), 0, px(6))
    grid.setHorizontalSpacing(px(GAP))
    for place, width in enumerate(WIDTHS):
        if width:
            grid.setColumnMinimumWidth(place, px(width))
        grid.setColumnStretch(place, 0 if width else 1)
    return grid


def _head_line() -> QFrame:
    line = Divider()
    line.setStyleSheet(f"background: {current().colour('control_border').name()};")
    return line
