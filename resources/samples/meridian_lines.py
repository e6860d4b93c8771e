"""The cost lines Meridian's options are made of, with the origin of every price."""

from __future__ import annotations

from typing import Any

from meridian_world import ANA, DAVID, LARS, PRIYA, evidence, quantity

from desktop_app.knowledge.prices import quantity_from, row

KESTREL = evidence("quoted", "Kestrel Q-2231", ANA, "2026-11-12", expires="2027-01-31")
HALDEN = evidence("quoted", "Halden H-0815", ANA, "2026-11-17", expires="2026-12-31")
TEST = evidence("measured", "Own test on a rented node, two weeks", PRIYA, "2026-11-13")
TREND = quantity(
    -0.14,
    -0.30,
    -0.02,
    evidence("assumed", "Own judgement on 24 months of list prices", LARS, "2026-11-10"),
)
PAY = evidence("measured", "Finance, rates of 2026", DAVID, "2026-11-09")
PEOPLE = evidence("assumed", "Group estimate, six people", PRIYA, "2026-11-19")
PLAN = evidence("assumed", "Project plan 0.4", PRIYA, "2026-11-19")

AROUND = {
    "claims": (
        "AWS Fargate",
        "AWS Lambda",
        "Amazon Bedrock",
        "Amazon CloudWatch",
        "Amazon DynamoDB",
        "Amazon OpenSearch Service",
        "Cohere Rerank 3.5 Endpoint",
    ),
    "documents": ("Azure Functions", "Azure SQL Database", "Storage Accounts"),
    "fraud": ("BigQuery", "Cloud Dataflow", "Cloud Pub/Sub", "Cloud Storage"),
}
TAGS = {"claims": "claims-assistant", "documents": "document-extraction", "fraud": "fraud-scoring"}
NAMES = {
    "claims": "Claims assistant",
    "documents": "Document extraction",
    "fraud": "Fraud scoring",
}


def priced(identifier: str, low: float | None = None, high: float | None = None) -> dict[str, Any]:
    """A row of the price book, owned by whoever looks after it."""
    found = quantity_from(row(identifier), low, high).model_dump()
    found["evidence"]["owner"] = LARS
    return found


def billed(workload: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a line
    """A workload as the bill shows it."""
    return {
        "kind": "billed",
        "key": f"{workload}_managed",
        "label": f"{NAMES[workload]}, as billed",
        "bill": "cloud",
        "serves": [workload],
        "workload_tag": TAGS[workload],
        "months": 3,
        **more,
    }


def around() -> list[dict[str, Any]]:
    """Search, databases and functions around the workloads: every option keeps them."""
    return [
        billed(
            workload,
            key=f"{workload}_around",
            label=f"Services around {NAMES[workload].lower()}",
            services=services,
            beside=True,
        )
        for workload, services in AROUND.items()
    ]


def untagged() -> list[dict[str, Any]]:
    """Machines that serve a workload without bearing its tag; rules found them in the bill."""
    return [
        billed(
            workload,
            key=f"{workload}_machines",
            label=f"{NAMES[workload]}, machines without a tag",
            workload_tag="",
            services=[service],
            beside=True,
        )
        for workload, service in (("documents", "Virtual Machines"), ("fraud", "Compute Engine"))
    ]


def staff(fte: tuple[float, float, float]) -> dict[str, Any]:
    """Engineers who run the option."""
    likely, low, high = fte
    return {
        "kind": "staff",
        "key": "engineers",
        "label": "Platform engineers",
        "fte": quantity(likely, low, high, PEOPLE),
        "loaded_cost": quantity(118_000, 110_000, 128_000, PAY),
    }


def one_off(
    key: str, label: str, amount: tuple[float, float, float], month: int
) -> dict[str, Any]:
    """Money paid once."""
    likely, low, high = amount
    return {
        "kind": "one_off",
        "key": key,
        "label": label,
        "amount": quantity(likely, low, high, PLAN),
        "month": month,
    }


def opus(key: str, label: str) -> dict[str, Any]:
    """The model in use today, at its list price."""
    name = "tokens/aws/global.anthropic.claude-opus-4-5-v1:0/standard"
    return {
        "kind": "tokens",
        "key": key,
        "label": label,
        "serves": ["claims"],
        "input_price": priced(f"{name}/input"),
        "output_price": priced(f"{name}/output"),
        "price_trend": TREND,
    }


def nodes(target: tuple[float, float, float]) -> dict[str, Any]:
    """What a node of eight H200 does, from the test."""
    likely, low, high = target
    return {
        "serves": [
            {"workload": "claims", "throughput": quantity(9200, 7900, 10400, TEST)},
            {"workload": "documents", "throughput": quantity(2.6, 2.1, 3.1, TEST)},
            {"workload": "fraud", "throughput": quantity(900, 700, 1200, TEST)},
        ],
        "target_utilisation": quantity(likely, low, high, PLAN),
    }


def servers(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a line
    """Servers of Kestrel's quote in Halden's colocation."""
    return {
        "kind": "servers",
        "key": "nodes",
        "label": "8-GPU servers",
        **nodes((0.70, 0.60, 0.80)),
        "node_price": quantity(271_400, 258_900, 300_000, KESTREL),
        "installation": quantity(42_800, 35_500, 50_000, KESTREL),
        "price_trend": quantity(
            -0.10,
            -0.25,
            0.05,
            evidence(
                "assumed", "Own judgement; Kestrel holds its price a year", ANA, "2026-11-12"
            ),
        ),
        "lead_months": quantity(3, 2, 5, KESTREL),
        "life_months": quantity(
            48, None, None, evidence("measured", "Finance policy 12", DAVID, "2026-11-16")
        ),
        "value_kept": quantity(
            0.65,
            0.55,
            0.70,
            evidence("published", "Price book 2026-11, value kept by age", DAVID, "2026-11-10"),
        ),
        "node_kw": quantity(
            7.1,
            6.1,
            8.2,
            evidence(
                "published", "Price book 2026-11, 60 to 80 % of 10.2 kW", PRIYA, "2026-11-12"
            ),
        ),
        "pue": quantity(1.35, None, None, HALDEN),
        "tariff": quantity(0.194, 0.17, 0.28, HALDEN),
        "rated_kw": quantity(
            10.2,
            None,
            None,
            evidence("published", "NVIDIA DGX H200, maximum", PRIYA, "2026-11-12"),
        ),
        "colocation": quantity(158, None, None, HALDEN),
        "maintenance": quantity(0.054, 0.054, 0.061, KESTREL),
        **more,
    }


def doc_price() -> dict[str, Any]:
    """Document extraction at today's price, for the months before servers serve."""
    return {
        "kind": "predictions",
        "key": "documents_managed",
        "label": "Document extraction, managed",
        "serves": ["documents"],
        "price": quantity(
            22.0,
            None,
            None,
            evidence(
                "measured", "Bill, August to October 2026, per 1,000 documents", ANA, "2026-11-05"
            ),
        ),
        "price_trend": TREND,
    }


def fraud_price() -> dict[str, Any]:
    """Fraud scoring at today's price, for the months before servers serve."""
    return {
        "kind": "predictions",
        "key": "fraud_managed",
        "label": "Fraud scoring, managed",
        "serves": ["fraud"],
        "price": quantity(
            1.89,
            None,
            None,
            evidence(
                "measured",
                "Bill, August to October 2026, per 1,000 predictions",
                ANA,
                "2026-11-05",
            ),
        ),
        "price_trend": TREND,
    }
