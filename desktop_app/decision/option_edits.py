"""Edits to options and their cost lines: made, copied, filled and ruled out."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from desktop_app.decision.edits import Edit, add_option, with_
from desktop_app.decision.governance import Exclusion
from desktop_app.decision.lines import Service
from desktop_app.decision.model import Option
from desktop_app.decision.parts import Evidence, Quantity
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from desktop_app.decision.lines import AnyLine
    from desktop_app.decision.model import Approach, Decision
    from desktop_app.decision.parts import Keyed

K = TypeVar("K", bound="Keyed")

TO_FILL_IN = "Example: to be replaced by your own number"
"""Source of numbers that a new part starts with; checks say which are left."""

LONGEST = 40
"""Characters of a key."""

LONGEST_NAME = 200
"""Characters of a name, as of every line of the document."""


def free_key(name: str, taken: Iterable[str]) -> str:
    """Make a permanent key from a name: "Own servers" is own_servers, or own_servers_2."""
    words = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    start = words if words[:1].isalpha() else f"part_{words}".rstrip("_")
    others, key = set(taken), start[:LONGEST].rstrip("_")
    for number in count(2):
        if key not in others:
            break
        ending = f"_{number}"
        key = f"{start[: LONGEST - len(ending)].rstrip('_')}{ending}"
    return key


def new_option(decision: Decision, label: str, approach: Approach) -> tuple[str, Edit]:
    """Return the key of an empty option and the edit that adds it."""
    key = free_key(label, (option.key for option in decision.options))
    return key, add_option(Option(key=key, label=label, approach=approach))


def duplicate_option(decision: Decision, key: str) -> tuple[str, Edit]:
    """Return the key of an option's copy and the edit that puts it behind the original.

    What rules the original out, and whether it stands for today, is not copied.

    Raises:
        Refused: There is no such option.
    """
    original = _found(decision.options, key, "option")
    label = f"{original.label}, copy"[:LONGEST_NAME]
    copied = free_key(f"{original.key}_copy", (option.key for option in decision.options))

    def apply(now: Decision) -> Decision:
        source = _found(now.options, key, "option")
        made = with_(source, key=copied, label=label)
        return with_(now, options=_behind(now.options, key, made))

    return copied, Edit(f"copy of {original.label}", apply)


def add_line(option: str, line: AnyLine) -> Edit:
    """Put a cost line behind the others of an option."""
    return Edit(f"new line {line.label}", _lines(option, lambda lines: (*lines, line)))


def remove_line(option: str, key: str) -> Edit:
    """Drop a cost line of an option; refused where it is no longer there."""

    def without(lines: tuple[AnyLine, ...]) -> tuple[AnyLine, ...]:
        gone = _found(lines, key, "cost line")
        return tuple(line for line in lines if line is not gone)

    return Edit("removal of cost line", _lines(option, without))


def move_line(option: str, key: str, by: int) -> Edit:
    """Move a cost line towards the front (-1) or the end (+1): lines serve in their order."""

    def moved(lines: tuple[AnyLine, ...]) -> tuple[AnyLine, ...]:
        line = _found(lines, key, "cost line")
        place = lines.index(line)
        rest = [other for other in lines if other is not line]
        rest.insert(min(max(place + by, 0), len(rest)), line)
        return tuple(rest)

    return Edit("order of cost lines", _lines(option, moved))


def serve(option: str, key: str, workloads: Sequence[str]) -> Edit:
    """Let a cost line serve these workloads; machines keep the throughput stated before."""

    def changed(lines: tuple[AnyLine, ...]) -> tuple[AnyLine, ...]:
        line = _found(lines, key, "cost line")
        after = with_(line, serves=_serving(line, workloads))
        return tuple(after if other is line else other for other in lines)

    return Edit("work of a cost line", _lines(option, changed))


def _serving(line: AnyLine, workloads: Sequence[str]) -> tuple[str | Service, ...]:
    if line.kind not in {"rented_nodes", "servers"}:
        return tuple(workloads)
    known = {service.workload: service for service in line.serves}
    example = Quantity(likely=1.0, evidence=Evidence(source=TO_FILL_IN))
    return tuple(known.get(w) or Service(workload=w, throughput=example) for w in workloads)


def rule_out(option: str, reason: str, stated_by: str = "", on: date | None = None) -> Edit:
    """Rule an option out by a hard limit, or admit it again where the reason is empty."""

    def apply(decision: Decision) -> Decision:
        _found(decision.options, option, "option")
        others = tuple(e for e in decision.exclusions if e.option != option)
        if not reason.strip():
            return with_(decision, exclusions=others)
        stated = Exclusion(option=option, reason="-", stated_by="", on=on)
        checked = with_(stated, reason=reason.strip(), stated_by=stated_by.strip())
        return with_(decision, exclusions=(*others, checked))

    return Edit("limit of an option", apply, f"exclusions.{option}")


def remove_bill(key: str) -> Edit:
    """Drop an imported bill; refused where a cost line still rests on it."""

    def apply(decision: Decision) -> Decision:
        gone = _found(decision.bills, key, "bill")
        users = [
            f"{line.label} of {option.label}"
            for option in decision.options
            for line in option.lines
            if line.kind == "billed" and line.bill == key
        ]
        if users:
            more = f" and {len(users) - 1} more" if len(users) > 1 else ""
            raise Refused(
                f"The bill “{gone.label}” is still used by the cost line {users[0]}{more}.",
                "Remove those cost lines first, or let another bill take its place.",
            )
        return with_(decision, bills=tuple(bill for bill in decision.bills if bill is not gone))

    return Edit("removal of bill", apply)


def _lines(
    option: str, change: Callable[[tuple[AnyLine, ...]], tuple[AnyLine, ...]]
) -> Callable[[Decision], Decision]:
    def apply(decision: Decision) -> Decision:
        old = _found(decision.options, option, "option")
        new = with_(old, lines=change(old.lines))
        return with_(decision, options=tuple(new if o is old else o for o in decision.options))

    return apply


def _behind(options: tuple[Option, ...], key: str, made: Option) -> tuple[Option, ...]:
    place = next(i for i, option in enumerate(options) if option.key == key) + 1
    return (*options[:place], made, *options[place:])


def _found(parts: Iterable[K], key: str, what: str) -> K:
    for part in parts:
        if part.key == key:
            return part
    raise Refused(f"There is no {what} {key!r} any more.", "It was removed meanwhile.")
