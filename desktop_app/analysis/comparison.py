"""The comparison of the options, once: page, report and command line print these very words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.crossing import lasting_month, pays
from desktop_app.analysis.option_words import chance_text, cost, mark_of
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import NONE, bare, bare_percent

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.study import Study


@dataclass(frozen=True)
class Head:
    """Head of a column: its name and the unit below it, which may be empty."""

    name: str
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One number of the table.

    Attributes:
        text: As written, without the unit of its head.
        origins: Keys of the figures it shows; none where there is a dash.
    """

    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OptionRow:
    """A row of any table of options.

    Attributes:
        cells: What stands beside the option, in the order of the heads.
    """

    key: str
    mark: OptionMark
    label: str
    cells: tuple[Cell, ...]
    is_recommended: bool


def option_row(study: Study, key: str, cells: tuple[Cell, ...]) -> OptionRow:
    """Put cells beside an option of a study."""
    return OptionRow(
        key=key,
        mark=mark_of(study, key),
        label=label(study, key),
        cells=cells,
        is_recommended=key == study.ranking.first,
    )


@dataclass(frozen=True, kw_only=True)
class ComparedOption:
    """One row.

    Attributes:
        value: Present value of cost.
        span: P10 to P90 of it.
        delta: Difference to the baseline; "baseline" in its own row.
        delta_share: The same as a share of the baseline's cost.
        nominal: Total cost of ownership, nothing discounted.
        capital: Capital's share of the present value.
        chance: How often it is the cheapest, or "ruled out".
        pays: Month from which it has cost less than the baseline up to the end.
        ruled_out: Why it may not be chosen; empty where it may.
    """

    key: str
    mark: OptionMark
    label: str
    value: Cell
    span: Cell
    delta: Cell
    delta_share: Cell
    nominal: Cell
    capital: Cell
    chance: Cell
    pays: Cell
    is_recommended: bool
    is_baseline: bool
    ruled_out: str

    def cells(self) -> tuple[Cell, ...]:
        """Return the numbers in the order of the heads."""
        return (
            self.value,
            self.span,
            self.delta,
            self.delta_share,
            self.nominal,
            self.capital,
            self.chance,
            self.pays,
        )


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The table: a head for the option, one for each number, and the rows."""

    heads: tuple[Head, ...]
    rows: tuple[ComparedOption, ...]


VALUE, SPAN, NOMINAL = "Present value", "P10–P90", "Nominal"
DELTA, DELTA_SHARE = "Δ to baseline", "Δ %"
CAPITAL, CHANCE, PAYS = "CapEx", "Cheapest in", "Pays from"


def comparison(study: Study) -> Comparison:
    """Compare all options, in the order of every page."""
    unit = scale_of(study).unit
    heads = (
        Head("Option"),
        Head(VALUE, unit),
        Head(SPAN, unit),
        Head(DELTA, unit),
        Head(DELTA_SHARE),
        Head(NOMINAL, unit),
        Head(CAPITAL, "% of cost"),
        Head(CHANCE, "% of draws"),
        Head(PAYS, "month"),
    )
    return Comparison(heads=heads, rows=tuple(compared(study, key) for key in study.order))


def compared(study: Study, key: str) -> ComparedOption:
    """Compare one option with the others."""
    found, scale, spread = study.analysis.options[key].cost, scale_of(study), study.spreads[key]
    low, high = spread.p10, spread.p90
    span = scale.span(float(low.value), float(high.value))
    chance = spread.chance if study.has_ranges and key not in study.ranking.ruled_out else None
    delta, share = _delta(study, key)
    return ComparedOption(
        key=key,
        mark=mark_of(study, key),
        label=label(study, key),
        value=Cell(text=scale.number(cost(study, key)), origins=(found.present_value.key,)),
        span=Cell(text=span, origins=(low.key, high.key)) if study.has_ranges else Cell(text=NONE),
        delta=delta,
        delta_share=share,
        nominal=Cell(text=scale.number(float(found.tco.value)), origins=(found.tco.key,)),
        capital=Cell(
            text=bare_percent(float(found.capex_share.value)), origins=(found.capex_share.key,)
        ),
        chance=Cell(
            text=bare(chance_text(study, key)),
            origins=() if chance is None else (chance.key,),
        ),
        pays=_pays(study, key),
        is_recommended=key == study.ranking.first,
        is_baseline=key == study.decision.baseline,
        ruled_out=study.ranking.ruled_out.get(key, ""),
    )


def _delta(study: Study, key: str) -> tuple[Cell, Cell]:
    """Difference to the baseline and its share; a dash where there is none to compare with."""
    if study.baseline is None:
        return Cell(text=NONE), Cell(text=NONE)
    if key == study.baseline:
        return Cell(text="baseline"), Cell(text=NONE)
    against = study.analysis.to_baseline[key]
    delta, share = float(against.delta.value), float(against.share.value)
    amount = scale_of(study).number(delta, signed=True)
    return (
        Cell(text=amount, origins=(against.delta.key,)),
        Cell(text=bare_percent(share, signed=True), origins=(against.share.key,)),
    )


def _pays(study: Study, key: str) -> Cell:
    base = study.baseline
    if base is None or key == base:
        return Cell(text=NONE)
    found = pays(study.analysis, key, base, discounted=True)
    return Cell(text=lasting_month(found), origins=(found.figure.key,))
