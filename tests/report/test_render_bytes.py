"""Same input, same bytes; attachments as given; nothing of the machine in the file."""

import contextlib
import getpass
import hashlib
import os
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
from render_reading import opened
from render_sample import ATTACHMENTS, DOCUMENT

from desktop_app.report.pdf import write_pdf

ROOT = Path(__file__).resolve().parents[2]
BUILD = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from render_sample import ATTACHMENTS, DOCUMENT
from desktop_app.report.pdf import write_pdf
print(hashlib.sha256(write_pdf(DOCUMENT, ATTACHMENTS)).hexdigest())
"""


def test_two_builds_are_equal_in_bytes():
    assert write_pdf(DOCUMENT, ATTACHMENTS) == write_pdf(DOCUMENT, ATTACHMENTS)


def test_a_fresh_process_elsewhere_in_another_time_zone_writes_the_same_bytes(tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", BUILD, str(ROOT), str(ROOT / "tests/report")],
        cwd=tmp_path,
        env={**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert said == hashlib.sha256(write_pdf(DOCUMENT, ATTACHMENTS)).hexdigest()


def test_the_order_in_which_attachments_are_given_does_not_matter():
    assert write_pdf(DOCUMENT, ATTACHMENTS) == write_pdf(DOCUMENT, ATTACHMENTS[::-1])


def test_one_changed_letter_or_another_day_changes_the_bytes():
    made = write_pdf(DOCUMENT)
    later = replace(DOCUMENT, meta=replace(DOCUMENT.meta, sealed_on=date(2026, 11, 24)))
    other = replace(DOCUMENT, meta=replace(DOCUMENT.meta, version="1.1"))
    assert len({made, write_pdf(later), write_pdf(other)}) == 3


def test_attachments_come_out_as_they_went_in():
    pdf = opened(write_pdf(DOCUMENT, ATTACHMENTS))
    names = pdf.Root.Names.EmbeddedFiles.Names
    found = {str(names[k]): names[k + 1].EF.F.read_bytes() for k in range(0, len(names), 2)}
    assert found == {attachment.name: attachment.data for attachment in ATTACHMENTS}
    assert list(found) == sorted(found)
    said = {str(spec.UF): str(spec.AFRelationship) for spec in pdf.Root.AF}
    assert said == {"decision.json": "/Source", "cube.csv": "/Data"}


def test_a_report_without_attachments_has_no_list_of_them():
    assert "/AF" not in opened(write_pdf(DOCUMENT)).Root


def test_all_dates_are_the_day_of_sealing():
    pdf = opened(write_pdf(DOCUMENT, ATTACHMENTS))
    assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"
    assert str(pdf.docinfo["/ModDate"]) == "D:20261123000000Z"
    metadata = pdf.Root.Metadata.read_bytes().decode()
    assert metadata.count("2026-11-23T00:00:00Z") == 3


def test_the_file_names_neither_machine_nor_person_nor_page_writer():
    pdf = opened(write_pdf(DOCUMENT, ATTACHMENTS))
    streams = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    said = b"\n".join([o.unparse() for o in pdf.objects] + streams).lower()
    traces = [str(ROOT), str(Path.home()) + "/"]
    with contextlib.suppress(KeyError, OSError):  # an account may have a number and no name
        traces.append(getpass.getuser() + "@")
    if len(socket.gethostname()) > 5:  # a shorter one turns up in any compressed stream
        traces.append(socket.gethostname())
    for trace in (*traces, "reportlab", "anonymous", "pikepdf"):
        assert trace.lower().encode() not in said


def test_title_author_and_producer_stand_in_both_forms_of_the_metadata():
    meta = replace(DOCUMENT.meta, title="A & B <Cheap>", author="Åsa Öberg")
    pdf = opened(write_pdf(replace(DOCUMENT, meta=meta)))
    assert str(pdf.docinfo["/Title"]) == "A & B <Cheap>"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "A & B <Cheap>"
        assert xmp["dc:creator"] == ["Åsa Öberg"]
        assert xmp["pdf:Producer"] == "Isocost 0.1.0"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
