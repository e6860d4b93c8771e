"""Charts drawn as SVG, from their own description: for export, without any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis import charts
from desktop_app.analysis.drawing.curves import draw_curves
from desktop_app.analysis.drawing.rows import draw_chances, draw_drivers, draw_ranges
from desktop_app.analysis.drawing.sheet import Sheet
from desktop_app.analysis.drawing.years import draw_years
from desktop_app.analysis.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Drawable", "svg_of"]

Drawable = charts.Curves | charts.YearColumns | charts.Drivers | charts.Chances | charts.Ranges
"""The charts that can be drawn."""


def svg_of(
    chart: Drawable, *, colours: Mapping[str, str], width: int = 960, height: int = 540
) -> str:
    """Draw a chart as one SVG document that needs nothing outside itself.

    Args:
        chart: What to draw.
        colours: Colours by their names in the design: "surface", "text", "text_secondary",
            "text_tertiary", "plot_grid", "divider" and the signs of the options, as "#rrggbb".
        width: Of the drawing, pixels.
        height: Likewise.
    """
    bands = [band.label for band in chart.bands] if isinstance(chart, charts.Curves) else []
    note = f"shaded: {listed(bands)}" if bands else ""
    sheet = Sheet(chart, colours, (width, height), note)
    if isinstance(chart, charts.Curves):
        draw_curves(sheet, chart)
    elif isinstance(chart, charts.YearColumns):
        draw_years(sheet, chart)
    elif isinstance(chart, charts.Drivers):
        draw_drivers(sheet, chart)
    elif isinstance(chart, charts.Ranges):
        draw_ranges(sheet, chart)
    else:
        draw_chances(sheet, chart)
    return sheet.text()
