"""What cost lines hand to one another and to their option."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.economics.demand import Work
    from desktop_app.figures import Figure, Value

Category: TypeAlias = Literal[
    "managed services",
    "rented machines",
    "hardware",
    "power and colocation",
    "maintenance and licences",
    "staff",
    "storage and data transfer",
    "other",
]


@dataclass(frozen=True)
class Left:
    """What of a workload's demand earlier lines have left to serve.

    Attributes:
        work: The whole demand.
        share: Share of the volume that is left. None for all of it. ``[..., months]``, share.
        peak: Busiest hour of what is left, over the mean of the whole. None for that of the
            whole. ``[..., months]``, 1.
    """

    work: Work
    share: Figure | None = None
    peak: Figure | None = None


@dataclass(frozen=True)
class LineCost:
    """What one cost line costs, by month.

    Attributes:
        key: Key of the line.
        label: What people call it.
        category: The budget line it belongs to.
        running: Paid at the end of each month. ``[..., months]``, currency.
        capital: Paid at the start of each month. ``[..., months]``, currency.
        in_service: The capital by the month in which its depreciation begins.
            ``[..., months]``, currency.
        residual: What the capital is worth at the end of the horizon. ``[...]``, currency.
        life_months: Depreciation period of the capital. Scalar, month.
        of_workload: Share of the line that each workload causes, by its key; empty where the
            line is common to all. ``[...]``, share.
    """

    key: str
    label: str
    category: Category
    running: Figure | None = None
    capital: Figure | None = None
    in_service: Figure | None = None
    residual: Figure | None = None
    life_months: Figure | None = None
    of_workload: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """What makes a number of nodes out of a load.

    Attributes:
        throughput: Work a second that one node does, by workload key. ``[...]``, work/s.
        target_utilisation: Share of it that may be planned for. ``[...]``, share.
        spares: Nodes kept in reserve. ``[...]``, nodes.
    """

    throughput: Mapping[str, Figure]
    target_utilisation: Figure
    spares: Figure


@dataclass(frozen=True)
class Terms:
    """Conditions all options share.

    Attributes:
        rate: Effective yearly discount rate. ``[...]``, 1/year.
        months: Length of the horizon. Scalar, month.
        currency: Of every amount.
    """

    rate: Figure
    months: Figure
    currency: str
