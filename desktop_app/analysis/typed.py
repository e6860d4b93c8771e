"""What people type into fields, read as values; and values, as a field shows them for editing.

A point parts decimals. A comma, a space or an apostrophe may group digits by three. In a field
that shows per cent, a bare 8 is 8 %. Whatever else is typed is refused with a sentence.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.analysis.wording import MINUS, NBSP, listed, unit_words
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from desktop_app.decision.fields import FieldSpec

_PERCENT = {"share": "%", "1/year": "% a year", "1/month": "% a month"}
"""Units that people read in per cent, and what they say."""

_SCALES = {
    "k": 3,
    "thousand": 3,
    "tsd": 3,
    "m": 6,
    "mio": 6,
    "mn": 6,
    "million": 6,
    "millions": 6,
    "bn": 9,
    "mrd": 9,
    "billion": 9,
    "billions": 9,
}

_SIGNIFICANT = 15
"""Digits a binary number holds for certain; a field shows no noise beyond them."""

_NUMBER = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>\d[\d., ']*|\.\d+)(?P<power>e[-+]?\d+)?(?P<words>.*)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}([, '])\d{3}(?:\1\d{3})*(\.\d*)?")
_PLAIN = re.compile(r"\d+\.?\d*|\.\d+")


def read_number(text: str, unit: str) -> float:
    """Read a number as somebody typed it: "1.2M", "1,234.5", "8 %", "190 EUR".

    Args:
        text: As typed.
        unit: Of the field, as the model states it. A share and a rate are typed in per cent.

    Returns:
        The value in base units: 0.08 for 8 %.

    Raises:
        Refused: It is no number, or one in another unit.
    """
    plain = _plain(text)
    found = _NUMBER.fullmatch(_without_currency(plain, unit))
    if found is None:
        raise Refused(f"“{text.strip()}” is not a number.", _example(unit))
    digits = _digits(found["digits"].rstrip(), text.strip())
    power = int((found["power"] or "e0")[1:])
    power += _scale(found["words"].strip(), text.strip(), unit)
    power -= 2 if unit in _PERCENT else 0
    value = float(Decimal(found["sign"] + digits).scaleb(power)) if abs(power) < 400 else math.inf
    if not math.isfinite(value):
        raise Refused(f"“{text.strip()}” is too large to count with.", _example(unit))
    return value


def read_whole(text: str, unit: str) -> int:
    """Read a whole number; likewise.

    Raises:
        Refused: It is no number, or one with a fraction.
    """
    value = read_number(text, unit)
    if not value.is_integer():
        raise Refused("A whole number is needed here.", f"Such as {round(value):,}.")
    return int(value)


def read_day(text: str) -> date:
    """Read a day: "2027-01-31".

    Raises:
        Refused: It is written otherwise, or there is no such day.
    """
    typed = text.strip()
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
        raise Refused(f"“{typed}” is not a day.", "Write year, month and day: 2027-01-31.")
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Refused(f"There is no day {typed}.", "Write it as 2027-01-31.") from error


def shown_number(value: float, unit: str) -> tuple[str, str]:
    """Write a value for editing, with the words of its unit: ("8", "% a year").

    ``read_number`` reads it back to the same value, to 15 significant digits.
    """
    number = Decimal(f"{value:.{_SIGNIFICANT}g}")
    if unit in _PERCENT:
        number = number.scaleb(2)
    number = number.normalize() if number else Decimal(0)
    is_long = not -12 <= number.adjusted() <= _SIGNIFICANT
    if unit == "name":  # it counts nothing, so its digits are in no groups
        return f"{number:f}", ""
    text = f"{number:e}" if is_long else f"{number:,f}"
    return text.replace("-", MINUS, 1) if value < 0 else text, edited_unit(unit)


def short_number(value: float, unit: str) -> str:
    """Write a value for editing where room is scarce: "2.04M", if nothing is lost by it."""
    text = shown_number(value, unit)[0]
    if unit in _PERCENT or abs(value) < 1e6:
        return text
    short = f"{shown_number(value / 1e6, '1')[0]}M"
    return short if len(short) < len(text) and read_number(short, unit) == value else text


def edited_unit(unit: str) -> str:
    """Say the unit of a number being edited: "% a year", "EUR a kW and month"; "" for none."""
    if unit in _PERCENT:
        return _PERCENT[unit]
    if unit == "month":
        return "months"
    return "" if unit in ("1", "name") else unit_words(unit)


def said_number(value: float, unit: str) -> str:
    """Write a value as a sentence about a field names it: "50 %", "190 EUR a month"."""
    text, words = shown_number(value, unit)
    return f"{text}{NBSP}{words}" if words else text


def check_limits(value: float, spec: FieldSpec) -> None:
    """Hold a value against the limits of its field, in the words of the field.

    Raises:
        Refused: It lies outside.
    """
    if spec.high is not None and value > spec.high:
        most = said_number(spec.high, spec.unit)
        raise Refused(f"More than {most}.", f"At most {most} is possible.")
    if spec.low is not None and value < spec.low:
        least = said_number(spec.low, spec.unit)
        raise Refused(f"Less than {least}.", f"At least {least} is needed.")


def limits_said(spec: FieldSpec) -> str:
    """Say the limits of a field: "From 0 % to 100 %."; "" where it has none."""
    low, high = (None if x is None else said_number(x, spec.unit) for x in (spec.low, spec.high))
    if low is not None and high is not None:
        return f"From {low} to {high}."
    if low is not None:
        return f"At least {low}."
    return f"At most {high}." if high is not None else ""


def _plain(text: str) -> str:
    """Every space as a space, every dash that stands for minus as one."""
    spaced = re.sub(r"\s+", " ", text).strip()
    dashed = re.sub(f"^[{MINUS}–‒] ?", "-", spaced)
    return re.sub(r"^([-+]) ", r"\1", dashed.replace("’", "'"))


def _without_currency(text: str, unit: str) -> str:
    """Drop the field's own currency in front: "EUR 190"."""
    head = unit.split("/", 1)[0]
    if re.fullmatch(r"[A-Z]{3}", head) and text[:3].upper() == head:
        return text[3:].strip()
    return text


def _digits(digits: str, typed: str) -> str:
    """Take the grouping out of digits, or say which signs are taken."""
    if _GROUPED.fullmatch(digits):
        return re.sub(r"[, ']", "", digits)
    if _PLAIN.fullmatch(digits):
        return digits
    if re.fullmatch(r"\d*,\d+", digits):
        meant = digits.replace(",", ".")
        raise Refused(
            f"The comma in “{typed}” does not group digits by three.",
            f"A point parts decimals: {meant if meant[0] != '.' else f'0{meant}'}.",
        )
    raise Refused(
        f"“{typed}” can be read in two ways.",
        "A point parts decimals and a comma groups digits by three, as in 1,234.5.",
    )


def _scale(words: str, typed: str, unit: str) -> int:
    """Powers of ten in what follows the digits, where the rest is the field's own unit."""
    said = words.casefold()
    accepted = _said_units(unit)
    if said in accepted:
        return 0
    first, _, rest = said.partition(" ")
    for scale, power in _SCALES.items():
        if first == scale and rest in accepted:
            return power
    if unit in _PERCENT and said in {"pp", "points"}:
        return 0
    own = edited_unit(unit)
    where = f"This field is in {own}." if own else "This field has no unit."
    raise Refused(f"“{typed}” has another unit than this field.", f"{where} {_example(unit)}")


def _said_units(unit: str) -> set[str]:
    """Ways of repeating the unit of a field after its number."""
    words = edited_unit(unit).casefold()
    said = {"", words, unit.casefold(), unit.casefold().split("/", 1)[0], words.split(" ")[0]}
    said |= {word.removesuffix("s") for word in said}
    if unit in _PERCENT:
        said |= {"percent", "per cent", f"%/{unit[2:]}", f"% per {unit[2:]}"}
    return said | {word.replace(NBSP.casefold(), " ") for word in said}


def _example(unit: str) -> str:
    examples = ["8", "8 %"] if unit in _PERCENT else ["1,234.5", "1.2M"]
    return f"Such as {listed(examples)}."
