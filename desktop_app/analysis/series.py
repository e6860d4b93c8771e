"""A figure month by month, or year by year, with the labels of its times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.analysis.wording import month_name, significant, unit_words

if TYPE_CHECKING:
    from desktop_app.decision import Decision
    from desktop_app.figures import Array, Figure


@dataclass(frozen=True, kw_only=True)
class Series:
    """Values over time.

    Attributes:
        key: Of the figure.
        name: What it is: "Running cost by month".
        unit: In words.
        labels: The times: "January 2027".
        values: In base units.
        texts: The same as written, without the unit.
    """

    key: str
    name: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    texts: tuple[str, ...]


def series_of(figure: Figure, decision: Decision) -> tuple[Series, ...]:
    """Return a figure's own series, or those it was directly computed from."""
    of = (figure,) if np.asarray(figure.value).ndim else figure.of
    found = (_series(part, decision) for part in of if np.asarray(part.value).ndim == 1)
    return tuple(series for series in found if series is not None)


def _series(figure: Figure, decision: Decision) -> Series | None:
    values = np.asarray(figure.value, dtype=float)
    values, labels = _labelled(figure, values, decision)
    if len(labels) != values.size or not values.size:
        return None
    return Series(
        key=figure.key,
        name=figure.name[0].upper() + figure.name[1:],
        unit=unit_words(figure.unit),
        labels=labels,
        values=tuple(float(value) for value in values),
        texts=tuple(_written(float(value)) for value in values),
    )


def _labelled(figure: Figure, values: Array, decision: Decision) -> tuple[Array, tuple[str, ...]]:
    """Values and their times; of a cumulative cost those just after the payments of a month."""
    start, horizon = decision.context.start, decision.context.horizon_months
    first = start.year * 12 + start.month - 1
    if figure.source is not None and figure.source.kind == "billing":
        return values, _of_bill(figure, decision)
    if figure.key.endswith("_by_year"):
        return values, tuple(str(start.year + i) for i in range(values.size))
    if values.size == 2 * (horizon + 1):
        values = values[1::2]
    months = tuple(month_name(first + i) for i in range(horizon))
    if values.size == horizon + 1:
        return values, ("at signing", *months)
    return values, months if values.size == horizon else ()


def _of_bill(figure: Figure, decision: Decision) -> tuple[str, ...]:
    """Months of the bill that a figure was summed over."""
    digests = figure.source.ref if figure.source else ""
    for bill in decision.bills:
        if ", ".join(file.sha256[:16] for file in bill.files) == digests:
            months = sorted({total.month for total in bill.totals})
            return tuple(month_name(int(m[:4]) * 12 + int(m[5:]) - 1) for m in months)
    return ()


def _written(value: float) -> str:
    return (
        f"{value:,.0f}".replace("-", "\N{MINUS SIGN}")
        if abs(value) >= 1e4
        else significant(value, 5)
    )
