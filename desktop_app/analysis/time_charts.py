"""Charts with time running to the right, as data."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.chart import Chart, OptionMark


@dataclass(frozen=True, kw_only=True)
class YearColumn:
    """Cash of one year: running cost with capital on top.

    Attributes:
        label: The year, "’27".
        capex: Capital of the year, in the chart's unit, not negative.
        opex: Running cost of the year, in the chart's unit, not negative.
        actual: Read from a bill (solid) rather than planned (outlined).
        origins: Keys of the figures of capital and running cost by year.
    """

    label: str
    capex: float
    opex: float
    total_text: str
    capex_text: str = ""
    opex_text: str = ""
    actual: bool = False
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class YearGroup:
    """The years of one option.

    Attributes:
        note: What stands below its name: "CapEx 38 %", "no CapEx".
        origins: Keys of the figures in the note.
    """

    mark: OptionMark
    label: str
    years: tuple[YearColumn, ...]
    recommended: bool = False
    note: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class YearColumns(Chart):
    """Small multiples: per option, a column for each year."""

    groups: tuple[YearGroup, ...]
    capex_word: str = "CapEx"
    opex_word: str = "OpEx"
    actual_word: str = "AC"
    plan_word: str = "PL"


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A cost that runs up over the months.

    Attributes:
        values: Cost after 0, 1, 2 ... months, in the chart's unit.
        end_text: Name and final value, "Hybrid 3.41".
        label: Whole name of the option.
        value_text: Final value alone.
        origins: Keys of the figures of the final value and of the line.
    """

    mark: OptionMark
    end_text: str
    values: tuple[float, ...]
    recommended: bool = False
    baseline: bool = False
    label: str = ""
    value_text: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Band:
    """The spread around a curve.

    Attributes:
        low: Lower edge after 0, 1, 2 ... months, in the chart's unit.
        high: Upper edge, likewise.
        label: What the band is: "P10–P90, staying as today".
        origins: Keys of the figures of its edges.
    """

    mark: OptionMark
    label: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """Where one curve starts to lie below another.

    Attributes:
        month: Months since the start; fractions are allowed.
        value: Height of both curves there.
        label: "Hybrid pays from month 17".
        origins: Key of the figure of the crossing.
    """

    month: float
    value: float
    label: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Across:
    """What runs across a chart of curves where it is not months.

    Attributes:
        name: What it is, with its unit: head of a column in the chart's table.
        values: Its value at each sample of the curves.
        ticks: Places to name, in samples and fractions of them, with their texts.
    """

    name: str
    values: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, kw_only=True)
class Curves(Chart):
    """Costs over time as lines, each labelled at its end; or over something else.

    Attributes:
        across: What the samples of the curves are, where they are not months; a crossing's
            month then is a place among them.
        first_year: Calendar year of month 1.
        first_month: Calendar month of month 1, January is 1.
        bands: Spreads, of the recommended option and of the baseline at most; the page shows
            them, print does not.
    """

    curves: tuple[Curve, ...]
    crossings: tuple[Crossing, ...] = ()
    bands: tuple[Band, ...] = ()
    first_year: int
    first_month: int = 1
    month_word: str = "month"
    across: Across | None = None


@dataclass(frozen=True, kw_only=True)
class MonthNote:
    """A remark at a month: "month 9: servers are bought"."""

    month: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Fan(Chart):
    """A cost over the months with the spread of its simulated futures.

    Attributes:
        p10: Percentiles after 0, 1, 2 ... months; five rows of one length, in the chart's unit.
        low_text: Label at the end of P10, "P10 2.8"; the others alike.
        band_text: What the inner band holds: "half of futures".
    """

    p10: tuple[float, ...]
    p25: tuple[float, ...]
    p50: tuple[float, ...]
    p75: tuple[float, ...]
    p90: tuple[float, ...]
    low_text: str
    middle_text: str
    high_text: str
    band_text: str = ""
    notes: tuple[MonthNote, ...] = ()
    first_year: int
    first_month: int = 1
    month_word: str = "month"


@dataclass(frozen=True, kw_only=True)
class MonthColumn:
    """One month of a simple series; ``year`` is printed below the label where it changes."""

    label: str
    value: float
    text: str
    year: str = ""
    actual: bool = True
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MonthColumns(Chart):
    """A series by month as columns from zero."""

    columns: tuple[MonthColumn, ...]
