"""How sums of a bill are written, in its slip and in its notes."""

from __future__ import annotations

from decimal import Decimal


def written(amount: Decimal | None) -> str:
    """Write a sum to the cent, and to the hundredth of it where less than one unit is at stake."""
    known = amount or Decimal(0)
    digits = 2 if abs(known) >= 1 or not known else 4
    return f"{known:z,.{digits}f}".replace("-", "\N{MINUS SIGN}")
