"""Everything computed, as one documented object: what ``--json`` prints and a report carries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np
from pydantic import Field

import desktop_app
from desktop_app.analysis.recommend import Reason, recommendation
from desktop_app.decision import Decision, Part

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.figures import Figure, Source, Value

DIGITS = 10
"""Significant digits kept: more than any page shows, fewer than processors may disagree on."""


class SourceRecord(Part):
    """Where a given figure was stated."""

    kind: Literal["entered", "billing", "convention"]
    ref: str = Field(description="Path in the document, or digests of the files summed.")
    note: str = ""
    grade: Literal["measured", "quoted", "published", "assumed"]
    owner: str = ""
    date: str = Field(default="", description="Date of the evidence, ISO 8601.")


class FigureRecord(Part):
    """A figure: its name, value, unit and origin.

    Monthly values start with the first month. Cumulative costs are sampled just before and just
    after the payments of each time 0, 1, ... months. null stands for "does not exist".
    """

    name: str
    value: float | tuple[float | None, ...] | None
    unit: str
    how: str = Field(default="", description="Formula of a derived figure.")
    of: tuple[str, ...] = Field(default=(), description="Keys of the figures in the formula.")
    source: SourceRecord | None = Field(default=None, description="Origin of a given figure.")


class ReasonRecord(Part):
    """A statement and the keys of the figures it names."""

    lead: str
    text: str
    figures: tuple[str, ...] = ()


class RecommendationRecord(Part):
    """What to choose, why, and why not the others."""

    option: str | None
    headline: str
    close_call: tuple[ReasonRecord, ...]
    reasons: tuple[ReasonRecord, ...]
    others: dict[str, ReasonRecord]


class FindingRecord(Part):
    """What keeps an option from being compared as it stands."""

    level: Literal["blocks", "advice"]
    path: str
    message: str
    hint: str


class Program(Part):
    """What computed the results."""

    name: Literal["isocost"] = "isocost"
    version: str


class Record(Part):
    """A decision with everything computed from it."""

    format: Literal["isocost-record-1"] = "isocost-record-1"
    program: Program
    seal: str = Field(description="SHA-256 of the document's canonical JSON (RFC 8785).")
    draws: int
    seed: int
    document: Decision = Field(description="The decision; loads as an .isocost file.")
    recommendation: RecommendationRecord
    findings: tuple[FindingRecord, ...]
    results: dict[str, FigureRecord] = Field(description="Every figure by its permanent key.")


def record_of(study: Study, *, seal: str) -> Record:
    """Gather a study into its record.

    Args:
        study: What was computed.
        seal: Fingerprint of the decision.
    """
    advice = recommendation(study)
    return Record(
        program=Program(version=desktop_app.__version__),
        seal=seal,
        draws=study.simulation.draws,
        seed=study.simulation.seed,
        document=study.decision,
        recommendation=RecommendationRecord(
            option=advice.option,
            headline=advice.headline,
            close_call=tuple(_reason(reason) for reason in advice.close_call),
            reasons=tuple(_reason(reason) for reason in advice.reasons),
            others={key: _reason(reason) for key, reason in advice.others},
        ),
        findings=tuple(FindingRecord(**vars(finding)) for finding in study.analysis.findings),
        results={key: figure_record(figure) for key, figure in sorted(study.figures().items())},
    )


def figure_record(figure: Figure) -> FigureRecord:
    """Write one figure down, rounded to ten significant digits."""
    return FigureRecord(
        name=figure.name,
        value=_value(figure.value),
        unit=figure.unit,
        how=figure.how,
        of=tuple(part.key for part in figure.of),
        source=_source(figure.source),
    )


def _reason(reason: Reason) -> ReasonRecord:
    return ReasonRecord(lead=reason.lead, text=reason.text, figures=reason.figures)


def _source(source: Source | None) -> SourceRecord | None:
    return None if source is None else SourceRecord(**vars(source))


def _value(value: Value) -> float | tuple[float | None, ...] | None:
    array = np.asarray(value, dtype=float)
    if array.ndim == 0:
        return _rounded(float(array))
    return tuple(_rounded(float(x)) for x in array.ravel())


def _rounded(value: float) -> float | None:
    return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else None
