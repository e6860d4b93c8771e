"""Decisions as they stand in a file, written by hand: the smallest useful one, and one of all."""

import copy

SMALLEST = {
    "title": "Where should the help desk's assistant run?",
    "context": {"start": "2027-01-01", "horizon_months": 12, "discount_rate": 0.08},
    "workloads": [
        {
            "key": "helpdesk",
            "kind": "llm",
            "label": "Help desk",
            "requests": 1000000,
            "input_tokens": 1000,
            "output_tokens": 200,
            "peak_to_mean": 2,
        }
    ],
    "options": [
        {
            "key": "api",
            "label": "Managed model",
            "approach": "fully_managed",
            "lines": [
                {
                    "key": "tokens",
                    "kind": "tokens",
                    "label": "Tokens",
                    "serves": ["helpdesk"],
                    "input_price": 2,
                    "output_price": 8,
                }
            ],
        },
        {
            "key": "own",
            "label": "Own servers",
            "approach": "self_managed",
            "lines": [
                {
                    "key": "servers",
                    "kind": "servers",
                    "label": "Servers",
                    "serves": [{"workload": "helpdesk", "throughput": 2000}],
                    "target_utilisation": 0.6,
                    "node_price": 30000,
                    "life_months": 48,
                    "node_kw": 1,
                    "tariff": 0.2,
                }
            ],
        },
    ],
    "baseline": "api",
}
"""Bare numbers only. The managed model costs 1 M requests of 1,000 and 200 tokens at 2 and
8 EUR a million: 3,600 EUR a month, and 43,200 EUR in the year."""

COSTS = {"billed_cost": "12.50", "effective_cost": "11.25", "contracted_cost": None}

BILL = {
    "key": "cloud",
    "label": "Cloud bill",
    "files": [
        {
            "name": "october.csv",
            "sha256": "0123456789abcdef" * 4,
            "size_bytes": 2048,
            "format": "FOCUS 1.2 Cost and Usage",
            "rows_read": 3,
            "rows_kept": 2,
            "columns_missing": ["ListCost"],
        }
    ],
    "first_day": "2026-10-01",
    "last_day": "2026-10-31",
    "gap_days": ["2026-10-05"],
    "set_aside": [{"file": "october.csv", "reason": "no cost", "rows": 1, "first_line": 4}],
    "notes": ["one row twice"],
    "totals": [
        {
            "month": "2026-10",
            "currency": "EUR",
            "provider": "AWS",
            "category": "Usage",
            "rows": 2,
            "costs": COSTS,
        }
    ],
    "groups": [
        {
            "month": "2026-10",
            "currency": "EUR",
            "provider": "AWS",
            "service": "Amazon Bedrock",
            "way": "known",
            "confidence": "high",
            "kind": "llm-api",
            "rule": "bedrock",
            "category": "Usage",
            "rows": 2,
            "costs": COSTS,
        }
    ],
}

_QUOTED = {
    "likely": 0.9,
    "low": 0.8,
    "high": 1.0,
    "evidence": {"grade": "quoted", "source": "Treasury", "on": "2026-11-20", "basis": "list"},
}

_MORE_LINES = [
    {
        "key": "ocr",
        "kind": "predictions",
        "label": "Reading",
        "serves": ["letters"],
        "price": {"likely": 1.5, "currency": "USD"},
    },
    {
        "key": "rented",
        "kind": "rented_nodes",
        "label": "Rented",
        "serves": [{"workload": "letters", "throughput": {"likely": 5, "low": 4, "high": 6}}],
        "scaling": "load",
        "target_utilisation": 0.5,
        "hourly_price": 3,
    },
    {"key": "team", "kind": "staff", "label": "Team", "fte": 1, "loaded_cost": 90000},
    {"key": "disks", "kind": "storage", "label": "Storage", "price": 0.02},
    {"key": "traffic", "kind": "egress", "label": "Egress", "price": 0.08},
    {"key": "support", "kind": "monthly", "label": "Support", "amount": 500, "first_month": 2},
    {"key": "move", "kind": "one_off", "label": "Move", "amount": 9000, "capital": True},
    {
        "key": "today",
        "kind": "billed",
        "label": "As billed",
        "bill": "cloud",
        "serves": ["helpdesk"],
        "months": 1,
        "beside": True,
        "services": ["Amazon Bedrock"],
    },
]


def _full():
    """Every list filled, every kind of line and workload present."""
    document = copy.deepcopy(SMALLEST)
    rate = {"key": "usd", "currency": "USD", "rate": _QUOTED, "on": "2026-11-20"}
    document["context"]["exchange_rates"] = [rate]
    letters = {"key": "letters", "kind": "traditional_ml", "label": "Letters", "predictions": 5000}
    document["workloads"].append({**letters, "peak_to_mean": 3, "growth_later": -0.01})
    document["options"][0]["lines"] += _MORE_LINES
    document["options"][1]["lines"][0]["base_load"] = 1.2
    document["exclusions"] = [{"option": "own", "reason": "No room", "on": "2026-10-09"}]
    document["bills"] = [BILL]
    offer = {"key": "offer", "supplier": "Kestrel", "on": "2026-11-12", "currency": "EUR"}
    document["quotes"] = [{**offer, "total": "120000.00"}]
    document["risks"] = [{"key": "late", "title": "Late", "owner": "Ana"}]
    document["conditions"] = [{"key": "price", "text": "The price holds", "due": "2027-03-01"}]
    remark = {"key": "asked", "path": "context.discount_rate", "text": "Ask finance"}
    document["comments"] = [{**remark, "on": "2026-11-21"}]
    document["close_call"] = {"least_chance": 0.7}
    document["simulation"] = {"draws": 512, "seed": 7}
    document["paper"] = {
        "reference": "P-1",
        "meets_on": "2026-12-03",
        "versions": [{"version": "1.0", "on": "2026-11-20"}],
        "approvers": [{"key": "cfo", "role": "Chief financial officer"}],
    }
    return document


FULL = _full()
