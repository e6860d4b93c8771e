"""Managed services paid by what is used: tokens, predictions, and what a bill shows today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.demand import by_month
from desktop_app.economics.growth import price_by_month
from desktop_app.economics.parts import Left, LineCost
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.figures import Array, Value


AT_LEAST = ", no less than the committed spend"


@dataclass(frozen=True)
class TokenPrices:
    """Prices of a model service.

    Attributes:
        fresh: Input at the full price. ``[...]``, currency/Mtok.
        cached: Input read from cache. ``[...]``, currency/Mtok.
        output: Output. ``[...]``, currency/Mtok.
        discount: Off all three, for what is sent in batches. ``[...]``, share.
        trend: Yearly change of all three. ``[...]``, 1/year.
        minimum: Committed spend, paid each month at least. ``[...]``, currency/month.
    """

    fresh: Figure
    cached: Figure
    output: Figure
    discount: Figure
    trend: Figure
    minimum: Figure


def token_cost(
    at: str, label: str, lefts: Sequence[Left], prices: TokenPrices, currency: str
) -> LineCost:
    """Price the tokens that are left to serve.

    Source:
        Cost = sum over kinds of tokens of Mtok × price, the price moving monthly by
        (1 + trend) ^ (months ÷ 12).
    """
    parts: dict[str, Array] = {}
    of: list[Figure] = []
    for left in lefts:
        tokens = left.work.tokens
        if tokens is None:
            raise TypeError(f"{left.work.key} has no tokens to price")
        kinds = (
            (tokens.fresh, prices.fresh),
            (tokens.cached, prices.cached),
            (tokens.output, prices.output),
        )
        each = [np.asarray(n.value) * by_month(price.value) for n, price in kinds]
        paid = 1 - by_month(tokens.batched.value) * by_month(prices.discount.value)
        parts[left.work.key] = sum(each) * paid * _share(left)
        of += [tokens.fresh, tokens.cached, tokens.output, tokens.batched, *_shares(left)]
    return _metered(
        (at, label, currency),
        parts,
        how="(fresh input × price + cached input × price + output × price) × (1 − calls that can "
        f"wait × discount for batches) × share served × trend{AT_LEAST}",
        of=(*of, prices.fresh, prices.cached, prices.output, prices.discount),
        trend=prices.trend,
        minimum=prices.minimum,
    )


def prediction_cost(
    at: str, label: str, lefts: Sequence[Left], price: Figure, trend: Figure, minimum: Figure
) -> LineCost:
    """Price the predictions that are left to serve, per thousand.

    Args:
        at: Prefix of the figures' keys.
        label: What people call the line.
        lefts: The workloads.
        price: ``[...]``, currency/1000 predictions.
        trend: Yearly change of the price. ``[...]``, 1/year.
        minimum: Committed spend, paid each month at least. ``[...]``, currency/month.
    """
    parts = {
        left.work.key: np.asarray(left.work.delivered.value) * by_month(price.value) * _share(left)
        for left in lefts
    }
    of = [f for left in lefts for f in (left.work.delivered, *_shares(left))]
    return _metered(
        (at, label, price.unit.partition("/")[0]),
        parts,
        how=f"predictions ÷ 1,000 × price × share served × trend{AT_LEAST}",
        of=(*of, price),
        trend=trend,
        minimum=minimum,
    )


def billed_cost(
    at: str, label: str, lefts: Sequence[Left], billed: Figure, trend: Figure
) -> LineCost:
    """Carry today's bill forward in proportion to the volume of the workloads it serves.

    Args:
        at: Prefix of the figures' keys.
        label: What people call the line.
        lefts: The workloads; the index of the bill is the mean of their volume indices.
        billed: Cost a month as found in the bill. ``[...]``, currency/month.
        trend: Yearly change of the price. ``[...]``, 1/year.
    """
    volumes = [left.work.volume for left in lefts]
    indices = [_index(volume.value) for volume in volumes]
    parts = {
        left.work.key: by_month(billed.value) * index * _share(left) / len(indices)
        for left, index in zip(lefts, indices, strict=True)
    }
    shares = [f for left in lefts for f in _shares(left)]
    line = _metered(
        (at, label, billed.unit.partition("/")[0]),
        parts,
        how="billed a month × (volume ÷ volume of the first month) × share served × trend",
        of=(billed, *volumes, *shares),
        trend=trend,
    )
    only = {lefts[0].work.key: 1.0} if len(lefts) == 1 else {}
    return LineCost(line.key, line.label, line.category, line.running, of_workload=only)


def _metered(
    place: tuple[str, str, str],
    parts: dict[str, Array],
    *,
    how: str,
    of: tuple[Figure, ...],
    trend: Figure,
    minimum: Figure | None = None,
) -> LineCost:
    at, label, currency = place
    months = next(iter(parts.values())).shape[-1]
    moved = price_by_month(1.0, trend.value, months)
    costs = {key: part * moved for key, part in parts.items()}
    total: Array = np.asarray(sum(costs.values()), dtype=float)
    parents = (*of, trend)
    if minimum is not None:
        total, parents = np.maximum(total, by_month(minimum.value)), (*parents, minimum)
    running = derived(f"{at}.running", f"{label} by month", total, currency, how=how, of=parents)
    return LineCost(
        at.rpartition(".")[2], label, "managed services", running, of_workload=shares_of(costs)
    )


def shares_of(parts: dict[str, Array]) -> dict[str, Value]:
    """Turn amounts by month into shares of their sum. ``[..., months]`` to ``[...]``.

    Where there is nothing to share by, as for machines kept running without load, all bear alike.
    """
    sums = {key: np.asarray(part).sum(axis=-1) for key, part in parts.items()}
    whole = np.asarray(sum(sums.values()), dtype=float)
    safe = np.where(whole > 0, whole, 1.0)
    return {key: np.where(whole > 0, sums[key] / safe, 1.0 / len(sums)) for key in sums}


def _index(volume: Value) -> Array:
    volumes = np.asarray(volume, dtype=float)
    first = volumes[..., :1]
    return np.where(first > 0, volumes / np.where(first > 0, first, 1.0), 0.0)


def _share(left: Left) -> Array:
    return np.asarray(1.0 if left.share is None else left.share.value)


def _shares(left: Left) -> tuple[Figure, ...]:
    return () if left.share is None else (left.share,)
