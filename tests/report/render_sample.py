"""A small document with every block and every chart; all names and numbers are made up."""

from __future__ import annotations

from render_sample_charts import BRIDGE, CURVES, OPTIONS, YEARS
from render_sample_front import CONTROL, DECISION, META, SEAL
from render_sample_spread import FAN, RANGES, SMALL

from desktop_app.analysis import charts as c
from desktop_app.report import blocks as b
from desktop_app.report.runs import Run

__all__ = ["ATTACHMENTS", "DOCUMENT", "META", "OPTIONS", "SEAL"]

MONEY = b.Page(
    chapter="3",
    title="Money",
    about="cash, bridge, break-even, budget line",
    headline="The hybrid trades 3.05 M EUR of managed services for 1.41 M EUR of hardware and "
    "pays back in month 17",
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
