"""``isocost new``: a decision to start from."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from desktop_app import storage
from desktop_app.decision.sentences import sentences
from desktop_app.knowledge.starter import Rate, starter
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Write the starter; a file that is there already stays as it is."""
    if arguments.file.exists():
        raise Refused(f"{arguments.file} is there already.", "Choose another name; it was kept.")
    if not re.fullmatch(r"[A-Z]{3}", arguments.currency):
        raise Refused(f"{arguments.currency!r} is no currency code.", "Write it as EUR or USD.")
    start = _start(arguments.start)
    rates = tuple(_rate(stated, arguments) for stated in arguments.rate)
    try:
        decision = starter(arguments.title, arguments.currency, start, rates)
    except ValidationError as error:
        hint = "`isocost new --help` shows what it takes."
        raise Refused(sentences(error, most=1), hint) from error
    storage.save(decision, arguments.file)
    print(f"{arguments.file} written: {len(decision.options)} options, one workload.")
    print("Numbers marked as examples are there to be replaced; `isocost schema` says what each")
    print(f"field means. Then: isocost evaluate {arguments.file}")


def _start(stated: str) -> date:
    """First month: as stated, or the month after this one."""
    if not stated:
        today = date.today()
        return date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return _day(stated, "start")


def _rate(stated: str, arguments: argparse.Namespace) -> Rate:
    found = re.fullmatch(r"([A-Z]{3})=(\d+(?:\.\d+)?)", stated)
    if not found or float(found[2]) <= 0:
        raise Refused(f"The rate {stated!r} cannot be read.", "Write it as USD=0.86.")
    if not arguments.rate_date or not arguments.rate_source:
        raise Refused(
            f"The rate {stated} has no date or no source.",
            "Add --rate-date and --rate-source: a rate without them proves nothing.",
        )
    on = _day(arguments.rate_date, "rate date")
    return Rate(found[1], float(found[2]), on, arguments.rate_source)


def _day(stated: str, what: str) -> date:
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        raise Refused(f"The {what} {stated!r} is no date.", "Write it as 2027-01-01.") from error
