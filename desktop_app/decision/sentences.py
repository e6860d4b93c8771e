"""What the model refuses, said as a sentence with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_SENTENCES = {
    "missing": "{name} is missing",
    "extra_forbidden": "{name} is not a field this version knows",
    "float_parsing": "{name} must be a number",
    "float_type": "{name} must be a number",
    "finite_number": "{name} must be a finite number",
    "int_parsing": "{name} must be a whole number",
    "int_type": "{name} must be a whole number",
    "int_from_float": "{name} must be a whole number",
    "string_type": "{name} must be text",
    "bool_type": "{name} must be true or false",
    "bool_parsing": "{name} must be true or false",
    "greater_than_equal": "{name} must be at least {ge}",
    "less_than_equal": "{name} must be at most {le}",
    "string_too_short": "{name} must not be empty",
    "string_too_long": "{name} must have at most {max_length} characters",
    "too_short": "{name} must not be empty",
    "string_pattern_mismatch": "{name} does not have the form it needs ({pattern})",
    "literal_error": "{name} must be one of {expected}",
    "union_tag_invalid": "{name} has the unknown kind {tag}; known are {expected_tags}",
    "union_tag_not_found": "{name} needs a kind",
    "model_type": "{name} must be an object with named fields",
    "model_attributes_type": "{name} must be an object with named fields",
    "tuple_type": "{name} must be a list",
    "date_from_datetime_parsing": "{name} must be a date such as 2027-01-01",
    "date_parsing": "{name} must be a date such as 2027-01-01",
    "date_type": "{name} must be a date such as 2027-01-01",
    "decimal_parsing": "{name} must be a decimal number",
    "decimal_type": "{name} must be a decimal number",
    "json_invalid": "The file is damaged: it stops being readable at this place: {error}",
}


def sentence(error: ErrorDetails) -> str:
    """Say one error of the model: "options.1.lines.0.pue must be at least 1"."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    if error["type"] == "value_error":
        text = str(error["msg"]).removeprefix("Value error, ")
        where = _place(error)
        return f"{text} (at {where})" if where else text
    pattern = _SENTENCES.get(error["type"])
    if pattern is None:
        return f"{_place(error)} cannot be {str(error['input'])[:40]!r}"
    return pattern.format(name=_place(error) or "The value", **context)


def sentences(error: ValidationError, most: int = 3) -> str:
    """Say the first few errors, each a sentence, and how many more there are."""
    errors = error.errors(include_url=False)
    said = ". ".join(sentence(e) for e in errors[:most]) + "."
    return said if len(errors) <= most else f"{said} And {len(errors) - most} more."


def _place(error: ErrorDetails) -> str:
    return ".".join(str(step) for step in error["loc"])
