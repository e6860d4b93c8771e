"""What the organisation wants done: the demand that every option must serve alike."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from desktop_app.decision.parts import Kinded, Line, Quantity, stated


class Demand(Kinded):
    """What every workload states, whatever its kind."""

    label: Line = Field(min_length=1, title="Name")
    growth_first_year: Quantity = stated(
        "Growth, months 1 to 12",
        "1/month",
        0.0,
        limits=(-0.5, 1.0),
        about="Change of the volume from one month to the next in the first year.",
    )
    growth_later: Quantity = stated(
        "Growth, from month 13",
        "1/month",
        0.0,
        limits=(-0.5, 1.0),
        about="Change of the volume from one month to the next after the first year.",
    )
    peak_to_mean: Quantity = stated(
        "Peak to mean",
        "1",
        limits=(1.0, 100.0),
        about="Load in the busiest hour over the mean load of the month.",
    )
    stored_gb: Quantity = stated("Data kept", "GB", 0.0, about="Data, models and logs kept.")
    egress_gb: Quantity = stated(
        "Data sent out",
        "GB/month",
        0.0,
        about="Data that leaves the provider in the first month; grows with the volume.",
    )


class LlmWorkload(Demand):
    """Work done by a large language model, counted in requests and tokens."""

    kind: Literal["llm"] = "llm"
    requests: Quantity = stated(
        "Requests", "requests/month", about="Requests of users in the first month."
    )
    calls_per_request: Quantity = stated(
        "Calls per request",
        "1",
        1.0,
        limits=(1.0, 1000.0),
        about="Model calls a request takes on average, retries included.",
    )
    input_tokens: Quantity = stated("Input per call", "tokens")
    output_tokens: Quantity = stated(
        "Output per call", "tokens", about="Answer and reasoning tokens."
    )
    cached_share: Quantity = stated(
        "Input read from cache",
        "share",
        0.0,
        limits=(0.0, 1.0),
        about="Share of the input tokens that the provider bills as read from its cache.",
    )
    batch_share: Quantity = stated(
        "Calls that can wait",
        "share",
        0.0,
        limits=(0.0, 1.0),
        about="Share of the calls whose answers may come within a day, so that they can be sent "
        "in batches.",
    )


class PredictionWorkload(Demand):
    """Work done by a traditional model, counted in predictions."""

    kind: Literal["traditional_ml"] = "traditional_ml"
    predictions: Quantity = stated(
        "Predictions", "predictions/month", about="Predictions or documents in the first month."
    )


Workload = Annotated[LlmWorkload | PredictionWorkload, Field(discriminator="kind")]
