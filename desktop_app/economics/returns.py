"""What an investment earns: net present value, internal rates, payback.

Cash is signed: received positive, paid negative, one value per period from time 0 on.
``discounting.flows_by_time`` lays monthly costs and savings out this way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value

_ROUNDING = 1e-12
"""Relative to the gross cash: a net value below it is nil."""


@dataclass(frozen=True)
class InternalRates:
    """Every rate at which some cash is worth nothing today.

    Attributes:
        kind: "none" and "not unique" are answers: then no single rate describes the cash.
        rates: All of them, rising. 1/period.
    """

    kind: Literal["none", "unique", "not unique"]
    rates: tuple[float, ...] = ()


def npv(rate: Value, cash: Array) -> Array:
    """Return the net present value; the first value is not discounted.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        cash: At the times 0, 1, ... ``[..., periods + 1]``, currency.

    Returns:
        Sum of cash[t] / (1 + i)^t. ``[...]``, currency.

    Source:
        numpy-financial's convention; a spreadsheet's NPV discounts the first value as well.
    """
    flows = np.asarray(cash, dtype=float)
    force = np.log1p(np.asarray(rate, dtype=float))[..., np.newaxis]
    return np.asarray((flows * np.exp(-force * np.arange(flows.shape[-1]))).sum(axis=-1))


def internal_rates(cash: Array) -> InternalRates:
    """Find every rate above -100 % at which the cash is worth nothing today.

    Args:
        cash: At the times 0, 1, ... ``[periods + 1]``, currency.

    Source:
        With s = -ln(1 + i) the value is f(s) = sum of cash[t] e^(ts). Between two roots of f lies
        one of sum (t - k) cash[t] e^(ts) for any k (Rolle, applied to f(s) e^(-ks)); with k inside
        a change of sign this sum has one change of sign fewer, and without any it has no root.
        Going back up that chain, each root stands alone between two known points and is halved
        in: none is missed, however many there are. This is the proof of Descartes' rule of
        signs, used as a method.
    """
    flows = np.trim_zeros(np.asarray(cash, dtype=float))
    if flows.size < 2:
        return InternalRates("none")
    roots = _roots(flows / np.abs(flows).max(), np.arange(flows.size, dtype=float))
    with np.errstate(over="ignore"):
        rates = np.expm1(-roots[::-1])
    found = tuple(float(rate) for rate in rates if np.isfinite(rate))
    kinds: tuple[Literal["none", "unique", "not unique"], ...] = ("none", "unique", "not unique")
    return InternalRates(kinds[min(len(found), 2)], found)


def mirr(cash: Array, finance_rate: Value, reinvest_rate: Value) -> Array:
    """Return the modified internal rate, which always is one at most.

    Args:
        cash: At the times 0, 1, ... ``[..., periods + 1]``, currency.
        finance_rate: At which what is paid is discounted to time 0. ``[...]``, 1/period.
        reinvest_rate: At which what is received grows to the end. ``[...]``, 1/period.

    Returns:
        (value of receipts at the end / value of payments at time 0)^(1/periods) - 1; NaN when
        there is nothing paid or nothing received. ``[...]``, 1/period.

    Source:
        numpy-financial 1.0.0, mirr.
    """
    flows = np.asarray(cash, dtype=float)
    periods = flows.shape[-1] - 1
    paid = -npv(finance_rate, np.minimum(flows, 0.0))
    received = npv(reinvest_rate, np.maximum(flows, 0.0))
    exists = (paid > 0) & (received > 0)
    ratio = np.where(exists, received, np.nan) / np.where(exists, paid, 1.0)
    return np.asarray(ratio ** (1 / periods) * (1 + np.asarray(reinvest_rate)) - 1)


def payback(cash: Array) -> Array:
    """Return when the cash has first earned back what was paid.

    The value at time t arrives evenly over the period before it.

    Args:
        cash: At the times 0, 1, ... ``[..., periods + 1]``, currency.

    Returns:
        First time at which the running sum comes back to 0 from below, interpolated within the
        period; 0 when it never is below, NaN when it never comes back. ``[...]``, period. A sum
        that falls below 0 again later is not seen here: ``break_even.crossings`` lists all.

    Source:
        Ross, Westerfield and Jordan, Fundamentals of Corporate Finance, chapter 9.
    """
    flows = np.asarray(cash, dtype=float)
    total = np.cumsum(flows, axis=-1)
    slack = _ROUNDING * np.cumsum(np.abs(flows), axis=-1)
    total = np.where(np.abs(total) <= slack, 0.0, total)
    before = np.concatenate([np.zeros_like(total[..., :1]), total[..., :-1]], axis=-1)
    back = (before < 0) & (total >= 0)
    share = -before / np.where(back, total - before, 1.0)
    time = np.arange(flows.shape[-1]) - 1 + share
    first = np.take_along_axis(time, np.argmax(back, axis=-1)[..., np.newaxis], axis=-1)[..., 0]
    never_below = np.all(total >= 0, axis=-1)
    return np.where(back.any(axis=-1), first, np.where(never_below, 0.0, np.nan))


def discounted_payback(rate: Value, cash: Array) -> Array:
    """Return when the cash has first earned back what was paid, each value discounted.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        cash: At the times 0, 1, ... ``[..., periods + 1]``, currency.

    Returns:
        As ``payback``.
    """
    flows = np.asarray(cash, dtype=float)
    force = np.log1p(np.asarray(rate, dtype=float))[..., np.newaxis]
    return payback(flows * np.exp(-force * np.arange(flows.shape[-1])))


def _roots(weights: Array, powers: Array) -> Array:
    """All s with sum of weights e^(powers s) = 0, rising."""
    kept = weights != 0
    weights, powers = weights[kept], powers[kept]
    changes = np.flatnonzero(weights[:-1] * np.sign(weights[1:]) < 0)
    if changes.size == 0:
        return np.empty(0)
    pivot = (powers[changes[0]] + powers[changes[0] + 1]) / 2
    turned = weights * (powers - pivot)
    turns = _roots(turned / np.abs(turned).max(), powers)
    sides = _signs(weights, powers, turns)
    touching = turns[sides == 0]
    low, high = _outermost(weights, powers, turns)
    points = np.concatenate([[low], turns[sides != 0], [high]])
    signs = _signs(weights, powers, points)
    crossed = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    halved = _halve(weights, powers, points[crossed], points[crossed + 1])
    return _apart(weights, powers, np.unique(np.concatenate([halved, touching])))


def _apart(weights: Array, powers: Array, roots: Array) -> Array:
    """Take roots between which the sum is nil but for rounding as the one root they are."""
    between = _signs(weights, powers, (roots[:-1] + roots[1:]) / 2)
    return roots[np.concatenate([[True], between != 0])] if roots.size else roots


def _outermost(weights: Array, powers: Array, turns: Array) -> tuple[float, float]:
    """Points beyond the turns where the first and the last term alone give the sign."""
    low, high = (float(turns[0]), float(turns[-1])) if turns.size else (0.0, 0.0)
    step = 1.0
    while _signs(weights, powers, np.array([low - step]))[0] != np.sign(weights[0]):
        step *= 2
    low, step = low - step, 1.0
    while _signs(weights, powers, np.array([high + step]))[0] != np.sign(weights[-1]):
        step *= 2
    return low, high + step


def _halve(weights: Array, powers: Array, low: Array, high: Array) -> Array:
    """Close in on the one root between each low and high, to the last bit."""
    left = _signs(weights, powers, low, exact=True)
    for _ in range(200):
        middle = (low + high) / 2
        if np.all((middle <= low) | (middle >= high)):
            break
        beyond = _signs(weights, powers, middle, exact=True) != left
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    return np.asarray((low + high) / 2)


def _signs(weights: Array, powers: Array, at: Array, *, exact: bool = False) -> Array:
    """Signs of the sum at some points; 0 where it is nil but for rounding, unless exact."""
    exponents = np.multiply.outer(at, powers)
    exponents -= exponents.max(axis=-1, keepdims=True)
    terms = weights * np.exp(exponents)
    total = terms.sum(axis=-1)
    nil = 0.0 if exact else _ROUNDING * np.abs(terms).sum(axis=-1)
    return np.where(np.abs(total) <= nil, 0.0, np.sign(total))
