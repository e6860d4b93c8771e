"""Machines with accelerators rented by the hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from desktop_app.economics.capacity import whole_up
from desktop_app.economics.demand import HOURS_A_MONTH, by_month
from desktop_app.economics.growth import price_by_month
from desktop_app.economics.nodes import load_on, whole_nodes
from desktop_app.economics.parts import LineCost
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.economics.nodes import Load
    from desktop_app.economics.parts import Left, Node


@dataclass(frozen=True)
class Rental:
    """What renting costs.

    Attributes:
        hourly_price: ``[...]``, currency/node-hour.
        price_trend: ``[...]``, 1/year.
        minimum_nodes: Kept running whatever the load. ``[...]``, nodes.
        scaling: "peak" rents for the busiest hour around the clock; "load" follows the load.
    """

    hourly_price: Figure
    price_trend: Figure
    minimum_nodes: Figure
    scaling: Literal["peak", "load"]


def rented_cost(
    at: str, label: str, lefts: Sequence[Left], node: Node, rental: Rental
) -> LineCost:
    """Price the node-hours that the demand left to serve needs.

    Source:
        Hours = nodes × 730 h. "peak": nodes as for own servers. "load": mean load ÷ target
        utilisation + spares, as an autoscaler that follows each hour would reach at best.
    """
    load = load_on(at, lefts, node)
    nodes = _around_the_clock(at, load, node, rental) if rental.scaling == "peak" else None
    nodes = nodes or _following(at, load, node, rental)
    rented = np.asarray(nodes.value)
    trend = price_by_month(1.0, rental.price_trend.value, rented.shape[-1])
    running = derived(
        f"{at}.running",
        f"{label} by month",
        rented * HOURS_A_MONTH * by_month(rental.hourly_price.value) * trend,
        rental.hourly_price.unit.partition("/")[0],
        how="nodes × 730 h × price a node-hour × price trend",
        of=(nodes, rental.hourly_price, rental.price_trend),
    )
    return LineCost(
        at.rpartition(".")[2], label, "rented machines", running, of_workload=load.of_workload
    )


def _around_the_clock(at: str, load: Load, node: Node, rental: Rental) -> Figure:
    needed = whole_nodes(at, "nodes for the peak by month", load.peak, node)
    return derived(
        f"{at}.nodes",
        "nodes rented by month",
        np.maximum(np.asarray(needed.value), whole_up(by_month(rental.minimum_nodes.value))),
        "nodes",
        how="nodes for the peak, no fewer than the minimum rounded up to whole nodes",
        of=(needed, rental.minimum_nodes),
    )


def _following(at: str, load: Load, node: Node, rental: Rental) -> Figure:
    planned = np.asarray(load.mean.value) / by_month(node.target_utilisation.value)
    spares = np.where(planned > 0, whole_up(by_month(node.spares.value)), 0.0)
    return derived(
        f"{at}.nodes",
        "mean nodes rented by month",
        np.maximum(planned + spares, by_month(rental.minimum_nodes.value)),
        "nodes",
        how="mean load ÷ target utilisation + whole spares, no fewer than the minimum",
        of=(load.mean, node.target_utilisation, node.spares, rental.minimum_nodes),
    )
