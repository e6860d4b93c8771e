"""The assumptions register: every stated number, with its range, source, owner, date and grade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.wording import NONE, listed
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec, quantities
from desktop_app.decision.parts import NEUTRAL

if TYPE_CHECKING:
    from desktop_app.decision import Decision, Quantity
    from desktop_app.figures import Grade


@dataclass(frozen=True)
class Entry:
    """One stated number.

    Attributes:
        number: Place in the register, from 1.
        paths: Where it stands in the document; several where options share it.
        group: What it belongs to: the context, a workload, an option.
        name: Of the input, with that of its line: "Servers: power of a node".
        unit: In words.
        value: As written, in ``unit``.
        span: Low and high, or "fixed".
        source: Where it was found.
        owner: Who answers for it.
        date: Of the evidence, ISO 8601, or a dash.
        grade: How good the evidence is.
    """

    number: int
    paths: tuple[str, ...]
    group: str
    name: str
    unit: str
    value: str
    span: str
    source: str
    owner: str
    date: str
    grade: Grade


def register(decision: Decision, used: frozenset[str]) -> tuple[Entry, ...]:
    """List the stated numbers that results rest on, in the document's order.

    What several options state alike (the same line, value and evidence) is listed once. Neutral
    values nobody stated are left out; ``neutral`` names them.

    Args:
        decision: The decision.
        used: Paths that some figure was computed from; the others move nothing.
    """
    groups: dict[tuple[str, str, Quantity], list[str]] = {}
    for path, quantity in _found(decision, used):
        if quantity.evidence.source != NEUTRAL:
            group, name = named_input(decision, path)
            shared = "" if path.startswith("options.") else group
            groups.setdefault((shared, name, quantity), []).append(path)
    return tuple(
        _entry(decision, i, paths, quantity)
        for i, ((_, _, quantity), paths) in enumerate(_by_group(decision, groups), 1)
    )


def neutral(decision: Decision, used: frozenset[str]) -> tuple[str, ...]:
    """Name the inputs that nobody stated and that count as their neutral value, 0 or 1."""
    names = (
        named_input(decision, path)[1]
        for path, quantity in _found(decision, used)
        if quantity.evidence.source == NEUTRAL
    )
    return tuple(dict.fromkeys(names))


def _found(decision: Decision, used: frozenset[str]) -> list[tuple[str, Quantity]]:
    return [(path, q) for path, q in quantities(decision).items() if path in used]


_Groups: TypeAlias = "dict[tuple[str, str, Quantity], list[str]]"


def _by_group(
    decision: Decision, groups: _Groups
) -> list[tuple[tuple[str, str, Quantity], list[str]]]:
    """Keep what belongs to the same options together, in the order of first mention."""
    order: dict[str, int] = {}
    for paths in groups.values():
        order.setdefault(_owners(decision, paths), len(order))
    return sorted(groups.items(), key=lambda item: order[_owners(decision, item[1])])


def _owners(decision: Decision, paths: list[str]) -> str:
    return listed(list(dict.fromkeys(named_input(decision, path)[0] for path in paths)))


def _entry(decision: Decision, number: int, paths: list[str], quantity: Quantity) -> Entry:
    spec, evidence = field_spec(decision, paths[0]), quantity.evidence
    measure = measure_for(spec.unit, quantity.likely)
    words = [evidence.source, evidence.region, f"{evidence.basis} price" if evidence.basis else ""]
    return Entry(
        number,
        tuple(paths),
        _owners(decision, paths),
        named_input(decision, paths[0])[1],
        measure.unit,
        measure.written(quantity.likely, 4),
        measure.span(*quantity.bounds) if quantity.is_uncertain else "fixed",
        ", ".join(word for word in words if word) or NONE,
        evidence.owner or NONE,
        evidence.on.isoformat() if evidence.on else NONE,
        evidence.grade,
    )


def named_input(decision: Decision, path: str) -> tuple[str, str]:
    """Return group and name of an input, in the labels people gave."""
    group, line = _place(decision, path)
    label = field_spec(decision, path).label
    return group, f"{line}: {label[0].lower()}{label[1:]}" if line else label


def _place(decision: Decision, path: str) -> tuple[str, str]:
    """Group and line of a path, in the labels people gave them."""
    head, *rest = path.split(".")
    if head == "context":
        if rest[0] == "exchange_rates":
            rate = value_at(decision, ".".join((head, *rest[:2])))
            return "Conditions shared by all", f"{rate.currency}, {rate.on.isoformat()}"
        return "Conditions shared by all", ""
    owner = value_at(decision, f"{head}.{rest[0]}").label
    if head == "options" and len(rest) > 3:
        line = value_at(decision, ".".join((head, *rest[:3]))).label
        return owner, _served(decision, line, rest)
    return owner, ""


def _served(decision: Decision, line: str, rest: list[str]) -> str:
    """Name of a line, with the workload where a line has the same input for several."""
    if len(rest) > 4 and rest[3] == "serves":
        return f"{line}, {value_at(decision, f'workloads.{rest[4]}').label}"
    return line
