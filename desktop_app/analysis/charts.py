"""Charts as data: what each one shows, with every number already put into words.

The window and the report draw the same values, each with its own tools. A chart knows no pixel,
no point and no colour; it knows its finding, its marks, its lengths and the texts beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.analysis.chart import Chart, OptionMark
from desktop_app.analysis.time_charts import (
    Across,
    Band,
    Crossing,
    Curve,
    Curves,
    Fan,
    MonthColumn,
    MonthColumns,
    MonthNote,
    YearColumn,
    YearColumns,
    YearGroup,
)
from desktop_app.analysis.wording import MINUS

__all__ = [
    "Across",
    "AnyChart",
    "Band",
    "Bridge",
    "BridgeEnd",
    "BridgeStep",
    "Chance",
    "Chances",
    "Chart",
    "Crossing",
    "Curve",
    "Curves",
    "Driver",
    "Drivers",
    "Fan",
    "Flow",
    "FlowStep",
    "MonthColumn",
    "MonthColumns",
    "MonthNote",
    "OptionBar",
    "OptionBars",
    "OptionMark",
    "RangeRow",
    "Ranges",
    "Share",
    "ShareBar",
    "YearColumn",
    "YearColumns",
    "YearGroup",
]


@dataclass(frozen=True, kw_only=True)
class OptionBar:
    """One option in a comparison of costs.

    Attributes:
        value: Cost in the chart's unit.
        low: P10 of the cost, or None when nothing was simulated.
        high: P90 of the cost, or None.
        delta: Cost less that of the baseline; None for the baseline itself.
        chance_text: How often it is cheapest, "52 %".
        origins: Keys of the figures of the cost, its range, the difference and the likelihood.
    """

    mark: OptionMark
    label: str
    value: float
    value_text: str
    low: float | None = None
    high: float | None = None
    range_text: str = ""
    delta: float | None = None
    delta_text: str = ""
    percent_text: str = "–"
    chance_text: str = "–"
    recommended: bool = False
    baseline: bool = False
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OptionBars(Chart):
    """Options as rows: a bar with its range, the difference to the baseline, how often cheapest.

    Attributes:
        heads: Heads of the five columns: option, value, difference, per cent, likelihood.
        baseline_word: Stands where the baseline has no difference to itself.
    """

    heads: tuple[str, str, str, str, str]
    rows: tuple[OptionBar, ...]
    baseline_word: str = "baseline"


@dataclass(frozen=True, kw_only=True)
class BridgeEnd:
    """Where a bridge starts or ends: the whole cost of an option."""

    mark: OptionMark
    label: str
    value: float
    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BridgeStep:
    """What one kind of cost adds (positive, unfavourable) or takes away (negative)."""

    label: str
    change: float
    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bridge(Chart):
    """From one option's cost to another's; start plus all changes is the end."""

    start: BridgeEnd
    steps: tuple[BridgeStep, ...]
    end: BridgeEnd


@dataclass(frozen=True, kw_only=True)
class RangeRow:
    """P10, P50 and P90 of one option."""

    mark: OptionMark
    label: str
    low: float
    middle: float
    high: float
    low_text: str
    middle_text: str
    high_text: str
    chance_text: str = "–"
    recommended: bool = False
    origins: tuple[str, ...] = ()

    @property
    def ends_text(self) -> str:
        """P10 and P90 as written: "2.00–2.55"."""
        join = " to " if self.low_text.startswith(MINUS) else "–"
        return f"{self.low_text}{join}{self.high_text}"


@dataclass(frozen=True, kw_only=True)
class Ranges(Chart):
    """Options as rows: a strip from P10 to P90 with P50 marked.

    Attributes:
        heads: Heads of the four columns: option, strip, P50, likelihood.
    """

    heads: tuple[str, str, str, str]
    rows: tuple[RangeRow, ...]


@dataclass(frozen=True, kw_only=True)
class Share:
    """One part of a whole; ``share`` is a fraction, 0.46 for 46 %."""

    label: str
    share: float
    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShareBar(Chart):
    """One bar cut into shares that add up to one."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, kw_only=True)
class FlowStep:
    """One row of a flow.

    Attributes:
        kind: "total" starts at zero; "less" is taken off the total above, "part" is one of the
            pieces the total above consists of; both hang below where the row before ended.
        value: Size in the chart's unit, not negative.
        text: The number as printed, with its sign for "less".
    """

    label: str
    kind: Literal["total", "less", "part"]
    value: float
    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Flow(Chart):
    """From a whole to what is left of it and what that consists of."""

    steps: tuple[FlowStep, ...]


@dataclass(frozen=True, kw_only=True)
class Driver:
    """One kind of cost of an option.

    Attributes:
        value: In the chart's unit; negative for what comes in.
        share: Of the option's present value; NaN where that is nothing.
        share_text: The share as written.
        origins: Keys of the figures behind the value.
    """

    label: str
    value: float
    text: str
    share: float
    share_text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Drivers(Chart):
    """What an option's cost consists of, largest first; the rows add up to the total.

    Attributes:
        mark: Sign of the option.
        label: Name of the option.
        total: Its present value, in the unit.
        total_text: The same as written.
    """

    mark: OptionMark
    label: str
    rows: tuple[Driver, ...]
    total: float
    total_text: str


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How often one option is the cheapest.

    Attributes:
        share: Of the simulated futures; None where the option may not be chosen.
        text: "52 %", or "ruled out".
        error_text: Standard error of the share: "±0.8 points".
        origins: Keys of the figures of share and error.
    """

    mark: OptionMark
    label: str
    share: float | None
    text: str
    error_text: str = ""
    recommended: bool = False
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chances(Chart):
    """How often each option is the cheapest; the shares add up to one."""

    rows: tuple[Chance, ...]


AnyChart: TypeAlias = (
    OptionBars | YearColumns | Bridge | Curves | Fan | Ranges | ShareBar | MonthColumns | Flow
)
"""The charts of the report."""

ScreenChart: TypeAlias = AnyChart | Drivers | Chances
"""The charts of the window."""
