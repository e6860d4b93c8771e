"""Meridian's conditions, workloads and paper: who said what, when, and on which evidence."""

from __future__ import annotations

from typing import Any

MEI, DAVID, ANA = "Mei Tanaka", "David Osei", "Ana Ruiz"
PRIYA, INES, LARS = "Priya Nair", "Ines Duarte", "Lars Holm"


def evidence(grade: str, source: str, owner: str, on: str, **more: str) -> dict[str, Any]:
    """What a number rests on."""
    return {"grade": grade, "source": source, "owner": owner, "on": on, **more}


def quantity(
    likely: float, low: float | None, high: float | None, rests_on: dict[str, Any]
) -> dict[str, Any]:
    """A number with its range and its evidence."""
    return {"likely": likely, "low": low, "high": high, "evidence": rests_on}


GATEWAY = evidence("measured", "Gateway log, October 2026", MEI, "2026-11-05")
PROFILE = evidence("measured", "Gateway log, busiest hour of October", PRIYA, "2026-11-06")
GROUP = evidence("assumed", "Group estimate, six people", MEI, "2026-11-19")
STORE = evidence("measured", "Storage inventory, October 2026", INES, "2026-11-05")

CONTEXT: dict[str, Any] = {
    "currency": "EUR",
    "start": "2027-01-01",
    "horizon_months": 36,
    "discount_rate": quantity(
        0.08, None, None, evidence("measured", "Finance policy 12", DAVID, "2026-11-16")
    ),
    "wage_growth": quantity(
        0.03,
        0.02,
        0.045,
        evidence("published", "Collective agreement, draft", DAVID, "2026-11-09"),
    ),
    "exchange_rates": [
        {
            "key": "usd",
            "currency": "USD",
            "on": "2026-11-20",
            "rate": quantity(
                0.86,
                0.80,
                0.92,
                evidence(
                    "measured", "Treasury's month-end rate and its own range", DAVID, "2026-11-20"
                ),
            ),
        }
    ],
}

WORKLOADS: list[dict[str, Any]] = [
    {
        "kind": "llm",
        "key": "claims",
        "label": "Claims assistant",
        "requests": quantity(2.10e6, 2.04e6, 2.16e6, GATEWAY),
        "calls_per_request": quantity(1.30, 1.22, 1.41, GATEWAY),
        "input_tokens": quantity(1400, 1290, 1530, GATEWAY),
        "output_tokens": quantity(350, 310, 400, GATEWAY),
        "growth_first_year": quantity(0.04, 0.009, 0.064, GROUP),
        "growth_later": quantity(0.015, 0.002, 0.026, GROUP),
        "peak_to_mean": quantity(2.4, 2.1, 2.9, PROFILE),
        "stored_gb": quantity(9000, None, None, STORE),
    },
    {
        "kind": "traditional_ml",
        "key": "documents",
        "label": "Document extraction",
        "predictions": quantity(600e3, 570e3, 640e3, GATEWAY),
        "growth_first_year": quantity(0.02, 0.0, 0.035, GROUP),
        "growth_later": quantity(0.01, 0.0, 0.02, GROUP),
        "peak_to_mean": quantity(3.0, 2.5, 3.6, PROFILE),
        "stored_gb": quantity(22000, None, None, STORE),
    },
    {
        "kind": "traditional_ml",
        "key": "fraud",
        "label": "Fraud scoring",
        "predictions": quantity(9.0e6, 8.6e6, 9.5e6, GATEWAY),
        "growth_first_year": quantity(0.02, 0.0, 0.035, GROUP),
        "growth_later": quantity(0.01, 0.0, 0.02, GROUP),
        "peak_to_mean": quantity(2.0, 1.8, 2.4, PROFILE),
        "stored_gb": quantity(14000, None, None, STORE),
    },
]

PAPER: dict[str, Any] = {
    "risks": [
        {
            "key": "quality",
            "title": "The open model settles fewer letters.",
            "text": "The test settled 82 %, the target is 80 %. The managed model stays "
            "under contract for overflow.",
            "owner": MEI,
        },
        {
            "key": "people",
            "title": "Two engineers come late.",
            "text": "The server stands idle while managed services are paid. Both sign "
            "before the order.",
            "owner": PRIYA,
        },
        {
            "key": "tokens",
            "title": "Token prices fall faster than thought.",
            "text": "Staying and overflow get cheaper, the server does not. Prices are "
            "looked at again on the day of the order.",
            "owner": LARS,
        },
    ],
    "conditions": [
        {
            "key": "residency",
            "text": "The provider confirms in writing that claims data stay in the country.",
            "owner": ANA,
            "due": "2026-12-18",
        },
        {
            "key": "staff",
            "text": "Capital is released only after both engineers have signed.",
            "owner": DAVID,
            "due": "2027-01-29",
        },
    ],
    "paper": {
        "reference": "MI-2026-014",
        "version": "1.0",
        "status": "For decision",
        "classification": "Confidential – Board",
        "board": "the board",
        "meets_on": "2026-12-03",
        "agenda_item": "Board paper 7",
        "out_of_scope": "Whether to have a claims assistant at all (approved in May 2026), and AI "
        "spend outside the three workloads.",
        "lapses_on": "2027-01-31",
        "versions": [
            {
                "version": "0.7",
                "on": "2026-11-09",
                "editor": MEI,
                "change": "First complete draft, three options",
            },
            {
                "version": "0.8",
                "on": "2026-11-16",
                "editor": DAVID,
                "change": "Hybrid added; discount rate set to 8 %",
            },
            {
                "version": "0.9",
                "on": "2026-11-20",
                "editor": ANA,
                "change": "Two hardware quotes entered; ranges widened",
            },
            {
                "version": "1.0",
                "on": "2026-11-23",
                "editor": MEI,
                "change": "Smaller model ruled out; complete for the board",
            },
        ],
        "approvers": [
            {
                "key": "procurement",
                "role": "Procurement",
                "name": ANA,
                "authority": "contracts up to 2.0 M EUR",
            },
            {
                "key": "finance",
                "role": "Finance",
                "name": DAVID,
                "authority": "capital up to 1.5 M EUR",
            },
            {
                "key": "product_owner",
                "role": "Product owner",
                "name": MEI,
                "authority": "running cost up to 3.0 M EUR",
            },
        ],
    },
}
