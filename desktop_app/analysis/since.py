"""What the last change did, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.measure import measure_for
from desktop_app.analysis.option_words import cost
from desktop_app.analysis.recommend import label, scale_of
from desktop_app.analysis.wording import money_scale
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec, quantities

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision, Quantity


@dataclass(frozen=True)
class Since:
    """What a change did.

    Attributes:
        text: The whole sentence.
        amount: The part of it to set strong: "−41.2 k EUR"; empty where nothing moved.
        option: Key of the option that moved most, or None.
        origins: Figure keys and document paths behind the numbers.
    """

    text: str
    amount: str = ""
    option: str | None = None
    origins: tuple[str, ...] = ()


def since(before: Study, after: Study, label: str = "") -> Since | None:
    """Say what became of the costs between two studies.

    Args:
        before: The study of the decision as it was.
        after: The study of the decision as it is.
        label: What the edit calls itself: "change of horizon"; said where no number changed.

    Returns:
        The sentence, or None where both are of the same decision.
    """
    if before.decision == after.decision:
        return None
    currency = after.decision.context.currency
    if before.decision.context.currency != currency:
        return Since(f"Costs are now in {currency}.", origins=("context.currency",))
    moved = _moved_most(before, after)
    if moved is None:
        return _unmoved(before, after)
    key, change = moved
    amount = money_scale([change], currency).amount(change, signed=True)
    reason, paths = _reason(before.decision, after.decision, label)
    text = f"{_name(after, key)} {amount}{reason}{_order(before, after)}."
    return Since(text, amount, key, (f"options.{key}.present_value", *paths))


def _name(study: Study, key: str) -> str:
    return label(study, key)


def _moved_most(before: Study, after: Study) -> tuple[str, float] | None:
    """The option whose present value moved most, and by how much."""
    changes = {
        key: cost(after, key) - cost(before, key) for key in after.order if key in before.order
    }
    most = max(changes, key=lambda key: abs(changes[key]), default=None)
    if most is None or abs(changes[most]) <= 1e-9 * max(abs(cost(before, most)), 1.0):
        return None
    return most, changes[most]


def _unmoved(before: Study, after: Study) -> Since:
    order = _order(before, after)
    for key in after.order:
        if key not in before.order:
            amount = scale_of(after).amount(cost(after, key))
            leads = key == after.ranking.first
            text = f"{_name(after, key)} is new and costs {amount}"
            text += ", the least of all that may be chosen." if leads else f"{order}."
            return Since(text, amount, key, (f"options.{key}.present_value",))
    for key in before.order:
        if key not in after.order:
            return Since(f"{_name(before, key)} is no longer compared{order}.")
    changed = "" if order.endswith("unchanged") else order
    return Since(f"No option’s cost changed{changed}.")


def _order(before: Study, after: Study) -> str:
    first = after.ranking.first
    if first != before.ranking.first:
        return f"; {_name(after, first)} now leads" if first else "; no option is left to choose"
    kept = set(before.order) & set(after.order)
    was, now = ([key for key in study.order if key in kept] for study in (before, after))
    return "; the order is unchanged" if was == now else "; the order of the others changed"


def _reason(before: Decision, after: Decision, label: str) -> tuple[str, tuple[str, ...]]:
    """Say which inputs changed: ", because colocation went from 210 to 190 EUR a kW and month"."""
    was, now = quantities(before), quantities(after)
    paths = [path for path in now if path in was and _numbers(was[path]) != _numbers(now[path])]
    said = {_went(after, path, was[path], now[path]): None for path in paths}
    if not said:
        return (f", after the {label}" if label else ""), ()
    if len(said) > 1:
        return f", because {len(said)} inputs changed", tuple(paths)
    return f", because {next(iter(said))}", tuple(paths)


def _numbers(quantity: Quantity) -> tuple[float | str | None, ...]:
    return (quantity.likely, *quantity.bounds, getattr(quantity, "currency", None))


def _went(after: Decision, path: str, was: Quantity, now: Quantity) -> str:
    unit, name = field_spec(after, path).unit, _input(after, path)
    measure = measure_for(unit, max(abs(was.likely), abs(now.likely)))
    if was.likely == now.likely:
        old, new = measure.span(*was.bounds), measure.span(*now.bounds)
        return f"the range of {name} went from {old} to {new} {measure.unit}"
    old, new = measure.written(was.likely, 4), measure.written(now.likely, 4)
    return f"{name} went from {old} to {new} {measure.unit}"


def _input(decision: Decision, path: str) -> str:
    """Name of an input, with its line or workload where several have one of that name."""
    parent, _, last = path.rpartition(".")
    name = field_spec(decision, path).label
    name = name[0].lower() + name[1:]
    head, *rest = path.split(".")
    if head == "context":
        return name
    scope = "workloads." if head == "workloads" else f"options.{rest[0]}."
    alike = [p for p in quantities(decision) if p.startswith(scope) and p.endswith(f".{last}")]
    if len(alike) < 2:
        return name
    owner = ".".join(path.split(".")[: 2 if head == "workloads" else 4])
    if len(path.split(".")) > 5:
        owner = f"workloads.{parent.rpartition('.')[2]}"
    return f"{name} of {value_at(decision, owner).label}"
