"""qpdf, a judge of the file's syntax: cross-references, streams, objects."""

import pytest

pytestmark = pytest.mark.judge


def test_the_syntax_of_the_report_has_no_error_and_no_warning(ask, report):
    checked = ask("qpdf", "qpdf", "--check", report)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors" in checked.stdout


def test_a_report_that_was_cut_short_is_not_sound(ask, report, tmp_path):
    whole = report.read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    assert ask("qpdf", "qpdf", "--check", cut).returncode != 0
