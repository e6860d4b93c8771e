"""Turns the rules into SQL: one number per row, the place of the rule that decides it.

Rules are evaluated on distinct rows of product columns, a few thousand however long the bill is.
Tags and resource names differ on every row and are no dimension to speak of, so their few rules
run while the file is scanned; that is cheaper than keeping their texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from desktop_app.billing.cells import literal, name
from desktop_app.knowledge.ai_services import (
    Condition,
    Guard,
    Place,
    Rule,
    RuleBook,
    in_precedence,
)
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SAYS_NO = ("", "false", "no", "none", "null", "0", "n/a")
"""Values of a tag that do not say "this is AI"."""

BEGIN, END = r"(?:^|[{,\[\n])\s*", r"\s*(?:$|[},\]\n])"
"""Where one tag begins and ends in a tag text without quotes."""


@dataclass(frozen=True)
class Recogniser:
    """Rules in the order in which they decide, for one import.

    Attributes:
        book: Where the rules and the meaning of their fields come from.
        rules: In order of precedence; a rule's place in it is its rank.
        own_keys: Tag keys that the organisation marks AI with, "key" or "key=value".
        workload_keys: Tag keys whose value names the workload.
    """

    book: RuleBook
    rules: tuple[Rule, ...]
    own_keys: tuple[str, ...]
    workload_keys: tuple[str, ...]

    @property
    def unmatched(self) -> int:
        """The rank of rows that no rule takes."""
        return len(self.rules)

    @property
    def product_columns(self) -> tuple[str, ...]:
        """The columns whose distinct rows the rules are evaluated on."""
        book = self.book
        places = [place.column for places in book.fields.values() for place in places]
        guards = [c.column for g in (*book.guards.values(), book.unidentified) for c in _all(g)]
        return tuple(dict.fromkeys((*book.provider_columns, *places, *guards)))

    @property
    def row_columns(self) -> tuple[str, ...]:
        """The columns that are looked at row by row."""
        return (self.book.names.column, *self.book.tags.columns)

    def narrowed(self, column: str, cell: str) -> str:
        """What is kept of a cell of a product column."""
        parts = [
            f"nullif(regexp_extract({cell}, {literal(pattern)}, 1, 'i'), '')"
            for pattern in self.book.narrowed.get(column, ())
        ]
        return f"coalesce({', '.join(parts or [cell])}, '')"

    def provider_flags(self) -> str:
        """Whose product it is, one yes or no for each provider, as SQL."""
        return ", ".join(
            f"{self._names_provider(provider)} AS {name('of ' + provider)}"
            for provider in self.book.providers
        )

    def product_rank(self) -> str:
        """The rank of the first rule that takes a product, as SQL over its columns and flags."""
        book = self.book
        conditions = [
            (rank, self._on_products(rule, book.fields[rule.field]))
            for rank, rule in enumerate(self.rules)
            if rule.field in book.fields
        ]
        return _first(conditions, self.unmatched)

    def row_rank(self) -> str:
        """The rank of the first rule that takes a row by its tags or its resource name."""
        conditions = [
            (rank, condition)
            for rank, rule in enumerate(self.rules)
            if (condition := self._on_rows(rule))
        ]
        return _first(conditions, self.unmatched)

    def workload(self) -> str:
        """The value of the first workload tag that a row carries, as SQL over ``tag_text``."""
        values = [f"nullif({_tag_value([key])}, '')" for key in self.workload_keys]
        return f"coalesce({', '.join([*values, literal('')])})"

    def is_open(self) -> str:
        """Whether a product may hide AI although no rule speaks, as SQL."""
        return _guard(self.book.unidentified)

    def provider(self) -> str:
        """The provider's one name, as SQL over the product columns."""
        stated = ", ".join(f"nullif(trim({name(c)}), '')" for c in self.book.provider_columns)
        stated = f"coalesce({stated}, 'not stated')"
        cases = " ".join(
            f"WHEN regexp_matches({stated}, {literal(pattern)}, 'i') THEN {literal(label)}"
            for label, pattern in self.book.providers.items()
        )
        return f"CASE {cases} ELSE {stated} END"

    def _on_products(self, rule: Rule, places: Iterable[Place]) -> str:
        found = " OR ".join(_in_place(place, rule.pattern) for place in places)
        guard = _guard(self.book.guards[rule.only_with]) if rule.only_with else "true"
        whose = "true" if rule.provider == "*" else name("of " + rule.provider)
        return f"{whose} AND {guard} AND ({found})"

    def _on_rows(self, rule: Rule) -> str:
        if rule.key == OWN_TAG.key:
            no = ", ".join(map(literal, SAYS_NO))
            return f"lower({_tag_value(self.own_keys)}) NOT IN ({no})"
        if rule.field in self.book.tags.fields:
            pattern = re.sub(r"^\^", lambda _: BEGIN, rule.pattern)
            found = _matches("tag_text", re.sub(r"\$$", lambda _: END, pattern))
        elif rule.field == self.book.names.field:
            found = _matches(f"trim({name(self.book.names.column)})", rule.pattern)
        else:
            return ""
        if rule.provider == "*":
            return found
        return f"CASE WHEN {found} THEN {self._names_provider(rule.provider)} ELSE false END"

    def _names_provider(self, provider: str) -> str:
        pattern = self.book.providers[provider]
        columns = self.book.provider_columns
        return "(" + " OR ".join(_matches(f"trim({name(c)})", pattern) for c in columns) + ")"


OWN_TAG = Rule(
    key="own_tag",
    provider="*",
    field="tag",
    pattern="",
    role="tagged",
    confidence="high",
    source="Stated for this import",
)
"""Stands for the tag keys that the organisation itself marks AI with."""


@dataclass(frozen=True)
class Marking:
    """How an organisation marks its AI spend, where it differs from the edition's rules.

    Attributes:
        tag_keys: Its own tags for AI, "key" (any value but no) or "key=value". They stand in the
            place of the edition's tag convention; None keeps that.
        workload_tags: Tag keys whose value names the workload; None takes the edition's.
        own_rules: Rules of its own, which decide before all others.
    """

    tag_keys: tuple[str, ...] | None = None
    workload_tags: tuple[str, ...] | None = None
    own_rules: tuple[Rule, ...] = ()


def recogniser(book: RuleBook, marking: Marking) -> Recogniser:
    """Put the rules of one import in order.

    Raises:
        Refused: A rule of the user reads a field, or is for a provider, that a bill does not have.
    """
    for rule in marking.own_rules:
        _refuse_unknown(rule, book)
    rules = book.applicable()
    if marking.tag_keys is not None:
        rules = tuple(rule for rule in rules if rule.role != "tagged")
        rules += (OWN_TAG,) if marking.tag_keys else ()
    return Recogniser(
        book,
        in_precedence(marking.own_rules, rules),
        marking.tag_keys or (),
        book.workload_tags if marking.workload_tags is None else marking.workload_tags,
    )


def _refuse_unknown(rule: Rule, book: RuleBook) -> None:
    fields = {*book.fields, *book.tags.fields, book.names.field}
    for what, name_given, known in (
        ("field", rule.field, fields),
        ("provider", rule.provider, {"*", *book.providers}),
        ("guard", rule.only_with, {"", *book.guards}),
    ):
        if name_given not in known:
            raise Refused(
                f"Your rule {rule.key} names the {what} {name_given}, which bills do not have.",
                f"Choose one of: {', '.join(sorted(known - {''}))}.",
            )


def tag_text(cells: Sequence[str]) -> str:
    """The tags of a row without quotes, as SQL: ``{team:search, workload:chat}``.

    Lists of ``{key: .., value: ..}`` are brought into the same form.
    """
    texts = [f"coalesce({cell}, '')" for cell in cells] or ["''"]
    return f"paired(unquoted({' || chr(10) || '.join(texts)}))"


def _tag_value(keys: Sequence[str]) -> str:
    """The value of the first of these tags, without regard to the case of its key."""
    texts = []
    for key in keys:
        tag, _, value = key.partition("=")
        wanted = re.escape(value.strip()) + r"(?:\s*$|\s*[},\]\n])" if value else r"[^},\]\n]*"
        texts.append(re.escape(tag.strip()).replace(r"\ ", " ") + r"\s*[:=]\s*(" + wanted + ")")
    found = [f"regexp_extract(tag_text, {literal(BEGIN + text)}, 1, 'i')" for text in texts]
    return "trim(" + reduce(lambda a, b: f"coalesce(nullif({a}, ''), {b})", found) + ", ' }],')"


def _all(guard: Guard) -> tuple[Condition, ...]:
    return guard.any + guard.none


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_matches({cell}, {literal(pattern)}, 'i')"


def _in_place(place: Place, pattern: str) -> str:
    cell = f"trim({name(place.column)})"
    if place.part:
        cell = f"regexp_extract({cell}, {literal(place.part)}, 1, 'i')"
    return _matches(cell, pattern)


def _guard(guard: Guard) -> str:
    wanted = " OR ".join(_matches(f"trim({name(c.column)})", c.pattern) for c in guard.any)
    barred = " OR ".join(_matches(f"trim({name(c.column)})", c.pattern) for c in guard.none)
    return f"({wanted or 'true'}) AND NOT ({barred or 'false'})"


def _first(conditions: Sequence[tuple[int, str]], otherwise: int) -> str:
    if not conditions:
        return str(otherwise)
    cases = " ".join(f"WHEN {condition} THEN {rank}" for rank, condition in conditions)
    return f"CASE {cases} ELSE {otherwise} END"
