"""From the workloads of a decision to the demand every option must serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.economics.demand import Growth, Prompt, Work, language_work, prediction_work

if TYPE_CHECKING:
    from desktop_app.analysis.inputs import Inputs


def works_of(inputs: Inputs) -> dict[str, Work]:
    """Return the demand of every workload by its key, in the document's order."""
    works: dict[str, Work] = {}
    for workload in inputs.decision.workloads:
        at = f"workloads.{workload.key}"
        peak = inputs(f"{at}.peak_to_mean")
        first = f"{at}.requests" if workload.kind == "llm" else f"{at}.predictions"
        growth = Growth(
            inputs(first),
            inputs(f"{at}.growth_first_year"),
            inputs(f"{at}.growth_later"),
            inputs("context.horizon_months"),
        )
        if workload.kind == "llm":
            prompt = Prompt(
                inputs(f"{at}.calls_per_request"),
                inputs(f"{at}.input_tokens"),
                inputs(f"{at}.output_tokens"),
                inputs(f"{at}.cached_share"),
                inputs(f"{at}.batch_share"),
            )
            works[workload.key] = language_work(at, workload.label, growth, prompt, peak)
        else:
            works[workload.key] = prediction_work(at, workload.label, growth, peak)
    return works
