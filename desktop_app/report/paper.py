"""The finished report: pages, and the record from which anyone can compute them again."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
import rfc8785

from desktop_app.analysis.record import record_of
from desktop_app.outcome import Refused
from desktop_app.report.blocks import Attachment
from desktop_app.report.chapters.brief import Brief
from desktop_app.report.chapters.contents import RECORD_NAME
from desktop_app.report.outline import outline
from desktop_app.report.pdf import write_pdf

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study

MOST_BYTES = 256 * 2**20
"""Largest attachment that is unpacked; a record of a large decision takes a few million bytes."""


@dataclass(frozen=True)
class Paper:
    """A report ready to be written.

    Attributes:
        pdf: The file.
        record: The attachment with document and results, in canonical form.
        headline: The recommendation in one sentence.
        seal: Fingerprint of the decision.
    """

    pdf: bytes
    record: bytes
    headline: str
    seal: str


def paper_of(study: Study, *, seal: str) -> Paper:
    """Write a study up. The same study gives the same bytes.

    Raises:
        Refused: A character in the decision has no shape in the report's fonts.
    """
    record = rfc8785.dumps(record_of(study, seal=seal).model_dump(mode="json"))
    brief = Brief(study, seal, record, hashlib.sha256(record).hexdigest())
    attached = Attachment(
        RECORD_NAME,
        record,
        "application/json",
        "Source",
        "The decision with every figure computed from it, RFC 8785 canonical JSON",
    )
    pdf = write_pdf(outline(brief), (attached,))
    return Paper(pdf, record, brief.advice.headline, seal)


def attachment(pdf: bytes, wanted: str, *, name: str) -> bytes:
    """Read a file out of a report.

    Args:
        pdf: The report.
        wanted: Name of the attachment.
        name: Name of the report, for the sentence.

    Raises:
        Refused: It is no PDF, or holds no such attachment.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            if wanted in opened.attachments:
                return _inflated(opened.attachments[wanted].obj.EF.F, name)
    except pikepdf.PasswordError as error:
        raise Refused(
            f"{name} is locked with a password.",
            "Reports are written without one; ask for the file as it was written.",
        ) from error
    except pikepdf.PdfError as error:
        raise Refused(
            f"{name} cannot be read as a PDF.",
            "It may be damaged; ask for the report again.",
        ) from error
    raise Refused(
        f"{name} holds no {wanted}, so it is no Isocost report.",
        "Reports carry their decision inside; a printed or re-saved copy may have lost it.",
    )


def _inflated(stream: pikepdf.Object, name: str) -> bytes:
    """Unpack an attachment, but no further than any report's goes: a small file may hide a flood.

    Raises:
        Refused: It is larger than a record can be, or damaged.
    """
    raw = bytes(stream.read_raw_bytes())
    if stream.get("/Filter") == pikepdf.Name.FlateDecode:
        try:
            raw = zlib.decompressobj().decompress(raw, MOST_BYTES + 1)
        except zlib.error as error:
            raise Refused(
                f"The attachment of {name} is damaged.", "Ask for the report again."
            ) from error
    if len(raw) > MOST_BYTES:
        raise Refused(
            f"{name} holds an attachment larger than any report's.",
            "It was not written by this program; do not open it.",
        )
    return raw
