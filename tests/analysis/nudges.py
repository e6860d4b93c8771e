"""Every number a decision states, and other values it might have had."""

from contextlib import suppress
from datetime import date

from desktop_app.decision.edits import set_value, value_at
from desktop_app.decision.fields import field_spec, quantities
from desktop_app.decision.parts import Evidence, Keyed, Part, Quantity
from desktop_app.outcome import Refused

BILL = "bills"
"""Stands for all amounts of the imported bill, whose figures name the file and no path."""

_NO_INPUTS = (Evidence, Quantity)
_NO_NUMBERS = ("bills", "schema_version")
_FACTORS = (1.5, 0.5, 1.02, 10.0)
_ADDED = (1, -1, 5)
_ENDS = (1, 120)
"""Least and greatest month of any field that counts them."""


def inputs_of(decision):
    """Paths of all quantities, whole numbers and dates of the document, and the bill."""
    counted = [path for path, _ in _numbers(decision, "")]
    bills = [BILL] if decision.bills else []
    return [*quantities(decision), *counted, *bills]


def _numbers(node, path):
    """Whole numbers, shares and dates outside quantities, evidence and bills."""
    if isinstance(node, Part) and not isinstance(node, _NO_INPUTS):
        for name, child in node:
            here = f"{path}.{name}".lstrip(".")
            if name in _NO_NUMBERS or isinstance(child, bool):
                continue
            if isinstance(child, (int, float, date)):
                yield here, child
            else:
                yield from _numbers(child, here)
    elif isinstance(node, tuple):
        for item in node:
            if isinstance(item, Keyed):
                yield from _numbers(item, f"{path}.{item.key}")


def nudged(decision, path):
    """The decision with another value at ``path``, once for each that the field allows."""
    if path == BILL:
        yield from (_dearer(decision, factor) for factor in ("1.5", "0.5"))
        return
    value, spec = value_at(decision, path), field_spec(decision, path)
    if isinstance(value, Quantity):
        others = _quantities(value, spec)
    elif isinstance(value, date):
        others = [value.replace(month=value.month + 1), value.replace(year=value.year + 1)]
    else:
        others = _within([value + n for n in _ADDED] + [value * 2, *_ENDS], spec)
    for other in others:
        if other != value:
            with suppress(Refused):  # an order to keep, as of first and last month
                yield set_value(path, other, "input").apply(decision)


def _quantities(value, spec):
    low, high = value.bounds
    at = (low, value.likely, high)
    for factor in _FACTORS:
        moved = [_clamped(x * factor, spec) for x in at]
        yield _stated(value, sorted(moved))
    for limit in (spec.low, spec.high, value.likely + 0.1, value.likely + 1):
        if limit is not None:
            yield _stated(value, [_clamped(limit, spec)] * 3)


def _stated(value, three):
    low, likely, high = three
    ranged = {"low": low, "high": high} if value.low is not None else {}
    return value.model_copy(update={"likely": likely, **ranged})


def _clamped(x, spec):
    x = x if spec.low is None else max(x, spec.low)
    return x if spec.high is None else min(x, spec.high)


def _within(values, spec):
    return dict.fromkeys(type(value)(_clamped(value, spec)) for value in values)


def _dearer(decision, factor):
    """All amounts of every bill times ``factor``."""

    def costs(part):
        times = {name: x * type(x)(factor) for name, x in part.costs if x is not None}
        return part.model_copy(update={"costs": part.costs.model_copy(update=times)})

    bills = tuple(
        bill.model_copy(update={"groups": tuple(costs(g) for g in bill.groups)})
        for bill in decision.bills
    )
    return decision.model_copy(update={"bills": bills})
