"""The report on the screen and on the disk is that of the whole study of the present decision."""

import json

import pytest

from desktop_app import report, storage
from desktop_app.analysis.record import Record
from desktop_app.analysis.study import study
from desktop_app.session import papers
from desktop_app.verify import verify

PLAN = 4096


@pytest.fixture(scope="module")
def paper():
    """The report of the smallest decision, made without a session."""
    from documents import SMALLEST

    from desktop_app.decision import Decision

    decision = Decision.model_validate(SMALLEST)
    return report.paper_of(study(decision), seal=storage.seal(decision))


@pytest.fixture
def written(qtbot, session):
    """Write the report up and wait for it."""

    def run():
        found = []
        task = papers.write_up(session, found.append)
        with qtbot.waitSignal(task.ended, timeout=20_000):
            pass
        return found

    return run


def exported(qtbot, start):
    found = []
    with qtbot.waitSignal(start(found.append).ended, timeout=20_000):
        pass
    return found


def draws_of(paper):
    return json.loads(paper.record)["draws"]


def test_without_any_study_the_full_one_is_made_first(written, paper):
    assert written() == [paper]


def test_a_coarse_study_is_never_written_up(session, written, paper):
    session.results.refresh()
    assert session.results.is_coarse
    (found,) = written()
    assert draws_of(found) == PLAN
    assert found == paper


def test_a_full_study_is_not_made_again(qtbot, session, written, paper, monkeypatch):
    session.results.refresh()
    qtbot.waitUntil(lambda: session.results.full is not None, timeout=10_000)
    monkeypatch.setattr(papers, "_full", lambda decision, ready, report: ready)
    assert written() == [paper]


def test_a_stale_study_is_never_written_up(qtbot, session, written, rate):
    session.results.refresh()
    qtbot.waitUntil(lambda: session.results.full is not None, timeout=10_000)
    session.store.apply(rate(0.05))
    (found,) = written()
    assert found.seal == storage.seal(session.store.decision)
    assert json.loads(found.record)["document"]["context"]["discount_rate"]["likely"] == 0.05


def test_a_decision_that_cannot_be_evaluated_has_no_report_and_that_is_said(
    session, written, posted
):
    from desktop_app.decision.edits import remove_option

    for key in ("api", "own"):
        session.store.apply(remove_option(key))
    assert written() == []
    (message,) = posted
    assert message.level == "problem"
    assert message.text.endswith(".")


def test_an_exported_report_verifies_itself(qtbot, session, paper, tmp_path):
    path = tmp_path / "report.pdf"
    done = exported(qtbot, lambda done: papers.export_pdf(session, paper, path, done))
    assert done == [path]
    assert all(check.passed for check in verify(path))


def test_exported_results_are_the_record_of_the_full_study(qtbot, session, paper, tmp_path):
    session.results.refresh()
    path = tmp_path / "results.json"
    exported(qtbot, lambda done: papers.export_results(session, path, done))
    record = Record.model_validate_json(path.read_bytes())
    assert record.draws == PLAN
    assert record == Record.model_validate_json(paper.record)


def test_a_report_never_overwrites_its_decision(qtbot, session, paper, tmp_path, posted):
    session.file.save_as(tmp_path / "plan.isocost")
    before = session.file.path.read_bytes()
    for start in (
        lambda done: papers.export_pdf(session, paper, session.file.path, done),
        lambda done: papers.export_results(session, session.file.path, done),
    ):
        assert exported(qtbot, start) == []
    assert session.file.path.read_bytes() == before
    assert {message.text for message in posted} == {
        "plan.isocost is the decision itself. Choose another name."
    }


def test_a_place_that_cannot_be_written_to_is_refused_in_a_sentence(
    qtbot, session, paper, tmp_path, posted
):
    path = tmp_path / "nowhere" / "report.pdf"
    assert exported(qtbot, lambda done: papers.export_pdf(session, paper, path, done)) == []
    assert "could not be written: no such file or directory." in posted[0].text


def test_pages_are_rendered_as_wide_as_asked_and_upright(paper):
    count = papers.page_count(paper.pdf)
    assert count > 5
    picture = papers.picture_of(paper.pdf, 0, 420)
    assert picture.width == 420
    assert picture.height == pytest.approx(420 * 297 / 210, abs=2)
    assert picture.stride >= 4 * picture.width
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert any(byte < 80 for byte in picture.pixels[::4])
    assert papers.picture_of(paper.pdf, count - 1, 420).pixels != picture.pixels


def test_all_pages_can_be_rendered_at_once_in_the_background(qtbot, session, paper):
    found = {}
    with qtbot.assertNotEmitted(session.tasks.crashed):
        for page in range(papers.page_count(paper.pdf)):
            keep = lambda picture, page=page: found.update({page: picture})  # noqa: E731
            papers.render(session, paper.pdf, page, 200, session, keep)
        qtbot.waitUntil(lambda: len(found) == papers.page_count(paper.pdf), timeout=20_000)
    assert all(picture == papers.picture_of(paper.pdf, n, 200) for n, picture in found.items())


def test_the_chapters_are_read_from_the_report(paper):
    assert papers.chapters(paper.pdf)[0] == "1 · Decision on a page"
    assert papers.chapters(paper.pdf)[-1] == "A4 · Method"
