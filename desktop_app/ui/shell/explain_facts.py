"""What is known about a number that somebody stated: where it stands and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop_app.analysis.places import place
from desktop_app.decision import Quantity
from desktop_app.decision.edits import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.decision import Decision
    from desktop_app.figures import Source
    from desktop_app.ui.shell.explain_stop import Account

Fact: TypeAlias = "tuple[str, str]"
"""What is said, and how it reads."""


def facts(account: Account) -> tuple[Fact, ...]:
    """Say everything about a stated number; what was left empty is left out."""
    source = account.figure.source
    if source is None:
        return ()
    found = [
        ("Stands at", place(account.decision, account.trace.path) if account.trace.path else ""),
        ("In full", account.trace.whole_text),
        ("Range", account.trace.range_text),
        *_evidence(account, source),
    ]
    return tuple((name, text) for name, text in found if text)


def _evidence(account: Account, source: Source) -> Iterator[Fact]:
    if source.kind == "convention":
        yield "Set by", f"a convention of the method: {source.note}"
        return
    if source.kind == "billing":
        yield "Grade", source.grade
        yield from _bill(account.decision, source)
        return
    yield "Grade", account.trace.grade or "set in the decision, without evidence"
    yield "Source", source.note
    yield "Owner", source.owner
    yield "Date", source.date
    yield from _more(account)


def _more(account: Account) -> Iterator[Fact]:
    """What the evidence of a quantity says beyond its source."""
    path = account.trace.path
    value = value_at(account.decision, path) if path else None
    if isinstance(value, Quantity):
        yield "Valid until", value.evidence.expires.isoformat() if value.evidence.expires else ""
        yield "Address", value.evidence.url
        yield "Licence", value.evidence.licence


def _bill(decision: Decision, source: Source) -> Iterator[Fact]:
    """The bill a sum was taken over, with the digest of each file."""
    yield "Bill", source.note
    for file in (file for bill in decision.bills for file in bill.files):
        if file.sha256[:16] in source.ref:
            yield "File", file.name
            yield "", f"{file.rows_kept:,} of {file.rows_read:,} rows kept"
            yield "SHA-256", _parted(file.sha256)


def _parted(digest: str) -> str:
    """A digest in groups of eight, to be compared by eye."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
