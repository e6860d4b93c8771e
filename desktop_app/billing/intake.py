"""Takes a file in: is it there, what is it made of, is it whole, which bytes exactly."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.outcome import Progress, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHUNK = 1 << 20

SIP = 1 << 16
"""Packed bytes inflated at once, so that no archive can fill the memory."""

NOT_TEXT = {
    b"PK\x03\x04": "a ZIP archive or an Excel workbook",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"BZh": "a bzip2 archive",
}


@dataclass(frozen=True)
class Original:
    """A file as it was handed in.

    Attributes:
        path: Where it lies.
        sha256: Digest of its bytes.
        size_bytes: Their number.
        form: What it is made of.
        encoding: Of the text, once unpacked; empty for Parquet.
        lines: Line ends in the text, those inside quoted cells too; 0 for Parquet.
    """

    path: Path
    sha256: str
    size_bytes: int
    form: Literal["csv", "csv.gz", "parquet"]
    encoding: str = ""
    lines: int = 0


def taken_in(path: Path, progress: Progress) -> Original:
    """Read a file once, from the first byte to the last, and say what it is.

    Raises:
        Refused: It is not there, not readable, empty, damaged or no table at all.
        Cancelled: ``progress`` said so.
    """
    size = _size(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
            stream.seek(0)
            _refuse_other_forms(path, start)
            digest = hashlib.sha256()
            chunks = _watched(iter(lambda: stream.read(CHUNK), b""), digest, size, progress)
            if start.startswith(b"PAR1"):
                for _ in chunks:
                    pass
                return Original(path, digest.hexdigest(), size, "parquet")
            packed = start.startswith(b"\x1f\x8b")
            encoding, lines = _text(path, _unpacked(path, chunks) if packed else chunks)
            form: Literal["csv", "csv.gz"] = "csv.gz" if packed else "csv"
            return Original(path, digest.hexdigest(), size, form, encoding, lines)
    except OSError as error:
        raise Refused(
            f"{path.name} cannot be read.", "Check that you may read the file."
        ) from error


def as_utf8(original: Original, folder: Path) -> Path:
    """Write the text of a file as UTF-8 into ``folder`` and return where."""
    target = folder / f"{original.sha256}.csv"
    with original.path.open("rb") as stream, target.open("w", encoding="utf-8", newline="") as out:
        chunks: Iterator[bytes] = iter(lambda: stream.read(CHUNK), b"")
        if original.form == "csv.gz":
            chunks = _unpacked(original.path, chunks)
        decoder = codecs.getincrementaldecoder(original.encoding)(errors="replace")
        for chunk in chunks:
            out.write(decoder.decode(chunk))
        out.write(decoder.decode(b"", final=True))
    return target


def opening(original: Original) -> str:
    """Return the first part of a file's text, without a byte-order mark."""
    unpack = gzip.open if original.form == "csv.gz" else open
    with unpack(original.path, "rb") as stream:
        start = stream.read(CHUNK)
    return start.decode(original.encoding, errors="replace").removeprefix("\ufeff")


def _size(path: Path) -> int:
    if path.is_dir():
        raise Refused(f"{path.name} is a folder.", "Name the files in it one by one.")
    if not path.exists():
        raise Refused(f"There is no file {path}.", "Check the name and the folder.")
    size = path.stat().st_size
    if size == 0:
        raise Refused(f"{path.name} is empty.", "Export the bill again.")
    return size


def _refuse_other_forms(path: Path, start: bytes) -> None:
    for magic, what in NOT_TEXT.items():
        if start.startswith(magic):
            raise Refused(
                f"{path.name} is {what}, which is not read as a bill.",
                "Give the CSV, gzipped CSV or Parquet file that is in it or behind it.",
            )


def _watched(
    chunks: Iterator[bytes], digest: hashlib._Hash, size: int, progress: Progress
) -> Iterator[bytes]:
    done = 0
    for chunk in chunks:
        digest.update(chunk)
        done += len(chunk)
        progress(done / size)
        yield chunk


def _unpacked(path: Path, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate gzip members one after another, checking each member's length and check sum."""
    member = zlib.decompressobj(wbits=31)
    try:
        for chunk in chunks:
            for begin in range(0, len(chunk), SIP):
                rest = chunk[begin : begin + SIP]
                while rest.strip(b"\0") or not member.eof:
                    if member.eof:
                        member = zlib.decompressobj(wbits=31)
                    yield member.decompress(rest)
                    rest = member.unused_data
                    if not member.eof:
                        break
    except zlib.error as error:
        raise Refused(f"{path.name} is a damaged gzip file.", "Download it again.") from error
    if not member.eof:
        raise Refused(
            f"{path.name} is cut off: its gzip data end before they are complete.",
            "Download it again.",
        )


def _text(path: Path, chunks: Iterator[bytes]) -> tuple[str, int]:
    """Return the encoding and the number of line ends.

    The encoding is decided by byte-order mark, else by strict UTF-8, else it is Windows-1252.
    """
    encoding, decoder, first = "utf-8", codecs.getincrementaldecoder("utf-8")(), True
    lines = 0
    for chunk in chunks:
        lines += chunk.count(b"\n")
        if first and chunk:
            if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                encoding = "utf-16"
            elif _is_binary(chunk[:4096]):
                raise Refused(
                    f"{path.name} is no table: it holds binary data.",
                    "Give a CSV, gzipped CSV or Parquet file.",
                )
            first = False
        if encoding == "utf-8" and not (chunk.isascii() and not decoder.getstate()[0]):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                encoding = "cp1252"
    return encoding, lines


def _is_binary(start: bytes) -> bool:
    """Whether control characters occur that no table has."""
    return any(byte < 9 or 13 < byte < 32 for byte in start)
