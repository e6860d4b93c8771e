"""What every part of the document is made of: parts, keys, quantities and their evidence."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=600)]

NEUTRAL = "Not stated: neutral value of the method"
"""Source of a number nobody stated: 0 or 1, whichever leaves the rest as it is."""


class Part(BaseModel):
    """A part of the document: frozen, hashable, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="after")
    def _within_limits(self) -> Self:
        for name, field in type(self).model_fields.items():
            extra, value = field.json_schema_extra, getattr(self, name)
            if isinstance(extra, dict) and isinstance(value, Quantity):
                value.check_limits(field.title or name, extra)
        return self


class Keyed(Part):
    """A part that stands in a list and is found there by its key, never by its place."""

    key: Key = Field(title="Key", description="Permanent name: small letters, digits and _.")


class Evidence(Part):
    """What a number rests on."""

    grade: Literal["measured", "quoted", "published", "assumed"] = Field(
        default="assumed", title="Grade"
    )
    source: Line = Field(default="", title="Source", description="Where the number was found.")
    owner: Line = Field(default="", title="Owner", description="Who answers for it.")
    on: date | None = Field(default=None, title="Date of the evidence")
    expires: date | None = Field(default=None, title="Valid until")
    basis: Literal["", "list", "street", "committed", "median"] = Field(
        default="", title="Price basis", description="Which sort of price this is."
    )
    region: Line = Field(default="", title="Region the price holds for")
    url: Text = Field(default="", title="Address of the source")
    licence: Line = Field(default="", title="Licence of the source")


class Quantity(Part):
    """A number with its range and its evidence.

    A bare number may be written instead: it counts as assumed and without a range.
    """

    likely: float = Field(title="Most likely")
    low: float | None = Field(
        default=None, title="Low", description="The lowest you would believe. Empty: fixed."
    )
    high: float | None = Field(
        default=None, title="High", description="The highest you would believe. Empty: fixed."
    )
    evidence: Evidence = Field(default=Evidence(), title="Evidence")

    @model_validator(mode="before")
    @classmethod
    def _bare_number(cls, stated: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        if isinstance(stated, (int, float)) and not isinstance(stated, bool):
            return {"likely": stated}
        return stated

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("A range needs both its low and its high")
        if not self.bounds[0] <= self.likely <= self.bounds[1]:
            raise ValueError("Low, most likely and high must be in rising order")
        return self

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value; both the likely one when there is no range."""
        low = self.likely if self.low is None else self.low
        return low, self.likely if self.high is None else self.high

    @property
    def is_uncertain(self) -> bool:
        """Whether the range is wider than a point."""
        return self.bounds[0] < self.bounds[1]

    def check_limits(self, title: str, limits: dict[str, Any]) -> None:
        """Raise ValueError when any of the three values lies outside the field's limits."""
        low, high = self.bounds
        if "minimum" in limits and low < limits["minimum"]:
            raise ValueError(f"{title} must not be below {limits['minimum']:g}")
        if "maximum" in limits and high > limits["maximum"]:
            raise ValueError(f"{title} must not be above {limits['maximum']:g}")


class Money(Quantity):
    """A quantity of money, in the decision's currency unless it names another."""

    currency: Currency | None = Field(
        default=None,
        title="Currency",
        description="Needs a dated exchange rate in the context when it is not the decision's.",
    )


def stated(
    title: str,
    unit: str,
    default: float | None = None,
    *,
    limits: tuple[float | None, float | None] = (0.0, None),
    about: str = "",
) -> Any:  # noqa: ANN401 - a field is whatever its annotation says
    """Return a field that holds a quantity.

    Args:
        title: What a form calls it.
        unit: Its unit; "currency" stands for the decision's.
        default: Neutral value when nothing is stated. None makes the field required.
        limits: Lowest and highest value allowed, None for no limit.
        about: Help for the person who fills it in.
    """
    extra: dict[str, Any] = {"unit": unit}
    extra |= {k: v for k, v in zip(("minimum", "maximum"), limits, strict=True) if v is not None}
    if default is None:
        return Field(title=title, description=about or None, json_schema_extra=extra)
    neutral = Evidence(source=NEUTRAL)
    return Field(
        default_factory=lambda: (
            Money(likely=default, evidence=neutral)
            if "currency" in unit
            else Quantity(likely=default, evidence=neutral)
        ),
        title=title,
        description=about or None,
        json_schema_extra=extra,
    )
