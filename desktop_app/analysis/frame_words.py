"""What a page says of the frame of a decision: its workloads and its alternatives, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.option_words import MARKS
from desktop_app.analysis.wording import MINUS, NBSP, significant
from desktop_app.decision.fields import field_spec

if TYPE_CHECKING:
    from desktop_app.analysis.chart import OptionMark
    from desktop_app.decision import Decision
    from desktop_app.decision.workloads import Workload

DEMAND = {
    "llm": (
        "requests",
        "calls_per_request",
        "input_tokens",
        "output_tokens",
        "cached_share",
        "batch_share",
    ),
    "traditional_ml": ("predictions",),
}
SHARED = ("growth_first_year", "growth_later", "peak_to_mean", "stored_gb", "egress_gb")


@dataclass(frozen=True)
class WorkloadRow:
    """One workload in a list.

    Attributes:
        key: Of the workload.
        label: Its name.
        kind: "language model" or "prediction".
        volume: Its demand in the first month: "2.1 M requests a month".
        volume_path: Where that is stated.
        growth: How it changes in the first year: "+4 % a month".
        growth_path: Where that is stated.
    """

    key: str
    label: str
    kind: str
    volume: str
    volume_path: str
    growth: str
    growth_path: str


@dataclass(frozen=True)
class Alternative:
    """One option that is compared."""

    key: str
    label: str
    mark: OptionMark


def workload_rows(decision: Decision) -> tuple[WorkloadRow, ...]:
    """Say every workload in a line."""
    return tuple(_row(decision, workload) for workload in decision.workloads)


def demand_paths(workload: Workload) -> tuple[str, ...]:
    """Paths of all quantities of a workload, its volume first."""
    return tuple(f"workloads.{workload.key}.{name}" for name in (*DEMAND[workload.kind], *SHARED))


def alternatives(decision: Decision) -> tuple[Alternative, ...]:
    """Name the options in the document's order, each with its sign."""
    return tuple(
        Alternative(
            option.key,
            option.label,
            "baseline" if option.key == decision.baseline else MARKS[option.approach],
        )
        for option in decision.options
    )


def _row(decision: Decision, workload: Workload) -> WorkloadRow:
    at = f"workloads.{workload.key}"
    path = f"{at}.{DEMAND[workload.kind][0]}"
    amount = workload.requests if workload.kind == "llm" else workload.predictions
    measure = measure_for(field_spec(decision, path).unit, amount.likely)
    rate = workload.growth_first_year.likely * 100
    sign = MINUS if rate < 0 else "+" if rate > 0 else ""
    return WorkloadRow(
        key=workload.key,
        label=workload.label,
        kind="language model" if workload.kind == "llm" else "prediction",
        volume=f"{measure.written(amount.likely)}{NBSP}{measure.unit}",
        volume_path=path,
        growth=f"{sign}{significant(abs(rate))}{NBSP}% a month",
        growth_path=f"{at}.growth_first_year",
    )
