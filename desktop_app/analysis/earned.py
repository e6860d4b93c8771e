"""What leaving the baseline earns, in words: report, window and command line print these."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.comparison import Cell, Head, OptionRow, option_row
from desktop_app.analysis.option_words import rate_words
from desktop_app.analysis.recommend import scale_of
from desktop_app.analysis.wording import NBSP, month_number, significant

if TYPE_CHECKING:
    from desktop_app.analysis.investment import Investment
    from desktop_app.analysis.study import Study
    from desktop_app.figures import Figure

HIGHEST = 10.0
"""A yearly rate of 1,000 %: above it the number says only that next to nothing is put in."""

TITLE = "What leaving the baseline earns"
WITHOUT = "No option stands for staying as today, so there is nothing to compare with."


@dataclass(frozen=True, kw_only=True)
class EarnedTable:
    """The table: a head for the option, one for each number, and the rows.

    Attributes:
        rows: Saving, net present value, internal rate, modified internal rate, payback and
            discounted payback of every option but the baseline.
    """

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[OptionRow, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The heads in one line each: "NPV, M EUR"."""
        return tuple(
            f"{head.name}, {head.unit}" if head.unit else head.name for head in self.heads
        )


def earned(study: Study) -> EarnedTable:
    """Judge every option against the baseline; without rows where there is no baseline."""
    unit = scale_of(study).unit
    found = study.analysis.investments
    return EarnedTable(
        caption="Cash of the baseline less that of the option · PL · discounted at "
        f"{rate_words(study)}"
        if found
        else WITHOUT,
        heads=(
            Head("Option"),
            Head("Saving", f"{unit}, nominal"),
            Head("NPV", unit),
            Head("IRR", "% a year"),
            Head("MIRR", "% a year"),
            Head("Payback"),
            Head("Discounted payback"),
        ),
        rows=tuple(
            option_row(study, key, _cells(study, found[key]))
            for key in study.order
            if key in found
        ),
    )


def _cells(study: Study, found: Investment) -> tuple[Cell, ...]:
    scale = scale_of(study)
    irr = found.rates.kind if found.rates.kind != "unique" else _rate(found.irr)
    return (
        _cell(found.saving, scale.number(float(found.saving.value), signed=True)),
        _cell(found.npv, scale.number(float(found.npv.value), signed=True)),
        _cell(found.irr, irr),
        _cell(found.mirr, _rate(found.mirr)),
        _cell(found.payback, _when(found.payback)),
        _cell(found.discounted_payback, _when(found.discounted_payback)),
    )


def _cell(figure: Figure, text: str) -> Cell:
    return Cell(text=text, origins=(figure.key,))


def _rate(figure: Figure) -> str:
    rate = float(figure.value)
    if not math.isfinite(rate):
        return "none"
    return f"over{NBSP}1,000" if rate > HIGHEST else significant(100 * rate)


def _when(figure: Figure) -> str:
    time = float(figure.value)
    if not math.isfinite(time):
        return "never"
    return month_number(time) if time > 0 else "at once"
