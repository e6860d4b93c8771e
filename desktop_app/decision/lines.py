"""The cost lines an option is made of.

Lines that serve demand do so in the order in which they stand: each takes what it can of what
the lines before it left. Own servers take nothing before they are delivered and nothing above
their capacity, so a metered or rented line behind them bridges the lead time and takes peaks.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from desktop_app.decision.parts import (
    Flag,
    Key,
    Kinded,
    Line,
    Money,
    Part,
    Quantity,
    Whole,
    described,
    stated,
)

COMMITTED = "Paid each month at least, whether that much is used or not."


class CostLine(Kinded):
    """What every cost line has."""

    label: Line = Field(min_length=1, title="Name")


class Service(Part):
    """How fast one node does the work of one workload."""

    workload: Key
    throughput: Quantity = stated(
        "Throughput of a node",
        "work/s",
        limits=(1e-6, None),
        about="Sustained, at this workload's own mix: input and output tokens together, or "
        "predictions, a second.",
    )


class TokenLine(CostLine):
    """Tokens of a managed model service, paid per million."""

    kind: Literal["tokens"] = "tokens"
    serves: tuple[Key, ...] = Field(min_length=1)
    input_price: Money = stated("Input", "currency/Mtok")
    output_price: Money = stated("Output", "currency/Mtok")
    cached_price: Money = stated(
        "Cached input", "currency/Mtok", 0.0, about="Needed when part of the input is cached."
    )
    batch_discount: Quantity = stated(
        "Discount for batches",
        "share",
        0.0,
        limits=(0.0, 1.0),
        about="Off all token prices, for the calls that can wait.",
    )
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))
    minimum_spend: Money = stated("Committed spend", "currency/month", 0.0, about=COMMITTED)


class PredictionLine(CostLine):
    """Predictions or documents of a managed service, paid per thousand."""

    kind: Literal["predictions"] = "predictions"
    serves: tuple[Key, ...] = Field(min_length=1)
    price: Money = stated("Price", "currency/1000 predictions")
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))
    minimum_spend: Money = stated("Committed spend", "currency/month", 0.0, about=COMMITTED)


class NodeLine(CostLine):
    """What rented machines and own servers share: whole nodes sized from the demand."""

    serves: tuple[Service, ...] = Field(min_length=1)
    target_utilisation: Quantity = stated(
        "Target utilisation",
        "share",
        limits=(0.01, 1.0),
        about="Share of a node's throughput that may be planned for.",
    )
    spare_nodes: Quantity = stated("Spare nodes", "nodes", 0.0, limits=(0.0, 1000.0))


class RentedLine(NodeLine):
    """Machines with accelerators rented by the hour."""

    kind: Literal["rented_nodes"] = "rented_nodes"
    scaling: Literal["peak", "load"] = Field(
        default="peak",
        title="Scaling",
        description="peak: enough nodes for the busiest hour, rented around the clock. load: "
        "node-hours follow the load, with no fewer nodes than the minimum.",
    )
    minimum_nodes: Quantity = stated("Minimum nodes", "nodes", 0.0, limits=(0.0, 1e6))
    hourly_price: Money = stated("Node price", "currency/node-hour")
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))


class ServerLine(NodeLine):
    """Servers bought, housed, powered and kept up."""

    kind: Literal["servers"] = "servers"
    base_load: Quantity | None = Field(
        default=None,
        title="Sized for",
        description="Multiple of the mean load that the servers are sized for; the lines behind "
        "take the rest. Empty: sized for the peak.",
        json_schema_extra=described("1", (0.0, None)),
    )
    node_price: Money = stated("Server price", "currency/node")
    installation: Money = stated(
        "Installation", "currency/node", 0.0, about="Network, racks, freight and setting up."
    )
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))
    lead_months: Quantity = stated(
        "Lead time", "month", 0.0, limits=(0.0, 36.0), about="From the order to serving."
    )
    life_months: Quantity = stated(
        "Depreciation period and service life", "month", limits=(1.0, 240.0), about="Whole months."
    )
    value_kept: Quantity = stated(
        "Value kept per year",
        "share",
        0.0,
        limits=(0.0, 1.0),
        about="Share of the price that one year of age leaves; sold at the horizon's end.",
    )
    node_kw: Quantity = stated("Power of a node", "kW", about="Mean draw, not the rating.")
    pue: Quantity = stated("Power usage effectiveness", "1", 1.0, limits=(1.0, 5.0))
    tariff: Money = stated("Electricity", "currency/kWh")
    rated_kw: Quantity = stated("Rated power of a node", "kW", 0.0)
    colocation: Money = stated("Colocation", "currency/kW/month", 0.0)
    maintenance: Quantity = stated(
        "Maintenance", "1/year", 0.0, limits=(0.0, 1.0), about="Share of the price a year."
    )
    licences: Money = stated("Software licences", "currency/node/year", 0.0)


class StaffLine(CostLine):
    """People, by role."""

    kind: Literal["staff"] = "staff"
    fte: Quantity = stated("Staff", "FTE")
    loaded_cost: Money = stated("Loaded cost", "currency/FTE/year")


class StorageLine(CostLine):
    """Storage of all data kept."""

    kind: Literal["storage"] = "storage"
    price: Money = stated("Price", "currency/GB/month")
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))


class EgressLine(CostLine):
    """Data sent out to the internet."""

    kind: Literal["egress"] = "egress"
    price: Money = stated("Price", "currency/GB")
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))


class MonthlyLine(CostLine):
    """An amount paid each month: support, audit, double running."""

    kind: Literal["monthly"] = "monthly"
    amount: Money = stated("Amount", "currency/month", limits=(None, None))
    price_trend: Quantity = stated(
        "Change a year", "1/year", 0.0, limits=(-0.95, 5.0), about="Indexation, from signing on."
    )
    first_month: Whole = Field(default=1, ge=1, le=120, title="First month")
    last_month: Whole = Field(default=120, ge=1, le=120, title="Last month")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_month > self.last_month:
            raise ValueError("The first month must not come after the last")
        return self


class OneOffLine(CostLine):
    """An amount paid once: migration, certification, leaving."""

    kind: Literal["one_off"] = "one_off"
    amount: Money = stated("Amount", "currency", limits=(None, None))
    month: Whole = Field(default=1, ge=1, le=120, title="Month")
    capital: Flag = Field(
        default=False, title="Capital", description="Paid at the month's start and depreciated."
    )


class BilledLine(CostLine):
    """What an imported bill says a workload costs today, growing with its volume.

    It serves the workload, or stands beside whatever serves it: search, databases, logs.
    """

    kind: Literal["billed"] = "billed"
    bill: Key = Field(title="Bill", description="Key of an imported bill.")
    serves: tuple[Key, ...] = Field(min_length=1)
    workload_tag: Line = Field(
        default="",
        title="Workload tag",
        description="Only spend tagged so. Empty: all spend found to be AI.",
    )
    services: tuple[Line, ...] = Field(
        default=(), title="Services", description="Only these services. Empty: all of them."
    )
    months: Whole = Field(
        default=3, ge=1, le=36, title="Months", description="Mean of this many last months."
    )
    beside: Flag = Field(
        default=False,
        title="Stands beside",
        description="Cost of services around the workload that every way of serving it keeps.",
    )
    price_trend: Quantity = stated("Price trend", "1/year", 0.0, limits=(-0.95, 5.0))


AnyLine = Annotated[
    TokenLine
    | PredictionLine
    | RentedLine
    | ServerLine
    | StaffLine
    | StorageLine
    | EgressLine
    | MonthlyLine
    | OneOffLine
    | BilledLine,
    Field(discriminator="kind"),
]
