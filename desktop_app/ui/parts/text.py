"""Words on a page; those that say a number know where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop_app.ui.parts.guide import Guide

_ASKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Said(QLabel):
    """A label that, given origins and a guide, answers "where does this number come from?".

    Args:
        text: What it says; never read as markup.
        role: Role of the type scale.
        colour: Token of its colour.
        origins: Figure keys or document paths of the numbers in the text.
        guide: Whom to ask; without one it is only read.
        wrap: Whether long text breaks into lines.
        right: Whether it aligns right, as numbers do.
    """

    def __init__(  # noqa: PLR0913 - the looks of a label are many and all optional
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        origins: tuple[str, ...] = (),
        guide: Guide | None = None,
        wrap: bool = False,
        right: bool = False,
    ) -> None:
        super().__init__()
        self._guide, self._lit = guide, False
        self.origins: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setFont(current().font(role))
        self.paint_in(colour)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        upright = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | upright)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(text, origins)

    def say(self, text: str, origins: tuple[str, ...] = ()) -> None:
        """Say something else, with the origins of its numbers."""
        self.origins = origins
        asks = bool(origins and self._guide)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription("Enter says where this number comes from." if asks else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if asks else Qt.FocusPolicy.NoFocus)
        if asks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def paint_in(self, token: str) -> None:
        """Take another colour of the theme."""
        palette = self.palette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, current().colour(token))
        self.setPalette(palette)

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """What it says, with the origins."""
        return [(self.text(), self.origins)]

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 60), hint.height()) if self.wordWrap() else hint

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        if ev.button() == Qt.MouseButton.LeftButton and self._asked():
            ev.accept()
        else:
            super().mousePressEvent(ev)

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() in _ASKING and self._asked():
            ev.accept()
        else:
            super().keyPressEvent(ev)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._light(lit=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._light(lit=False)

    @override
    def focusInEvent(self, ev: QFocusEvent) -> None:
        super().focusInEvent(ev)
        self.update()

    @override
    def focusOutEvent(self, ev: QFocusEvent) -> None:
        super().focusOutEvent(ev)
        self.update()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if not (self.origins and self._guide and (self._lit or self.hasFocus())):
            return
        painter = QPainter(self)
        painter.setPen(QPen(current().colour("focus_ring"), 2 if self.hasFocus() else 1))
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        else:
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        self.update()

    def _asked(self) -> bool:
        if self._guide is None or not self.origins:
            return False
        self._guide.explain(*self.origins)
        return True
