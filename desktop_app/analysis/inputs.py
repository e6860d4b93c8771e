"""A decision's values as given figures, in the decision's currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.decision import Money, Quantity
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec
from desktop_app.figures import Array, Figure, Source, Value, derived, given
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.decision import Decision, ExchangeRate

VOLUMES = ("requests", "predictions", "egress_gb")
"""Fields of a workload that say how much of it there is."""


class Inputs:
    """Reads paths of one decision, at the most likely values or at drawn ones.

    A path read twice gives the same figure, so the trees of all results share their leaves.

    Args:
        decision: What is read.
        draws: By path, values instead of the most likely one. ``[draws]``.
        volume: Multiple of the planned volume of every workload, and of what grows with it: the
            data it sends out, and what a bill says it costs today. ``[...]``, 1.
    """

    def __init__(
        self,
        decision: Decision,
        draws: Mapping[str, Array] | None = None,
        *,
        volume: Value = 1.0,
    ) -> None:
        self.decision, self.volume = decision, volume
        self._draws = draws or {}
        self._known: dict[str, Figure] = {}

    def __call__(self, path: str) -> Figure:
        """Return the value at ``path``: a scalar, or its draws ``[draws]`` if it has any.

        Money in a foreign currency comes back in the decision's, derived with the dated rate.

        Raises:
            Refused: Money is in a currency for which the decision states no rate.
        """
        if path not in self._known:
            self._known[path] = self._converted(path, self.stated(path))
        return self._known[path]

    def stated(self, path: str) -> Figure:
        """Return the value at ``path`` as it was stated: in its own currency."""
        value = value_at(self.decision, path)
        spec = field_spec(self.decision, path)
        if isinstance(value, Quantity):
            number = self._draws.get(path, value.likely)
            if path.rpartition(".")[2] in VOLUMES:
                number = number * np.asarray(self.volume)
            return given(path, spec.label.lower(), number, spec.unit, _source(path, value))
        source = Source("entered", path, grade="assumed")
        return given(path, spec.label.lower(), float(value), spec.unit, source)

    def money_in(self, foreign: Figure, currency: str) -> Figure:
        """Turn a foreign amount into the decision's currency.

        Raises:
            Refused: The decision states no rate for that currency.
        """
        home = self.decision.context.currency
        if currency == home:
            return foreign
        rate = self("context.exchange_rates." + self._rate(currency, foreign).key + ".rate")
        return derived(
            f"{foreign.key}.converted",
            foreign.name,
            np.asarray(foreign.value) * np.asarray(rate.value),
            foreign.unit.replace(currency, home, 1),
            how=f"amount in {currency} × dated exchange rate",
            of=(foreign, rate),
        )

    def _converted(self, path: str, figure: Figure) -> Figure:
        value = value_at(self.decision, path)
        currency = value.currency if isinstance(value, Money) else None
        return self.money_in(figure, currency) if currency else figure

    def _rate(self, currency: str, wanted_by: Figure) -> ExchangeRate:
        for rate in self.decision.context.exchange_rates:
            if rate.currency == currency:
                return rate
        raise Refused(
            f"{wanted_by.key} is in {currency}, and the decision states no exchange rate from "
            f"{currency} to {self.decision.context.currency}.",
            "Add a rate with its date and source under context.exchange_rates. "
            "Two currencies are never added without one.",
        )


def _source(path: str, value: Quantity) -> Source:
    evidence = value.evidence
    words = [evidence.source, evidence.region, f"{evidence.basis} price" if evidence.basis else ""]
    return Source(
        "entered",
        path,
        note=", ".join(word for word in words if word),
        grade=evidence.grade,
        owner=evidence.owner,
        date=evidence.on.isoformat() if evidence.on else "",
    )
