"""The demonstration's report, changed copies of it, and a quick way to verify many of them."""

import json
from types import SimpleNamespace

import pikepdf
import pytest

import desktop_app.verify as checking
from desktop_app import report


@pytest.fixture(scope="session")
def genuine(demo) -> bytes:
    """The bytes of the report."""
    return (demo / "report.pdf").read_bytes()


@pytest.fixture(scope="session")
def carried(demo) -> bytes:
    """The record inside the report."""
    with pikepdf.open(demo / "report.pdf") as pdf:
        return pdf.attachments["decision.json"].get_file().read_bytes()


@pytest.fixture
def forged(demo, tmp_path):
    """Save the report with another record inside, or changed in some other way."""

    def save(record=None, change=lambda _pdf: None):
        path = tmp_path / "forged.pdf"
        with pikepdf.open(demo / "report.pdf") as pdf:
            if record is not None:
                content = record if isinstance(record, bytes) else json.dumps(record).encode()
                pdf.attachments["decision.json"] = pikepdf.AttachedFileSpec(pdf, content)
            change(pdf)
            pdf.save(path)
        return path

    return save


@pytest.fixture(scope="session")
def computed_once():
    """What was computed before, by what it was computed from."""
    return {}


@pytest.fixture
def quickly(monkeypatch, computed_once):
    """Compute and draw the same decision once only.

    Both are pure: what they give for the same decision is the same, which the other tests of
    these journeys check without this.
    """
    study, paper_of, record_of = checking.study, report.paper_of, checking.record_of

    def kept_study(decision, *, draws, seed, progress):
        key = (decision, draws, seed)
        if key not in computed_once:
            computed_once[key] = study(decision, draws=draws, seed=seed, progress=progress)
        return computed_once[key]

    def kept_paper(done, *, seal):
        key = (id(done), seal)
        if key not in computed_once:
            computed_once[key] = paper_of(done, seal=seal)
        return computed_once[key]

    def kept_record(done, *, seal):
        key = (id(done), seal, "record")
        if key not in computed_once:
            computed_once[key] = record_of(done, seal=seal)
        return computed_once[key]

    monkeypatch.setattr(checking, "study", kept_study)
    monkeypatch.setattr(checking, "record_of", kept_record)
    monkeypatch.setattr(
        checking, "report", SimpleNamespace(**{**vars(report), "paper_of": kept_paper})
    )
