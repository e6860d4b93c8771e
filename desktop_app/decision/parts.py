"""What every part of the document is made of: parts, keys, quantities and their evidence."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticKnownError

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


MOST = 2**53 - 1
"""Beyond it whole numbers have no one form in JSON (RFC 8785), and so no seal."""


def _written_out(stated: object) -> object:
    """A date is a day in full: a number would be taken for seconds since 1970."""
    text = isinstance(stated, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", stated)
    if text or isinstance(stated, date):
        return stated
    raise PydanticKnownError("date_type")


def _no_word(stated: object) -> object:
    """A text or a true must not pass for a number."""
    if isinstance(stated, (str, bool)):
        raise PydanticKnownError("int_type")
    return stated


Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[float, Strict()]
Whole = Annotated[int, BeforeValidator(_no_word)]
Count = Annotated[int, Field(ge=0, le=MOST), BeforeValidator(_no_word)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, BeforeValidator(_written_out)]
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


def _kind_is_needed(schema: dict[str, Any]) -> None:
    schema["required"] = [*schema.get("required", []), "kind"]


class Kinded(Keyed):
    """A part of one of several kinds: a file has to say which, though code need not."""

    model_config = ConfigDict(json_schema_extra=_kind_is_needed)


class Evidence(Part):
    """What a number rests on."""

    grade: Literal["measured", "quoted", "published", "assumed"] = Field(
        default="assumed", title="Grade"
    )
    source: Line = Field(default="", title="Source", description="Where the number was found.")
    owner: Line = Field(default="", title="Owner", description="Who answers for it.")
    on: Day | None = Field(default=None, title="Date of the evidence")
    expires: Day | None = Field(default=None, title="Valid until")
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

    likely: Number = Field(title="Most likely")
    low: Number | None = Field(
        default=None, title="Low", description="The lowest you would believe. Empty: fixed."
    )
    high: Number | None = Field(
        default=None, title="High", description="The highest you would believe. Empty: fixed."
    )
    evidence: Evidence = Field(default=Evidence(), title="Evidence")

    @model_validator(mode="before")
    @classmethod
    def _bare_number(cls, stated: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        if isinstance(stated, (int, float)) and not isinstance(stated, bool):
            return {"likely": stated}
        if isinstance(stated, (dict, Quantity)):
            return stated
        raise ValueError("A number is needed, or an object with likely, low and high")

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        if handler.mode == "validation":
            whole = handler.resolve_ref_schema(schema)
            parts = {"type", "properties", "required", "additionalProperties"}
            object_form = {key: whole.pop(key) for key in parts & set(whole)}
            whole["anyOf"] = [{"type": "number"}, object_form]
        return schema

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
    extra = described(unit, limits)
    if default is None:
        return Field(title=title, description=about or None, json_schema_extra=extra)
    neutral = Evidence(source=NEUTRAL)
    extra["default"] = default
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


def described(unit: str, limits: tuple[float | None, float | None]) -> dict[str, Any]:
    """Return what the schema says of a quantity besides its form.

    The limits stand twice: for a bare number, and for each number of one written in full.
    """
    bounds = {k: v for k, v in zip(("minimum", "maximum"), limits, strict=True) if v is not None}
    if not bounds:
        return {"unit": unit}
    each = dict.fromkeys(("likely", "low", "high"), bounds)
    return {"unit": unit, **bounds, "properties": each}
