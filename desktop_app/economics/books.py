"""The profit and loss side: depreciation instead of capital, and what a sale leaves over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.capital import straight_line
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.economics.parts import LineCost, Terms
    from desktop_app.figures import Array


def depreciation_of(at: str, lines: Sequence[LineCost], terms: Terms) -> Figure:
    """Write capital down in a straight line from its delivery. ``[..., months]``."""
    total: Array = np.zeros(int(terms.months.value))
    of: list[Figure] = []
    for line in lines:
        if line.in_service is not None and line.life_months is not None:
            capital = np.asarray(line.in_service.value)
            total = total + straight_line(capital, life_months=line.life_months.value)
            of += [line.in_service, line.life_months]
    return derived(
        f"{at}.depreciation",
        "depreciation by month",
        total,
        terms.currency,
        how="straight line from delivery over the depreciation period",
        of=(*of, terms.months),
    )


def book_loss_of(at: str, money: tuple[Figure, Figure, Figure], terms: Terms) -> Figure:
    """Capital, depreciation and residual value to the loss on sale at the end. ``[...]``."""
    capital, depreciation, residual = money
    book = np.asarray(capital.value).sum(axis=-1) - np.asarray(depreciation.value).sum(axis=-1)
    return derived(
        f"{at}.book_loss",
        "book loss at the end",
        book - np.asarray(residual.value),
        terms.currency,
        how="capital − depreciation − residual value",
        of=(capital, depreciation, residual),
    )


def pnl_of(at: str, charges: tuple[Figure, Figure, Figure], terms: Terms) -> Figure:
    """Running cost, depreciation and book loss to the charge by month. ``[..., months]``."""
    running, depreciation, book_loss = charges
    total = np.asarray(running.value) + np.asarray(depreciation.value)
    last = np.arange(total.shape[-1]) == total.shape[-1] - 1
    return derived(
        f"{at}.pnl",
        "profit and loss charge by month",
        total + np.asarray(book_loss.value)[..., np.newaxis] * last,
        terms.currency,
        how="running cost + depreciation; the book loss in the last month",
        of=(running, depreciation, book_loss),
    )
