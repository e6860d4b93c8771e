"""What the model says about one of its fields: the words and limits a form or a report needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args, get_origin

from desktop_app.decision.edits import value_at
from desktop_app.decision.lines import Service
from desktop_app.decision.model import ExchangeRate
from desktop_app.decision.parts import Keyed, Money, Part, Quantity
from desktop_app.decision.spend import SpendSummary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.decision.model import Decision


FieldKind: TypeAlias = Literal[
    "quantity", "number", "whole", "decimal", "flag", "day", "choice", "line", "text", "parts"
]
"""What a person does with a field: type a number, pick a word, keep a list."""

LONGEST_LINE = 200
"""Characters of a text that stands on one line."""

_KINDS: tuple[tuple[type, FieldKind], ...] = (
    (Quantity, "quantity"),
    (bool, "flag"),
    (int, "whole"),
    (float, "number"),
    (Decimal, "decimal"),
    (date, "day"),
)
"""In this order: a bool is an int too."""


_CALLED = {"on": "Date", "text": "Description", "sha256": "SHA-256"}
"""Names that would not read well in a form."""


@dataclass(frozen=True)
class FieldForm:
    """What may stand in a field.

    Attributes:
        kind: Sort of value.
        is_optional: Whether it may be empty.
        choices: The words to choose from, where there are only so many.
        row: The sort of part that a list holds.
    """

    kind: FieldKind
    is_optional: bool = False
    choices: tuple[str, ...] = ()
    row: type[Part] | None = None


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
        label=label_of(type(owner), name),
        unit=unit,
        help=field.description or "",
        low=extra.get("minimum", max(lows, default=None)),
        high=extra.get("maximum", min(highs, default=None)),
    )


def label_of(owner: type[Part], name: str) -> str:
    """Return what a form calls a field: its title, or its name in words.

    Raises:
        KeyError: There is no such field.
    """
    plain = _CALLED.get(name, name.replace("_", " ").capitalize())
    return owner.model_fields[name].title or plain


def field_form(owner: type[Part], name: str) -> FieldForm:
    """Say what may stand in the field of this name.

    Raises:
        KeyError: There is no such field, or it is no field for typing into.
    """
    field = owner.model_fields[name]
    shapes = [_bare(shape) for shape in _either(field.annotation)]
    is_optional = NoneType in shapes
    shape = next(shape for shape in shapes if shape is not NoneType)
    if get_origin(shape) is Literal:
        return FieldForm("choice", is_optional, get_args(shape))
    if get_origin(shape) is tuple:
        row = _bare(get_args(shape)[0])
        if isinstance(row, type) and issubclass(row, Part):
            return FieldForm("parts", row=row)
    elif isinstance(shape, type):
        if issubclass(shape, str):
            return FieldForm(_text_kind(field.metadata), is_optional)
        kind = next((kind for known, kind in _KINDS if issubclass(shape, known)), None)
        if kind:
            return FieldForm(kind, is_optional)
    raise KeyError(name)


def form_at(decision: Decision, path: str) -> FieldForm:
    """Say what may stand at ``path``.

    Raises:
        KeyError: There is no such field in this decision.
    """
    parent, _, name = path.rpartition(".")
    return field_form(type(value_at(decision, parent) if parent else decision), name)


def _either(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - annotations are of any kind
    """The alternatives of "Day | None"; the annotation itself where it has none."""
    return get_args(annotation) if NoneType in get_args(annotation) else (annotation,)


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    """The type within "Annotated"."""
    return get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation


def _text_kind(rules: list[Any]) -> FieldKind:
    longest = max(
        (rule.max_length or 0 for rule in rules if hasattr(rule, "max_length")), default=0
    )
    return "text" if longest > LONGEST_LINE else "line"


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
    elif isinstance(node, Part) and not isinstance(node, SpendSummary):  # sums, and many of them
        for name, child in node:
            yield from _quantities(child, f"{path}.{name}".lstrip("."))
    elif isinstance(node, tuple):
        for item in node:
            key = item.key if isinstance(item, Keyed) else getattr(item, "workload", "")
            if key:
                yield from _quantities(item, f"{path}.{key}")
