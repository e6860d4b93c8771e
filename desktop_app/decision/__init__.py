"""The decision document: what it holds and every way it can change."""

from desktop_app.decision.model import Approach, Context, Decision, ExchangeRate, Option, served_by
from desktop_app.decision.parts import Evidence, Keyed, Money, Part, Quantity
from desktop_app.decision.spend import SpendSummary

__all__ = [
    "Approach",
    "Context",
    "Decision",
    "Evidence",
    "ExchangeRate",
    "Keyed",
    "Money",
    "Option",
    "Part",
    "Quantity",
    "SpendSummary",
    "served_by",
]
