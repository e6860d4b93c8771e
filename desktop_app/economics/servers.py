"""Own servers: how many, ordered when, and what they cannot serve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.capacity import orders_by_month, whole_up
from desktop_app.economics.demand import by_month
from desktop_app.economics.load_duration import overflow_share
from desktop_app.economics.nodes import load_on, whole_nodes
from desktop_app.economics.parts import Left
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.economics.nodes import Load
    from desktop_app.economics.parts import Node


@dataclass(frozen=True)
class Purchase:
    """How servers are bought.

    Attributes:
        base_load: Multiple of the mean load to size for; None sizes for the peak. ``[...]``, 1.
        node_price: ``[...]``, currency/node.
        installation: Paid with each node, without resale value. ``[...]``, currency/node.
        price_trend: ``[...]``, 1/year.
        lead_months: From order to service, rounded up to whole months. ``[...]``, month.
        life_months: Depreciation period and service life. Scalar, month.
        value_kept: Share of the price that a year of age leaves. ``[...]``, share.
    """

    base_load: Figure | None
    node_price: Figure
    installation: Figure
    price_trend: Figure
    lead_months: Figure
    life_months: Figure
    value_kept: Figure


@dataclass(frozen=True)
class Fleet:
    """The servers of one line over time.

    Attributes:
        load: What lands on them.
        orders: Nodes ordered and paid at the start of each month. ``[..., months]``, nodes.
        installed: Nodes in service. ``[..., months]``, nodes.
        left: Share of the volume that they cannot take. ``[..., months]``, share.
        left_peak: Peak of that, over the mean of the whole. ``[..., months]``, 1.
        utilisation: Work done over work installed, months in service. ``[...]``, share.
    """

    load: Load
    orders: Figure
    installed: Figure
    left: Figure
    left_peak: Figure
    utilisation: Figure

    def leave(self, at: str, lefts: Sequence[Left]) -> tuple[Left, ...]:
        """What the lines behind the servers find: a share of what the servers themselves found."""
        return tuple(self._behind(at, left) for left in lefts)

    def _behind(self, at: str, left: Left) -> Left:
        if left.share is None:
            return Left(left.work, self.left, self.left_peak)
        found, key = np.asarray(left.share.value), left.work.key
        share = derived(
            f"{at}.left.{key}",
            f"share of {left.work.label} left behind these servers",
            found * self.left.value,
            "share",
            how="share left by earlier lines × share these servers cannot take",
            of=(left.share, self.left),
        )
        peak = derived(
            f"{at}.left_peak.{key}",
            f"peak of {left.work.label} left behind these servers",
            found * self.left_peak.value,
            "1",
            how="share left by earlier lines × peak of what these servers cannot take",
            of=(left.share, self.left_peak),
        )
        return Left(left.work, share, peak)


def fleet_of(at: str, lefts: Sequence[Left], node: Node, purchase: Purchase) -> Fleet:
    """Size, order and install the servers, and find what they cannot serve."""
    load = load_on(at, lefts, node)
    sized = load.peak if purchase.base_load is None else _base(at, load, purchase.base_load)
    needed = whole_nodes(at, "servers needed by month", sized, node)
    ordered, in_service = orders_by_month(
        np.asarray(needed.value),
        lead_months=purchase.lead_months.value,
        life_months=purchase.life_months.value,
    )
    of = (needed, purchase.lead_months, purchase.life_months)
    orders = derived(
        f"{at}.orders",
        "servers ordered by month",
        ordered,
        "nodes",
        how="what is needed once the lead time has passed and is not there yet, and replacements",
        of=of,
    )
    installed = derived(
        f"{at}.installed",
        "servers in service by month",
        in_service,
        "nodes",
        how="ordered a lead time ago and not past their service life",
        of=of,
    )
    return Fleet(load, orders, installed, *_served(at, load, installed, node))


def _base(at: str, load: Load, base_load: Figure) -> Figure:
    return derived(
        f"{at}.base_nodes",
        "load the servers are sized for",
        np.asarray(load.mean.value) * by_month(base_load.value),
        "nodes",
        how="mean load × multiple",
        of=(load.mean, base_load),
    )


def _served(at: str, load: Load, installed: Figure, node: Node) -> tuple[Figure, Figure, Figure]:
    mean = np.asarray(load.mean.value)
    safe = np.where(mean > 0, mean, 1.0)
    peak = np.where(mean > 0, np.asarray(load.peak.value) / safe, 1.0)
    peak = np.maximum(peak, 1.0)  # a quotient of equal sums may fall a rounding short of one
    working = np.maximum(np.asarray(installed.value) - whole_up(by_month(node.spares.value)), 0.0)
    capacity = working * by_month(node.target_utilisation.value) / safe
    share = np.where(mean > 0, overflow_share(capacity, peak), 0.0)
    of = (load.mean, load.peak, installed, node.target_utilisation, node.spares)
    left = derived(
        f"{at}.left",
        "share the servers cannot take",
        share,
        "share",
        how="volume above (servers − spares) × target utilisation on the load-duration curve "
        "p × (1 − x)^(p − 1) with p the peak to mean",
        of=of,
    )
    left_peak = derived(
        f"{at}.left_peak",
        "peak of what the servers cannot take",
        np.where(share > 0, np.maximum(peak - capacity, 0.0), 0.0),
        "1",
        how="(peak load − capacity) ÷ mean load",
        of=of,
    )
    return left, left_peak, _utilisation(at, load, left, installed)


def _utilisation(at: str, load: Load, left: Figure, installed: Figure) -> Figure:
    done = (np.asarray(load.mean.value) * (1 - np.asarray(left.value))).sum(axis=-1)
    there = np.asarray(installed.value).sum(axis=-1)
    return derived(
        f"{at}.utilisation",
        "utilisation of the servers",
        np.where(there > 0, done / np.where(there > 0, there, 1.0), 0.0),
        "share",
        how="mean load served ÷ servers in service, over the horizon",
        of=(load.mean, left, installed),
    )
