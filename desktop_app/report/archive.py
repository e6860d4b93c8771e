"""Finishes the file for the archive: structure tree, attachments, metadata, colours, dates."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from desktop_app.knowledge.shelf import resource
from desktop_app.report.structure import write_structure
from desktop_app.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.report.blocks import Attachment, Meta
    from desktop_app.report.tags import Tree


def archived(drawn: bytes, tree: Tree, meta: Meta, attachments: Sequence[Attachment]) -> bytes:
    """Turn drawn pages into PDF/A-3a and PDF/UA-1.

    Args:
        drawn: A file whose content is marked as ``tree`` says.
        tree: The structure, filled while drawing.
        meta: Title, language, dates, producer.
        attachments: Files to embed, in any order; they are stored by name.

    Returns:
        The finished file; the same input gives the same bytes.
    """
    ordered = sorted(attachments, key=lambda attachment: attachment.name)
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        write_structure(pdf, tree)
        root = pdf.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.Lang = String(meta.language)
        root.OutputIntents = Array([_output_intent(pdf)])
        _attach(pdf, ordered, meta.sealed_on)
        root.Metadata = _metadata(pdf, meta, _identity(meta, ordered))
        _write_info(pdf, meta)
        out = io.BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.disable,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"


def _output_intent(pdf: Pdf) -> pikepdf.Object:
    profile = pdf.make_stream(resource("report/srgb.icc").read_bytes(), N=3)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


def _attach(pdf: Pdf, attachments: Sequence[Attachment], day: date) -> None:
    """Embed the files and say what each is to the report."""
    if not attachments:
        return
    specs = [_file_spec(pdf, attachment, day) for attachment in attachments]
    names = [
        part
        for attachment, spec in zip(attachments, specs, strict=True)
        for part in (String(attachment.name), spec)
    ]
    root = pdf.Root
    if "/Names" not in root:
        root.Names = Dictionary()
    root.Names.EmbeddedFiles = Dictionary(Names=Array(names))
    root.AF = Array(specs)


def _file_spec(pdf: Pdf, attachment: Attachment, day: date) -> pikepdf.Object:
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).digest()  # asked for by PDF
    stamp = String(_pdf_date(day))
    stream = pdf.make_stream(
        attachment.data,
        Type=Name.EmbeddedFile,
        Subtype=Name("/" + attachment.mime),
        Params=Dictionary(
            Size=len(attachment.data),
            CreationDate=stamp,
            ModDate=stamp,
            CheckSum=String(checksum),
        ),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name("/" + attachment.relationship),
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def _identity(meta: Meta, attachments: Sequence[Attachment]) -> str:
    """A document id that follows from the content."""
    digest = hashlib.sha256(meta.fingerprint.encode())
    for attachment in attachments:
        digest.update(hashlib.sha256(attachment.data).digest())
    text = digest.hexdigest()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:32]))


def _metadata(pdf: Pdf, meta: Meta, identity: str) -> pikepdf.Object:
    values = {
        "title": meta.title,
        "author": meta.author,
        "subject": meta.subject,
        "language": meta.language,
        "producer": meta.producer,
    }
    safe = {name: escape(clean(value)) for name, value in values.items()}
    packet = (
        resource("report/metadata.xml")
        .read_text("utf-8")
        .format(
            **safe,
            mark="\ufeff",
            date=f"{meta.sealed_on.isoformat()}T00:00:00Z",
            identity=identity,
        )
    )
    return pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _write_info(pdf: Pdf, meta: Meta) -> None:
    """The older form of the metadata; what the page writer put there goes."""
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    info["/Title"] = String(clean(meta.title))
    info["/Author"] = String(clean(meta.author))
    info["/Subject"] = String(clean(meta.subject))
    info["/Creator"] = String(clean(meta.producer))
    info["/Producer"] = String(clean(meta.producer))
    info["/CreationDate"] = info["/ModDate"] = String(_pdf_date(meta.sealed_on))
