"""The kinds of cost line in plain words, and what a new one of each starts with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.decision import lines
from desktop_app.decision.option_edits import TO_FILL_IN, free_key
from desktop_app.decision.parts import Evidence, Money, Quantity
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.decision.model import Decision
    from desktop_app.decision.workloads import Workload


@dataclass(frozen=True)
class LineKind:
    """A kind of cost line.

    Attributes:
        kind: As in the document.
        name: What people call it; the first name of a new line.
        about: When to take it, in one sentence.
        price: Name of the field that holds its main price; empty where a bill states it.
    """

    kind: str
    name: str
    about: str
    price: str


KINDS = (
    LineKind("tokens", "Model service, by token", "A managed model, paid per million tokens.", ""),
    LineKind(
        "predictions",
        "Service, by prediction",
        "A managed service, paid per thousand predictions or documents.",
        "price",
    ),
    LineKind(
        "rented_nodes", "Rented machines", "Accelerators rented by the hour.", "hourly_price"
    ),
    LineKind("servers", "Own servers", "Bought, housed, powered and kept up.", "node_price"),
    LineKind("staff", "Staff", "People, by role.", "loaded_cost"),
    LineKind("storage", "Storage", "All data kept, by the month.", "price"),
    LineKind("egress", "Data sent out", "Data that leaves the provider.", "price"),
    LineKind("monthly", "Monthly amount", "Support, audit, running two at once.", "amount"),
    LineKind("one_off", "One-off amount", "Migration, certification, leaving.", "amount"),
    LineKind("billed", "As billed today", "What an imported bill shows, growing with volume.", ""),
)
"""In the order of the menu."""

BY_KIND: Mapping[str, LineKind] = {kind.kind: kind for kind in KINDS}


def new_line(decision: Decision, option: str, kind: str) -> lines.AnyLine:
    """Return a line of a kind for an option, its numbers marked as examples to be replaced.

    Raises:
        Refused: There is no work that it could serve, or no bill that it could read.
    """
    taken = next((o.lines for o in decision.options if o.key == option), ())
    name = BY_KIND[kind].name
    key = free_key(kind, (line.key for line in taken))
    return _MAKERS[kind](decision, key, name)


def fields_of(line: lines.AnyLine) -> tuple[str, ...]:
    """Return the fields of a line that are typed into, from its name on.

    What work it serves and which bill it reads is chosen among what there is, not typed.
    """
    typed = [name for name in type(line).model_fields if name not in _CHOSEN]
    if line.kind in {"rented_nodes", "servers"}:
        typed[1:1] = [f"serves.{service.workload}.throughput" for service in line.serves]
    return tuple(typed)


_CHOSEN = {"key", "kind", "serves", "bill", "services"}

_Maker: TypeAlias = "Callable[[Decision, str, str], lines.AnyLine]"


def _tokens(decision: Decision, key: str, name: str) -> lines.AnyLine:
    serves = tuple(work.key for work in _work(decision, "llm"))
    return lines.TokenLine(
        key=key, label=name, serves=serves, input_price=_money(0), output_price=_money(0)
    )


def _predictions(decision: Decision, key: str, name: str) -> lines.AnyLine:
    serves = tuple(work.key for work in _work(decision, "traditional_ml"))
    return lines.PredictionLine(key=key, label=name, serves=serves, price=_money(0))


def _rented(decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.RentedLine(
        key=key,
        label=name,
        serves=_services(decision),
        target_utilisation=_number(0.6),
        hourly_price=_money(0),
    )


def _servers(decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.ServerLine(
        key=key,
        label=name,
        serves=_services(decision),
        target_utilisation=_number(0.6),
        node_price=_money(0),
        life_months=_number(48),
        node_kw=_number(0),
        tariff=_money(0),
    )


def _staff(_decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.StaffLine(key=key, label=name, fte=_number(1), loaded_cost=_money(0))


def _storage(_decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.StorageLine(key=key, label=name, price=_money(0))


def _egress(_decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.EgressLine(key=key, label=name, price=_money(0))


def _monthly(_decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.MonthlyLine(key=key, label=name, amount=_money(0))


def _one_off(_decision: Decision, key: str, name: str) -> lines.AnyLine:
    return lines.OneOffLine(key=key, label=name, amount=_money(0))


def _billed(decision: Decision, key: str, name: str) -> lines.AnyLine:
    if not decision.bills:
        raise Refused("There is no bill that this line could read.", "Add a bill first.")
    serves = tuple(work.key for work in _work(decision, ""))
    return lines.BilledLine(key=key, label=name, bill=decision.bills[-1].key, serves=serves)


_MAKERS: Mapping[str, _Maker] = {
    "tokens": _tokens,
    "predictions": _predictions,
    "rented_nodes": _rented,
    "servers": _servers,
    "staff": _staff,
    "storage": _storage,
    "egress": _egress,
    "monthly": _monthly,
    "one_off": _one_off,
    "billed": _billed,
}


def _work(decision: Decision, kind: str) -> tuple[Workload, ...]:
    """Return the workloads of a kind, or all of them where none is named."""
    found = tuple(work for work in decision.workloads if kind in {"", work.kind})
    if not found:
        raise Refused(
            "There is no work of the kind that this line serves.",
            "Describe it in the step Frame first: what is done how often.",
        )
    return found


def _services(decision: Decision) -> tuple[lines.Service, ...]:
    return tuple(
        lines.Service(
            workload=work.key, throughput=_number(1000.0 if work.kind == "llm" else 10.0)
        )
        for work in _work(decision, "")
    )


def _money(likely: float) -> Money:
    return Money(likely=likely, evidence=Evidence(source=TO_FILL_IN))


def _number(likely: float) -> Quantity:
    return Quantity(likely=likely, evidence=Evidence(source=TO_FILL_IN))
