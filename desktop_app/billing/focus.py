"""What FOCUS Cost and Usage looks like in its versions, told by the columns that are present."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


V1_0 = _words("""
    AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingCurrency
    BillingPeriodEnd BillingPeriodStart ChargeCategory ChargeClass ChargeDescription
    ChargeFrequency ChargePeriodEnd ChargePeriodStart CommitmentDiscountCategory
    CommitmentDiscountId CommitmentDiscountName CommitmentDiscountStatus CommitmentDiscountType
    ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice EffectiveCost
    InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingQuantity PricingUnit
    ProviderName PublisherName RegionId RegionName ResourceId ResourceName ResourceType
    ServiceCategory ServiceName SkuId SkuPriceId SubAccountId SubAccountName Tags
    """)

ADDED = {
    "1.1": _words("""
        CapacityReservationId CapacityReservationStatus CommitmentDiscountQuantity
        CommitmentDiscountUnit ServiceSubcategory SkuMeter SkuPriceDetails
        """),
    "1.2": _words("""
        BillingAccountType SubAccountType InvoiceId PricingCurrency
        PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost
        PricingCurrencyListUnitPrice
        """),
    "1.3": _words("""
        ServiceProviderName HostProviderName AllocatedMethodId AllocatedMethodDetails
        AllocatedResourceId AllocatedResourceName AllocatedTags ContractApplied
        """),
    "1.4": ("CommitmentProgramEligibilityDetails", "InvoiceDetailId"),
}
"""Columns that each version added.

Source: FOCUS specification 1.0 to 1.4, FinOps Foundation, CC BY 4.0 (focus.finops.org).
"""

REMOVED = {"1.4": ("ProviderName", "PublisherName")}

VERSIONS = ("1.0", *ADDED)

COSTS = ("BilledCost", "EffectiveCost", "ContractedCost", "ListCost")

REQUIRED = ("BilledCost", "EffectiveCost", "BillingCurrency", "ChargePeriodStart")
"""Without these no sum can be told for any period."""

ENOUGH = 5
"""A header with this many columns of FOCUS is a FOCUS file, however incomplete."""


def columns_of(version: str) -> tuple[str, ...]:
    """Return the columns of one version of Cost and Usage."""
    columns = list(V1_0)
    for step in VERSIONS[1 : VERSIONS.index(version) + 1]:
        columns += ADDED[step]
    removed = {column for step in VERSIONS if step <= version for column in REMOVED.get(step, ())}
    return tuple(column for column in columns if column not in removed)


EVERY = tuple(dict.fromkeys((*V1_0, *(column for new in ADDED.values() for column in new))))
"""The columns of all versions."""


def version_of(present: Collection[str]) -> str:
    """Tell the version from the columns that are there; providers ship subsets."""
    names = set(present)
    has_new_name = "ServiceProviderName" in names
    if names & set(ADDED["1.4"]) or (has_new_name and "ProviderName" not in names):
        return "1.4"
    if has_new_name:
        return "1.3"
    if names & {"InvoiceId", "PricingCurrency"}:
        return "1.2"
    return "1.1" if names & {"SkuMeter", "ServiceSubcategory"} else "1.0"


def refused_dataset(present: Collection[str]) -> str:
    """Name the FOCUS dataset or old version that is not Cost and Usage 1.0 or later, or ""."""
    names = set(present)
    if "EffectiveCost" not in names:
        if names & {"ContractCommitmentId", "ContractCommitmentType"}:
            return "FOCUS Contract Commitment"
        if names & {"InvoiceDetailGrain", "InvoiceDetailCreated", "InvoiceDetailDescription"}:
            return "FOCUS Invoice Detail"
        if names & {"BillingPeriodStatus", "BillingPeriodCreated"}:
            return "FOCUS Billing Period"
    if "AmortizedCost" in names and names & {"Provider", "Publisher", "InvoiceIssuer"}:
        return "FOCUS 0.5"
    if names & {"ChargeSubcategory", "UsageUnit"} and "BilledCost" in names:
        return "FOCUS 1.0-preview"
    return ""
