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
    if any(line.category == "managed services" and not line.of_workload for line in lines):
        return {}
    common = sum((_nominal(line) for line in lines if not line.of_workload), start=0.0)
    direct = {work.key: _borne(work.key, lines) for work in works}
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
            of=(*_origins(work.key, lines), work.delivered),
        )
    return costs


def _borne(key: str, lines: Sequence[LineCost]) -> Value:
    """Nominal cost that one workload causes. ``[...]``, currency."""
    parts = (_nominal(line) * line.of_workload[key] for line in lines if key in line.of_workload)
    return sum(parts, start=0.0)


def _origins(key: str, lines: Sequence[LineCost]) -> tuple[Figure, ...]:
    """The lines a workload causes; all, where it bears a share of what is common to all."""
    common = any(not line.of_workload for line in lines)
    return tuple(
        figure
        for line in lines
        if common or key in line.of_workload
        for figure in (line.running, line.capital, line.residual)
        if figure is not None
    )


def _nominal(line: LineCost) -> Value:
    total: Value = 0.0
    for figure in (line.running, line.capital):
        if figure is not None:
            total = total + np.asarray(figure.value, dtype=float).sum(axis=-1)
    return total if line.residual is None else total - np.asarray(line.residual.value)
