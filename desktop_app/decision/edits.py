"""Every change to a decision, as a value.

An edit is a label for the Undo menu and a pure function from one document to the next. Views
and commands hand edits on; they never build documents themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from desktop_app.decision.parts import Keyed, Part
from desktop_app.decision.sentences import sentences
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.decision.model import Decision, Option
    from desktop_app.decision.spend import SpendSummary

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Edit:
    """One undoable change.

    Attributes:
        label: Completes "Undo …": "change of discount rate".
        apply: The change itself.
        path: The part it touches; edits to one path in a row undo as one.
    """

    label: str
    apply: Callable[[Decision], Decision]
    path: str = ""


def set_value(path: str, value: object, label: str) -> Edit:
    """Replace the value at ``path``; "options.own.label" finds the option by its key."""
    return Edit(f"change of {label}", lambda d: _replaced(d, path.split("."), value), path)


def add_option(option: Option) -> Edit:
    """Append an option."""
    return Edit(f"new option {option.label}", lambda d: with_(d, options=(*d.options, option)))


def remove_option(key: str) -> Edit:
    """Drop the option with this key, what excludes it, and the baseline if it is that."""

    def apply(decision: Decision) -> Decision:
        return with_(
            decision,
            options=tuple(o for o in decision.options if o.key != key),
            exclusions=tuple(e for e in decision.exclusions if e.option != key),
            baseline=None if decision.baseline == key else decision.baseline,
        )

    return Edit("removal of option", apply)


def keep_bill(summary: SpendSummary) -> Edit:
    """Add an imported bill, or replace the one with the same key: importing again is harmless."""

    def apply(decision: Decision) -> Decision:
        kept = [bill for bill in decision.bills if bill.key != summary.key]
        files = {file.sha256: bill.label for bill in kept for file in bill.files}
        for file in summary.files:
            if file.sha256 in files:
                raise Refused(
                    f"{file.name} is already part of the bill {files[file.sha256]!r}.",
                    "Import it under that bill's key to replace it, or leave it out.",
                )
        return with_(decision, bills=(*kept, summary))

    return Edit(f"import of {summary.label}", apply)


def with_(part: P, **changes: object) -> P:
    """Return ``part`` with some fields changed and checked; the rest is shared, not copied.

    Raises:
        Refused: The new values break a rule of the model. The message is the model's own.
    """
    try:
        return type(part)(**{**dict(part), **changes})
    except ValidationError as error:
        raise Refused(sentences(error, most=1)) from error


def value_at(node: Any, path: str) -> Any:  # noqa: ANN401 - a document holds many types
    """Return what stands at ``path``.

    Raises:
        KeyError: A part on the way there does not exist, or no longer.
    """
    for step in path.split("."):
        node = _child(node, step)
    return node


def _child(node: Any, step: str) -> Any:  # noqa: ANN401
    if isinstance(node, tuple):
        return next((item for item in node if _key(item) == step), None) or _absent(step)
    if isinstance(node, Part) and step in type(node).model_fields:
        return getattr(node, step)
    return _absent(step)


def _key(item: Any) -> str:  # noqa: ANN401
    """Parts in a list are found by their key; a service of a machine by its workload."""
    return item.key if isinstance(item, Keyed) else str(getattr(item, "workload", ""))


def _absent(step: str) -> Any:  # noqa: ANN401
    raise KeyError(step)


def _replaced(node: Any, steps: Sequence[str], value: object) -> Any:  # noqa: ANN401
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    target = _child(node, step)
    after = _replaced(target, rest, value)
    if isinstance(node, tuple):
        return tuple(after if item is target else item for item in node)
    return with_(node, **{step: after})
