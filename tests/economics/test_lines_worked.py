"""Worked cases of every cost line, as a finance person would check them with a calculator.

``figure@month`` is the figure in that month; a single number for a figure by month holds in
every month.
"""

from pathlib import Path

import numpy as np
import pytest
import yaml

from desktop_app.analysis.evaluate import evaluate
from desktop_app.decision import Decision
from desktop_app.decision.lines import AnyLine

FOLDER = Path(__file__).parents[1] / "cases/lines"
FILES = ("around", "machines", "metered")
CASES = [
    case
    for name in FILES
    for case in yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
]


def decision_of(case):
    context = {"start": "2027-01-01", "horizon_months": 12, "discount_rate": 0.08}
    option = {"key": "it", "label": "It", "approach": "hybrid", "lines": case["lines"]}
    return Decision.model_validate(
        {
            "title": case["name"][:200],
            "context": {**context, **case.get("context", {})},
            "workloads": case.get("workloads", []),
            "options": [option],
            "bills": [_bill(case["bill"])] if "bill" in case else [],
        }
    )


def _bill(spent):
    months = sorted(spent)
    service = {"provider": "Cirrus", "currency": "EUR", "category": "Usage", "rows": 1}
    found = [{**service, "month": m, "costs": {"billed_cost": spent[m]}} for m in months]
    file = {"name": "bill.csv", "sha256": "ab" * 32, "size_bytes": 1, "format": "FOCUS 1.2"}
    group = {"service": "Model service", "way": "known", "confidence": "high"}
    return {
        "key": "cloud",
        "label": "Cloud bill",
        "files": [{**file, "rows_read": 3, "rows_kept": 3}],
        "first_day": f"{months[0]}-01",
        "last_day": f"{months[-1]}-28",
        "totals": found,
        "groups": [{**entry, **group} for entry in found],
    }


def figures_of(decision):
    results = evaluate(decision).results()
    walked = {part.key: part for figure in results for part in figure.walk()}
    return {key.removeprefix("options.it."): np.asarray(f.value) for key, f in walked.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_line_costs_what_the_arithmetic_says(case):
    found = figures_of(decision_of(case))
    for name, expected in case["expect"].items():
        key, _, month = name.partition("@")
        ours = found[key][int(month) - 1] if month else found[key]
        whole = np.broadcast_to(expected, np.shape(ours))
        assert ours == pytest.approx(whole, rel=1e-9, abs=case.get("within", 1e-6)), name


def test_every_kind_of_line_has_a_worked_case():
    worked = {line["kind"] for case in CASES for line in case["lines"]}
    kinds = {kind.model_fields["kind"].default for kind in AnyLine.__args__[0].__args__}
    assert worked == kinds
