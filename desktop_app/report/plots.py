"""Which drawing belongs to which chart, and the scale that the charts of a page share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.analysis import charts
from desktop_app.report.blocks import Columns
from desktop_app.report.charts.curves import CurvesPlot
from desktop_app.report.charts.fan import FanPlot
from desktop_app.report.charts.months import MonthsPlot
from desktop_app.report.charts.options import OptionsPlan
from desktop_app.report.charts.plot import FigureBlock
from desktop_app.report.charts.ranges import RangesPlan
from desktop_app.report.charts.rows import RowsPlot, bridge_plot, flow_plot
from desktop_app.report.charts.shares import SharesPlot
from desktop_app.report.charts.years import YearsPlot
from desktop_app.report.flowables.columns import halves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop_app.analysis.charts import AnyChart
    from desktop_app.report.blocks import Block
    from desktop_app.report.flowables.flowable import Flowable

Drawing: TypeAlias = (
    CurvesPlot
    | FanPlot
    | MonthsPlot
    | OptionsPlan
    | RangesPlan
    | RowsPlot
    | SharesPlot
    | YearsPlot
)
DRAWINGS: Mapping[type, Callable[[Any], Drawing]] = {
    charts.OptionBars: OptionsPlan,
    charts.YearColumns: YearsPlot,
    charts.Bridge: bridge_plot,
    charts.Curves: CurvesPlot,
    charts.Fan: FanPlot,
    charts.Ranges: RangesPlan,
    charts.ShareBar: SharesPlot,
    charts.MonthColumns: MonthsPlot,
    charts.Flow: flow_plot,
}
FACTORS = (100, 50, 20, 10, 5, 4, 3, 2)
"""By how much a chart may be magnified against the common scale."""


@dataclass(frozen=True)
class Scale:
    """Points of paper for one unit, and how many times the page's common scale that is."""

    points: float
    factor: int = 1


def page_scales(body: Sequence[Block], width: float) -> dict[AnyChart, Scale]:
    """Give all charts of one unit on a page the scale at which each of them fits.

    A chart that could be at least twice as large is magnified by a whole factor, which its
    caption must then say.
    """
    fits: dict[str, dict[AnyChart, float]] = {}
    for chart, room in _charts(body, width):
        fit = DRAWINGS[type(chart)](chart).fit(room)
        if fit:
            known = fits.setdefault(chart.unit, {})
            known[chart] = min(fit, known.get(chart, fit))
    scales: dict[AnyChart, Scale] = {}
    for of_unit in fits.values():
        common = min(of_unit.values())
        scales |= {chart: _scale(fit, common) for chart, fit in of_unit.items()}
    return scales


def _scale(fit: float, common: float) -> Scale:
    if fit < 2 * common:
        return Scale(common)
    factor = next(each for each in FACTORS if each * common <= fit * (1 + 1e-9))
    return Scale(common * factor, factor)


def _charts(body: Sequence[Block], width: float) -> Iterator[tuple[AnyChart, float]]:
    """Every chart of a page with the width it gets."""
    for block in body:
        if isinstance(block, Columns):
            left, right = halves(width, block.ratio, block.gap)
            yield from _charts(block.left, left)
            yield from _charts(block.right, right)
        elif isinstance(block, charts.AnyChart):
            yield block, width


def drawn(chart: AnyChart, scale: Scale) -> Flowable:
    """The chart as a block: a table with drawn cells, or a figure."""
    drawing = DRAWINGS[type(chart)](chart)
    if isinstance(drawing, OptionsPlan | RangesPlan):
        return drawing.grid(scale.points)
    return FigureBlock(drawing, scale.points, chart.alt)
