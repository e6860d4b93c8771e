"""Meridian's five options."""

from __future__ import annotations

from typing import Any

from meridian_lines import (
    PLAN,
    TAGS,
    TREND,
    around,
    billed,
    doc_price,
    fraud_price,
    nodes,
    one_off,
    opus,
    priced,
    servers,
    staff,
    untagged,
)
from meridian_world import LARS, evidence, quantity

MANAGED = [opus("claims_managed", "Claims assistant, managed model"), doc_price(), fraud_price()]
SONNET = "tokens/aws/global.anthropic.claude-sonnet-4-5-20250929-v1:0/standard"

OPTIONS: list[dict[str, Any]] = [
    {
        "key": "stay",
        "label": "Staying as today",
        "approach": "fully_managed",
        "note": "The bill carried forward with the volume; untagged accelerators of the claims "
        "assistant are left out, because the bill does not say whose they are.",
        "lines": [*(billed(w, price_trend=TREND) for w in TAGS), *untagged()],
    },
    {
        "key": "smaller_model",
        "label": "Smaller model, managed",
        "approach": "fully_managed",
        "note": "As today, with the smaller model of the same family at its list price.",
        "lines": [
            {
                "kind": "tokens",
                "key": "claims_managed",
                "label": "Claims assistant, smaller model",
                "serves": ["claims"],
                "input_price": priced(f"{SONNET}/input"),
                "output_price": priced(f"{SONNET}/output"),
                "price_trend": TREND,
            },
            doc_price(),
            fraud_price(),
            *around(),
            one_off("change_of_model", "Change of model", (25_000, 15_000, 40_000), 1),
        ],
    },
    {
        "key": "partial",
        "label": "Partially managed",
        "approach": "partially_managed",
        "note": "Rented nodes of eight H200 that follow the load, no fewer than one. The price "
        "is a list price of the United States, the nearest in the price book: ask for one here.",
        "lines": [
            {
                "kind": "rented_nodes",
                "key": "nodes",
                "label": "Rented 8-GPU nodes",
                **nodes((0.60, 0.50, 0.70)),
                "scaling": "load",
                "minimum_nodes": quantity(1, None, None, PLAN),
                "hourly_price": priced("gpu-reserved/aws/p5en.48xlarge/on_demand", 50.48, 84.808),
                "price_trend": quantity(
                    -0.10, -0.25, 0.05, evidence("assumed", "Own judgement", LARS, "2026-11-10")
                ),
            },
            *around(),
            staff((1.5, 1.0, 2.25)),
            one_off("migration", "Migration to the open model", (120_000, 80_000, 200_000), 3),
        ],
    },
    {
        "key": "own",
        "label": "Self-managed",
        "approach": "self_managed",
        "note": "Own servers for the peak, one of them spare; managed services until they serve.",
        "lines": [
            servers(spare_nodes=quantity(1, None, None, PLAN)),
            *MANAGED,
            *around(),
            staff((2.25, 1.5, 3.5)),
            one_off("migration", "Migration to the open model", (120_000, 80_000, 200_000), 3),
        ],
    },
    {
        "key": "hybrid",
        "label": "Hybrid",
        "approach": "hybrid",
        "note": "Own servers for the base load; the managed services take peaks and outages.",
        "lines": [
            servers(base_load=quantity(1.0, None, None, PLAN)),
            *MANAGED,
            *around(),
            staff((1.75, 1.0, 3.0)),
            one_off("migration", "Migration to the open model", (140_000, 90_000, 220_000), 3),
        ],
    },
]
