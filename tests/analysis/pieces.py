"""Parts of small decisions: one builder for each, every number in sight.

A builder states the least that makes a part whole; what a test is about it passes by name.
"""

from desktop_app.decision import Decision

MONTH_SECONDS = 730 * 3600


def decision(*options, workloads=(), **changes):
    """Twelve months from January 2027, in euros, at 8 % a year."""
    context = {
        "currency": "EUR",
        "start": "2027-01-01",
        "horizon_months": 12,
        "discount_rate": 0.08,
        **changes.pop("context", {}),
    }
    return Decision.model_validate(
        {
            "title": "Where should it run?",
            "context": context,
            "workloads": list(workloads),
            "options": list(options),
            "simulation": {"draws": 256, "seed": 1},
            **changes,
        }
    )


def chat(**changes):
    """A language model at 1,000 Mtok a month: a million requests of 800 + 200 tokens."""
    return {
        "kind": "llm",
        "key": "chat",
        "label": "Chat",
        "requests": 1e6,
        "input_tokens": 800,
        "output_tokens": 200,
        "peak_to_mean": 3,
        **changes,
    }


def fraud(**changes):
    """A traditional model at two million predictions a month."""
    return {
        "kind": "traditional_ml",
        "key": "fraud",
        "label": "Fraud scoring",
        "predictions": 2e6,
        "peak_to_mean": 2,
        **changes,
    }


def option(key, *lines, **changes):
    label = changes.pop("label", key.replace("_", " ").capitalize())
    approach = changes.pop("approach", "fully_managed")
    return {"key": key, "label": label, "approach": approach, "lines": list(lines), **changes}


def tokens(**changes):
    """A model service at 2 a million tokens in and 8 a million out."""
    return {
        "kind": "tokens",
        "key": "api",
        "label": "Model service",
        "serves": ["chat"],
        "input_price": 2.0,
        "output_price": 8.0,
        **changes,
    }


def predictions(**changes):
    return {
        "kind": "predictions",
        "key": "scoring",
        "label": "Scoring service",
        "serves": ["fraud"],
        "price": 0.5,
        **changes,
    }


def rented(**changes):
    """Rented machines of 400 tokens a second each: the mean load of ``chat`` is 0.95 of one."""
    return {
        "kind": "rented_nodes",
        "key": "rented",
        "label": "Rented machines",
        "serves": [{"workload": "chat", "throughput": 400}],
        "target_utilisation": 0.7,
        "hourly_price": 1.0,
        **changes,
    }


def servers(**changes):
    """Own servers of 400 tokens a second each."""
    return {
        "kind": "servers",
        "key": "servers",
        "label": "Servers",
        "serves": [{"workload": "chat", "throughput": 400}],
        "target_utilisation": 0.7,
        "node_price": 6_000,
        "installation": 1_000,
        "life_months": 60,
        "node_kw": 2.0,
        "tariff": 0.2,
        **changes,
    }


def staff(**changes):
    base = {"kind": "staff", "key": "staff", "label": "Engineers"}
    return {**base, "fte": 0.5, "loaded_cost": 90_000, **changes}


def storage(**changes):
    return {"kind": "storage", "key": "storage", "label": "Storage", "price": 0.02, **changes}


def egress(**changes):
    return {"kind": "egress", "key": "egress", "label": "Egress", "price": 0.09, **changes}


def monthly(**changes):
    return {"kind": "monthly", "key": "audit", "label": "Audit", "amount": 300, **changes}


def one_off(**changes):
    base = {"kind": "one_off", "key": "migration", "label": "Migration"}
    return {**base, "amount": 9_000, **changes}


def billed(**changes):
    base = {"kind": "billed", "key": "today", "label": "Today", "bill": "cloud"}
    return {**base, "serves": ["chat"], **changes}


def bill(by_month, **changes):
    """A summary of a bill with one AI service: ``{"2026-10": 3000, ...}``."""
    currency = changes.pop("currency", "EUR")
    service = {"provider": "Cirrus", "currency": currency, "category": "Usage", "rows": 1}
    months = sorted(by_month)
    found = [{**service, "month": m, "costs": {"billed_cost": str(by_month[m])}} for m in months]
    file = {"name": "bill.csv", "sha256": "ab" * 32, "size_bytes": 1, "format": "FOCUS 1.2"}
    group = {"service": "Model service", "way": "known", "confidence": "high"}
    return {
        "key": "cloud",
        "label": "Cloud bill",
        "files": [{**file, "rows_read": len(months), "rows_kept": len(months)}],
        "first_day": f"{months[0]}-01",
        "last_day": f"{months[-1]}-28",
        "totals": found,
        "groups": [{**entry, **group} for entry in found],
        **changes,
    }


BOTH = [{"workload": "chat", "throughput": 400}, {"workload": "fraud", "throughput": 3}]
"""Machines that do the work of both workloads."""

HARDWARE = {
    "installation": 1_000,
    "lead_months": 2,
    "life_months": 15,
    "value_kept": 0.6,
    "pue": 1.3,
    "rated_kw": 3,
    "colocation": 40,
    "maintenance": 0.08,
    "licences": 500,
    "price_trend": -0.1,
    "spare_nodes": 1,
}
"""Everything a line of servers can state beside what it must."""
