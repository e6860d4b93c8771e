"""What is asked of every option: volumes, units of work and the load they make, by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.growth import volume_by_month
from desktop_app.figures import derived

if TYPE_CHECKING:
    from desktop_app.figures import Array, Figure, Value

HOURS_A_MONTH = 730.0
SECONDS_A_MONTH = HOURS_A_MONTH * 3600.0


def by_month(value: Value) -> Array:
    """Give a scalar or draws ``[...]`` a months axis, ``[..., 1]``, to combine with months."""
    return np.asarray(value, dtype=float)[..., np.newaxis]


@dataclass(frozen=True)
class Growth:
    """A volume in the first month and how it grows.

    Attributes:
        first: Volume of the first month. ``[...]``, work/month.
        first_year: Monthly growth up to month 12. ``[...]``, 1/month.
        later: Monthly growth from month 13. ``[...]``, 1/month.
        months: Length of the horizon, a whole number. Scalar, month.
    """

    first: Figure
    first_year: Figure
    later: Figure
    months: Figure


@dataclass(frozen=True)
class Prompt:
    """What one request to a language model is made of.

    Attributes:
        calls: Model calls per request. ``[...]``, 1.
        input_tokens: Input per call. ``[...]``, tokens.
        output_tokens: Output per call. ``[...]``, tokens.
        cached_share: Share of the input read from the provider's cache. ``[...]``, share.
        batch_share: Share of the calls that can wait. ``[...]``, share.
    """

    calls: Figure
    input_tokens: Figure
    output_tokens: Figure
    cached_share: Figure
    batch_share: Figure


@dataclass(frozen=True)
class Tokens:
    """Tokens by month, in millions.

    Attributes:
        fresh: Input at the full price. ``[..., months]``, Mtok.
        cached: Input read from cache. ``[..., months]``, Mtok.
        output: Output. ``[..., months]``, Mtok.
        batched: Share of all of them that can be sent in batches. ``[...]``, share.
    """

    fresh: Figure
    cached: Figure
    output: Figure
    batched: Figure


@dataclass(frozen=True)
class Work:
    """The demand of one workload.

    Attributes:
        key: Key of the workload.
        label: What people call it.
        volume: Requests or predictions. ``[..., months]``, requests or predictions.
        delivered: Tokens in millions or predictions in thousands. ``[..., months]``.
        rate: Mean work a second. ``[..., months]``, tokens/s or predictions/s.
        peak: Busiest hour over the mean. ``[...]``, 1.
        tokens: Set for language models only.
    """

    key: str
    label: str
    volume: Figure
    delivered: Figure
    rate: Figure
    peak: Figure
    tokens: Tokens | None = None


def volume_of(at: str, name: str, growth: Growth, unit: str) -> Figure:
    """Spread a growing volume over the horizon. ``[..., months]``, ``unit``."""
    value = volume_by_month(
        growth.first.value, growth.first_year.value, growth.later.value, int(growth.months.value)
    )
    return derived(
        f"{at}.volume_by_month",
        f"{name} by month",
        value,
        unit,
        how="first month × (1 + growth) per month; the later growth from month 13",
        of=(growth.first, growth.first_year, growth.later, growth.months),
    )


def prediction_work(at: str, label: str, growth: Growth, peak: Figure) -> Work:
    """Return the demand of a traditional model, counted in predictions."""
    volume = volume_of(at, "predictions", growth, "predictions")
    delivered = derived(
        f"{at}.delivered",
        "predictions by month, thousands",
        np.asarray(volume.value) / 1e3,
        "1000 predictions",
        how="predictions ÷ 1,000",
        of=(volume,),
    )
    rate = derived(
        f"{at}.rate",
        "mean predictions a second",
        np.asarray(volume.value) / SECONDS_A_MONTH,
        "predictions/s",
        how="predictions ÷ (730 h × 3,600 s)",
        of=(volume,),
    )
    return Work(at.rpartition(".")[2], label, volume, delivered, rate, peak)


def language_work(at: str, label: str, growth: Growth, prompt: Prompt, peak: Figure) -> Work:
    """Return the demand of a language model, counted in requests and tokens."""
    volume = volume_of(at, "requests", growth, "requests")
    calls = np.asarray(volume.value) * by_month(prompt.calls.value) / 1e6
    each = by_month(prompt.input_tokens.value) + by_month(prompt.output_tokens.value)
    total = calls * each
    delivered = derived(
        f"{at}.delivered",
        "tokens by month",
        total,
        "Mtok",
        how="requests × calls per request × (input + output per call)",
        of=(volume, prompt.calls, prompt.input_tokens, prompt.output_tokens),
    )
    rate = derived(
        f"{at}.rate",
        "mean tokens a second",
        total * 1e6 / SECONDS_A_MONTH,
        "tokens/s",
        how="tokens ÷ (730 h × 3,600 s)",
        of=(delivered,),
    )
    tokens = _tokens(at, volume, prompt)
    return Work(at.rpartition(".")[2], label, volume, delivered, rate, peak, tokens)


def _tokens(at: str, volume: Figure, prompt: Prompt) -> Tokens:
    calls = np.asarray(volume.value) * by_month(prompt.calls.value) / 1e6
    asked = calls * by_month(prompt.input_tokens.value)
    cached = by_month(prompt.cached_share.value)
    inputs = (volume, prompt.calls, prompt.input_tokens, prompt.cached_share)
    return Tokens(
        fresh=derived(
            f"{at}.fresh_input",
            "fresh input by month",
            asked * (1 - cached),
            "Mtok",
            how="requests × calls per request × input per call × (1 − cached share)",
            of=inputs,
        ),
        cached=derived(
            f"{at}.cached_input",
            "cached input by month",
            asked * cached,
            "Mtok",
            how="requests × calls per request × input per call × cached share",
            of=inputs,
        ),
        output=derived(
            f"{at}.output",
            "output by month",
            calls * by_month(prompt.output_tokens.value),
            "Mtok",
            how="requests × calls per request × output per call",
            of=(volume, prompt.calls, prompt.output_tokens),
        ),
        batched=prompt.batch_share,
    )
