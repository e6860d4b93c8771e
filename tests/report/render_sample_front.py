"""The first two pages of the sample; all names and numbers are made up."""

from __future__ import annotations

from datetime import date

from render_sample_charts import OPTIONS

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
DECISION = b.Page(
    chapter="1",
    title="Decision on a page",
    about="recommendation, conditions, signatures",
    headline="Run the claims assistant as a hybrid: it costs 1.51 M EUR less than staying",
    subline="Where should the claims assistant run for the next 36 months?",
    body=(
        b.Sought(
            "Decision sought from the board on 3 December 2026",
            "Approve the hybrid for the claims assistant and its two sister workloads, and "
            "release 0.93 M EUR of capital in September 2027 if condition 2 is met.",
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
                            "Owned hardware replaces 3.05 M EUR of managed services for "
                            "1.35 M EUR of other cost, net of residual value.",
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
                b.SignBox("Procurement · approves first", "Ana Ruiz", "contracts up to 2.0 M EUR"),
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
    footnote="Format: PDF/A-3a and PDF/UA-1, tagged, all fonts embedded. Anyone who holds this "
    "file can read its attachments.",
)
