"""A chart as the content of a file: picture, drawing or table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look import current

if TYPE_CHECKING:
    from desktop_app.analysis.drawing import Drawable

_SHARP = 2
_LONGEST = 60
_DRAWN = (960, 540)


@dataclass(frozen=True)
class Kind:
    """A kind of file a chart is saved as.

    Attributes:
        ending: Of the file's name, without the dot.
        label: What the menu says.
        filter: What the dialogue for a name offers.
    """

    ending: str
    label: str
    filter: str


KINDS = (
    Kind("png", "Save as PNG", "Picture (*.png)"),
    Kind("svg", "Save as SVG", "Drawing (*.svg)"),
    Kind("csv", "Save as CSV", "Table (*.csv)"),
)


def file_name(title: str, ending: str) -> str:
    """Suggest a name for a file after a chart's finding: "hybrid-pays-from-month-13.png"."""
    words = re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:_LONGEST].rstrip("-")
    return f"{words or 'chart'}.{ending}"


def png_of(widget: QWidget) -> bytes:
    """Return what a widget shows as a picture, twice as sharp as on a common screen."""
    image = QImage(widget.size() * _SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SHARP)
    image.fill(current().colour("surface"))
    painter = QPainter(image)
    flags = QWidget.RenderFlag.DrawChildren
    widget.render(painter, QPoint(), QRegion(), flags)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg_text(chart: Drawable) -> str:
    """Return a chart as a drawing in the colours of the theme in force."""
    from desktop_app.analysis.drawing import svg_of

    return svg_of(chart, colours=current().names(), width=_DRAWN[0], height=_DRAWN[1])


def csv_text(chart: Drawable) -> str:
    """Return a chart's numbers as comma-separated values."""
    from desktop_app.analysis.frames import csv_of

    return csv_of(chart)
