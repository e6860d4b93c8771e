"""The rules that recognise spend on AI in a bill, and what their fields mean.

The rules are data (``resources/knowledge/<edition>/rules.csv``); the manifest beside them says how
they are applied: provider names, fields, guards, precedence.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from typing import Annotated, Literal, Self

import yaml
from pydantic import AfterValidator, Field, model_validator

from desktop_app.decision.parts import Keyed, Line, Part, Text
from desktop_app.knowledge.shelf import resource

EDITION = "ai-services-1"

Role = Literal["exclude", "known", "tagged", "discovered", "no_evidence"]
ROLES: tuple[Role, ...] = ("exclude", "known", "tagged", "discovered", "no_evidence")
CONFIDENCES = ("high", "medium", "low")


def _checked_pattern(pattern: str) -> str:
    if not pattern.isascii():
        raise ValueError(f"The pattern {pattern} must be plain ASCII")
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"The pattern {pattern} cannot be read: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_checked_pattern)]


class Rule(Keyed):
    """One rule: where to look, for what, and what finding it means."""

    provider: Line = Field(description='A name from the manifest\'s providers, or "*".')
    field: Line
    how: Literal["regex", "above"] = "regex"
    pattern: Pattern
    only_with: Line = Field(default="", description="Name of a guard that the row must pass.")
    role: Role
    kind: Line = Field(default="", description='Kind of workload: "llm-api", "training".')
    confidence: Literal["high", "medium", "low"]
    source: Text = ""
    note: Text = ""


class Place(Part):
    """A column, or the part of its cells that the parentheses of a pattern take."""

    column: Line
    part: Pattern = ""


class Condition(Part):
    """A column that must match a pattern."""

    column: Line
    pattern: Pattern


class Guard(Part):
    """Conditions on the other cells of a row."""

    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()


class RowPlace(Part):
    """A field that is read row by row, because it may differ on every row."""

    field: Line
    column: Line


class TagPlace(Part):
    """Which fields are tags, and the columns that hold them."""

    fields: tuple[Line, ...]
    columns: tuple[Line, ...]


class RuleBook(Part):
    """One edition of the rules, with everything needed to apply them."""

    edition: Line
    title: Line
    licence: Text
    provider_columns: tuple[Line, ...]
    providers: dict[str, Pattern]
    fields: dict[str, tuple[Place, ...]]
    narrowed: dict[str, tuple[Pattern, ...]]
    names: RowPlace
    tags: TagPlace
    elsewhere: dict[str, Line]
    elsewhere_providers: tuple[Line, ...]
    guards: dict[str, Guard]
    workload_tags: tuple[Line, ...]
    unidentified: Guard
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _names_only_what_it_defines(self) -> Self:
        keys = [rule.key for rule in self.rules]
        if len(set(keys)) != len(keys):
            raise ValueError("Two rules have the same key")
        fields = {*self.fields, *self.elsewhere, *self.tags.fields, self.names.field}
        providers = {"*", *self.providers, *self.elsewhere_providers}
        for rule in self.rules:
            if rule.field not in fields:
                raise ValueError(f"The rule {rule.key} reads an unknown field {rule.field}")
            if rule.provider not in providers:
                raise ValueError(f"The rule {rule.key} is for an unknown provider")
            if rule.only_with and rule.only_with not in self.guards:
                raise ValueError(f"The rule {rule.key} names an unknown guard {rule.only_with}")
        return self

    def applicable(self) -> tuple[Rule, ...]:
        """Return the rules that can apply to a FOCUS row, in the order of the file."""
        here = {*self.fields, *self.tags.fields, self.names.field}
        return tuple(
            rule
            for rule in self.rules
            if rule.field in here
            and rule.provider not in self.elsewhere_providers
            and rule.role != "no_evidence"
            and rule.how == "regex"
        )


def in_precedence(own: tuple[Rule, ...], rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Order rules so that the first one that matches decides.

    The user's own rules first, in their order; then exclude, known, tagged, discovered; within a
    role by confidence, then as in the file. Rules of low confidence come last: they only suggest.
    """
    return own + tuple(
        sorted(
            rules,
            key=lambda rule: (
                rule.confidence == "low",
                ROLES.index(rule.role),
                CONFIDENCES.index(rule.confidence),
            ),
        )
    )


@lru_cache
def ai_services(edition: str = EDITION) -> RuleBook:
    """Read one edition of the rules."""
    folder = resource(f"knowledge/{edition}")
    manifest = yaml.safe_load((folder / "manifest.yaml").read_text(encoding="utf-8"))
    with (folder / "rules.csv").open(encoding="utf-8", newline="") as lines:
        rules = list(csv.DictReader(lines))
    known = {name: manifest[name] for name in RuleBook.model_fields if name in manifest}
    return RuleBook.model_validate({**known, "rules": rules})
