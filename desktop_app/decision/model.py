"""The decision document.

One immutable tree holds everything a person has stated. Nothing computed is stored in it.
Two documents are the same decision exactly when they are equal, so undo, autosave, caching
and sign-off all work on whole documents and need no bookkeeping of their own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from desktop_app.decision.governance import (
    CloseCallRule,
    Comment,
    Condition,
    Exclusion,
    Paper,
    Quote,
    Risk,
    SimulationPlan,
)
from desktop_app.decision.lines import AnyLine
from desktop_app.decision.parts import (
    Currency,
    Day,
    Key,
    Keyed,
    Line,
    Part,
    Quantity,
    Text,
    Whole,
    stated,
)
from desktop_app.decision.spend import SpendSummary
from desktop_app.decision.workloads import Workload

if TYPE_CHECKING:
    from collections.abc import Iterable

Approach = Literal["fully_managed", "partially_managed", "self_managed", "hybrid"]


class ExchangeRate(Keyed):
    """What one unit of a foreign currency is worth in the decision's, on one day."""

    currency: Currency
    rate: Quantity = stated("Exchange rate", "currency/foreign", limits=(1e-9, None))
    on: Day = Field(title="Date of the rate")


class Context(Part):
    """Conditions shared by every option."""

    currency: Currency = Field(default="EUR", title="Currency")
    start: Day = Field(title="First month", description="The day of signing; time zero.")
    horizon_months: Whole = Field(
        default=36, ge=1, le=120, title="Horizon", json_schema_extra={"unit": "month"}
    )
    discount_rate: Quantity = stated(
        "Discount rate",
        "1/year",
        limits=(0.0, 1.0),
        about="Effective yearly rate, nominal, at which your finance team discounts cash.",
    )
    wage_growth: Quantity = stated("Wage growth", "1/year", 0.0, limits=(-0.5, 1.0))
    exchange_rates: tuple[ExchangeRate, ...] = ()

    @model_validator(mode="after")
    def _one_rate_each(self) -> Self:
        _unique("exchange rates", self.exchange_rates)
        _once("exchange rates are for", (rate.currency for rate in self.exchange_rates))
        return self


class Option(Keyed):
    """One way of running the workloads."""

    label: Line = Field(min_length=1, title="Name")
    approach: Approach
    note: Text = ""
    lines: tuple[AnyLine, ...] = ()


class Decision(Part):
    """The document that is edited, saved, compared and signed."""

    schema_version: Literal[1] = 1
    title: Line = Field(min_length=1, title="Title")
    question: Text = Field(default="", title="Question")
    organisation: Line = Field(default="", title="Organisation")
    context: Context
    workloads: tuple[Workload, ...] = ()
    options: tuple[Option, ...] = ()
    baseline: Key | None = Field(
        default=None, title="Baseline", description="Option that stands for staying as today."
    )
    exclusions: tuple[Exclusion, ...] = ()
    bills: tuple[SpendSummary, ...] = ()
    quotes: tuple[Quote, ...] = ()
    risks: tuple[Risk, ...] = ()
    conditions: tuple[Condition, ...] = ()
    close_call: CloseCallRule = CloseCallRule()
    simulation: SimulationPlan = SimulationPlan()
    paper: Paper = Paper()
    comments: tuple[Comment, ...] = Field(default=(), exclude_if=lambda comments: not comments)
    """Left out of the file where there are none, so that older decisions keep their seal."""

    @model_validator(mode="after")
    def _unique_keys(self) -> Self:
        _unique("workloads", self.workloads)
        _unique("options", self.options)
        _unique("bills", self.bills)
        _unique("quotes", self.quotes)
        _unique("risks", self.risks)
        _unique("conditions", self.conditions)
        _unique("approvers", self.paper.approvers)
        _unique("comments", self.comments)
        for option in self.options:
            _unique(f"lines of option {option.key}", option.lines)
        return self

    @model_validator(mode="after")
    def _names_exist(self) -> Self:
        options = {option.key for option in self.options}
        _known("option", [e.option for e in self.exclusions], options, "an exclusion")
        _known("option", [self.baseline] if self.baseline else [], options, "the baseline")
        workloads, bills = {w.key for w in self.workloads}, {b.key for b in self.bills}
        for option in self.options:
            for line in option.lines:
                at = f"options.{option.key}.lines.{line.key}"
                _once(f"entries of {at} name", named_by(line))
                _known("workload", named_by(line), workloads, at)
                _known("bill", [line.bill] if line.kind == "billed" else [], bills, at)
        return self


def served_by(line: AnyLine) -> tuple[str, ...]:
    """Return the keys of the workloads a cost line serves; none for lines that serve nothing."""
    return () if line.kind == "billed" and line.beside else named_by(line)


def named_by(line: AnyLine) -> tuple[str, ...]:
    """Return the keys of the workloads a cost line is about, whether or not it serves them."""
    if line.kind in {"rented_nodes", "servers"}:
        return tuple(service.workload for service in line.serves)
    if line.kind in {"tokens", "predictions", "billed"}:
        return line.serves
    return ()


def _unique(what: str, parts: Iterable[Keyed]) -> None:
    _once(f"{what} have the same key:", (part.key for part in parts))


def _once(what: str, names: Iterable[str]) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise ValueError(f"Two {what} {', '.join(twice)}")


def _known(what: str, named: Iterable[str], known: set[str], where: str) -> None:
    missing = [key for key in named if key not in known]
    if missing:
        raise ValueError(f"There is no {what} with the key {missing[0]}, which {where} names")
