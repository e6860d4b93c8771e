"""The Frame page: question, conditions and work are stated where they are read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from seen import cut_off, labels, texts, unsourced

from desktop_app.decision.edits import remove_option, set_value
from desktop_app.ui.steps.frame import FrameStep
from desktop_app.ui.steps.frame_workloads import Workloads

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def page(opened, begun, meridian):
    return opened(FrameStep, begun(meridian))


@pytest.fixture
def workloads(page):
    return page.findChild(Workloads)


def retype(qtbot, widget, text):
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, ENTER)


def test_typing_a_title_changes_the_decision_in_one_step(qtbot, page):
    assert page.seek("title")
    retype(qtbot, page.focusWidget(), "Where to run claims?")
    store = page.session.store
    assert store.decision.title == "Where to run claims?"
    store.undo()
    assert store.decision.title == "Where should the claims assistant run?"


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "question",
        "organisation",
        "paper.board",
        "paper.meets_on",
        "paper.out_of_scope",
        "context.currency",
        "context.start",
        "context.horizon_months",
        "context.discount_rate",
        "context.wage_growth",
        "workloads.claims.requests",
        "workloads.fraud.predictions",
        "workloads.claims.label",
    ],
)
def test_every_input_of_the_frame_can_be_sought(page, path):
    assert page.seek(path)
    at = page.focusWidget()
    while at is not None and at.objectName() != path:
        at = at.parentWidget()
    assert at is not None, path
    assert at.isVisible()


def test_what_is_not_on_the_page_is_not_found(page):
    assert not page.seek("options.hybrid.label")
    assert not page.seek("workloads.gone.requests")


def test_a_new_horizon_is_taken(qtbot, page):
    page.seek("context.horizon_months")
    retype(qtbot, page.focusWidget(), "48")
    assert page.session.store.decision.context.horizon_months == 48


def test_a_workload_opens_and_folds(qtbot, workloads):
    item = workloads.items["claims"]
    assert not item.is_open
    qtbot.mouseClick(item.opener, LEFT)
    assert item.is_open
    assert item.opener.accessibleName() == "Hide the demand of Claims assistant"
    qtbot.mouseClick(item.opener, LEFT)
    assert not item.is_open


def test_a_changed_demand_shows_in_its_line_and_keeps_the_form_open(qtbot, page, workloads):
    page.seek("workloads.fraud.predictions")
    form = workloads.items["fraud"]
    page.session.store.apply(set_value("workloads.fraud.predictions", 12_000_000, "predictions"))
    assert workloads.items["fraud"] is form
    assert form.is_open
    assert "12\N{NO-BREAK SPACE}M predictions a month" in texts(page)


def test_a_workload_is_added_open_and_ready_to_be_named(qtbot, page, workloads):
    qtbot.mouseClick(workloads.add_prediction, LEFT)
    (new,) = [item for key, item in workloads.items.items() if key.startswith("workload")]
    assert new.is_open
    assert page.session.store.decision.workloads[-1].kind == "traditional_ml"


def test_a_workload_is_duplicated(qtbot, page, workloads):
    qtbot.mouseClick(workloads.items["documents"].copy_button, LEFT)
    labels = [workload.label for workload in page.session.store.decision.workloads]
    assert labels[2] == "Document extraction, copy"
    assert len(workloads.items) == 4


def test_a_removed_workload_says_what_went_with_it_and_comes_back(qtbot, page, workloads, said):
    messages, before = said(page.session), page.session.store.decision
    qtbot.mouseClick(workloads.items["claims"].remove_button, LEFT)
    assert list(workloads.items) == ["documents", "fraud"]
    (message,) = messages
    assert message.text.startswith("Claims assistant removed, with ")
    assert message.action == "Undo"
    message.act()
    assert page.session.store.decision == before
    assert list(workloads.items) == ["claims", "documents", "fraud"]


def test_an_alternative_leads_to_its_option(qtbot, page, guide):
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Hybrid")
    qtbot.mouseClick(button, LEFT)
    assert guide.paths == ["options.hybrid"]
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Change the options")
    qtbot.mouseClick(button, LEFT)
    assert guide.steps == ["options"]


def test_the_alternatives_follow_the_decision(page):
    page.session.store.require(remove_option("hybrid"))
    names = [b.text() for b in page.findChildren(QPushButton) if not b.isHidden()]
    assert "Hybrid" not in names


def test_volumes_say_where_they_are_stated(qtbot, page, guide):
    assert unsourced(page) == []
    volume = next(
        label
        for label in labels(page)
        if getattr(label, "origins", ()) == ("workloads.claims.requests",)
    )
    qtbot.mouseClick(volume, LEFT)
    assert guide.origins == [("workloads.claims.requests",)]


def test_the_sample_needs_no_scrolling(page):
    area = page.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert not cut_off(page)


def test_an_open_workload_scrolls_to_the_field_that_is_sought(page):
    assert page.seek("workloads.fraud.egress_gb")
    field = page.focusWidget()
    area = page.findChild(QScrollArea)
    top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - field.height()


def test_nor_does_it_on_a_smaller_screen(opened, begun, meridian):
    page = opened(FrameStep, begun(meridian), (906, 692))
    assert page.findChild(QScrollArea).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", ["batch_share", "egress_gb"])
def test_an_input_of_a_folded_workload_is_scrolled_to_when_it_is_sought(qtbot, page, name):
    path = f"workloads.claims.{name}"
    assert page.seek(path)
    field = page.findChild(QWidget, path)
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert field.visibleRegion().boundingRect().height() == field.height()
    assert field.isAncestorOf(QApplication.focusWidget())
