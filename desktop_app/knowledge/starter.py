"""A decision to start from, priced by the price book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from desktop_app.decision import Decision
from desktop_app.knowledge.prices import quantity_from, row
from desktop_app.knowledge.ranges import typical
from desktop_app.knowledge.shelf import resource
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency of the price book is worth, as somebody looked it up.

    Attributes:
        currency: The foreign currency: "USD".
        value: In the decision's currency.
        on: Day of the rate.
        source: Where it was looked up.
    """

    currency: str
    value: float
    on: date
    source: str


def starter(title: str, currency: str, start: date, rates: tuple[Rate, ...] = ()) -> Decision:
    """Return a decision with one workload, four options and prices with their sources.

    Args:
        title: What is to be decided.
        currency: ISO 4217 code of the decision's currency.
        start: First month.
        rates: Exchange rates for the currencies of the prices.

    Raises:
        Refused: Prices are in a currency for which no rate is given.
    """
    content = yaml.safe_load(resource("starters/assistant.yaml").read_text(encoding="utf-8"))
    content = _priced(content)
    missing = sorted(_currencies(content) - {currency} - {rate.currency for rate in rates})
    if missing:
        raise Refused(
            f"The price book holds prices in {' and '.join(missing)}, the decision is in "
            f"{currency}, and no rate was given.",
            "Look one up and pass it: --rate USD=0.86 --rate-date 2026-11-20 --rate-source ECB.",
        )
    content["title"] = title
    content["context"] = {
        "currency": currency,
        "start": start,
        "discount_rate": typical("discount-rate").model_dump(),
        "exchange_rates": [_rate(rate) for rate in rates],
    }
    return Decision.model_validate(content)


def _rate(rate: Rate) -> dict[str, Any]:
    evidence = {"grade": "published", "source": rate.source, "on": rate.on}
    return {
        "key": rate.currency.lower(),
        "currency": rate.currency,
        "on": rate.on,
        "rate": {"likely": rate.value, "evidence": evidence},
    }


def _priced(node: Any) -> Any:  # noqa: ANN401 - a tree of plain values
    """Replace references to the price book by what stands there."""
    if isinstance(node, dict):
        if set(node) == {"price"} and isinstance(node["price"], str):
            return quantity_from(row(node["price"])).model_dump()
        if set(node) == {"typical"}:
            return typical(node["typical"]).model_dump()
        return {name: _priced(child) for name, child in node.items()}
    if isinstance(node, list):
        return [_priced(child) for child in node]
    return node


def _currencies(node: Any) -> set[str]:  # noqa: ANN401
    """Currencies of all money in the tree."""
    if isinstance(node, dict):
        own = {node["currency"]} if node.get("currency") else set()
        return own.union(*(_currencies(child) for child in node.values()))
    if isinstance(node, list):
        return set().union(*(_currencies(child) for child in node))
    return set()
