"""The faces of the projector view: one idea of a step, large enough for the last row of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.close_call import close_call_of
from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.driver_charts import chances
from desktop_app.analysis.key_figures import headline_origins, key_figures
from desktop_app.analysis.option_words import mark_of
from desktop_app.analysis.recommend import recommendation
from desktop_app.analysis.wording import percent
from desktop_app.ui.charts.curves import CurvesPlot
from desktop_app.ui.charts.rows import ChancesPlot
from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, column
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.analysis.key_figures import KeyFigure
    from desktop_app.analysis.recommend import Reason
    from desktop_app.analysis.study import Study
    from desktop_app.ui.parts.guide import Guide

DESIGNED = (1920, 1080)
"""The screen that the lengths below are for; on another one all of them scale."""

SMALLEST, TEXT, HEAD, TITLE, HEADLINE = 32, 36, 40, 56, 72
MARGIN, ROOM = 80, 1760
ZOOM = SMALLEST / 11
"""Text zoom at which a chart's smallest words are as large as they must be."""

TOP = Qt.AlignmentFlag.AlignTop


def px(length: float) -> int:
    """Return a length of the designed screen on this one."""
    return round(length * current().zoom / ZOOM)


def large(
    text: str,
    size: float,
    *,
    strong: bool = False,
    colour: str = "text",
    origins: tuple[str, ...] = (),
    guide: Guide | None = None,
) -> Said:
    """Return words at a size of the designed screen; they break into lines."""
    role = "body_strong" if strong else "body"
    said = Said(text, role, colour, origins=origins, guide=guide, wrap=True)
    font = said.font()
    font.setPixelSize(px(size))
    said.setFont(font)
    return said


def costs(study: Study, guide: Guide) -> tuple[QWidget, Said]:
    """Costs over time with their finding, and below it how sure it is."""
    chart, first = curves(study), study.ranking.first
    chance = study.spreads[first].chance if first is not None else None
    foot = large("", SMALLEST, colour="text_secondary", guide=guide)
    if chance is not None and study.has_ranges:
        said = f"{percent(float(chance.value))} likely to be the cheapest."
        bands = " Bands: P10–P90." if chart.bands else ""
        foot.say(f"{said}{bands}", (chance.key,))
    return _charted(chart.title, chart.caption, CurvesPlot(guide, chart)), foot


def risk(study: Study, guide: Guide) -> tuple[QWidget, Said]:
    """How often each option is the cheapest, and how close the call is."""
    chart = chances(study)
    shown = _charted(chart.title, chart.caption, ChancesPlot(guide, chart))
    return shown, _how_close(study)


def decide(study: Study, guide: Guide) -> tuple[QWidget, Said]:
    """The recommendation, its figures and its reasons."""
    advice, whole = recommendation(study), QWidget()
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(_headline(study, advice.headline, guide))
    lines.addSpacing(px(30))
    lines.addWidget(_line("text", 2))
    lines.addSpacing(px(40))
    lines.addWidget(_strip(key_figures(study), guide))
    lines.addSpacing(px(40))
    lines.addWidget(Divider())
    lines.addSpacing(px(40))
    for place, reason in enumerate(advice.reasons, 1):
        lines.addWidget(_reason(place, reason, guide))
        lines.addSpacing(px(20))
    lines.addStretch(1)
    return whole, _how_close(study)


FACES: dict[str, Callable[[Study, Guide], tuple[QWidget, Said]]] = {
    "costs": costs,
    "risk": risk,
    "decide": decide,
}
"""What is projected of a step, by its key: the idea, and what stands at its foot."""


def _charted(title: str, caption: str, plot: QWidget) -> QWidget:
    whole = QWidget()
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(large(title, TITLE, strong=True))
    lines.addSpacing(px(12))
    lines.addWidget(large(caption, SMALLEST, colour="text_secondary"))
    lines.addSpacing(px(40))
    lines.addWidget(plot, 1)
    return whole


def _how_close(study: Study) -> Said:
    call = close_call_of(study)
    text = f"{call.title}, by {call.count}." if call.count else f"{call.title}."
    return large(text, SMALLEST, colour="text_secondary")


def _headline(study: Study, text: str, guide: Guide) -> QWidget:
    """The recommendation; a long one is set as a title, so that it stays within two lines."""
    origins, first, whole = headline_origins(study), study.ranking.first, QWidget()
    said = large(text, HEADLINE, strong=True, origins=origins, guide=guide)
    is_long = QFontMetricsF(said.font()).horizontalAdvance(text) > 1.8 * px(ROOM - 100)
    if is_long:
        said = large(text, TITLE, strong=True, origins=origins, guide=guide)
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(28))
    if first is not None:
        sign = Mark(mark_of(study, first), 72 / 16 / ZOOM)
        line.addWidget(column(3 if is_long else 6, sign), 0, TOP)
    line.addWidget(said, 1)
    return whole


def _strip(figures: tuple[KeyFigure, ...], guide: Guide) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(40))
    for figure in figures:
        block = QVBoxLayout()
        block.setSpacing(0)
        number = large(figure.text, TITLE, strong=True, origins=figure.origins, guide=guide)
        block.addWidget(number)
        below = large(figure.caption, TEXT, colour="text_secondary", guide=guide)
        below.say(figure.caption, figure.caption_origins)
        block.addWidget(below)
        block.addStretch(1)  # captions of different height stand level
        line.addLayout(block, 1)
    return whole


def _reason(place: int, reason: Reason, guide: Guide) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(24))
    number = large(str(place), TEXT, colour="text_tertiary")
    number.setFixedWidth(px(32))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(large(reason.lead, TEXT, strong=True))
    why = large(reason.text, SMALLEST, colour="text_secondary", guide=guide)
    why.say(reason.text, reason.figures)
    words.addWidget(why)
    line.addWidget(number, 0, TOP)
    line.addLayout(words, 1)
    return whole


def _line(token: str, height: int) -> QWidget:
    line = QWidget()
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setStyleSheet(f"background: {current().colour(token).name()};")
    line.setFixedHeight(height)
    return line
