"""A small document with every block and every chart; all names and numbers are made up."""

from __future__ import annotations

from datetime import date

from desktop_app.analysis import charts as c
from desktop_app.report import blocks as b
from desktop_app.report.runs import Run

SEAL = "450481b7888e2dfdd164decceb754172cd4fb5486d3007c36bdf3c14fd248174"
META = b.Meta(
    organisation="Meridian Insurance",
    reference="MI-2026-014",
    version="1.0",
    status=(
        Run("For decision", "strong"),
        Run(" · Board paper 7 · Version 1.0 · Confidential – Board"),
    ),
    classification="Confidential – Board",
    sealed_on=date(2026, 11, 23),
    fingerprint=SEAL,
    title="Where should the claims assistant run?",
    subject="Decision report MI-2026-014",
    author="Meridian Insurance",
    language="en-GB",
    producer="Isocost 0.1.0",
)

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

DECISION = b.Page(
    chapter="1",
    title="Decision on a page",
    about="recommendation, conditions, signatures",
    headline="Run the claims assistant as a hybrid: it costs 1.51 M EUR less than staying as we are",
    subline="Where should the claims assistant run for the next 36 months?",
    body=(
        b.Sought(
            "Decision sought from the board on 3 December 2026",
            "Approve the hybrid for the claims assistant and its two sister workloads, and release "
            "0.93 M EUR of capital in September 2027 if condition 2 is met.",
        ),
        b.KeyFigures(
            (
                b.KeyFigure("3.41", "M EUR", ("present value of cost", "P10–P90 3.0–4.0")),
                b.KeyFigure(
                    "−1.51",
                    "M EUR",
                    ("against staying as today,", "−31 %: favourable"),
                    "favourable",
                ),
                b.KeyFigure("Month 17", "", ("pays back against", "staying, May 2028")),
                b.KeyFigure("62", "%", ("of simulated futures:", "cheapest of four options")),
                b.KeyFigure("38", "%", ("of cost is capital;", "0.93 M EUR in 2027")),
            )
        ),
        OPTIONS,
        b.Columns(
            left=(
                b.Section("Three reasons", ruled=True),
                b.Numbered(
                    (
                        b.Point(
                            "It costs least.",
                            "Owned hardware replaces 3.05 M EUR of managed services for 1.35 M EUR "
                            "of other cost, net of residual value.",
                        ),
                        b.Point(
                            "It measures before it buys.",
                            "Nine months of metered demand precede the first server.",
                        ),
                        b.Point("It can be stopped.", "Leaving costs 0.04 M EUR until month 8."),
                    )
                ),
            ),
            right=(
                b.Section("Three largest risks", ruled=True),
                b.Numbered(
                    (
                        b.Point(
                            "Growth stalls.",
                            "Below 1.2 % a month partially managed is cheaper, 14 % likely.",
                            "Owner Mei Tanaka",
                        ),
                        b.Point(
                            "Utilisation beats the plan.",
                            "Above 58 % self-managed is cheaper, 31 % likely.",
                            "Owner David Osei",
                        ),
                    )
                ),
            ),
        ),
        b.Section("Conditions and expiry"),
        b.Table(
            columns=(
                b.Column("", keep=True),
                b.Column("", weight=4),
                b.Column("", weight=1, keep=True),
                b.Column("", align="right"),
            ),
            rows=(
                b.Row(
                    (
                        "1",
                        "Data stay in the country: the provider confirms it in writing.",
                        "Ana Ruiz",
                        "2026-12-18",
                    )
                ),
                b.Row(
                    (
                        "2",
                        "Capital is released only after two months running above 2.5 M requests.",
                        "Mei Tanaka",
                        "2027-07-15",
                    )
                ),
                b.Row(("", "Lapses unsigned on 2027-01-31.", "David Osei", "2027-10-31")),
            ),
            summary="Conditions with owner and date.",
            strong_heads=True,
        ),
        b.SignBoxes(
            (
                b.SignBox(
                    "Procurement · approves first", "Ana Ruiz", "contracts up to 2.0 M EUR"
                ),
                b.SignBox("Finance", "David Osei", "capital up to 1.5 M EUR"),
                b.SignBox(
                    "Product owner · approves last", "Mei Tanaka", "running cost up to 3.0 M EUR"
                ),
            )
        ),
        b.Paragraph(
            (
                Run("One reservation: Lars Holm (FinOps), commitment shortfall, page "),
                Run("5", to="5"),
                Run("."),
            ),
        ),
        b.Fingerprint("Decision fingerprint, SHA-256", SEAL),
    ),
)

CONTROL = b.Page(
    chapter="2",
    title="Contents and document control",
    about="versions, fingerprints, how to verify",
    headline="This file proves itself: on which numbers it rests, and that none has changed",
    subline="Contents, versions, fingerprints and ways to verify.",
    body=(
        b.Section("Contents"),
        b.Contents(),
        b.Section(
            "Two versions; this is 1.0",
            "Document control · MI-2026-014 · language English · currency EUR",
        ),
        b.Table(
            columns=(
                b.Column("Version", keep=True),
                b.Column("Date", keep=True),
                b.Column("Editor", keep=True),
                b.Column("Change", weight=1),
                b.Column("Fingerprint begins", align="right"),
            ),
            rows=(
                b.Row(
                    (
                        "0.9",
                        "2026-11-20",
                        "Ana Ruiz",
                        "Two hardware quotes entered; utilisation range widened",
                        (Run("c621a496", "mono"),),
                    )
                ),
                b.Row(
                    (
                        "1.0",
                        "2026-11-23",
                        "Mei Tanaka",
                        "Reservation recorded; sealed for signature",
                        (Run("450481b7", "mono"),),
                    )
                ),
            ),
            summary="Versions with date, editor and change.",
            strong_heads=True,
        ),
        b.Section(
            "Everything needed to recompute this report is inside the file",
            "Attachments and their SHA-256 fingerprints",
        ),
        b.Table(
            columns=(
                b.Column("Attachment", weight=1),
                b.Column("Size", align="right"),
                b.Column("SHA-256", keep=True),
            ),
            rows=(
                b.Row(
                    (
                        b.Stack(
                            (
                                (Run("decision.json", "strong"),),
                                (Run("inputs, results, seed", "quiet"),),
                            )
                        ),
                        "412 kB",
                        (Run(" ".join([SEAL[k : k + 8] for k in range(0, 64, 8)]), "mono"),),
                    )
                ),
            ),
            summary="Attachments with size and fingerprint.",
        ),
        b.Columns(
            left=(
                b.Section("How to verify", ruled=True),
                b.Numbered(
                    (
                        b.Point(
                            "Fingerprint.",
                            "Compare the line at the foot of page 1 with the one in the minutes.",
                        ),
                        b.Point(
                            "Numbers.",
                            (
                                Run("Run "),
                                Run("isocost verify report.pdf", "mono"),
                                Run(" without a network. It checks and recomputes everything."),
                            ),
                        ),
                    )
                ),
            ),
            right=(
                b.Section("Decision code", ruled=True),
                b.QrCode(
                    f"MI-2026-014 1.0 {SEAL}",
                    "Square code with the number, the version and the fingerprint.",
                    "Number, version and fingerprint; no link, nothing is sent.",
                ),
            ),
            ratio=0.75,
        ),
    ),
    footnote="Format: PDF/A-3a and PDF/UA-1, tagged, all fonts embedded. Anyone who holds this file "
    "can read its attachments.",
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
    title="Capital of 0.91 M EUR falls in 2027; from 2028 the hybrid needs half the cash of staying",
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
        c.Curve(mark="hybrid", end_text="Hybrid 3.41", values=_climb(3.41, 0.9, 0), recommended=True),
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

MONEY = b.Page(
    chapter="3",
    title="Money",
    about="cash, bridge, break-even, budget line",
    headline="The hybrid trades 3.05 M EUR of managed services for 1.41 M EUR of hardware and pays "
    "back in month 17",
    subline="Cash is nominal, costs are present values.",
    body=(
        YEARS,
        b.Columns((BRIDGE,), (CURVES,), 0.54),
        b.Section(
            "The saving reaches the P&L in 2027 and cash in 2028",
            (Run("Meridian Insurance", "strong"), Run(" · k EUR · PL calendar years")),
        ),
        b.Table(
            columns=(
                b.Column("Hybrid, budget line", weight=3),
                b.Column("2027", align="right", weight=1),
                b.Column("2028", align="right", weight=1),
                b.Column("2029", align="right", weight=1),
                b.Column("36 months", align="right", weight=1),
                b.Column("Present value", align="right", weight=1),
            ),
            rows=(
                b.Row(("Capital (CapEx)", "929", "212", "186", "1,327", "1,224")),
                b.Row(("Running cost (OpEx)", "1,367", "564", "619", "2,550", "2,324")),
                b.Row(("Residual value at the end", "–", "–", "−412", "−412", "−327")),
                b.Row(("Cash", "2,296", "776", "393", "3,465", "3,220"), "total"),
                b.Row(
                    (
                        "Δ cash to staying",
                        (Run("+782", "unfavourable"),),
                        (Run("−1,116", "favourable"),),
                        (Run("−1,787", "favourable"),),
                        (Run("−2,121", "favourable"),),
                        (Run("−1,700", "favourable"),),
                    ),
                    "total",
                ),
            ),
            summary="Budget lines by year.",
            dense=True,
        ),
        b.KeyFigures(
            (
                b.KeyFigure("1,510", "k EUR", ("net present value to staying",)),
                b.KeyFigure("Month 17", "", ("payback, also discounted",)),
                b.KeyFigure("−998", "k EUR", ("lowest cash to staying, month 9",)),
            ),
            "small",
        ),
    ),
    footnote=(
        Run("Capital is paid at the start of its month, running cost at the end; v(t) = 1.08"),
        Run("−t/12", "raised"),
        Run(". Parts are rounded so that they add up to the printed total."),
    ),
)


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
SENSITIVITY = b.Page(
    chapter="4",
    title="Sensitivity",
    about="ranges, break-evens, likelihood",
    headline="The answer holds in three of five futures",
    subline="How sure the cost is, and what would change the decision.",
    body=(
        RANGES,
        b.Columns((FAN,), (SMALL,), 0.5),
    ),
)

REGISTER = b.Page(
    chapter="5",
    title="Assumptions",
    about="value, range, source, owner, grade",
    headline="Every number has an owner, a date and a source",
    subline="What the result is built on, and how sure we are of each part.",
    body=(
        c.ShareBar(
            title="Half of the cost rests on measured figures, a fifth on assumptions",
            caption="Share of the hybrid’s present value by evidence grade of its main input",
            alt="46 % measured, 30 % quoted, 4 % published, 20 % assumed.",
            unit="1",
            shares=(
                c.Share(label="measured", share=0.46, text="46 %"),
                c.Share(label="quoted", share=0.30, text="30 %"),
                c.Share(label="published", share=0.03, text="3 %"),
                c.Share(label="assumed", share=0.21, text="21 %"),
            ),
        ),
        b.Section("Assumptions register", "Value and P10–P90 range"),
        b.Table(
            columns=(
                b.Column("No.", keep=True),
                b.Column("Input, unit", weight=1),
                b.Column("Value", align="right"),
                b.Column("P10–P90", align="right"),
                b.Column("Source", weight=0.8),
                b.Column("Owner", keep=True),
                b.Column("2026", align="right"),
                b.Column("Grade", keep=True),
            ),
            rows=(
                b.Row(("Demand",), "group"),
                *(
                    b.Row(
                        (
                            (Run(str(n), "quiet"),),
                            (Run("Claims assistant, requests, "), Run("M a month", "quiet")),
                            (Run("2.10", "strong"),),
                            "2.04–2.16",
                            "Gateway log, October",
                            "Mei Tanaka",
                            "5 Nov",
                            b.Marked(grade, grade),
                        )
                    )
                    for n, grade in enumerate(
                        ("measured", "quoted", "published", "assumed") * 11, 1
                    )
                ),
            ),
            summary="Inputs with value, range, source, owner, date and grade.",
            row_heads=2,
            dense=True,
        ),
        b.Section("Best values", "Best of a row shaded"),
        b.Table(
            columns=(
                b.Column("Key figure", weight=2),
                b.Column("Unit", weight=1),
                b.Column("Hybrid", align="right", weight=1, marks=("hybrid",)),
                b.Column("Self", align="right", weight=1, marks=("self_managed",)),
                b.Column("Path", align="right", weight=1, marks=("pathway",)),
                b.Column("Stay", align="right", weight=1, marks=("baseline",)),
                b.Column("Worth", "k EUR", weight=2),
            ),
            rows=(
                b.Row(
                    (
                        "Inference cost, per thousand requests",
                        "EUR",
                        "14.6",
                        "13.9",
                        "14.2",
                        "27.3",
                        b.Bar("90", 90, 100, solid=True),
                    ),
                    best=(3,),
                ),
                b.Row(
                    ("Downtime", "hours a year", "8", "21", "9", "8", b.Bar("34", 34, 100)),
                    "emphasised",
                    (2, 5),
                ),
            ),
            summary="Key figures by option.",
        ),
    ),
    footnote="An assumed value is a judgement of the group.",
)

PROVENANCE = b.Page(
    chapter="A1",
    title="Provenance",
    about="bill, reconciliation",
    headline="The bill is read to the last row; 6.4 % of it could not be identified",
    subline="Where the numbers come from.",
    body=(
        c.Flow(
            title="Of 2.31 M EUR billed, 742 k EUR is AI; seven tenths of it is plainly named",
            caption="Billed cost in k EUR · AC twelve months",
            alt="Of 2,310 k EUR, 1,420 are not AI and 148 unidentified; 742 are AI.",
            unit="k EUR",
            steps=(
                c.FlowStep(label="Billed, twelve months", kind="total", value=2310, text="2,310"),
                c.FlowStep(label="Not AI", kind="less", value=1420, text="−1,420"),
                c.FlowStep(label="Unidentified, 6.4 %", kind="less", value=148, text="−148"),
                c.FlowStep(label="AI spend, 32.1 %", kind="total", value=742, text="742"),
                c.FlowStep(label="Known AI services, 71 %", kind="part", value=527, text="527"),
                c.FlowStep(label="Tagged by us, 17 %", kind="part", value=126, text="126"),
                c.FlowStep(label="Discovered by rules, 12 %", kind="part", value=89, text="89"),
            ),
        ),
        b.Paragraph(
            "Unidentified: 148 k EUR of shared clusters without tags. It is left out of AI spend.",
            "note",
        ),
        b.Columns(
            (
                c.MonthColumns(
                    title="AI spend has grown two and a half times",
                    caption="k EUR a month, AC",
                    alt="From 39 k EUR in November 2025 to 95 k EUR in October 2026.",
                    unit="k EUR",
                    columns=tuple(
                        c.MonthColumn(label=label, value=value, text=str(value), year=year)
                        for label, value, year in zip(
                            "NDJFMAMJJASO",
                            (39, 41, 45, 48, 51, 55, 59, 64, 71, 82, 92, 95),
                            ("2025", "", "2026", *[""] * 9),
                            strict=True,
                        )
                    ),
                ),
            ),
            (
                b.Section("Commitments and credits are kept apart", "Charge categories in k EUR"),
                b.Table(
                    columns=(
                        b.Column("Category", weight=1),
                        b.Column("Rows", align="right"),
                        b.Column("Billed", align="right"),
                    ),
                    rows=(
                        b.Row(("Usage", "44,871", "2,014.6")),
                        b.Row(("Credit", "1,544", "−41.2")),
                        b.Row(("Billed", "46,415", "1,973.4"), "total"),
                    ),
                    summary="Rows and cost by charge category.",
                ),
            ),
        ),
    ),
)

DOCUMENT = b.Document(META, (DECISION, CONTROL, MONEY, SENSITIVITY, REGISTER, PROVENANCE))
ATTACHMENTS = (
    b.Attachment("decision.json", b'{"a":1}', "application/json", "Source", "Inputs and results"),
    b.Attachment("cube.csv", b"a,b\r\n1,2\r\n", "text/csv", "Data", "Costs by month"),
)
