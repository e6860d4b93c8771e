"""Everything that can be looked for in a decision, and how well it fits what was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from desktop_app.analysis.places import place
from desktop_app.analysis.trace_parts import title_of, words_of
from desktop_app.analysis.wording import written
from desktop_app.decision import Keyed, Part, Quantity
from desktop_app.decision.fields import field_spec
from desktop_app.decision.parts import NEUTRAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision
    from desktop_app.figures import Figure

Kind: TypeAlias = Literal["number", "result", "act"]

_WITH_NUMBERS = ("context", "workloads", "options", "simulation", "close_call")
"""Parts of the document in which people set numbers; those of bills and quotes are only read."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that can be found.

    Attributes:
        kind: A number somebody set, a result, or something the program can do.
        words: What it is: "Claims assistant, requests in the first month".
        detail: Its value and where that is from; of something to do, what it leads to.
        origins: Key to look a result up by.
        path: Where a set number stands in the document.
    """

    kind: Kind
    words: str
    detail: str = ""
    origins: tuple[str, ...] = ()
    path: str = ""


@lru_cache(maxsize=2)
def entries(decision: Decision, study: Study | None) -> tuple[Entry, ...]:
    """List every number that was set and every single result, in the order of the pages.

    Args:
        decision: The decision as it is now.
        study: What was computed last, or None before anything was.
    """
    numbers = (_number(decision, path, value) for path, value in _set_numbers(decision))
    figures = {figure.key: figure for figure in study.results()} if study is not None else {}
    results = (_result(decision, figure) for figure in figures.values())
    return (*numbers, *(result for result in results if result is not None))


def _set_numbers(decision: Decision) -> Iterator[tuple[str, Quantity | float]]:
    for name in _WITH_NUMBERS:
        yield from _numbers_below(getattr(decision, name), name)


def _numbers_below(node: object, path: str) -> Iterator[tuple[str, Quantity | float]]:
    if isinstance(node, Quantity) or (
        isinstance(node, (int, float)) and not isinstance(node, bool)
    ):
        yield path, node
    elif isinstance(node, Part):
        for name, child in node:
            yield from _numbers_below(child, f"{path}.{name}")
    elif isinstance(node, tuple):
        for item in node:
            key = item.key if isinstance(item, Keyed) else getattr(item, "workload", "")
            if key:
                yield from _numbers_below(item, f"{path}.{key}")


def _number(decision: Decision, path: str, value: Quantity | float) -> Entry:
    unit = field_spec(decision, path).unit
    if isinstance(value, Quantity):
        known = written(value.likely, unit), _evidence(value)
    else:
        known = written(value, unit), "set in the decision"
    return Entry(kind="number", words=place(decision, path), detail=", ".join(known), path=path)


def _evidence(value: Quantity) -> str:
    """Say how good a number is and whose: "assumed by Mei Tanaka"."""
    evidence = value.evidence
    if evidence.source == NEUTRAL:
        return "not stated"
    if evidence.owner:
        return f"{evidence.grade} by {evidence.owner}"
    return f"{evidence.grade}, {evidence.source}" if evidence.source else evidence.grade


def _result(decision: Decision, figure: Figure) -> Entry | None:
    """One number that answers a question; what runs over months is no single number."""
    if np.ndim(figure.value) and not figure.key.startswith("break_even."):
        return None
    return Entry(
        kind="result",
        words=title_of(figure, decision),
        detail=words_of(figure),
        origins=(figure.key,),
    )


def matching(found: Iterable[Entry], typed: str) -> tuple[Entry, ...]:
    """Return the entries in which every typed word occurs, best first.

    A whole word fits better than the beginning of one, that better than its inside, and a word
    of the name better than one of the detail. Accents and capitals do not count. Entries that
    fit alike keep their order.
    """
    wanted = _folded(typed).split()
    fits = [(_fit(entry, wanted), i, entry) for i, entry in enumerate(found)]
    ranked = sorted((fit, i, entry) for fit, i, entry in fits if fit is not None) if wanted else []
    return tuple(entry for _, _, entry in ranked)


def _fit(entry: Entry, wanted: list[str]) -> int | None:
    """How far an entry is from what was typed, 0 for the same words; None if it lacks one."""
    name, detail = _read(entry.words), _read(entry.detail)
    steps = 0
    for word in wanted:
        in_name, in_detail = _step(word, name), _step(word, detail)
        if in_name is None and in_detail is None:
            return None
        steps += in_detail + 4 if in_name is None and in_detail is not None else in_name or 0
    return steps


def _step(word: str, text: tuple[str, frozenset[str]]) -> int | None:
    whole, words = text
    if word in words:
        return 0
    if any(one.startswith(word) for one in words):
        return 1
    return 3 if word in whole else None


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, frozenset[str]]:
    folded = _folded(text)
    return folded, frozenset(re.findall(r"[\w.,%]+", folded)) | frozenset(
        re.findall(r"\w+", folded)
    )


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.replace("\N{MINUS SIGN}", "-"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
