"""The Sign page: the paper as it is now, made off the main thread, and the ways to take it out."""

import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from seen import cut_off, labels, texts

from desktop_app import report, storage
from desktop_app.decision.edits import remove_option, set_value
from desktop_app.session import papers
from desktop_app.ui.steps.sign import SignStep
from desktop_app.ui.steps.sign_page import PageView
from desktop_app.ui.steps.sign_side import Fingerprint, contents_said, short_form
from desktop_app.ui.steps.sought import Sought

LEFT, SOON = Qt.MouseButton.LeftButton, 20_000


@pytest.fixture
def page(qtbot, opened, begun, smallest):
    """The page with the report of a small decision on it."""
    page = opened(SignStep, begun(smallest))
    qtbot.waitUntil(lambda: view_of(page).image is not None, timeout=SOON)
    return page


def view_of(page):
    return page.findChild(PageView)


def button(page, text):
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def title(text):
    return set_value("title", text, "title")


def place(page):
    return next(text for text in texts(page) if text.startswith("Page "))


def test_the_first_page_of_the_report_is_shown(page):
    view = view_of(page)
    assert view.accessibleName().startswith("Report, page 1 of ")
    assert view.image.height() / view.image.width() == pytest.approx(297 / 210, rel=0.01)
    ink = {
        view.image.pixelColor(x, y).lightness() for x in range(0, 300, 7) for y in range(0, 300, 7)
    }
    assert min(ink) < 120 < max(ink), "the page is empty"


def test_keys_turn_the_pages(qtbot, page):
    view = view_of(page)
    view.setFocus()
    first, last = view.image.copy(), int(place(page).rpartition(" ")[2])
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert place(page).startswith("Page 2 of ")
    qtbot.waitUntil(lambda: view.image != first, timeout=SOON)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert place(page) == f"Page {last} of {last}"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert place(page) == f"Page 1 of {last}"
    assert view.image == first


def test_the_report_is_never_made_on_the_main_thread(qtbot, opened, begun, smallest, monkeypatch):
    threads = []
    for room, name in ((report, "paper_of"), (papers, "picture_of")):
        whole = getattr(room, name)
        monkeypatch.setattr(
            room,
            name,
            lambda *given, _whole=whole, **more: (
                threads.append(threading.current_thread()),
                _whole(*given, **more),
            )[1],
        )
    page = opened(SignStep, begun(smallest))
    qtbot.waitUntil(lambda: view_of(page).image is not None, timeout=SOON)
    assert len(threads) >= 2
    assert threading.main_thread() not in threads


def test_a_change_fades_the_page_until_the_new_report_is_there(qtbot, page):
    before = page.findChild(Fingerprint)._seal
    page.session.store.apply(title("Where should it run instead?"))
    assert not button(page, "Save as PDF").isEnabled()
    assert page.findChild(Fingerprint)._seal == ""
    qtbot.waitUntil(lambda: button(page, "Save as PDF").isEnabled(), timeout=SOON)
    after = page.findChild(Fingerprint)._seal
    assert after == storage.seal(page.session.store.decision) != before


def test_a_page_that_nobody_sees_makes_no_report(qtbot, page):
    started = []
    page.session.tasks.started.connect(lambda task: started.append(task.label))
    page.hide()
    page.session.store.apply(title("Changed behind a hidden page"))
    qtbot.waitUntil(lambda: page.session.results.full is not None, timeout=SOON)
    qtbot.wait(100)
    assert "Writing the report" not in started
    page.show()
    qtbot.waitUntil(lambda: button(page, "Save as PDF").isEnabled(), timeout=SOON)
    assert "Writing the report" in started


def test_quick_changes_end_with_the_report_of_the_last(qtbot, page):
    for text in ("One", "Two", "Three"):
        page.session.store.apply(title(text))
        qtbot.wait(60)
    qtbot.waitUntil(lambda: button(page, "Save as PDF").isEnabled(), timeout=SOON)
    assert page.findChild(Fingerprint)._seal == storage.seal(page.session.store.decision)


def test_the_report_is_saved_and_the_bar_says_so(qtbot, page, said, tmp_path):
    messages, path = said(page.session), tmp_path / "board.pdf"
    page.save_pdf(path)
    qtbot.waitUntil(lambda: bool(messages), timeout=SOON)
    count = place(page).rpartition(" ")[2]
    assert messages[0].text == f"Report saved: board.pdf, {count} pages."
    assert papers.page_count(path.read_bytes()) == int(count)


def test_the_results_are_saved_with_every_figure(qtbot, page, said, tmp_path):
    messages, path = said(page.session), tmp_path / "results.json"
    page.save_results(path)
    qtbot.waitUntil(lambda: bool(messages), timeout=SOON)
    assert messages[0].text == "Results saved: results.json."
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["seal"] == storage.seal(page.session.store.decision)


def test_the_button_asks_for_a_name_and_gives_it_an_ending(
    qtbot, page, said, tmp_path, monkeypatch
):
    offered, messages = [], said(page.session)

    def ask(_parent, _title, start, _kinds):
        offered.append(start)
        return str(tmp_path / "paper"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    qtbot.mouseClick(button(page, "Save as PDF"), LEFT)
    qtbot.waitUntil((tmp_path / "paper.pdf").exists, timeout=SOON)
    assert offered[0].endswith("Where should the help desks assistant run report.pdf")
    qtbot.waitUntil(lambda: bool(messages), timeout=SOON)


def test_a_dialog_left_without_a_name_writes_nothing(qtbot, page, said, tmp_path, monkeypatch):
    messages = said(page.session)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    qtbot.mouseClick(button(page, "Save as PDF"), LEFT)
    qtbot.mouseClick(button(page, "Save results as JSON"), LEFT)
    qtbot.wait(50)
    assert not list(tmp_path.glob("*.pdf"))
    assert not messages


def test_a_report_out_of_date_is_not_saved(page, said, tmp_path):
    messages = said(page.session)
    page.session.store.apply(title("Changed a moment ago"))
    page.save_pdf(tmp_path / "old.pdf")
    assert [m.text for m in messages] == ["The report is not ready yet. Save it once it is shown."]
    assert not (tmp_path / "old.pdf").exists()


def test_the_fingerprint_is_copied_whole(qtbot, page):
    shown = page.findChild(Fingerprint)
    qtbot.mouseClick(shown.copy_button, LEFT)
    seal = storage.seal(page.session.store.decision)
    assert QApplication.clipboard().text() == seal
    assert short_form(seal) in texts(page)


def test_what_is_open_leads_to_its_input(qtbot, page, guide):
    line = next(
        x for x in page.findChildren(Sought) if x.text() == "Nobody is named to approve it."
    )
    qtbot.mouseClick(line, LEFT)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert guide.paths == ["paper.approvers", "paper.approvers"]
    assert guide.origins == []


def test_approvers_are_stated_here(qtbot, page):
    assert page.seek("paper.approvers")
    assert page.seek("paper.approvers.finance")
    assert page.findChild(object, "paper.approvers").isVisible()
    assert not page.seek("context.start")


def test_a_decision_that_cannot_be_evaluated_says_why(qtbot, opened, begun, smallest):
    decision = smallest
    for option in smallest.options:
        decision = remove_option(option.key).apply(decision)
    session = begun(decision)
    page = opened(SignStep, session)
    assert session.results.refusal.message in view_of(page).accessibleDescription()
    assert not button(page, "Save as PDF").isEnabled()


def test_a_report_that_cannot_be_written_is_said_and_tried_again_after_a_change(
    qtbot, opened, begun, smallest
):
    session = begun(set_value("title", "No shape for \U0001f9ff", "title").apply(smallest))
    page = opened(SignStep, session)
    view = view_of(page)
    failed = "The report could not be written."
    qtbot.waitUntil(lambda: view.accessibleDescription() == failed, timeout=SOON)
    session.store.apply(title("With letters only"))
    qtbot.waitUntil(lambda: button(page, "Save as PDF").isEnabled(), timeout=SOON)


def test_a_page_never_studied_begins_by_itself(qtbot, opened, begun, smallest):
    page = opened(SignStep, begun(smallest, studied=False))
    qtbot.waitUntil(lambda: button(page, "Save as PDF").isEnabled(), timeout=SOON)


def test_the_contents_are_told_in_a_sentence():
    assert contents_said(3, ["1 · Decision on a page", "A4 · Method"]) == (
        "3 pages: decision on a page, method."
    )
    assert contents_said(1, []) == "1 page."


def test_nothing_is_cut_off(qtbot, opened, begun, meridian):
    page = opened(SignStep, begun(meridian))
    qtbot.waitUntil(lambda: view_of(page).image is not None, timeout=SOON)
    qtbot.wait(20)
    assert not cut_off(page)
    assert any("6 inputs rest on Halden H-0815" in label.text() for label in labels(page))
