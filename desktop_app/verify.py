"""Is a report what it says it is? Everything is computed again from what it carries."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

import desktop_app
from desktop_app import report, storage
from desktop_app.analysis.record import FigureRecord, Record, record_of
from desktop_app.analysis.study import study
from desktop_app.decision.parts import MOST
from desktop_app.outcome import Progress, Refused, silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

TOLERANCE = 1e-8
"""Relative: two processors may disagree in the last of the ten digits kept."""


MOST_DRAWS = 1_000_000
"""More than any command runs; a record that asks for more is not ours."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes:
        about: What was compared.
        passed: Whether it agrees.
        finding: What was found, in words.
    """

    about: str
    passed: bool
    finding: str


def verify(path: PathLike[str], *, progress: Progress = silent) -> tuple[Check, ...]:
    """Check that a report's attachment is intact, recompute every number and redraw the file.

    Raises:
        Refused: The file is no report, or was made by another version of the program and so
            cannot be compared (which says nothing against it).
    """
    content = _read(Path(path))
    name = Path(path).name
    attached = report.attachment(content, report.RECORD_NAME, name=name)
    record = _record(attached, name)
    seal = storage.seal(record.document)
    checks = [_canonical(attached), _sealed(record, seal)]
    done = study(record.document, draws=record.draws, seed=record.seed, progress=progress)
    checks.append(_recomputed(record, record_of(done, seal=record.seal)))
    paper = report.paper_of(done, seal=seal)
    checks.append(_redrawn(content, paper.pdf))
    return tuple(checks)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            f"{path} could not be opened: {(error.strerror or 'the disk refused').lower()}.",
            "Check the name and whether you may read it.",
        ) from error


def _record(attached: bytes, name: str) -> Record:
    try:
        version = str(json.loads(attached)["program"]["version"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_record(name) from error
    if version != desktop_app.__version__:
        raise Refused(
            f"{name} is not comparable here: it was made by Isocost {version[:20]}, this is "
            f"{desktop_app.__version__}.",
            "Verify it with the version that made it. This says nothing against the report.",
        )
    try:
        record = Record.model_validate_json(attached)
    except ValidationError as error:
        raise _no_record(name) from error
    if not (1 <= record.draws <= MOST_DRAWS and 0 <= record.seed <= MOST):
        raise _no_record(name)
    return record


def _no_record(name: str) -> Refused:
    return Refused(
        f"The attachment {report.RECORD_NAME} of {name} cannot be read as a record.",
        "It was damaged or written by something else; ask for the report again.",
    )


def _canonical(attached: bytes) -> Check:
    try:
        same = storage.canonical(json.loads(attached)) == attached
    except ValueError:  # a number that no canonical form can hold
        same = False
    digest = hashlib.sha256(attached).hexdigest()
    finding = f"canonical, SHA-256 {digest}" if same else "it is not in canonical form (RFC 8785)"
    return Check(f"attachment {report.RECORD_NAME}", same, finding)


def _sealed(record: Record, seal: str) -> Check:
    same = seal == record.seal
    finding = seal if same else f"the document has {seal}, the record says {record.seal}"
    return Check("seal of the decision", same, finding)


def _recomputed(stored: Record, again: Record) -> Check:
    differing = _differing(stored.results, again.results)
    if stored.recommendation != again.recommendation:
        differing.append("the recommendation")
    if stored.findings != again.findings:
        differing.append("the findings")
    if differing:
        more = f" and {len(differing) - 3} more" if len(differing) > 3 else ""
        return Check("figures recomputed", False, f"{', '.join(differing[:3])}{more}")
    count = len(again.results)
    finding = f"all {count} figures and inputs agree, and so does the recommendation"
    return Check("figures recomputed", True, finding)


def _differing(stored: Mapping[str, FigureRecord], again: Mapping[str, FigureRecord]) -> list[str]:
    keys = sorted({*stored, *again})
    return [
        key
        for key in keys
        if key not in stored or key not in again or not _same(stored[key], again[key])
    ]


def _same(one: FigureRecord, other: FigureRecord) -> bool:
    if one.model_copy(update={"value": None}) != other.model_copy(update={"value": None}):
        return False
    left = one.value if isinstance(one.value, tuple) else (one.value,)
    right = other.value if isinstance(other.value, tuple) else (other.value,)
    return len(left) == len(right) and all(map(_close, left, right))


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=1e-9)


def _redrawn(content: bytes, again: bytes) -> Check:
    if content == again:
        return Check("pages redrawn", True, f"{len(again):,} bytes, every one equal")
    at = next((i for i, (a, b) in enumerate(zip(content, again, strict=False)) if a != b), None)
    place = min(len(content), len(again)) if at is None else at
    sizes = f"{len(content):,} bytes in the file, {len(again):,} redrawn"
    return Check("pages redrawn", False, f"first difference at byte {place:,} ({sizes})")
