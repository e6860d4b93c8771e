"""From load to whole nodes: what rented machines and own servers have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.capacity import nodes_needed
from desktop_app.economics.demand import by_month
from desktop_app.economics.metered import shares_of
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.economics.parts import Left, Node
    from desktop_app.figures import Array, Value


@dataclass(frozen=True)
class Load:
    """The work that lands on a group of nodes, in nodes' worth of throughput.

    Workloads share the nodes, so their loads add up; their peaks are taken to coincide.

    Attributes:
        mean: Mean load. ``[..., months]``, nodes.
        peak: Load of the busiest hour. ``[..., months]``, nodes.
        of_workload: Share of the mean load that each workload causes. ``[...]``, share.
    """

    mean: Figure
    peak: Figure
    of_workload: Mapping[str, Value]


def load_on(at: str, lefts: Sequence[Left], node: Node) -> Load:
    """Add up what is left of the workloads' demand, in nodes' worth of throughput."""
    means: dict[str, Array] = {}
    peaks: list[Array] = []
    of: list[Figure] = []
    for left in lefts:
        throughput = node.throughput[left.work.key]
        whole = np.asarray(left.work.rate.value) / by_month(throughput.value)
        means[left.work.key] = whole if left.share is None else whole * left.share.value
        peaks.append(whole * peak_of(left))
        of += [left.work.rate, throughput]
    mean = derived(
        f"{at}.mean_load",
        "mean load by month",
        np.asarray(sum(means.values())),
        "nodes",
        how="sum over workloads of work a second ÷ throughput of a node × share left to serve",
        of=(*of, *(left.share for left in lefts if left.share is not None)),
    )
    peak = derived(
        f"{at}.peak_load",
        "peak load by month",
        np.asarray(sum(peaks)),
        "nodes",
        how="sum over workloads of work a second ÷ throughput of a node × peak to mean",
        of=(*of, *(left.peak or left.work.peak for left in lefts)),
    )
    return Load(mean, peak, shares_of(means))


def peak_of(left: Left) -> Array:
    """Busiest hour of what is left, over the mean of the whole. ``[..., months]``, 1."""
    if left.peak is None:
        return by_month(left.work.peak.value)
    return np.asarray(left.peak.value, dtype=float)


def whole_nodes(at: str, name: str, load: Figure, node: Node) -> Figure:
    """Round a load up to whole nodes and add the spares. ``[..., months]``, nodes."""
    return derived(
        f"{at}.needed",
        name,
        nodes_needed(
            load.value, by_month(node.target_utilisation.value), by_month(node.spares.value)
        ),
        "nodes",
        how="ceil(load ÷ target utilisation) + spares; none while there is no load",
        of=(load, node.target_utilisation, node.spares),
    )
