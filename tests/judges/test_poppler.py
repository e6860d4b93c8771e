"""poppler, a reader of another make: what it sees in the report is what people will see."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.judge


@pytest.fixture
def information(ask, report):
    said = ask("poppler", "pdfinfo", report)
    assert said.returncode == 0, said.stderr
    return {
        name.strip(): value.strip()
        for name, _, value in (line.partition(":") for line in said.stdout.splitlines())
    }


@pytest.fixture
def plain_file(tmp_path):
    """A file of ordinary make: a standard font that is not embedded, no attachment."""
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.drawString(72, 720, "Not a report")
    canvas.save()
    path = tmp_path / "plain.pdf"
    path.write_bytes(page.getvalue())
    return path


def fonts(ask, path):
    """Return each font's row of pdffonts: name, then embedded, subset, to-Unicode."""
    said = ask("poppler", "pdffonts", path)
    assert said.returncode == 0, said.stderr
    rows = [line.split() for line in said.stdout.splitlines()[2:]]
    return {row[0]: {"embedded": row[-5], "unicode": row[-3]} for row in rows}


def test_the_report_is_tagged_open_and_free_of_scripts(information):
    assert information["Tagged"] == "yes"
    assert information["Encrypted"] == "no"
    assert information["JavaScript"] == "no"


def test_the_report_has_a_title(information):
    assert information["Title"]


def test_every_font_is_embedded_and_can_be_read_back_as_text(ask, report):
    found = fonts(ask, report)
    assert found
    assert all(row == {"embedded": "yes", "unicode": "yes"} for row in found.values()), found


def test_a_font_that_is_not_embedded_is_noticed(ask, plain_file):
    assert fonts(ask, plain_file)["Helvetica"]["embedded"] == "no"


def test_the_decision_is_attached(ask, report):
    assert "decision.json" in ask("poppler", "pdfdetach", "-list", report).stdout


def test_a_file_without_attachments_is_noticed(ask, plain_file):
    assert "decision.json" not in ask("poppler", "pdfdetach", "-list", plain_file).stdout


def test_the_text_comes_out_whole_on_every_page(ask, report, information):
    said = ask("poppler", "pdftotext", "-layout", report, "-")
    pages = said.stdout.split("\f")[:-1]
    count = int(information["Pages"])
    assert len(pages) == count
    assert "\N{REPLACEMENT CHARACTER}" not in said.stdout
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {count}" in page
