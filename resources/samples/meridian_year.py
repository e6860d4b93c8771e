"""The twelve months of Meridian's bill: calendar, volumes of work, the days of a month."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

SEED = "meridian-1"
MONTHS = [date(2025 + (10 + i) // 12, (10 + i) % 12 + 1, 1) for i in range(12)]
STEPS = Decimal(len(MONTHS) - 1)
WEEK = {
    "office": ("1.18", "1.22", "1.20", "1.15", "1.05", "0.55", "0.40"),
    "post": ("1.35", "1.25", "1.15", "1.10", "1.05", "0.15", "0.05"),
    "": ("1", "1", "1", "1", "1", "1", "1"),
}
HOLIDAYS = {date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1), date(2026, 4, 6)}
VOLUMES = {  # first month, last month, rounded to; geometric growth in between
    "requests": (860_000, 2_100_000, 1_000),
    "documents": (410_000, 600_000, 1_000),
    "predictions": (6_200_000, 9_000_000, 10_000),
}

Period = tuple[date, date]


def after(month: date) -> date:
    """Return the first day of the next month."""
    return (month + timedelta(days=31)).replace(day=1)


def hours(month: date) -> int:
    """Return the hours of a month."""
    return (after(month) - month).days * 24


def months_between(first: str, last: str) -> list[date]:
    """Return the months from "2025-11" to "2026-10", both included."""
    months = [date.fromisoformat(f"{first}-01")]
    while months[-1] < date.fromisoformat(f"{last}-01"):
        months.append(after(months[-1]))
    return months


def billed_months(first: str, last: str) -> list[date]:
    """Return those of the months that this bill covers."""
    return [month for month in months_between(first, last) if month in MONTHS]


def volume(driver: str, month: date) -> Decimal:
    """Return what drives a quantity in a month: requests, documents, predictions, hours or 1."""
    if driver == "hours":
        return Decimal(hours(month))
    if driver == "month":
        return Decimal(1)
    first, last, unit = VOLUMES[driver]
    growth = (Decimal(last) / first) ** (MONTHS.index(month) / STEPS)
    return (first * growth / unit).quantize(Decimal(1)) * unit


def portions(line: dict[str, str], month: date) -> list[tuple[Period, Decimal]]:
    """Split a line's quantity of one month into the periods it is billed in."""
    chance = random.Random(f"{SEED}/{line['resource']}/{line['meter']}/{month}")  # noqa: S311 - a sample needs no secrecy
    amount = volume(line["driver"], month) * Decimal(line["per_unit"])
    amount *= Decimal(line["growth"]) ** (MONTHS.index(month) / STEPS)
    amount *= 1 + noise(chance, line["noise"])
    if line["grain"] == "month":
        return [((month, after(month)), amount.quantize(Decimal("0.001")))]
    amount = amount.quantize(Decimal("0.000001"))
    days = [month + timedelta(days=day) for day in range((after(month) - month).days)]
    weights = [weight(day, line["weekday"]) * (1 + noise(chance, "0.04")) for day in days]
    parts = [(amount * each / sum(weights)).quantize(Decimal("0.001")) for each in weights]
    parts[-1] = amount - sum(parts[:-1])
    return [((d, d + timedelta(days=1)), part) for d, part in zip(days, parts, strict=True)]


def weight(day: date, week: str) -> Decimal:
    """Return how busy a day is: a share of the mean day of its kind of work."""
    rest = Decimal("0.35") if week and day in HOLIDAYS else Decimal(1)
    return Decimal(WEEK[week][day.weekday()]) * rest


def noise(chance: random.Random, width: str) -> Decimal:
    """Return a number between minus and plus the width, to six places."""
    return (Decimal(chance.randrange(-(10**6), 10**6 + 1)) * Decimal(width)).scaleb(-6)
