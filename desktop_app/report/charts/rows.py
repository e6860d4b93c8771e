"""Charts whose structure runs down as bars: the bridge and the flow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.lines import shortened, unbroken
from desktop_app.report.marks import SLOT, draw_mark
from desktop_app.report.style import HAIR, HEAVY, face

if TYPE_CHECKING:
    from desktop_app.analysis.charts import Bridge, BridgeEnd, Flow
    from desktop_app.report.canvas import Pen, Place, Spot
    from desktop_app.report.runs import Mark

ROW, BAR = 17.2, 11.5
LABEL_GAP, TEXT_GAP, INDENT = 8.0, 3.5, 10.0
LABEL_SHARE = 0.38


@dataclass(frozen=True)
class BarRow:
    """A bar from one value to another, with a label at the left and a number.

    Attributes:
        fill, outline: Colour names; the outline is ink where there is one.
        inside: The number stands inside at the left, not beside the bar.
        joined: Where the line down to the next row starts; None for none.
    """

    label: str
    start: float
    end: float
    text: str
    fill: str
    outline: float = 0
    strong: bool = False
    inside: bool = False
    indent: float = 0
    mark: Mark | None = None
    joined: float | None = None


@dataclass(frozen=True)
class RowsPlot:
    """Bars below each other on one upright axis at zero."""

    rows: tuple[BarRow, ...]

    def fit(self, width: float) -> float:
        """The bars get what labels and numbers leave."""
        numbers = max(unbroken(row.text, face("label_strong")).width for row in self.rows)
        room = width - self._labels(width) - numbers - TEXT_GAP - 2
        low, high = self._range()
        return max(room, 1.0) / ((high - low) or 1.0)

    def height(self, width: float, scale: float) -> float:  # noqa: ARG002
        """Rows of one height."""
        return ROW * len(self.rows)

    def _labels(self, width: float) -> float:
        """Width of the widest label, at most a good third of the chart."""
        style = face("label_strong")
        widest = max(
            unbroken(row.label, style).width + row.indent + (SLOT if row.mark else 0)
            for row in self.rows
        )
        return LABEL_GAP + min(widest, LABEL_SHARE * width)

    def _range(self) -> tuple[float, float]:
        edges = [0.0, *(edge for row in self.rows for edge in (row.start, row.end))]
        return min(edges), max(edges)

    def draw(self, place: Place, scale: float) -> None:
        """Bars with what joins them, then the axis over them."""
        zero = place.x + self._labels(place.width) - self._range()[0] * scale
        for number, row in enumerate(self.rows):
            middle = place.top - (number + 0.5) * ROW
            self._draw_row(place, row, (zero, middle), scale)
        bottom = place.top - self.height(place.width, scale)
        place.pen.path(((zero, place.top), (zero, bottom)), 1.2, "ink")

    def _draw_row(self, place: Place, row: BarRow, spot: Spot, scale: float) -> None:
        (zero, middle), pen = spot, place.pen
        style = face("label_strong" if row.strong else "label")
        x = place.x + row.indent
        if row.mark:
            draw_mark(pen, row.mark, (x + 0.3 * SLOT, middle))
            x += SLOT
        room = place.x + self._labels(place.width) - LABEL_GAP - x
        pen.label(shortened(row.label, style, room), style, (x, middle - 2.9))
        left, right = sorted((zero + row.start * scale, zero + row.end * scale))
        outline = "ink" if row.outline else ""
        corner = (left, middle - BAR / 2)
        pen.box(corner, (right - left, BAR), row.fill, outline, row.outline)
        if row.joined is not None:
            down = zero + row.joined * scale
            foot = middle - ROW + BAR / 2
            pen.path(((down, middle - BAR / 2), (down, foot)), HAIR, "baseline")
        _draw_number(pen, row, (left, right), middle)


def _draw_number(pen: Pen, row: BarRow, ends: tuple[float, float], middle: float) -> None:
    """Inside at the left when asked, white in the middle of a long dark bar, else beside it."""
    style = face("label_strong" if row.strong else "label")
    left, right = ends
    needed = unbroken(row.text, face("label_strong")).width + 2 * TEXT_GAP
    if row.inside and right - left >= needed:
        pen.label(row.text, face("label_strong"), (left + TEXT_GAP, middle - 2.9))
    elif row.fill in ("favourable", "unfavourable") and right - left >= 2 * needed:
        spot = ((left + right) / 2, middle - 2.8)
        pen.label(row.text, face("inside_paper"), spot, "middle")
    else:
        pen.label(row.text, style, (right + TEXT_GAP, middle - 2.9))


def bridge_plot(chart: Bridge) -> RowsPlot:
    """From the first whole through the changes to the last."""
    rows = [_end(chart.start, recommended=False)]
    running = chart.start.value
    for step in chart.steps:
        after = running + step.change
        fill = "favourable" if step.change < 0 else "unfavourable"
        rows.append(BarRow(step.label, running, after, step.text, fill, joined=after))
        running = after
    return RowsPlot((*rows, _end(chart.end, recommended=True)))


def _end(end: BridgeEnd, *, recommended: bool) -> BarRow:
    return BarRow(
        end.label,
        0.0,
        end.value,
        end.text,
        "recommended" if recommended else "paper",
        outline=1.3 if recommended else HEAVY,
        strong=True,
        inside=True,
        mark=end.mark,
        joined=None if recommended else end.value,
    )


def flow_plot(chart: Flow) -> RowsPlot:
    """Totals start at zero; what is taken off or contained hangs below its total's end."""
    rows: list[BarRow] = []
    edge = 0.0
    for step in chart.steps:
        if step.kind == "total":
            rows.append(BarRow(step.label, 0.0, step.value, step.text, "actual", strong=True))
            edge = step.value
            continue
        part = step.kind == "part"
        start, edge = edge, edge - step.value
        rows.append(
            BarRow(
                step.label,
                edge,
                start,
                step.text,
                "actual" if part else "paper",
                outline=0 if part else HEAVY,
                indent=INDENT if part else 0,
            )
        )
    return RowsPlot(tuple(rows))
