"""Cash by year: for every option a column a year, capital solid at the foot, the rest light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.drawing.sheet import BODY, MARGIN, SMALL, Words, fitted

if TYPE_CHECKING:
    from desktop_app.analysis.charts import YearColumn, YearColumns, YearGroup
    from desktop_app.analysis.drawing.sheet import Sheet

_WIDEST = 44.0
_QUIET = Words(SMALL, "text_tertiary", "middle")


def draw_years(sheet: Sheet, chart: YearColumns) -> None:
    """All options side by side, on one scale from zero."""
    if not chart.groups:
        return
    foot, head = sheet.height - MARGIN - 22, sheet.top + 62
    most = max((y.capex + y.opex for group in chart.groups for y in group.years), default=0.0)
    scale = (foot - head) / (most or 1.0)
    room = (sheet.width - 2 * MARGIN) / len(chart.groups)
    for number, group in enumerate(chart.groups):
        left = MARGIN + number * room
        _head(sheet, group, left, room)
        _columns(sheet, group, (left, foot), room, scale)
    sheet.line(((MARGIN, foot), (sheet.width - MARGIN, foot)), "text_tertiary", 1.2)


def _head(sheet: Sheet, group: YearGroup, left: float, room: float) -> None:
    y = sheet.top + 10
    sheet.mark(group.mark, (left + 6, y))
    name = fitted(group.label, BODY, room - 32)
    sheet.words(name, (left + 18, y + 4.5), Words(BODY, bold=group.recommended))
    sheet.words(group.note, (left, y + 24), Words(SMALL, "text_tertiary"))


def _columns(
    sheet: Sheet, group: YearGroup, at: tuple[float, float], room: float, scale: float
) -> None:
    pitch = (room - 14) / max(len(group.years), 1)
    wide = min(0.66 * pitch, _WIDEST)
    for number, year in enumerate(group.years):
        left = at[0] + number * min(pitch, 1.5 * _WIDEST)
        _column(sheet, group, year, (left, at[1], wide, scale))


def _column(
    sheet: Sheet, group: YearGroup, year: YearColumn, place: tuple[float, float, float, float]
) -> None:
    left, foot, wide, scale = place
    low, tall = year.capex * scale, (year.capex + year.opex) * scale
    if year.opex:
        sheet.box((left, foot - tall), (wide, tall - low), group.mark, 0.28, name="opex")
    if year.capex:
        sheet.box((left, foot - low), (wide, low), group.mark, name="capex")
    sheet.frame((left, foot - tall), (wide, tall), group.mark)
    middle = left + wide / 2
    sheet.words(year.total_text, (middle, foot - tall - 6), Words(SMALL, anchor="middle"))
    sheet.words(year.label, (middle, foot + 17), _QUIET)
