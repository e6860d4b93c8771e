"""How many whole nodes a load needs, and when they must be ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value

_ROUNDING = 1e-9
"""Relative: a count that is off a whole number by less than this is that whole number."""

Whole = NDArray[np.intp]


def nodes_needed(rate_in_nodes: Value, target_utilisation: Value, spares: Value = 0.0) -> Array:
    """Round a load up to whole nodes.

    Args:
        rate_in_nodes: Load to be carried over what one node delivers at full use.
            ``[..., months]``, nodes.
        target_utilisation: Share of a node's delivery that is planned to be used.
            ``[..., months or 1]``, 1, above 0.
        spares: Nodes kept beside those, while there is any load. ``[..., months or 1]``, nodes.

    Returns:
        ceil(rate / target utilisation) + spares; 0 in a month without load.
        ``[..., months]``, whole nodes.
    """
    nodes = whole_up(np.asarray(rate_in_nodes, dtype=float) / target_utilisation)
    return np.where(nodes > 0, nodes + whole_up(spares), 0.0)


def whole_up(nodes: Value) -> Array:
    """Round nodes up to whole ones, but not for a rounding error. ``[...]``, nodes."""
    exact = np.asarray(nodes, dtype=float)
    return np.asarray(np.ceil(exact - _ROUNDING * np.maximum(exact, 1.0)))


def whole_months_up(months: Value) -> Whole:
    """Round a waiting time up to whole months; half a month late is a month without service."""
    return np.asarray(np.ceil(np.asarray(months, dtype=float) - _ROUNDING), dtype=np.intp)


def whole_months_down(months: Value) -> Whole:
    """Round a life down to whole months, at least 1; a node dead half a month is no node in it."""
    whole = np.floor(np.asarray(months, dtype=float) + _ROUNDING)
    return np.asarray(np.maximum(whole, 1), dtype=np.intp)


def orders_by_month(needed: Array, lead_months: Value, life_months: Value) -> tuple[Array, Array]:
    """Order nodes so that they serve when needed, as late as possible.

    A node ordered at the start of month m serves from month m + lead, for its life, counted
    from there. Nothing can be ordered before month 0, so the first ``lead`` months are served
    by no own node. Nothing is ordered that would arrive after the horizon, and nothing is sold
    before its end: when the need falls, the nodes stay until they retire. A retiring node is
    replaced in time, unless it is no longer needed.

    Args:
        needed: Whole nodes needed in each month. ``[..., months]``, nodes.
        lead_months: From order to service, rounded up to whole months. ``[...]``, month.
        life_months: From service to retirement, rounded down to whole months, at least 1.
            ``[...]``, month.

    Returns:
        Nodes ordered at the start of each month, and nodes that serve in each month. Both
        ``[..., months]``, nodes.
    """
    wanted = np.asarray(needed, dtype=float)
    leads, lives = whole_months_up(lead_months), whole_months_down(life_months)
    shape = np.broadcast_shapes(wanted.shape[:-1], leads.shape, lives.shape)
    months, shortest = wanted.shape[-1], lives.min(initial=wanted.shape[-1])
    arrivals, installed = np.zeros((2, *shape, months))
    for month in range(months):
        retired = _at(arrivals, month - lives) if month >= shortest else 0.0
        serving = (installed[..., month - 1] if month else 0.0) - retired
        missing = np.maximum(wanted[..., month] - serving, 0.0)
        arrivals[..., month] = np.where(month >= leads, missing, 0.0)
        installed[..., month] = serving + arrivals[..., month]
    return delivered(arrivals, -leads.astype(float)), installed


def delivered(by_order: Array, lead_months: Value) -> Array:
    """Move what stands at the month of its order to the month from which it serves.

    Args:
        by_order: Nodes, or what was paid for them, by month of order. ``[..., months]``.
        lead_months: From order to service, rounded up to whole months. ``[...]``, month.

    Returns:
        The same by month of service; what would arrive after the horizon is left out.
        ``[..., months]``.
    """
    ordered = np.asarray(by_order, dtype=float)
    leads = whole_months_up(lead_months)[..., np.newaxis]
    return _at_each(ordered, np.arange(ordered.shape[-1]) - leads)


def _at(values: Array, month: Whole) -> Array:
    """Values ``[..., months]`` at one month per draw ``[...]``; nothing outside the horizon."""
    return np.asarray(_at_each(values, month[..., np.newaxis])[..., 0])


def _at_each(values: Array, month: NDArray[Any]) -> Array:
    inside = (month >= 0) & (month < values.shape[-1])
    shape = np.broadcast_shapes(values.shape[:-1], month.shape[:-1])
    where = np.broadcast_to(np.where(inside, month, 0), (*shape, month.shape[-1]))
    held = np.broadcast_to(values, (*shape, values.shape[-1]))
    return np.where(inside, np.take_along_axis(held, where, axis=-1), 0.0)
