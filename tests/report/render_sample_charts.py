"""Charts of the sample: options, years, bridge, curves; made-up numbers."""

from __future__ import annotations

from desktop_app.analysis import charts as c

OPTIONS = c.OptionBars(
    title="The hybrid is the cheapest of four options; staying is cheapest in none of the futures",
    entity="Meridian Insurance",
    caption="present value of cost in M EUR · PL January 2027 – December 2029, 8 % a year · "
    "bars and differences on one scale",
    alt="Hybrid costs 3.41, self-managed 3.58, partially managed 5.10, staying 4.92 M EUR.",
    unit="M EUR",
    heads=("Option", "Present value of cost, P10–P90", "Δ to staying", "Δ %", "Cheapest in"),
    rows=(
        c.OptionBar(
            mark="hybrid",
            label="Hybrid",
            value=3.41,
            value_text="3.41",
            low=3.0,
            high=4.0,
            range_text="3.0–4.0",
            delta=-1.51,
            delta_text="−1.51",
            percent_text="−31",
            chance_text="62 %",
            recommended=True,
        ),
        c.OptionBar(
            mark="self_managed",
            label="Self-managed",
            value=3.58,
            value_text="3.58",
            low=3.1,
            high=4.4,
            range_text="3.1–4.4",
            delta=-1.34,
            delta_text="−1.34",
            percent_text="−27",
            chance_text="32 %",
        ),
        c.OptionBar(
            mark="partial",
            label="Partially managed",
            value=5.10,
            value_text="5.10",
            low=4.2,
            high=5.6,
            range_text="4.2–5.6",
            delta=0.18,
            delta_text="+0.18",
            percent_text="+4",
            chance_text="6 %",
        ),
        c.OptionBar(
            mark="baseline",
            label="Stay as today (managed)",
            value=4.92,
            value_text="4.92",
            low=4.1,
            high=6.3,
            range_text="4.1–6.3",
            chance_text="0 %",
            baseline=True,
        ),
    ),
)


def _year(label: str, capex: float, opex: float, *, actual: bool = False) -> c.YearColumn:
    return c.YearColumn(
        label=label,
        capex=capex,
        opex=opex,
        total_text=f"{capex + opex:.2f}",
        capex_text=f"{capex:.2f}" if capex else "",
        opex_text=f"{opex:.2f}",
        actual=actual,
    )


YEARS = c.YearColumns(
    title="Capital of 0.91 M EUR falls in 2027; from 2028 the hybrid needs half of staying",
    entity="Meridian Insurance",
    caption="cash in M EUR, nominal · grey is CapEx, white is OpEx · AC solid, PL outlined",
    alt="Hybrid pays 1.87, 1.12 and 1.16 M EUR; staying 1.51, 1.89 and 2.18.",
    unit="M EUR",
    groups=(
        c.YearGroup(
            mark="hybrid",
            label="Hybrid",
            years=(_year("’27", 0.91, 0.96), _year("’28", 0.37, 0.75), _year("’29", 0.32, 0.84)),
            recommended=True,
        ),
        c.YearGroup(
            mark="self_managed",
            label="Self-managed",
            years=(_year("’27", 1.81, 0.81), _year("’28", 0.45, 0.58), _year("’29", 0, 0.63)),
        ),
        c.YearGroup(
            mark="partial",
            label="Partially managed",
            years=(_year("’27", 0, 1.41), _year("’28", 0, 1.43), _year("’29", 0, 1.51)),
        ),
        c.YearGroup(
            mark="baseline",
            label="Stay as today",
            years=(
                _year("’26", 0, 0.74, actual=True),
                _year("’27", 0, 1.51),
                _year("’28", 0, 1.89),
                _year("’29", 0, 2.18),
            ),
        ),
    ),
)
BRIDGE = c.Bridge(
    title="3.05 M EUR of managed services go, 1.54 M EUR net comes back as own cost",
    caption="Present value of cost in M EUR, PL 36 months · from staying to the hybrid",
    alt="From 4.92 M EUR by seven changes to 3.41 M EUR.",
    unit="M EUR",
    start=c.BridgeEnd(mark="baseline", label="Stay as today", value=4.92, text="4.92"),
    steps=tuple(
        c.BridgeStep(label=label, change=change, text=f"{change:+.2f}".replace("-", "−"))
        for label, change in (
            ("Managed services", -3.05),
            ("Support, storage", -0.11),
            ("Hardware bought", 1.41),
            ("Residual value", -0.33),
            ("Power, colocation", 0.13),
            ("Upkeep, licences", 0.12),
            ("Staff", 0.32),
        )
    ),
    end=c.BridgeEnd(mark="hybrid", label="Hybrid", value=3.41, text="3.41"),
)


def _climb(end: float, jump: float = 0.0, at: int = 0) -> tuple[float, ...]:
    slope = (end - jump) / 36
    return tuple(round(slope * m + (jump if m >= at else 0.0), 4) for m in range(37))


CURVES = c.Curves(
    title="Hybrid pays from month 17, self-managed from month 24",
    caption="Cumulative present value of cost in M EUR, PL by month",
    alt="Four rising lines; hybrid ends lowest at 3.41 M EUR and crosses staying in month 17.",
    unit="M EUR",
    curves=(
        c.Curve(
            mark="hybrid", end_text="Hybrid 3.41", values=_climb(3.41, 0.9, 0), recommended=True
        ),
        c.Curve(mark="self_managed", end_text="Self 3.58", values=_climb(3.58, 1.6, 3)),
        c.Curve(mark="partial", end_text="Partial 3.87", values=_climb(3.87)),
        c.Curve(mark="baseline", end_text="Stay 4.92", values=_climb(4.92), baseline=True),
    ),
    crossings=(
        c.Crossing(month=13.4, value=1.83, label="Hybrid pays from month 14"),
        c.Crossing(month=19.6, value=2.68, label="Self-managed pays from month 20"),
    ),
    first_year=2027,
)
