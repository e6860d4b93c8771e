"""One page of the report on the screen, turned with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from desktop_app.session import papers
from desktop_app.ui.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from desktop_app.session import Session
    from desktop_app.session.current_paper import Written
    from desktop_app.session.papers import Picture

A4 = 297 / 210
NEARLY = 0.85
"""A page that is shown whole at this share of the width is made that much smaller."""

MOST = 6
"""Pages kept as pictures; a large one takes some 15 million bytes."""

TURNING = "Page Up and Page Down turn the pages."
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Sheet(QWidget):
    """Paints a page, or an empty one while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.is_old, self.words = False, ""

    def show_image(self, image: QImage | None) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(frame, theme.colour("sunken"))
        if self._image is not None:
            painter.fillRect(frame, Qt.GlobalColor.white)
            painter.setOpacity(0.35 if self.is_old else 1.0)
            painter.drawImage(QPointF(0, 0), self._image)
            painter.setOpacity(1.0)
        else:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("text_secondary"))
            room = frame.adjusted(24, 24, -24, -24)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words
            )
        painter.setPen(QPen(theme.colour("control_border"), 1))
        painter.drawRect(frame)


class PageView(QScrollArea):
    """Shows the pages of a report one at a time, as wide as there is room.

    Signals:
        turned: Number of the page shown, from 0.
    """

    turned = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._written: Written | None = None
        self._pictures: dict[tuple[int, int], QImage] = {}
        self.page = 0
        self._sheet = _Sheet()
        self.setObjectName("report")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._sheet)
        self._say()

    @property
    def image(self) -> QImage | None:
        """The page as it is shown."""
        return self._sheet.image

    def show_report(self, written: Written) -> None:
        """Show another report, at the page that was open as far as it has one."""
        if written is self._written:
            return
        self._written = written
        self._pictures.clear()
        self._sheet.is_old = False
        self.turn_to(min(self.page, written.pages - 1))

    def say(self, words: str, *, is_old: bool) -> None:
        """Say what is awaited where no page is shown; let a page that is out of date fade."""
        self._sheet.words, self._sheet.is_old = words, is_old
        self.setAccessibleDescription(words or TURNING)
        self._sheet.update()

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 0; one that does not exist is the nearest that does."""
        if self._written is None:
            return
        self.page = max(0, min(page, self._written.pages - 1))
        self.verticalScrollBar().setValue(0)
        self._draw()
        self._say()
        self.turned.emit(self.page)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key, last = arg__1.key(), self._written.pages - 1 if self._written else 0
        if key in _TURNS:
            self.turn_to(self.page + _TURNS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.turn_to(0)
        elif key == Qt.Key.Key_End:
            self.turn_to(last)
        else:
            super().keyPressEvent(arg__1)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        width = max(self.width() - self.verticalScrollBar().sizeHint().width() - 2, 60)
        whole = int((self.height() - 2) / A4)  # so wide that no part of the page is hidden
        width = whole if NEARLY * width < whole < width else width
        self._sheet.setFixedSize(QSize(width, round(width * A4)))
        self._draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange:
            self._sheet.update()

    def _draw(self) -> None:
        """Show the page, now or as soon as it is painted in the background."""
        if self._written is None or not self.isVisible():
            return
        wide = round(self._sheet.width() * self.devicePixelRatioF())
        wanted, written = (self.page, wide), self._written
        if wanted in self._pictures:
            self._sheet.show_image(self._pictures[wanted])
            return
        papers.render(
            self._session,
            written.pdf,
            self.page,
            wide,
            self,
            lambda picture: self._keep(written, wanted, picture),
        )

    def _keep(self, written: Written, wanted: tuple[int, int], picture: Picture) -> None:
        if written is not self._written:
            return
        image = _image_of(picture)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[wanted] = image
        if len(self._pictures) > MOST:
            self._pictures.pop(next(iter(self._pictures)))
        if wanted[0] == self.page:
            self._sheet.show_image(self._pictures.get(wanted))

    def _say(self) -> None:
        pages = self._written.pages if self._written else 0
        name = f"Report, page {self.page + 1} of {pages}" if pages else "Report"
        self.setAccessibleName(name)
        self.setAccessibleDescription(TURNING)


def _image_of(picture: Picture) -> QImage:
    """Make a picture an image that keeps its own pixels."""
    return QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGBX8888,
    ).copy()
