"""Who decides what, under which conditions, and how the paper came about."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from desktop_app.decision.parts import (
    MOST,
    Currency,
    Day,
    Digest,
    Key,
    Keyed,
    Line,
    Number,
    Part,
    Text,
    Whole,
)


class Exclusion(Part):
    """An option ruled out by a hard limit, whatever it costs."""

    option: Key
    reason: Text = Field(min_length=1, title="Reason")
    stated_by: Line = Field(default="", title="Stated by")
    on: Day | None = Field(default=None, title="Date")


class Risk(Keyed):
    """Something that may go wrong, with the person who watches it."""

    title: Line = Field(min_length=1)
    text: Text = ""
    owner: Line = ""


class Condition(Keyed):
    """What must hold for the decision to stand."""

    text: Text = Field(min_length=1)
    owner: Line = ""
    due: Day | None = None


class Comment(Keyed):
    """What somebody remarked on a part of the decision."""

    path: Text = Field(min_length=1, title="About", description="Document path it is about.")
    text: Text = Field(min_length=1, title="Comment")
    author: Line = Field(default="", title="Author")
    on: Day = Field(title="Date")


class Approver(Keyed):
    """Somebody whose approval the decision needs."""

    role: Line = Field(min_length=1)
    name: Line = ""
    authority: Line = Field(default="", description="Up to which limit, in words.")


class Version(Part):
    """One version of the paper."""

    version: Line
    on: Day
    editor: Line = ""
    change: Line = ""


class Quote(Keyed):
    """An offer of a supplier that inputs rest on."""

    supplier: Line = Field(min_length=1)
    number: Line = ""
    on: Day
    valid_until: Day | None = None
    contents: Text = ""
    total: Decimal | None = None
    currency: Currency
    file: Line = ""
    sha256: Digest | None = None


class CloseCallRule(Part):
    """When a recommendation must say first that it is a close call."""

    least_chance: Number = Field(
        default=0.60,
        ge=0,
        le=1,
        title="Least chance of being the cheapest",
        json_schema_extra={"unit": "share"},
    )
    least_gap: Number = Field(
        default=0.05,
        ge=0,
        le=1,
        title="Least gap to the next option",
        description="As a share of the present value of the cheapest option's cost.",
        json_schema_extra={"unit": "share"},
    )


class SimulationPlan(Part):
    """How many draws, and from which seed. Stored, so that a report can be repeated."""

    draws: Whole = Field(default=4096, ge=256, le=262_144, title="Draws")
    seed: Whole = Field(default=1, ge=0, le=MOST, title="Seed", json_schema_extra={"unit": "name"})


class Paper(Part):
    """Document control: what stands on the cover and in the margins."""

    reference: Line = Field(default="", description='Number of the paper: "MI-2026-014".')
    version: Line = "1.0"
    status: Line = "For decision"
    classification: Line = ""
    board: Line = Field(default="", title="Decided by", description='"the board".')
    meets_on: Day | None = Field(default=None, title="Meeting")
    agenda_item: Line = Field(default="", description='"Board paper 7".')
    out_of_scope: Text = ""
    versions: tuple[Version, ...] = ()
    approvers: tuple[Approver, ...] = ()
    lapses_on: Day | None = Field(default=None, title="Lapses unsigned on")
