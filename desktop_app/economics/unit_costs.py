"""What one unit of work costs: per million tokens, per thousand predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.figures import Figure, derived

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.economics.demand import Work
    from desktop_app.economics.parts import LineCost
    from desktop_app.figures import Value


def unit_costs(
    at: str, lines: Sequence[LineCost], works: Sequence[Work], currency: str
) -> Mapping[str, Figure]:
    """Share an option's nominal cost among its workloads and divide by what they deliver.

    A serving line is charged to the workloads that cause it: tokens and predictions by their
    price, machines by their share of the load, idle time included. Lines common to all (staff,
    migration) follow in proportion to what each workload already bears.

    Returns:
        By workload key, currency per Mtok (input and output together) or per 1,000 predictions.
        A workload is missing where the option's lines do not say which workload causes them.

    Source:
        KPI 4 and 14 of the paper, idle-inclusive: cost attributable ÷ Mtok delivered, or ÷
        1,000 predictions. The paper names these figures; the formulas are ours.
    """
    borne = _borne(lines, works)
    if borne is None:
        return {}
    direct, common, of = borne
    whole = np.asarray(sum(direct.values()), dtype=float)
    safe = np.where(whole > 0, whole, 1.0)
    costs: dict[str, Figure] = {}
    for work in works:
        mine = np.asarray(direct[work.key], dtype=float)
        cost = mine + common * np.where(whole > 0, mine / safe, 1.0 / len(works))
        delivered = np.asarray(work.delivered.value).sum(axis=-1)
        costs[work.key] = derived(
            f"{at}.unit_cost.{work.key}",
            f"unit cost of {work.label}",
            np.where(delivered > 0, cost / np.where(delivered > 0, delivered, 1.0), np.nan),
            f"{currency}/{work.delivered.unit}",
            how="nominal cost borne by the workload, idle time and a share of common cost "
            "included ÷ what it delivers over the horizon",
            of=(*of, work.delivered),
        )
    return costs


def _borne(
    lines: Sequence[LineCost], works: Sequence[Work]
) -> tuple[dict[str, Value], Value, tuple[Figure, ...]] | None:
    """Cost caused by each workload, cost common to all, and the figures behind both."""
    direct: dict[str, Value] = {work.key: 0.0 for work in works}
    common: Value = 0.0
    of: list[Figure] = []
    for line in lines:
        if line.category == "managed services" and not line.of_workload:
            return None
        figures = [f for f in (line.running, line.capital, line.residual) if f is not None]
        of += figures
        total = _nominal(line)
        if line.of_workload:
            for key, share in line.of_workload.items():
                direct[key] = direct[key] + total * share
        else:
            common = common + total
    return direct, common, tuple(of)


def _nominal(line: LineCost) -> Value:
    total: Value = 0.0
    for figure in (line.running, line.capital):
        if figure is not None:
            total = total + np.asarray(figure.value, dtype=float).sum(axis=-1)
    return total if line.residual is None else total - np.asarray(line.residual.value)
