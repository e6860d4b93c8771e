"""What the model refuses, said as a sentence with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_NUMBER = "{name} must be a number"
_WHOLE = "{name} must be a whole number"
_EITHER = "{name} must be true or false"
_DAY = "{name} must be a date such as 2027-01-01"
_DECIMAL = "{name} must be a decimal number"
_OBJECT = "{name} must be an object with named fields"
_EMPTY = "{name} must not be empty"

_SENTENCES = {
    "missing": "{name} is missing",
    "extra_forbidden": "{name} is not a field this version knows",
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": "{name} must be a finite number",
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "string_type": "{name} must be text",
    "string_unicode": "{name} holds a character that does not exist",
    "bool_type": _EITHER,
    "bool_parsing": _EITHER,
    "greater_than_equal": "{name} must be at least {ge}",
    "less_than_equal": "{name} must be at most {le}",
    "string_too_short": _EMPTY,
    "string_too_long": "{name} must have at most {max_length} characters",
    "too_short": _EMPTY,
    "literal_error": "{name} must be one of {expected}",
    "union_tag_invalid": "{name} has no kind this version knows; known are {expected_tags}",
    "union_tag_not_found": "{name} needs a kind",
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "dict_type": _OBJECT,
    "tuple_type": "{name} must be a list",
    "date_from_datetime_inexact": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_parsing": _DAY,
    "date_type": _DAY,
    "decimal_parsing": _DECIMAL,
    "decimal_type": _DECIMAL,
}

_FORMS = {
    "^[a-z]": "small letters, digits and _, a letter first",
    "^[A-Z]": "three capital letters such as EUR",
    "^[0-9a-f]": "64 digits of a SHA-256, in small letters",
    r"^\d{4}-": "a month such as 2026-11",
}
"""What the patterns of the model ask for, by how they begin."""

LONGEST = 40
"""Characters of a name that a sentence repeats; no key of the model has more."""

_OF_KINDS = {"lines", "workloads"}
"""Lists of several kinds of part: the model names the kind in the place of an error."""


def sentence(error: ErrorDetails, document: object = None) -> str:
    """Say one error of the model: "options.own.lines.servers.pue must be at least 1"."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    place = ".".join(_steps(error, document))
    if error["type"] == "value_error":
        text = str(error["msg"]).removeprefix("Value error, ")
        return f"{text} (at {place})" if place else text
    name = place or "The value"
    if error["type"] == "string_pattern_mismatch":
        return f"{name} must be {_form(context['pattern'])}"
    pattern = _SENTENCES.get(error["type"], "{name} cannot be read")
    return pattern.format(name=name, **context)


def sentences(error: ValidationError, most: int = 3, document: object = None) -> str:
    """Say the first few errors, each a sentence, and how many more there are.

    Args:
        error: What the model refused.
        most: How many errors to say.
        document: What was read, plain; entries of its lists are then named by their keys.
    """
    errors = error.errors(include_url=False)
    said = ". ".join(sentence(e, document) for e in errors[:most]) + "."
    return said if len(errors) <= most else f"{said} And {len(errors) - most} more."


def _form(pattern: str) -> str:
    return next(words for start, words in _FORMS.items() if pattern.startswith(start))


def _steps(error: ErrorDetails, node: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Name the way to an error: by key, or as "#2" where an entry of a list has none."""
    before: tuple[object, object] = ("", "")
    for step in error["loc"]:
        names_kind = before[0] in _OF_KINDS and isinstance(before[1], int)
        before = (before[1], step)
        if names_kind:
            continue
        node = _below(node, step)
        key = node.get("key") if isinstance(node, dict) and isinstance(step, int) else None
        if isinstance(step, str):
            yield step[:LONGEST]
        else:
            yield key if isinstance(key, str) and 0 < len(key) <= LONGEST else f"#{step + 1}"


def _below(node: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(step, int):
        return node[step] if isinstance(node, list) and step < len(node) else None
    return node.get(step) if isinstance(node, dict) else None
