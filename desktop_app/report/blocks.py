"""What the pages of a report say: values without layout, fonts or colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.analysis.charts import AnyChart
from desktop_app.report.runs import GradeMark, Look, Mark, Run, Text, Tone
from desktop_app.report.tables import Bar, Cell, Column, Marked, Row, Stack, Table

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "AnyChart",
    "Attachment",
    "Bar",
    "Block",
    "Cell",
    "Column",
    "Columns",
    "Contents",
    "Document",
    "Fingerprint",
    "GradeMark",
    "KeyFigure",
    "KeyFigures",
    "Look",
    "Mark",
    "Marked",
    "Meta",
    "Numbered",
    "Page",
    "Paragraph",
    "Point",
    "QrCode",
    "Row",
    "Run",
    "Section",
    "SignBox",
    "SignBoxes",
    "Sought",
    "Stack",
    "Table",
    "Text",
    "Tone",
]


@dataclass(frozen=True)
class Section:
    """A message and, below it, who, what and when.

    Attributes:
        message: A sentence, printed strong; it never stands alone at the foot of a page.
        caption: The line below, grey.
        ruled: Draw the heavy rule below. For lists and paragraphs; tables bring their own.
    """

    message: str
    caption: Text = ""
    ruled: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; size "note" is the small grey one below charts and tables."""

    text: Text
    size: Literal["body", "note"] = "body"


@dataclass(frozen=True)
class Sought:
    """The decision sought, or a quotation: larger, with a rule at its left."""

    label: str
    text: Text


@dataclass(frozen=True)
class KeyFigure:
    """One number of the strip: value and unit, one or two caption lines."""

    value: str
    unit: str
    caption: tuple[str, ...]
    tone: Tone = "neutral"


@dataclass(frozen=True)
class KeyFigures:
    """Three to five numbers side by side; "large" on page 1, "small" elsewhere."""

    items: tuple[KeyFigure, ...]
    size: Literal["large", "small"] = "large"


@dataclass(frozen=True)
class Point:
    """A numbered point: strong lead, text, and a grey line below ("Owner Mei Tanaka")."""

    lead: str
    text: Text
    aside: str = ""


@dataclass(frozen=True)
class Numbered:
    """Points numbered from one."""

    items: tuple[Point, ...]


@dataclass(frozen=True)
class Columns:
    """Two stacks of blocks side by side, read left then right.

    Attributes:
        ratio: Share of the width, gap apart, that goes to the left, 0.2 to 0.8.
        gap: Points between the two.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    ratio: float = 0.5
    gap: float = 24


@dataclass(frozen=True)
class SignBox:
    """A box to sign in ink: role, name and limit of authority above it."""

    role: str
    name: str
    authority: str


@dataclass(frozen=True)
class SignBoxes:
    """Two to four boxes side by side, each with a line to sign on."""

    items: tuple[SignBox, ...]


@dataclass(frozen=True)
class Fingerprint:
    """A digest on a line of its own, in groups of eight; ``digest`` is lower-case hexadecimal."""

    label: str
    digest: str


@dataclass(frozen=True)
class QrCode:
    """A square code; ``payload`` is text, never fetched by anything."""

    payload: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Contents:
    """The list of all pages of the document, with links; the numbers come from the layout."""


Block: TypeAlias = (
    Section
    | Paragraph
    | Sought
    | KeyFigures
    | Numbered
    | Columns
    | Table
    | SignBoxes
    | Fingerprint
    | QrCode
    | Contents
    | AnyChart
)


@dataclass(frozen=True)
class Page:
    """A chapter that starts on a new page and, if it must, runs on.

    Attributes:
        chapter: "1" to "9", then "A1" and on; unique in a document.
        title: What the header calls it: "Money".
        headline: The message, a full sentence of two lines at most.
        subline: The grey line below the headline.
        about: What the contents say is in it: "cash, bridge, break-even, budget line".
        footnote: Small print at the foot of the chapter's last page.
    """

    chapter: str
    title: str
    headline: str
    subline: str
    body: tuple[Block, ...]
    about: str = ""
    footnote: Text = ""


@dataclass(frozen=True)
class Meta:
    """What stands on every page and in the file's metadata.

    Attributes:
        organisation: Printed strong at the top left.
        reference: "MI-2026-014".
        version: "1.0".
        status: Line at the top right of page 1: "For decision · Board paper 7 · ...".
        classification: "Confidential – Board".
        sealed_on: Date on every page and in the metadata; no clock is read.
        fingerprint: Seal of the document inside, 64 hexadecimal digits.
        language: Of the text, "en-GB".
        producer: "Isocost 0.1.0".
    """

    organisation: str
    reference: str
    version: str
    status: Text
    classification: str
    sealed_on: date
    fingerprint: str
    title: str
    subject: str
    author: str
    language: str
    producer: str


@dataclass(frozen=True)
class Document:
    """A whole report."""

    meta: Meta
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Attachment:
    """A file inside the report.

    Attributes:
        mime: "application/json".
        relationship: What it is to the report: "Source" it was made from, "Data" behind it.
        description: One line for people.
    """

    name: str
    data: bytes
    mime: str
    relationship: Literal["Source", "Data", "Alternative", "Supplement"]
    description: str
