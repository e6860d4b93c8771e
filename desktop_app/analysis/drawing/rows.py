"""Charts of rows: a name, a bar and its number each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.drawing.sheet import BODY, MARGIN, SMALL, Words, fitted, wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.charts import Chances, Drivers, Ranges
    from desktop_app.analysis.drawing.sheet import Sheet

_MOST_NAME, _ROW, _BAR, _STRIP = 300.0, 52.0, 16.0, 8.0


def draw_drivers(sheet: Sheet, chart: Drivers) -> None:
    """Every kind of cost with its bar, amount and share; what comes in hangs to the left."""
    names = _name_room([row.label for row in chart.rows] + [chart.label])
    least = min((row.value for row in chart.rows), default=0.0)
    most = max((row.value for row in chart.rows), default=0.0)
    left, right = MARGIN + names, sheet.width - MARGIN - 130
    scale = (right - left) / ((max(most, 0.0) - min(least, 0.0)) or 1.0)
    zero = left - min(least, 0.0) * scale
    step = _step(sheet, len(chart.rows) + 1)
    for number, row in enumerate(chart.rows):
        y = sheet.top + (number + 0.5) * step
        sheet.words(fitted(row.label, BODY, names - 12), (MARGIN, y + 4.5), Words())
        start, long = min(zero, zero + row.value * scale), abs(row.value) * scale
        opacity = 1.0 if row.value >= 0 else 0.28
        sheet.box((start, y - _BAR / 2), (long, _BAR), chart.mark, opacity, name="bar")
        _numbers(sheet, y, row.text, row.share_text)
    y = sheet.top + (len(chart.rows) + 0.5) * step
    sheet.line(((MARGIN, y - step / 2), (sheet.width - MARGIN, y - step / 2)), "divider", 1.0)
    sheet.mark(chart.mark, (MARGIN + 6, y))
    sheet.words(
        fitted(chart.label, BODY, names - 30), (MARGIN + 18, y + 4.5), Words(BODY, bold=True)
    )
    _numbers(sheet, y, chart.total_text, "")
    foot = sheet.top + len(chart.rows) * step
    sheet.line(((zero, sheet.top), (zero, foot)), "text_tertiary", 1.0)


def draw_chances(sheet: Sheet, chart: Chances) -> None:
    """Every option with its share of the futures on a scale from nothing to all of them."""
    names = _name_room([row.label for row in chart.rows]) + 20
    left, right = MARGIN + names, sheet.width - MARGIN - 130
    step = _step(sheet, len(chart.rows))
    for number, row in enumerate(chart.rows):
        y = sheet.top + (number + 0.5) * step
        style = Words(BODY, bold=row.recommended)
        sheet.mark(row.mark, (MARGIN + 6, y))
        sheet.words(fitted(row.label, BODY, names - 30), (MARGIN + 20, y + 4.5), style)
        if row.share is None:
            sheet.words(row.text, (left, y + 4.5), Words(BODY, "text_tertiary"))
            continue
        whole = right - left
        sheet.box((left, y - _BAR / 2), (whole, _BAR), "plot_grid")
        if row.share:
            size = (row.share * whole, _BAR)
            sheet.box((left, y - _BAR / 2), size, row.mark, name="bar")
        _numbers(sheet, y, row.text, row.error_text)


def draw_ranges(sheet: Sheet, chart: Ranges) -> None:
    """Every option as a strip from P10 to P90 with its sign at P50, then ends and P50."""
    names = _name_room([row.label for row in chart.rows]) + 20
    left, right = MARGIN + names, sheet.width - MARGIN - 180
    least = min((row.low for row in chart.rows), default=0.0)
    span = (max((row.high for row in chart.rows), default=0.0) - least) or 1.0
    step = _step(sheet, len(chart.rows))
    for number, row in enumerate(chart.rows):
        y = sheet.top + (number + 0.5) * step
        low, middle, high = (
            left + (right - left) * (value - least) / span
            for value in (row.low, row.middle, row.high)
        )
        sheet.mark(row.mark, (MARGIN + 6, y))
        style = Words(BODY, bold=row.recommended)
        sheet.words(fitted(row.label, BODY, names - 30), (MARGIN + 20, y + 4.5), style)
        sheet.line(((left, y), (right, y)), "plot_grid", 1.0)
        size = (max(high - low, 2.0), _STRIP)
        sheet.box((low, y - _STRIP / 2), size, row.mark, 0.34, name="strip")
        sheet.mark(row.mark, (middle, y))
        _numbers(sheet, y, row.middle_text, row.ends_text)


def _name_room(names: Sequence[str]) -> float:
    return min(max((wide(name, BODY, bold=True) for name in names), default=0.0), _MOST_NAME) + 24


def _step(sheet: Sheet, rows: int) -> float:
    return min((sheet.height - MARGIN - sheet.top) / max(rows, 1), _ROW)


def _numbers(sheet: Sheet, y: float, text: str, note: str) -> None:
    right = sheet.width - MARGIN
    strong = Words(BODY, anchor="end", bold=True)
    sheet.words(text, (right - 78, y + 4.5), strong)
    sheet.words(note, (right, y + 4.5), Words(SMALL, "text_tertiary", "end"))
