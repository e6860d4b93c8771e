"""From the cost lines of an option to what they cost: the wiring of documents to formulas."""

from __future__ import annotations

from functools import singledispatchmethod
from typing import TYPE_CHECKING

from desktop_app.analysis.bills import billed_a_month
from desktop_app.decision import lines as stated
from desktop_app.decision import served_by
from desktop_app.economics.metered import TokenPrices, billed_cost, prediction_cost, token_cost
from desktop_app.economics.parts import Left, LineCost, Node
from desktop_app.economics.rented import Rental, rented_cost
from desktop_app.economics.running import (
    Place,
    egress_cost,
    monthly_cost,
    one_off_cost,
    staff_cost,
    storage_cost,
)
from desktop_app.economics.server_costs import Upkeep, server_costs
from desktop_app.economics.servers import Purchase, fleet_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.analysis.inputs import Inputs
    from desktop_app.decision.lines import CostLine
    from desktop_app.decision.model import Option
    from desktop_app.economics.demand import Work
    from desktop_app.figures import Figure


class OptionLines:
    """Walks an option's lines in their order and keeps what is left to serve.

    Attributes:
        left: By workload, what no line has served yet; None once all of it is served.
        utilisation: By key of a line of servers, how well they are used.
        idle: Lines that found nothing they can serve, and so cost nothing.
    """

    def __init__(self, inputs: Inputs, works: Mapping[str, Work], option: Option) -> None:
        self._inputs, self._works, self._option = inputs, works, option
        self.left: dict[str, Left | None] = {key: Left(work) for key, work in works.items()}
        self.utilisation: dict[str, Figure] = {}
        self.idle: list[CostLine] = []

    def costs(self) -> tuple[LineCost, ...]:
        """Cost every line; a serving line takes what it can of what is left."""
        found: list[LineCost] = []
        for line in self._option.lines:
            lefts = [
                left
                for key in served_by(line)
                if (left := self.left[key]) is not None and _can_serve(line, left.work)
            ]
            if served_by(line) and not lefts:
                self.idle.append(line)
                continue
            at = f"options.{self._option.key}.lines.{line.key}"
            found += self._cost(line, at, lefts)
        return tuple(found)

    @singledispatchmethod
    def _cost(self, line: CostLine, at: str, lefts: list[Left]) -> list[LineCost]:
        raise TypeError(f"No formula for {type(line).__name__} at {at}: {len(lefts)} workloads")

    @_cost.register(stated.TokenLine)
    def _(self, line: stated.TokenLine, at: str, lefts: list[Left]) -> list[LineCost]:
        self._all_served(lefts)
        prices = TokenPrices(
            fresh=self._in(at, "input_price"),
            cached=self._in(at, "cached_price"),
            output=self._in(at, "output_price"),
            discount=self._in(at, "batch_discount"),
            trend=self._in(at, "price_trend"),
            minimum=self._in(at, "minimum_spend"),
        )
        currency = self._inputs.decision.context.currency
        return [token_cost(at, line.label, lefts, prices, currency)]

    @_cost.register(stated.PredictionLine)
    def _(self, line: stated.PredictionLine, at: str, lefts: list[Left]) -> list[LineCost]:
        self._all_served(lefts)
        price, trend = self._in(at, "price"), self._in(at, "price_trend")
        minimum = self._in(at, "minimum_spend")
        return [prediction_cost(at, line.label, lefts, price, trend, minimum)]

    @_cost.register(stated.BilledLine)
    def _(self, line: stated.BilledLine, at: str, lefts: list[Left]) -> list[LineCost]:
        if line.beside:
            lefts = [Left(self._works[key]) for key in line.serves]
        else:
            self._all_served(lefts)
        billed = billed_a_month(self._inputs, at, line)
        return [billed_cost(at, line.label, lefts, billed, self._in(at, "price_trend"))]

    @_cost.register(stated.RentedLine)
    def _(self, line: stated.RentedLine, at: str, lefts: list[Left]) -> list[LineCost]:
        self._all_served(lefts)
        rental = Rental(
            hourly_price=self._in(at, "hourly_price"),
            price_trend=self._in(at, "price_trend"),
            minimum_nodes=self._in(at, "minimum_nodes"),
            scaling=line.scaling,
        )
        return [rented_cost(at, line.label, lefts, self._node(at, lefts), rental)]

    @_cost.register(stated.ServerLine)
    def _(self, line: stated.ServerLine, at: str, lefts: list[Left]) -> list[LineCost]:
        purchase = self._purchase(at, sized=line.base_load is not None)
        upkeep = Upkeep(
            node_kw=self._in(at, "node_kw"),
            pue=self._in(at, "pue"),
            tariff=self._in(at, "tariff"),
            rated_kw=self._in(at, "rated_kw"),
            colocation=self._in(at, "colocation"),
            maintenance=self._in(at, "maintenance"),
            licences=self._in(at, "licences"),
        )
        fleet = fleet_of(at, lefts, self._node(at, lefts), purchase)
        self.left.update({left.work.key: left for left in fleet.leave(at, lefts)})
        self.utilisation[line.key] = fleet.utilisation
        return list(server_costs(at, line.label, fleet, purchase, upkeep))

    @_cost.register(stated.StaffLine)
    def _(self, line: stated.StaffLine, at: str, _lefts: list[Left]) -> list[LineCost]:
        wages = self._inputs("context.wage_growth")
        fte, cost = self._in(at, "fte"), self._in(at, "loaded_cost")
        return [staff_cost(self._place(at, line), fte, cost, wages)]

    @_cost.register(stated.StorageLine)
    def _(self, line: stated.StorageLine, at: str, _lefts: list[Left]) -> list[LineCost]:
        kept = [self._inputs(f"workloads.{key}.stored_gb") for key in self._works]
        price, trend = self._in(at, "price"), self._in(at, "price_trend")
        return [storage_cost(self._place(at, line), kept, price, trend)]

    @_cost.register(stated.EgressLine)
    def _(self, line: stated.EgressLine, at: str, _lefts: list[Left]) -> list[LineCost]:
        sent = [
            (self._inputs(f"workloads.{key}.egress_gb"), work) for key, work in self._works.items()
        ]
        price, trend = self._in(at, "price"), self._in(at, "price_trend")
        return [egress_cost(self._place(at, line), sent, price, trend)]

    @_cost.register(stated.MonthlyLine)
    def _(self, line: stated.MonthlyLine, at: str, _lefts: list[Left]) -> list[LineCost]:
        first, last = self._in(at, "first_month"), self._in(at, "last_month")
        amount, trend = self._in(at, "amount"), self._in(at, "price_trend")
        return [monthly_cost(self._place(at, line), amount, first, last, trend)]

    @_cost.register(stated.OneOffLine)
    def _(self, line: stated.OneOffLine, at: str, _lefts: list[Left]) -> list[LineCost]:
        amount, month = self._in(at, "amount"), self._in(at, "month")
        return [one_off_cost(self._place(at, line), amount, month, capital=line.capital)]

    def _in(self, at: str, name: str) -> Figure:
        return self._inputs(f"{at}.{name}")

    def _place(self, at: str, line: CostLine) -> Place:
        return Place(at, line.label, self._inputs("context.horizon_months"))

    def _all_served(self, lefts: list[Left]) -> None:
        """Metered and rented services have no limit: they leave nothing behind."""
        self.left.update(dict.fromkeys((left.work.key for left in lefts), None))

    def _node(self, at: str, lefts: list[Left]) -> Node:
        return Node(
            throughput={
                left.work.key: self._in(at, f"serves.{left.work.key}.throughput") for left in lefts
            },
            target_utilisation=self._in(at, "target_utilisation"),
            spares=self._in(at, "spare_nodes"),
        )

    def _purchase(self, at: str, *, sized: bool) -> Purchase:
        return Purchase(
            base_load=self._in(at, "base_load") if sized else None,
            node_price=self._in(at, "node_price"),
            installation=self._in(at, "installation"),
            price_trend=self._in(at, "price_trend"),
            lead_months=self._in(at, "lead_months"),
            life_months=self._in(at, "life_months"),
            value_kept=self._in(at, "value_kept"),
        )


def _can_serve(line: CostLine, work: Work) -> bool:
    """Tokens are sold to language models, predictions to traditional ones; machines do both."""
    if isinstance(line, stated.TokenLine):
        return work.tokens is not None
    return not isinstance(line, stated.PredictionLine) or work.tokens is None
