"""What a document path is called, in the labels people gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.register import named_input
from desktop_app.decision import Keyed, Part, Quantity
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec

if TYPE_CHECKING:
    from desktop_app.decision import Decision


def place(decision: Decision, path: str) -> str:
    """Say what stands at a path: "Hybrid, 8-GPU servers: colocation", "Title".

    What is no longer there is said by its path.
    """
    try:
        value = value_at(decision, path)
    except KeyError:
        return f"{path}, no longer there"
    if isinstance(value, Keyed):
        return _part(decision, path, value)
    if isinstance(value, tuple) or (isinstance(value, Part) and not isinstance(value, Quantity)):
        return _words(path.rpartition(".")[2])
    try:
        if path.partition(".")[0] in {"context", "workloads", "options"}:
            group, name = named_input(decision, path)
            return f"{group}, {name[0].lower()}{name[1:]}"
        name = field_spec(decision, path).label
    except (KeyError, AttributeError):  # below a part without a label of its own
        return path
    return _words(name)


def _words(name: str) -> str:
    return name[0].upper() + name[1:].replace("_", " ")


def _part(decision: Decision, path: str, part: Keyed) -> str:
    """Name of a part in a list, below that of the part it stands in."""
    name = next((str(getattr(part, n)) for n in ("label", "title") if hasattr(part, n)), part.key)
    owner = ".".join(path.split(".")[:2])
    if owner == path:
        return name
    above = value_at(decision, owner)
    return f"{above.label}, {name}" if hasattr(above, "label") else name
