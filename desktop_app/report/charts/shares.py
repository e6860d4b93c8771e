"""One bar cut into shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.report.lines import unbroken
from desktop_app.report.style import HEAVY, face

if TYPE_CHECKING:
    from desktop_app.analysis.charts import Share, ShareBar
    from desktop_app.report.canvas import Place

BAR, LABELS, SEAM = 12.5, 12.0, 1.4
TONES = ("ink", "actual", "baseline", "capex", "recommended", "paper")
DARK = ("ink", "actual")


@dataclass(frozen=True)
class SharesPlot:
    """Segments from dark to light, with their share inside and their name below."""

    chart: ShareBar

    def fit(self, width: float) -> float:  # noqa: ARG002
        """It fills its width and shares a scale with nothing."""
        return 0.0

    def height(self, width: float, scale: float) -> float:  # noqa: ARG002
        """Bar and names."""
        return BAR + LABELS

    def draw(self, place: Place, scale: float) -> None:  # noqa: ARG002
        """Segments, then names that never overlap."""
        shares = self.chart.shares
        whole = sum(share.share for share in shares) or 1.0
        x, names = place.x, list[tuple[float, str]]()
        for number, share in enumerate(shares):
            width = place.width * share.share / whole
            shown = _draw_segment(place, share, (x, width), tone(number, len(shares)))
            names.append((x, share.label if shown else f"{share.text} {share.label}"))
            x += width
        _draw_names(place, names)


def tone(number: int, count: int) -> str:
    """The colour of a segment: from ink to paper in even steps."""
    return TONES[round(number * (len(TONES) - 1) / max(count - 1, 1)) % len(TONES)]


def _draw_segment(place: Place, share: Share, span: tuple[float, float], fill: str) -> bool:
    """Draw a segment; say whether its share could be written inside."""
    x, width = span
    inner = max(width - SEAM, 0.4)
    corner = (x, place.top - BAR)
    place.pen.box(corner, (inner, BAR), fill, "ink", HEAVY)
    style = face("finding").coloured("paper" if fill in DARK else "ink")
    if unbroken(share.text, style).width > inner - 6:
        return False
    place.pen.label(share.text, style, (x + 4, place.top - BAR / 2 - 2.6))
    return True


def _draw_names(place: Place, names: list[tuple[float, str]]) -> None:
    """Left below their segments, moved apart; the last ones back from the right edge."""
    style = face("label_small")
    starts = [x for x, _ in names]
    widths = [unbroken(text, style).width + 6 for _, text in names]
    for number in range(1, len(names)):
        starts[number] = max(starts[number], starts[number - 1] + widths[number - 1])
    edge = place.x + place.width + 6
    for number in range(len(names) - 1, -1, -1):
        starts[number] = min(starts[number], edge - widths[number])
        edge = starts[number]
    for start, (_, text) in zip(starts, names, strict=True):
        place.pen.label(text, style, (start, place.top - BAR - 9))
