"""Names exports that are not FOCUS, so that a refusal can say what was given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

AWS = "In AWS Data Exports, create an export of the table FOCUS with AWS columns."
AZURE = "In Microsoft Cost Management, create an export of the type Cost and usage (FOCUS)."
GOOGLE = "In Google Cloud, use the FOCUS export to BigQuery and save it as CSV or Parquet."
ORACLE = "In Oracle Cloud, download the FOCUS reports instead of the cost reports."
VENDOR = "This version reads FOCUS Cost and Usage 1.0 to 1.4 only."

SIGNATURES: tuple[tuple[str, frozenset[str], str], ...] = tuple(
    (what, frozenset(columns.split()), hint)
    for what, columns, hint in (
        ("an AWS Cost and Usage Report 2.0", "lineitemunblendedcost billpayeraccountname", AWS),
        ("an AWS Cost and Usage Report", "lineitemunblendedcost", AWS),
        ("an AWS Pricing Calculator estimate", "grouphierarchy configurationsummary", VENDOR),
        ("an Azure cost export", "metercategory costinbillingcurrency", AZURE),
        ("an Azure cost export", "metercategory pretaxcost", AZURE),
        ("an Azure cost export", "metercategory meterid cost", AZURE),
        ("an Oracle cost report", "lineitemreferenceno costmycost", ORACLE),
        ("an Oracle usage report", "lineitemreferenceno usageconsumedquantity", ORACLE),
        ("a Google Cloud billing export", "billingaccountid usagestarttime cost", GOOGLE),
        ("an OpenCost allocation", "namespace cpucost totalcost", VENDOR),
        ("an Anthropic console cost export", "usagedateutc tokentype costusd", VENDOR),
        ("an Anthropic console usage export", "usagedateutc usageoutputtokens", VENDOR),
        ("an OpenAI cost export", "amountvalue lineitem organizationid", VENDOR),
        ("an OpenAI usage export", "nummodelrequests inputtokens", VENDOR),
        ("a Databricks usage table", "skuname usagequantity billingoriginproduct", VENDOR),
        ("a Snowflake metering table", "servicetype creditsused", VENDOR),
    )
)
"""What an export is, the columns that only it has, and where to find FOCUS instead."""


def recognised(header: Collection[str]) -> tuple[str, str] | None:
    """Return what a header belongs to, with a hint, or None when nobody's."""
    names = {_plain(cell) for cell in header}
    for what, columns, hint in SIGNATURES:
        if columns <= names:
            return what, hint
    return None


def _plain(cell: str) -> str:
    """One form for ``lineItem/UnblendedCost``, ``line_item_unblended_cost``, ``Maß (Unit)``."""
    english = re.search(r"\((\w+)\)\s*$", cell)
    return re.sub(r"[^a-z0-9]", "", (english.group(1) if english else cell).lower())
