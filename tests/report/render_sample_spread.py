"""Charts of the sample: fan, ranges, a small series; made-up numbers."""

from __future__ import annotations

from desktop_app.analysis import charts as c


def _fan(end: float) -> tuple[float, ...]:
    return tuple(0.95 * m / 9 if m < 9 else 2.0 + (end - 2.0) * (m - 9) / 27 for m in range(37))


FAN = c.Fan(
    title="Four in five futures end between 3.0 and 4.0",
    caption="Hybrid · cumulative present value in M EUR, FC by month, 16,384 draws",
    alt="The middle future ends at 3.4 M EUR, four in five between 3.0 and 4.0.",
    unit="M EUR",
    p10=_fan(3.0),
    p25=_fan(3.2),
    p50=_fan(3.4),
    p75=_fan(3.65),
    p90=_fan(4.0),
    low_text="P10 3.0",
    middle_text="P50 3.4",
    high_text="P90 4.0",
    band_text="half of futures",
    notes=(c.MonthNote(month=9, text="month 9: servers are bought"),),
    first_year=2027,
)
RANGES = c.Ranges(
    title="The ranges of hybrid and self-managed overlap",
    caption="Present value of cost in M EUR, P10–P90, FC, 16,384 draws",
    alt="Hybrid 3.0 to 4.0, self-managed 3.1 to 4.4, staying 4.1 to 6.3 M EUR.",
    unit="M EUR",
    heads=("Option", "P10–P90", "P50", "Cheapest in"),
    rows=(
        c.RangeRow(
            mark="hybrid",
            label="Hybrid",
            low=3.0,
            middle=3.4,
            high=4.0,
            low_text="3.0",
            middle_text="3.40",
            high_text="4.0",
            chance_text="62 %",
            recommended=True,
        ),
        c.RangeRow(
            mark="self_managed",
            label="Self-managed",
            low=3.1,
            middle=3.6,
            high=4.4,
            low_text="3.1",
            middle_text="3.58",
            high_text="4.4",
            chance_text="32 %",
        ),
        c.RangeRow(
            mark="baseline",
            label="Stay as today",
            low=4.1,
            middle=5.0,
            high=6.3,
            low_text="4.1",
            middle_text="4.98",
            high_text="6.3",
            chance_text="0 %",
        ),
    ),
)
SMALL = c.MonthColumns(
    title="The difference is small",
    caption="M EUR a month, PL",
    alt="Three months of 0.2, 0.3 and −0.1 M EUR.",
    unit="M EUR",
    columns=(
        c.MonthColumn(label="J", value=0.2, text="0.2", year="2027", actual=False),
        c.MonthColumn(label="F", value=0.3, text="0.3", actual=False),
        c.MonthColumn(label="M", value=-0.1, text="−0.1", actual=False),
    ),
)
