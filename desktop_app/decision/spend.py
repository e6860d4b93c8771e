"""What the document keeps of an imported bill: a summary with the file's digest, never the rows.

Money is decimal here, exactly as billed: a summary's sums equal the file's to the last digit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from desktop_app.decision.parts import (
    MOST,
    Count,
    Currency,
    Day,
    Digest,
    Keyed,
    Line,
    Part,
    Text,
    Whole,
)

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Way = Literal["known", "tagged", "discovered", "unidentified", "not_ai"]
AI_WAYS: tuple[Way, ...] = ("known", "tagged", "discovered")
"""Ways in which spend was found to be AI."""

RUNNING = ("Usage", "")
"""Charge categories of what runs: usage, or none where the file has no categories."""

Confidence = Literal["high", "medium", "low", "none"]


class Costs(Part):
    """The four cost bases of FOCUS side by side. They are never added to one another.

    A basis that the file does not carry is None: unknown, not zero.
    """

    billed_cost: Decimal | None = Field(default=None, title="Billed cost")
    effective_cost: Decimal | None = Field(default=None, title="Effective cost")
    contracted_cost: Decimal | None = Field(default=None, title="Contracted cost")
    list_cost: Decimal | None = Field(default=None, title="List cost")


class BillFile(Part):
    """One file that was read."""

    name: Line
    sha256: Digest
    size_bytes: Count
    format: Line = Field(description='As detected: "FOCUS 1.2 Cost and Usage".')
    rows_read: Count
    rows_kept: Count
    columns_missing: tuple[Line, ...] = Field(
        default=(), description="Columns of that version which the file does not carry."
    )


class SetAside(Part):
    """Rows that were read but not kept, and why."""

    file: Line
    reason: Text
    rows: Whole = Field(ge=1, le=MOST)
    first_line: Count | None = Field(default=None, description="Row of the first one, from 1.")


class PeriodTotal(Part):
    """Sums over the kept rows of one billing month, currency and charge category."""

    month: Month
    currency: Currency
    provider: Line
    category: Line = Field(description="FOCUS ChargeCategory; empty where the file has none.")
    rows: Count
    costs: Costs


class SpendGroup(Part):
    """Spend that one rule recognised in one month, or the rest that no rule took."""

    month: Month
    currency: Currency
    provider: Line
    service: Line
    way: Way
    confidence: Confidence
    kind: Line = Field(default="", description='Kind of workload: "llm-api", "training".')
    rule: Line = Field(default="", description="The rule that decided.")
    workload: Line = Field(default="", description="Value of the organisation's workload tag.")
    category: Line = Field(default="", description="FOCUS ChargeCategory.")
    rows: Count
    costs: Costs


class SpendSummary(Keyed):
    """What is known of one import: which files, how they reconcile, what of them is AI."""

    label: Line = Field(title="Name")
    files: tuple[BillFile, ...] = Field(min_length=1)
    workload_tags: tuple[Line, ...] = Field(
        default=(), description="Tag keys whose value names the workload."
    )
    rules: Line = Field(default="", description="Edition of the rules that found the AI spend.")
    first_day: Day
    last_day: Day = Field(description="Last day covered, included.")
    gap_days: tuple[Day, ...] = Field(default=(), description="Days in between without a row.")
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[Text, ...] = Field(default=(), description="Damage or oddities found.")
    totals: tuple[PeriodTotal, ...]
    groups: tuple[SpendGroup, ...]
