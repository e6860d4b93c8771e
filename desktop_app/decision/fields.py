"""What the model says about one of its fields: the words and limits a form or a report needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.decision.edits import value_at
from desktop_app.decision.lines import Service
from desktop_app.decision.model import ExchangeRate
from desktop_app.decision.parts import Keyed, Money, Part, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.decision.model import Decision


@dataclass(frozen=True)
class FieldSpec:
    """Label, unit, limits and help of a field; a view shows them and adds none of its own.

    Attributes:
        label: What a form calls it.
        unit: With the currency of the value in place of the word.
        help: One or two sentences for the person who fills it in; may be empty.
        low: Least value allowed, or None.
        high: Greatest value allowed, or None.
    """

    label: str
    unit: str
    help: str
    low: float | None
    high: float | None


def field_spec(decision: Decision, path: str) -> FieldSpec:
    """Describe the field at ``path``, in the value's own currency where it holds money.

    Raises:
        KeyError: There is no such field in this decision.
    """
    parent, _, name = path.rpartition(".")
    owner = value_at(decision, parent) if parent else decision
    field, value = type(owner).model_fields[name], value_at(owner, name)
    extra: dict[str, Any] = (
        field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    )
    currency = (value.currency if isinstance(value, Money) else None) or decision.context.currency
    unit = _in_words(str(extra.get("unit", "1")), decision, owner).replace("currency", currency)
    lows = [rule.ge for rule in field.metadata if hasattr(rule, "ge")]
    highs = [rule.le for rule in field.metadata if hasattr(rule, "le")]
    return FieldSpec(
        label=field.title or name,
        unit=unit,
        help=field.description or "",
        low=extra.get("minimum", max(lows, default=None)),
        high=extra.get("maximum", min(highs, default=None)),
    )


def _in_words(unit: str, decision: Decision, owner: object) -> str:
    """Fill in what only the owner knows: the foreign currency, the work a machine does."""
    if isinstance(owner, ExchangeRate):
        return unit.replace("foreign", owner.currency)
    if isinstance(owner, Service):
        kind = value_at(decision, f"workloads.{owner.workload}").kind
        return unit.replace("work", "tokens" if kind == "llm" else "predictions")
    return unit


def quantities(decision: Decision) -> dict[str, Quantity]:
    """Return every quantity of the decision by its path, in the document's order."""
    return dict(_quantities(decision, ""))


def _quantities(node: object, path: str) -> Iterator[tuple[str, Quantity]]:
    if isinstance(node, Quantity):
        yield path, node
    elif isinstance(node, Part):
        for name, child in node:
            yield from _quantities(child, f"{path}.{name}".lstrip("."))
    elif isinstance(node, tuple):
        for item in node:
            key = item.key if isinstance(item, Keyed) else getattr(item, "workload", "")
            if key:
                yield from _quantities(item, f"{path}.{key}")
