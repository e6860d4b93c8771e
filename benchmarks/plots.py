"""How much processor time a changed plot takes, in units of a bare widget painting the same.

    python benchmarks/plots.py [--months 36] [--frames 20] [--rounds 9]

A frame gives all lines and bands new values and paints at once, as when a value is dragged. The
two take turns, and the median of their quotients is told. The bare widget fills the same polygons
and strokes the same lines with the same pens, and writes the same words at fixed places; it
neither scales its axes nor places its labels. Without a display Qt paints into memory.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop_app.analysis.charts import Band, Crossing, Curve, Curves
from desktop_app.ui.charts.curves import CurvesPlot
from desktop_app.ui.look import current
from desktop_app.ui.look.theme import apply
from desktop_app.ui.parts.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 1200, 600
LEFT, RIGHT, TOP, FOOT = 40.0, 960.0, 8.0, 576.0
MARKS = ("hybrid", "partial", "self_managed", "managed", "baseline")
SHADES = 8


def charts(months: int) -> list[Curves]:
    """Five options with two bands and two break-evens, a little different in every frame."""
    steps = np.random.default_rng(1).random((len(MARKS), months + 1)).cumsum(axis=1) / months
    return [_chart(steps * (4 + 0.2 * np.sin(number)), months) for number in range(SHADES)]


def _chart(values: np.ndarray, months: int) -> Curves:
    curves = tuple(
        Curve(
            mark=mark,
            label=mark.replace("_", " ").capitalize(),
            end_text=mark,
            value_text=f"{row[-1]:.2f}",
            values=tuple(row.tolist()),
            recommended=mark == MARKS[0],
            baseline=mark == MARKS[-1],
        )
        for mark, row in zip(MARKS, values, strict=True)
    )
    bands = tuple(
        Band(
            mark=MARKS[row],
            label="P10–P90",
            low=tuple((0.9 * values[row]).tolist()),
            high=tuple((1.2 * values[row]).tolist()),
        )
        for row in (0, -1)
    )
    crossings = tuple(
        Crossing(month=at * months, value=float(values[0][int(at * months)]), label=words)
        for at, words in ((0.4, "Hybrid pays from month 14"), (0.7, "Managed pays from month 25"))
    )
    said = {"title": "Plot", "caption": "", "alt": "Plot.", "unit": "M EUR", "first_year": 2027}
    return Curves(curves=curves, bands=bands, crossings=crossings, **said)


class Bare(QWidget):
    """Paints the marks of a chart and nothing else."""

    def __init__(self, chart: Curves) -> None:
        super().__init__()
        self._chart = chart

    def show_chart(self, chart: Curves) -> None:
        """Paint another chart when the next frame comes."""
        self._chart = chart

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, stroke and write."""
        painter, theme, chart = QPainter(self), current(), self._chart
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        most = max(max(band.high) for band in chart.bands)
        painter.setFont(theme.font("small"))
        painter.setPen(QPen(theme.colour("plot_grid"), 1))
        for line in range(4):
            y = TOP + line * 142
            painter.drawLine(QPointF(LEFT, y), QPointF(RIGHT, y))
            painter.drawText(QPointF(4, y), f"{line}")
        for month in range(0, 37, 6):
            painter.drawText(QPointF(LEFT + month * 25, FOOT + 16), f"{month}")
        for band in chart.bands:
            colour = QColor(theme.option(band.mark))
            colour.setAlphaF(0.16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(_path(band.high, most, tuple(band.low)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve in chart.curves:
            path = _path(curve.values, most)
            if curve.recommended:
                painter.strokePath(path, QPen(theme.colour("surface"), 5.2))
            width = 3.2 if curve.recommended else 2.5 if curve.baseline else 1.6
            painter.strokePath(path, QPen(theme.option(curve.mark), width))
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        theme = current()
        painter.setPen(theme.colour("text"))
        painter.setBrush(theme.colour("surface"))
        painter.setFont(theme.font("small_strong"))
        for number, crossing in enumerate(self._chart.crossings):
            painter.drawEllipse(QPointF(400 + 300 * number, 300), 4.5, 4.5)
            painter.drawText(QPointF(420 + 300 * number, 340), crossing.label)
        for number, curve in enumerate(self._chart.curves):
            y = 60 + 24 * number
            painter.drawLine(QPointF(RIGHT, y), QPointF(RIGHT + 12, y))
            painter.fillRect(QRectF(RIGHT + 16, y - 5, 10, 10), theme.option(curve.mark))
            painter.setFont(theme.font("body"))
            painter.drawText(QPointF(RIGHT + 32, y + 5), curve.label)
            painter.setFont(theme.font("body_strong"))
            painter.drawText(QPointF(WIDTH - 40, y + 5), curve.value_text)


def _path(values: Sequence[float], most: float, back: Sequence[float] = ()) -> QPainterPath:
    across = (RIGHT - LEFT) / (len(values) - 1)
    up = (FOOT - TOP) / most
    path = QPainterPath(QPointF(LEFT, FOOT - values[0] * up))
    for month, value in enumerate(values):
        path.lineTo(LEFT + month * across, FOOT - value * up)
    for month in range(len(back) - 1, -1, -1):
        path.lineTo(LEFT + month * across, FOOT - back[month] * up)
    return path


def seconds_a_frame(plot: CurvesPlot | Bare, shown: Sequence[Curves], frames: int) -> float:
    """Give a plot new values and let it paint at once, some times: processor seconds each."""
    target = plot.findChild(QWidget, "qt_scrollarea_viewport") or plot
    start = time.process_time()
    for number in range(frames):
        plot.show_chart(replace(shown[number % SHADES]))
        target.repaint()
    return (time.process_time() - start) / frames


def main(arguments: Sequence[str]) -> None:
    """Measure both in turn and say the quotient."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--months", type=int, default=36)
    parser.add_argument("--frames", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args(arguments)
    application = QApplication(sys.argv[:1])
    apply(application, "light")
    shown = charts(given.months)
    ours, bare = CurvesPlot(Guide(), shown[0]), Bare(shown[0])
    for plot in (ours, bare):
        plot.resize(WIDTH, HEIGHT)
        plot.show()
        application.processEvents()
        seconds_a_frame(plot, shown, given.frames)
    taken: dict[QWidget, list[float]] = {ours: [], bare: []}
    for turn in range(given.rounds):
        for plot in (ours, bare) if turn % 2 else (bare, ours):
            taken[plot].append(seconds_a_frame(plot, shown, given.frames))
    quotients = [one / other for one, other in zip(taken[ours], taken[bare], strict=True)]
    lines = (
        f"A changed plot takes {median(quotients):.2f} times a bare widget's processor time "
        f"({min(quotients):.2f} to {max(quotients):.2f} in {given.rounds} rounds).",
        f"For context: {median(taken[ours]) * 1e3:.2f} ms a frame, "
        f"and the bare widget {median(taken[bare]) * 1e3:.2f} ms.",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
