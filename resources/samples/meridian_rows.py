"""Rows of FOCUS 1.2 for Meridian's bill, by the rules of commitment accounting."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal

from meridian_year import Period, after, hours

PROVIDERS = {  # file, who invoices, kinds of account
    "AWS": ("meridian-aws", "Amazon Web Services EMEA SARL", "Payer Account", "Linked Account"),
    "Microsoft": ("meridian-microsoft", "Microsoft", "Billing Profile", "Subscription"),
    "Google Cloud": ("meridian-google-cloud", "Google Cloud EMEA", "Billing Account", "Project"),
}
REGIONS = {
    "eu-central-1": "Europe (Frankfurt)",
    "germanywestcentral": "Germany West Central",
    "europe-west3": "Frankfurt",
}
CONSUMED = {  # pricing unit: consumed unit, how many of them
    "1M Tokens": ("Tokens", 1_000_000),
    "1K Pages": ("Pages", 1_000),
    "1K Queries": ("Queries", 1_000),
    "1K Text Units": ("Text Units", 1_000),
    "1K GB-Seconds": ("GB-Seconds", 1_000),
    "1M Requests": ("Requests", 1_000_000),
    "1M Events": ("Events", 1_000_000),
}

Row = dict[str, str]


def usage(line: Row, plan: Row | None, period: Period, quantity: Decimal) -> Row:
    """Return the row of something used, covered by a commitment or not."""
    listed = quantity * Decimal(line["list_price"])
    contracted = quantity * Decimal(line["contracted_price"])
    effective = quantity * Decimal(line["plan_price"]) if plan else contracted
    costs = (Decimal(0) if plan else contracted, effective, listed, contracted)
    unit, each = CONSUMED.get(line["unit"], (line["unit"], 1))
    row = (
        frame(line, period)
        | money(*costs)
        | priced(quantity, line["unit"], line["list_price"], line["contracted_price"])
        | {
            "ChargeCategory": "Usage",
            "ChargeFrequency": "Usage-Based",
            "PricingCategory": line["pricing"],
            "ConsumedQuantity": plain(quantity * each),
            "ConsumedUnit": unit,
            "SkuId": mark(line["meter"], 12).upper(),
            "SkuMeter": line["meter"],
            "SkuPriceId": mark(line["meter"] + line["list_price"], 16).upper(),
            "SkuPriceDetails": as_json(line["details"]),
            "RegionId": line["region"],
            "RegionName": REGIONS[line["region"]],
        }
    )
    if plan:
        row |= commitment(plan, effective if plan["unit"] == "EUR" else quantity, status="Used")
    return row


def purchase(plan: Row, period: Period, duration: int) -> Row:
    """Return the row of paying for a commitment: so many hours at its hourly price."""
    paid = duration * Decimal(plan["hourly"])
    return (
        frame(plan, period)
        | money(paid, Decimal(0), paid, paid)
        | priced(Decimal(duration), "Hours", plan["hourly"], plan["hourly"])
        | commitment(plan, paid if plan["unit"] == "EUR" else Decimal(duration))
        | {
            "ChargeCategory": "Purchase",
            "ChargeFrequency": "One-Time" if plan["payment"] == "upfront" else "Recurring",
            "PricingCategory": "Committed",
        }
    )


def unused(plan: Row, period: Period, covered: Decimal) -> list[Row]:
    """Return the row of what a commitment cost in a month and nobody used, if any.

    Raises:
        ValueError: The usage covered is worth more than the commitment: the tables are wrong.
    """
    amount = hours(period[0]) * Decimal(plan["hourly"]) - covered
    if amount < 0:
        raise ValueError(f"{plan['plan']} covers more than it pays for in {period[0]:%Y-%m}")
    row = (
        frame(plan, period)
        | money(Decimal(0), amount, amount, amount)
        | priced(amount, "EUR of commitment", "1", "1")
        | commitment(plan, amount, status="Unused")
        | {
            "ChargeCategory": "Usage",
            "ChargeDescription": f"{plan['description']}: unused",
            "ChargeFrequency": "Usage-Based",
            "PricingCategory": "Committed",
            "CommitmentDiscountUnit": "EUR",
        }
    )
    return [row] if amount else []


def charge(stated: Row, period: Period) -> Row:
    """Return the row of a credit, a tax, a correction or a plain purchase."""
    amount = Decimal(stated["amount"])
    recurring = stated["month"] != stated["until"]
    return (
        frame(stated | {"category": stated["service_category"]}, period)
        | money(amount, amount, amount, amount)
        | {
            "ChargeCategory": stated["category"],
            "ChargeClass": stated["class"],
            "ChargeFrequency": "Recurring" if recurring else "One-Time",
        }
    )


def frame(line: Row, period: Period) -> Row:
    """Return what every row says: who bills whom, when, and for what."""
    name, issuer, account_type, sub_type = PROVIDERS[line["provider"]]
    start, end = period
    month = start.replace(day=1)
    resource = line.get("resource") or line.get("plan", "")
    return {
        "ProviderName": line["provider"],
        "PublisherName": line.get("publisher") or line["provider"],
        "InvoiceIssuerName": issuer,
        "InvoiceId": f"{mark(name, 4).upper()}-{month:%Y%m}",
        "BillingAccountId": number(name),
        "BillingAccountName": "Meridian Insurance",
        "BillingAccountType": account_type,
        "SubAccountId": number(line["account"]),
        "SubAccountName": line["account"],
        "SubAccountType": sub_type,
        "BillingPeriodStart": f"{month}T00:00:00Z",
        "BillingPeriodEnd": f"{after(month)}T00:00:00Z",
        "ChargePeriodStart": f"{start}T00:00:00Z",
        "ChargePeriodEnd": f"{end}T00:00:00Z",
        "ChargeDescription": line["description"],
        "BillingCurrency": "EUR",
        "PricingCurrency": "EUR",
        "ServiceName": line["service"],
        "ServiceCategory": line["category"],
        "ServiceSubcategory": line["subcategory"],
        "ResourceId": f"{name}/{line['account']}/{resource}" if resource else "",
        "ResourceName": resource,
        "ResourceType": line.get("kind", ""),
        "Tags": as_json(line["tags"]),
    }


def money(billed: Decimal, effective: Decimal, listed: Decimal, contracted: Decimal) -> Row:
    """Return the four costs; the pricing currency is the billing currency."""
    return {
        "BilledCost": plain(billed),
        "EffectiveCost": plain(effective),
        "ListCost": plain(listed),
        "ContractedCost": plain(contracted),
        "PricingCurrencyEffectiveCost": plain(effective),
    }


def priced(quantity: Decimal, unit: str, listed: str, contracted: str) -> Row:
    """Return a quantity and its unit prices."""
    return {
        "PricingQuantity": plain(quantity),
        "PricingUnit": unit,
        "ListUnitPrice": listed,
        "ContractedUnitPrice": contracted,
        "PricingCurrencyListUnitPrice": listed,
        "PricingCurrencyContractedUnitPrice": contracted,
    }


def commitment(plan: Row, quantity: Decimal, status: str = "") -> Row:
    """Return the columns that name a commitment."""
    return {
        "CommitmentDiscountId": f"{PROVIDERS[plan['provider']][0]}/{plan['plan']}",
        "CommitmentDiscountName": plan["name"],
        "CommitmentDiscountCategory": plan["discount_category"],
        "CommitmentDiscountType": plan["type"],
        "CommitmentDiscountStatus": status,
        "CommitmentDiscountQuantity": plain(quantity),
        "CommitmentDiscountUnit": plan["unit"],
    }


def plain(number: Decimal) -> str:
    """Write a number without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_json(pairs: str) -> str:
    """Turn "workload=fraud-scoring;GpuCount=1" into a JSON object, as FOCUS writes tags."""
    stated = dict(pair.split("=", 1) for pair in pairs.split(";") if pair)
    typed = {k: int(v) if k.endswith("Count") else v for k, v in stated.items()}
    return json.dumps(typed, separators=(",", ":")) if typed else ""


def mark(text: str, length: int) -> str:
    """Return a fixed opaque id for a name."""
    return hashlib.sha256(f"meridian/{text}".encode()).hexdigest()[:length]


def number(text: str) -> str:
    """Return a fixed account number for a name."""
    return str(int(mark(text, 10), 16))[-12:].zfill(12)
