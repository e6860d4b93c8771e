"""How numbers are written. Screen, report, spreadsheet and command line all ask here.

Values are kept in base units everywhere (a rate of 8 % is 0.08 1/year, money is in whole units);
only this module knows that people write them otherwise. Three significant digits at least, the
sign U+2212 for minus, a no-break space before a unit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.figures import Array, Value

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
NONE = "–"


@dataclass(frozen=True)
class Scale:
    """One unit for a whole table or chart.

    Attributes:
        factor: What a value in base units is divided by.
        decimals: Digits after the point.
        unit: As printed: "M EUR".
    """

    factor: float
    decimals: int
    unit: str

    def number(self, value: float, *, signed: bool = False) -> str:
        """Write a value without its unit: "3.22", "−1.70", "+0.12"."""
        return _signed(self._steps(value) / 10**self.decimals, self.decimals, signed=signed)

    def shows(self, value: float) -> bool:
        """Whether a value is large enough to print as anything but zero."""
        return self._steps(value) != 0

    def _steps(self, value: float) -> int:
        """Count the last printed digit; one way of rounding for parts and their totals."""
        return round(value * 10.0**self.decimals / self.factor)

    def amount(self, value: float, *, signed: bool = False) -> str:
        """Write a value with its unit: "3.22 M EUR"."""
        return f"{self.number(value, signed=signed)}{NBSP}{self.unit.replace(' ', NBSP)}"

    def span(self, low: float, high: float) -> str:
        """Write a range with one decimal less: "2.8–3.8"; in words where a sign would clash."""
        short = max(self.decimals - 1, 0)
        for decimals in range(short, short + 3):  # digits enough to tell the two ends apart
            left, right = (_signed(end / self.factor, decimals) for end in (low, high))
            if left != right:
                break
        return f"{left} to {right}" if low < 0 or high < 0 else f"{left}–{right}"

    def parted(self, first: float, rest: float) -> tuple[str, str]:
        """Write two parts so that they add up to their printed total, the first rounded as is."""
        mine = self._steps(first)
        other, step = self._steps(first + rest) - mine, 10**self.decimals
        return _signed(mine / step, self.decimals), _signed(other / step, self.decimals)

    def rounded(self, values: Sequence[float]) -> tuple[str, ...]:
        """Write parts so that they add up to their printed total (largest remainder)."""
        exact = [value * 10.0**self.decimals / self.factor for value in values]
        whole = [math.floor(x) for x in exact]
        short = self._steps(sum(values)) - sum(whole)
        by_remainder = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
        for i in by_remainder[: max(short, 0)]:
            whole[i] += 1
        return tuple(_signed(w / 10**self.decimals, self.decimals) for w in whole)


def money_scale(values: Iterable[float], currency: str) -> Scale:
    """Choose one unit for amounts, so that the largest prints with three digits at least."""
    largest = max((abs(v) for v in values if math.isfinite(v)), default=0.0)
    if largest >= 1e6:
        return Scale(1e6, 2, f"M {currency}")
    if largest >= 1e4:
        return Scale(1e3, 0 if largest >= 1e5 else 1, f"k {currency}")
    if largest >= 100:
        return Scale(1, 0, currency)
    small = 2 - math.floor(math.log10(largest)) if 0 < largest < 1 else 2
    return Scale(1, min(small, 9), currency)


def percent(share: float, *, signed: bool = False) -> str:
    """Write a share: "52 %"; never 0 % or 100 % for what is merely close to it."""
    if not math.isfinite(share):
        return NONE
    if signed and abs(share) < 0.005:
        return f"{_signed(share * 100, 1, signed=True)}{NBSP}%"
    if 0 < share < 0.005:
        return f"under{NBSP}1{NBSP}%"
    if 0.995 <= share < 1:
        return f"over{NBSP}99{NBSP}%"
    return f"{_signed(share * 100, 0, signed=signed)}{NBSP}%"


def bare(text: str) -> str:
    """Write a share without its sign, below a head that says per cent."""
    return text.removesuffix(f"{NBSP}%")


def bare_percent(share: float, *, signed: bool = False) -> str:
    """Write a share below a head that says per cent: "52"."""
    return bare(percent(share, signed=signed))


def percent_beside(share: float, limit: float) -> str:
    """Write a share that is held against a limit: with a decimal where both would read alike."""
    if share != limit and round(share * 100) == round(limit * 100):
        return f"{_signed(share * 100, 1)}{NBSP}%"
    return percent(share)


def month_number(month: float) -> str:
    """Write a time since signing as the month in which it falls: 16.3 is in month 17."""
    return f"month{NBSP}{max(math.ceil(month - 1e-9), 1)}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Ours, not the locale's: the same report has the same bytes everywhere."""


def month_name(count: int) -> str:
    """Write a month counted since the year 0: "January 2027"."""
    return f"{_MONTHS[count % 12]} {count // 12}"


def significant(value: float, digits: int = 3) -> str:
    """Write a number with at least so many significant digits and no needless decimals."""
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else NONE
    decimals = max(digits - 1 - math.floor(math.log10(abs(value))), 0)
    text = _signed(value, min(decimals, 6))
    return text.rstrip("0").rstrip(".") if "." in text else text


_SPECIAL = {
    "share": (100.0, 1, f"{NBSP}%"),
    "1/year": (100.0, 2, f"{NBSP}% a year"),
    "1/month": (100.0, 2, f"{NBSP}% a month"),
    "month": (1.0, 1, f"{NBSP}months"),
}


def written(value: Value, unit: str) -> str:
    """Write any value for people: "1,354,479 EUR", "8.00 % a year", "1 … 9 EUR (36 values)".

    The unit "name" is that of a number which counts nothing: it is written in bare digits.
    """
    array = np.asarray(value, dtype=float)
    if array.ndim:
        return _series(array, unit)
    number = float(array)
    if not math.isfinite(number):
        return "does not exist"
    if unit == "calendar month":
        return f"{int(number) // 12}-{int(number) % 12 + 1:02d}"
    if unit == "name":
        return f"{number:.0f}"
    if unit in _SPECIAL:
        factor, decimals, suffix = _SPECIAL[unit]
        whole = unit == "month" and number == int(number)
        return _signed(number * factor, 0 if whole else decimals) + suffix
    text = _signed(number, 0) if abs(number) >= 1000 else significant(number, 4)
    return text if unit == "1" else f"{text}{NBSP}{unit_words(unit)}"


def _series(values: Array, unit: str) -> str:
    """Write a series by its ends: "12.5 … 30.1 EUR (36 values)"."""
    if not values.size:
        return f"none, in {unit_words(unit)}"
    ends = " … ".join(significant(float(v), 5) for v in (values.flat[0], values.flat[-1]))
    return f"{ends}{NBSP}{unit_words(unit)} ({values.size} values)"


_WITH_AN = ("FTE", "hour", "accelerator", "input", "output", "instance", "image", "experiment")


def unit_words(unit: str) -> str:
    """Say a unit: "EUR/kW/month" is "EUR a kW and month"."""
    parts = ("second" if part == "s" else part for part in unit.split("/"))
    first, *rest = (part.replace("1000 ", f"1,000{NBSP}") for part in parts)
    if not rest:
        return first
    article = "an" if rest[0].startswith(_WITH_AN) else "a"
    article = "per" if rest[0][0].isdigit() else article
    said = f"{article} {' and '.join(rest)}"
    return f"{first} {said}" if first != "1" else said


def named(name: str) -> str:
    """Set a name that somebody gave apart from the sentence around it; it is never changed."""
    return f"“{name}”"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _signed(value: float, decimals: int, *, signed: bool = False) -> str:
    text = f"{abs(value):,.{decimals}f}"
    if not any(digit in "123456789" for digit in text):
        return text
    return f"{MINUS}{text}" if value < 0 else f"+{text}" if signed else text
