"""What own servers cost: buying, housing, powering and keeping them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.economics.capacity import delivered
from desktop_app.economics.capital import residual_value
from desktop_app.economics.demand import HOURS_A_MONTH, by_month
from desktop_app.economics.growth import price_by_month
from desktop_app.economics.parts import LineCost
from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from desktop_app.economics.servers import Fleet, Purchase
    from desktop_app.figures import Array


@dataclass(frozen=True)
class Upkeep:
    """What servers cost to run.

    Attributes:
        node_kw: Mean draw. ``[...]``, kW.
        pue: Power usage effectiveness. ``[...]``, 1.
        tariff: ``[...]``, currency/kWh.
        rated_kw: Power contracted with the colocation. ``[...]``, kW.
        colocation: ``[...]``, currency/kW/month.
        maintenance: Share of the price a year. ``[...]``, 1/year.
        licences: ``[...]``, currency/node/year.
    """

    node_kw: Figure
    pue: Figure
    tariff: Figure
    rated_kw: Figure
    colocation: Figure
    maintenance: Figure
    licences: Figure


def server_costs(
    at: str, label: str, fleet: Fleet, purchase: Purchase, upkeep: Upkeep
) -> tuple[LineCost, ...]:
    """Return hardware, power and colocation, maintenance and licences, as three lines."""
    key, months = at.rpartition(".")[2], np.asarray(fleet.orders.value).shape[-1]
    trend = price_by_month(1.0, purchase.price_trend.value, months)
    capital = _capital(at, fleet, purchase, trend)
    in_service = _in_service(at, capital, purchase)
    return (
        LineCost(
            key,
            label,
            "hardware",
            capital=capital,
            in_service=in_service,
            residual=_residual(at, fleet, purchase, trend),
            life_months=purchase.life_months,
            of_workload=fleet.load.of_workload,
        ),
        LineCost(
            f"{key}_power",
            f"{label}: power and colocation",
            "power and colocation",
            _power(at, fleet, upkeep),
            of_workload=fleet.load.of_workload,
        ),
        LineCost(
            f"{key}_upkeep",
            f"{label}: maintenance and licences",
            "maintenance and licences",
            _maintenance(at, fleet, purchase, upkeep),
            of_workload=fleet.load.of_workload,
        ),
    )


def _capital(at: str, fleet: Fleet, purchase: Purchase, trend: Array) -> Figure:
    each = by_month(
        np.asarray(purchase.node_price.value) + np.asarray(purchase.installation.value)
    )
    return derived(
        f"{at}.capital",
        "capital by month",
        np.asarray(fleet.orders.value) * each * trend,
        purchase.node_price.unit.partition("/")[0],
        how="servers ordered × (price + installation) × price trend",
        of=(fleet.orders, purchase.node_price, purchase.installation, purchase.price_trend),
    )


def _in_service(at: str, capital: Figure, purchase: Purchase) -> Figure:
    return derived(
        f"{at}.in_service",
        "capital by month of delivery",
        delivered(np.asarray(capital.value), lead_months=purchase.lead_months.value),
        capital.unit,
        how="capital, a lead time later",
        of=(capital, purchase.lead_months),
    )


def _residual(at: str, fleet: Fleet, purchase: Purchase, trend: Array) -> Figure:
    paid = np.asarray(fleet.orders.value) * by_month(purchase.node_price.value) * trend
    value = residual_value(
        delivered(paid, lead_months=purchase.lead_months.value),
        kept_per_year=purchase.value_kept.value,
        life_months=purchase.life_months.value,
    )
    return derived(
        f"{at}.residual",
        "residual value at the end",
        value,
        purchase.node_price.unit.partition("/")[0],
        how="price paid × value kept ^ (years since delivery), over servers still in service",
        of=(
            fleet.orders,
            purchase.lead_months,
            purchase.node_price,
            purchase.price_trend,
            purchase.value_kept,
            purchase.life_months,
        ),
    )


def _power(at: str, fleet: Fleet, upkeep: Upkeep) -> Figure:
    energy = (
        np.asarray(upkeep.node_kw.value)
        * np.asarray(upkeep.pue.value)
        * HOURS_A_MONTH
        * np.asarray(upkeep.tariff.value)
    )
    floor = np.asarray(upkeep.rated_kw.value) * np.asarray(upkeep.colocation.value)
    return derived(
        f"{at}.power_cost",
        "power and colocation by month",
        np.asarray(fleet.installed.value) * by_month(energy + floor),
        upkeep.tariff.unit.partition("/")[0],
        how="servers in service × (kW × PUE × 730 h × tariff + rated kW × colocation)",
        of=(
            fleet.installed,
            upkeep.node_kw,
            upkeep.pue,
            upkeep.tariff,
            upkeep.rated_kw,
            upkeep.colocation,
        ),
    )


def _maintenance(at: str, fleet: Fleet, purchase: Purchase, upkeep: Upkeep) -> Figure:
    orders = np.asarray(fleet.orders.value)
    trend = price_by_month(1.0, purchase.price_trend.value, orders.shape[-1])
    bought = np.cumsum(orders, axis=-1)
    paid = np.cumsum(orders * by_month(purchase.node_price.value) * trend, axis=-1)
    mean_price = np.where(bought > 0, paid / np.where(bought > 0, bought, 1.0), 0.0)
    yearly = mean_price * by_month(upkeep.maintenance.value) + by_month(upkeep.licences.value)
    return derived(
        f"{at}.maintenance_cost",
        "maintenance and licences by month",
        np.asarray(fleet.installed.value) * yearly / 12,
        purchase.node_price.unit.partition("/")[0],
        how="servers in service × (mean price paid × maintenance + licences) ÷ 12",
        of=(
            fleet.installed,
            fleet.orders,
            purchase.node_price,
            purchase.price_trend,
            upkeep.maintenance,
            upkeep.licences,
        ),
    )
