"""Loans, savings and level payments.

Signs follow numpy-financial and the spreadsheets: money received is positive, money paid is
negative, so that fv + pv (1 + i)^n + pmt ((1 + i)^n - 1) / i = 0 for payments at the end of each
period. The rate is that of one period. ``equivalent_monthly_cost`` alone follows the rest of
this room: costs are positive and the rate is yearly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.discounting import monthly_rate

if TYPE_CHECKING:
    from desktop_app.figures import Array, Value


@dataclass(frozen=True)
class Amortisation:
    """How a loan is paid back by level payments; every part positive.

    Attributes:
        payment: Paid at the end of each period. ``[...]``, currency.
        interest: Part of each payment that is interest. ``[..., periods]``, currency.
        principal: Part of each payment that pays the loan back. ``[..., periods]``, currency.
        balance: Still owed after each payment. ``[..., periods]``, currency.
    """

    payment: Array
    interest: Array
    principal: Array
    balance: Array


def pmt(rate: Value, periods: Value, present: Value, future: Value = 0.0) -> Array:
    """Return the level payment at the end of each period.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        periods: Number of payments. ``[...]``, period.
        present: Received now (a loan is positive). ``[...]``, currency.
        future: Left after the last payment. ``[...]``, currency.

    Returns:
        -(fv + pv (1 + i)^n) i / ((1 + i)^n - 1). ``[...]``, currency.

    Source:
        numpy-financial 1.0.0, function documentation; worked cases in
        tests/cases/tco/fin_numpy_financial_docs.yaml.
    """
    grown, summed = _growth(rate, periods)
    return np.asarray(-(future + present * grown) / summed)


def fv(rate: Value, periods: Value, payment: Value, present: Value) -> Array:
    """Return what is there after the last of some level payments.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        periods: Number of payments. ``[...]``, period.
        payment: At the end of each period, negative when paid in. ``[...]``, currency.
        present: Now, negative when paid in. ``[...]``, currency.

    Returns:
        -(pv (1 + i)^n + pmt ((1 + i)^n - 1) / i). ``[...]``, currency.

    Source:
        As ``pmt``.
    """
    grown, summed = _growth(rate, periods)
    return np.asarray(-(present * grown + payment * summed))


def pv(rate: Value, periods: Value, payment: Value, future: Value = 0.0) -> Array:
    """Return what level payments and a last amount are worth now.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        periods: Number of payments. ``[...]``, period.
        payment: At the end of each period. ``[...]``, currency.
        future: After the last payment. ``[...]``, currency.

    Returns:
        -(fv + pmt ((1 + i)^n - 1) / i) / (1 + i)^n. ``[...]``, currency.

    Source:
        As ``pmt``.
    """
    grown, summed = _growth(rate, periods)
    return np.asarray(-(future + payment * summed) / grown)


def nper(rate: Value, payment: Value, present: Value, future: Value = 0.0) -> Array:
    """Return how many level payments pay an amount off.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        payment: At the end of each period. ``[...]``, currency.
        present: Received now. ``[...]``, currency.
        future: Left after the last payment. ``[...]``, currency.

    Returns:
        ln((pmt - i fv) / (pmt + i pv)) / ln(1 + i); NaN when the payments never suffice.
        ``[...]``, period.

    Source:
        As ``pmt``.
    """
    rates, moved = np.asarray(rate, dtype=float), np.asarray(present, dtype=float) + future
    with np.errstate(divide="ignore", invalid="ignore"):
        # the logarithm of the ratio, written so that it keeps its digits near a rate of 0
        grown = np.log1p(-rates * moved / (payment + rates * present))
        steps = np.where(rates == 0, -moved / payment, grown / np.log1p(rates))
    return np.where(np.isfinite(steps) & (steps >= 0), steps, np.nan)


def amortisation(rate: Value, periods: int, principal: Value) -> Amortisation:
    """Pay a loan back by level payments at the end of each period.

    Args:
        rate: Rate of one period. ``[...]``, 1/period, above -1.
        periods: Number of payments.
        principal: The loan. ``[...]``, currency.

    Source:
        As ``pmt``: the loan table of numpy-financial's ppmt.
    """
    payment = -pmt(rate, periods, principal)
    paid = np.arange(1.0, periods + 1)
    each, loan = payment[..., np.newaxis], np.asarray(principal, dtype=float)[..., np.newaxis]
    by_period = np.asarray(rate, dtype=float)[..., np.newaxis]
    balance = fv(by_period, paid, each, -loan)
    owed = np.concatenate(
        [np.broadcast_to(loan, (*balance.shape[:-1], 1)), balance[..., :-1]], axis=-1
    )
    interest = owed * by_period
    return Amortisation(payment, interest, each - interest, balance)


def equivalent_monthly_cost(present_value: Value, annual_rate: Value, months: Value) -> Array:
    """Return the level cost at the end of every month that is worth as much as a present value.

    Args:
        present_value: Cost, positive. ``[...]``, currency.
        annual_rate: Effective yearly rate. ``[...]``, 1/year, above -1.
        months: Length of the horizon. ``[...]``, month.

    Returns:
        PV i / (1 - (1 + i)^-n) with i = (1 + r)^(1/12) - 1. ``[...]``, currency/month.

    Source:
        Equivalent annual cost, by month; Brealey, Myers and Allen, chapter 6.
    """
    return -pmt(monthly_rate(annual_rate), months, present_value)


def _growth(rate: Value, periods: Value) -> tuple[Array, Array]:
    """(1 + i)^n, and its sum over the payments ((1 + i)^n - 1) / i, which is n at i = 0."""
    rates, count = np.asarray(rate, dtype=float), np.asarray(periods, dtype=float)
    gained = np.expm1(count * np.log1p(rates))
    summed = np.where(rates == 0, count, gained / np.where(rates == 0, 1.0, rates))
    return gained + 1, summed
