"""Whose work this program rests on: for Help > Sources and the report's page of attribution.

Every work names its licence and says in a sentence what was taken from it. Texts are ours; nobody
named here endorses the program, and the text of the framework paper says so.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import yaml
from pydantic import Field

from desktop_app.decision.parts import Line, Part, Text
from desktop_app.knowledge.prices_edition import EDITION, price_edition
from desktop_app.knowledge.shelf import resource

FRAMEWORK = "finops-ai-1"


class Attribution(Part):
    """One work of others, as it is shown to a reader."""

    title: Line = Field(min_length=1)
    publisher: Line = Field(min_length=1)
    licence: Line = Field(min_length=1)
    url: Text = Field(pattern=r"^https://")
    text: Text = Field(min_length=1)


class FrameworkManifest(Part):
    """What the manifest of one edition of the framework says."""

    id: Line
    revision: int
    title: Line
    publisher: Line
    licence: Line
    licence_url: Text
    url: Text
    retrieved: date
    attribution: Text


class SourceTable(Part):
    """The further works."""

    sources: tuple[Attribution, ...]


@lru_cache
def framework(edition: str = FRAMEWORK) -> FrameworkManifest:
    """Return the manifest of one edition of the framework."""
    text = resource(f"knowledge/{edition}/manifest.yaml").read_text(encoding="utf-8")
    return FrameworkManifest.model_validate(yaml.safe_load(text))


def attributions(edition: str = EDITION) -> tuple[Attribution, ...]:
    """Return every work the program and its data rest on: paper, prices, then the others.

    Args:
        edition: Edition of the price book that was used.
    """
    text = resource("knowledge/sources.yaml").read_text(encoding="utf-8")
    further = SourceTable.model_validate(yaml.safe_load(text)).sources
    return (_of_framework(framework()), *_of_prices(edition), *further)


def _of_framework(paper: FrameworkManifest) -> Attribution:
    return Attribution(
        title=paper.title,
        publisher=paper.publisher,
        licence=paper.licence,
        url=paper.url,
        text=paper.attribution,
    )


def _of_prices(edition: str) -> tuple[Attribution, ...]:
    book = price_edition(edition)
    taken = {
        source.key: [table.title for table in book.files if table.source == source.key]
        for source in book.sources
    }
    return tuple(
        Attribution(
            title=source.cited,
            publisher=source.publisher,
            licence=source.licence,
            url=source.url,
            text=f"{'; '.join(taken[source.key])}. {source.notice.rstrip('.')}.",
        )
        for source in book.sources
    )
