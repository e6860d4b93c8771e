"""The step Options lists what could be done, opens one, and edits it only through the store."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_app.analysis.origins import find
from desktop_app.analysis.study import study
from desktop_app.decision import Decision
from desktop_app.decision.edits import value_at
from desktop_app.ui.parts.text import Said

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def studied(meridian):
    return study(meridian, draws=256)


@pytest.fixture
def page(shown_step):
    from desktop_app.ui.steps.options import OptionsStep

    def build(decision):
        page = shown_step(OptionsStep, decision)
        page.foot_right.addWidget(QPushButton("Next"))
        page.activateWindow()
        return page

    return build


@pytest.fixture
def sample(page, meridian, studied):
    found = page(meridian)
    found.show_study(studied)
    return found


@pytest.fixture
def small(page, smallest):
    return page(smallest)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def row(page, key):
    return next(row for row in page.rows.rows() if row.key == key)


def options(page):
    return [option.key for option in page.session.store.decision.options]


def lines(page, option="api"):
    found = value_at(page.session.store.decision, f"options.{option}")
    return [line.key for line in found.lines]


def pick(button, name):
    next(a for a in button.menu().actions() if a.objectName() == name).trigger()


def test_options_stand_in_the_order_of_every_page_with_cost_and_range(sample, studied):
    assert tuple(row.key for row in sample.rows.rows()) == studied.order
    said = texts(row(sample, "hybrid"))
    assert said[0] == "Hybrid"
    assert "2.18" in said
    assert "2.0–2.5" in said
    assert "quoted" in texts(row(sample, "own"))
    assert "ruled out" in texts(row(sample, "smaller_model"))


def test_every_number_of_the_table_says_where_it_comes_from(sample, studied, meridian):
    found = [each for label in sample.rows.findChildren(Said) for each in label.numbers()]
    asked = [(text, origins) for text, origins in found if origins]
    assert len(asked) == 5 * 4
    for text, origins in asked:
        assert all(find(meridian, studied, key) is not None for key in origins), text


def test_a_click_on_a_number_asks_and_does_not_open(qtbot, sample):
    value = next(s for s in row(sample, "own").findChildren(Said) if s.text() == "2.81")
    with qtbot.waitSignal(sample.guide.explained) as asked:
        qtbot.mouseClick(value, LEFT)
    assert asked.args == [("options.own.present_value",)]
    assert sample.opened == ""


def test_a_click_on_a_row_opens_the_option_and_back_leads_to_the_same_row(qtbot, sample):
    qtbot.mouseClick(row(sample, "own"), LEFT, pos=QPoint(4, 40))
    assert sample.opened == "own"
    assert sample.question.text() == "What does Self-managed need?"
    assert sample.detail.isVisible()
    assert sample.back.isVisible()
    qtbot.mouseClick(sample.back, LEFT)
    assert sample.opened == ""
    assert sample.question.text() == sample.step.question
    assert row(sample, "own").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_on_a_row_opens_it(qtbot, sample, key):
    row(sample, "partial").setFocus()
    qtbot.keyClick(row(sample, "partial"), key)
    assert sample.opened == "partial"


def test_there_is_one_filled_button_a_page(qtbot, small):
    nexts = next(b for b in small.findChildren(QPushButton) if b.text() == "Next")
    assert nexts.isVisible()
    assert not small.back.isVisible()
    small.open("api")
    assert small.back.isVisible()
    assert not nexts.isVisible()


def test_tab_goes_from_the_rows_to_what_stands_below_them(qtbot, sample):
    rows = sample.rows.rows()
    rows[-1].setFocus()
    seen = []
    while QApplication.focusWidget() is not sample.baseline and len(seen) < 12:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert sample.baseline.hasFocus()
    assert all(rows[-1] is each or rows[-1].isAncestorOf(each) for each in seen)


def test_cost_lines_show_what_they_cost_and_fold_out_one_at_a_time(qtbot, sample):
    sample.open("own")
    cards = sample.detail.lines
    assert "1,180" in texts(cards["nodes"])
    qtbot.mouseClick(cards["nodes"].opener, LEFT)
    assert cards["nodes"].is_open
    qtbot.mouseClick(cards["engineers"].opener, LEFT)
    assert [key for key, card in cards.items() if card.is_open] == ["engineers"]
    qtbot.mouseClick(cards["engineers"].opener, LEFT)
    assert not any(card.is_open for card in cards.values())


def test_every_number_of_an_opened_option_says_where_it_comes_from(sample, studied, meridian):
    sample.open("hybrid")
    found = [s for card in sample.detail.lines.values() for s in card.findChildren(Said)]
    asked = [s.origins for s in found if s.origins]
    assert len(asked) == len(lines(sample, "hybrid"))
    assert all(find(meridian, studied, key) is not None for keys in asked for key in keys)


def test_seeking_an_input_opens_its_option_and_line_and_focuses_it(qtbot, sample):
    path = "options.hybrid.lines.nodes.node_price"
    assert sample.seek(path)
    assert sample.opened == "hybrid"
    focused = QApplication.focusWidget()
    while focused is not None and focused.objectName() != path:
        focused = focused.parentWidget()
    assert focused is not None


@pytest.mark.parametrize(
    "path",
    [
        "options.hybrid",
        "options.hybrid.label",
        "options.hybrid.lines.nodes",
        "options.hybrid.lines.nodes.serves.claims.throughput",
        "options.hybrid.lines.claims_managed.input_price.evidence.source",
        "exclusions.hybrid",
        "baseline",
        "quotes",
        "context.exchange_rates.usd.rate",
        "options",
    ],
)
def test_whatever_stands_on_the_page_can_be_sought(sample, path):
    assert sample.seek(path)


@pytest.mark.parametrize("path", ["options.gone", "options.gone.label", "title"])
def test_what_does_not_stand_here_is_not_found(sample, path):
    assert not sample.seek(path)


def test_a_price_typed_by_hand_changes_the_decision(qtbot, small):
    path = "options.api.lines.tokens.input_price"
    small.seek(path)
    box = QApplication.focusWidget()
    box.selectAll()
    qtbot.keyClicks(box, "3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert value_at(small.session.store.decision, path).likely == 3


def test_an_option_is_added_by_its_approach_and_opened(small):
    pick(small.add, "hybrid")
    assert options(small) == ["api", "own", "hybrid"]
    assert small.opened == "hybrid"


def test_an_option_is_duplicated_and_the_copy_opened(qtbot, small):
    small.open("api")
    qtbot.mouseClick(small.duplicate, LEFT)
    assert options(small) == ["api", "api_copy", "own"]
    assert small.opened == "api_copy"
    small.session.store.undo()
    assert small.opened == ""


def test_an_option_is_removed_with_a_way_back(qtbot, small):
    messages = []
    small.session.messages.posted.connect(messages.append)
    small.open("own")
    qtbot.mouseClick(small.remove, LEFT)
    assert options(small) == ["api"]
    assert small.opened == ""
    assert messages[-1].text == "Own servers was removed."
    messages[-1].act()
    assert options(small) == ["api", "own"]


def test_cost_lines_are_added_moved_and_removed(qtbot, small):
    small.open("api")
    pick(small.detail.add, "staff")
    assert lines(small) == ["tokens", "staff"]
    card = small.detail.lines["staff"]
    assert card.is_open
    qtbot.mouseClick(card.up, LEFT)
    assert lines(small) == list(small.detail.lines) == ["staff", "tokens"]
    assert card.is_open
    qtbot.mouseClick(card.remove, LEFT)
    assert lines(small) == list(small.detail.lines) == ["tokens"]
    small.session.store.undo()
    assert list(small.detail.lines) == ["staff", "tokens"]


def test_a_line_that_has_nothing_to_serve_is_refused_in_words(small):
    messages = []
    small.session.messages.posted.connect(messages.append)
    small.open("api")
    pick(small.detail.add, "billed")
    assert lines(small) == ["tokens"]
    assert messages[-1].text == "There is no bill that this line could read. Add a bill first."


def test_the_work_of_a_line_is_ticked_and_one_without_any_goes_back(sample):
    sample.open("hybrid")
    assert sample.detail.reveal("options.hybrid.lines.nodes.serves")
    path = "options.hybrid.lines.nodes"
    picks = sample.detail.findChild(QPushButton, f"{path}.serves")
    assert picks.ticked() == ("claims", "documents", "fraud")
    pick(picks, "fraud")
    served = value_at(sample.session.store.decision, path).serves
    assert [service.workload for service in served] == ["claims", "documents"]
    picks = sample.detail.findChild(QPushButton, f"{path}.serves")
    pick(picks, "claims")
    picks = sample.detail.findChild(QPushButton, f"{path}.serves")
    pick(picks, "documents")
    served = value_at(sample.session.store.decision, path).serves
    assert [service.workload for service in served] == ["documents"]


def test_an_option_is_ruled_out_by_typing_a_reason_and_admitted_again(qtbot, small):
    small.open("own")
    limit = small.detail.limit
    qtbot.keyClicks(limit.reason, "No room")
    qtbot.keyClick(limit.reason, Qt.Key.Key_Return)
    (stated,) = small.session.store.decision.exclusions
    assert (stated.option, stated.reason) == ("own", "No room")
    qtbot.keyClicks(limit.stated_by, "Facilities")
    qtbot.keyClick(limit.stated_by, Qt.Key.Key_Return)
    assert small.session.store.decision.exclusions[0].stated_by == "Facilities"
    assert "ruled out" in [s.text() for s in row(small, "own").findChildren(Said)]
    qtbot.mouseClick(limit.admit, LEFT)
    assert small.session.store.decision.exclusions == ()
    assert limit.reason.text() == ""


def test_leaving_an_option_without_typing_changes_nothing(qtbot, sample, meridian):
    sample.open("smaller_model")
    sample.detail.limit.reason.setFocus()
    qtbot.mouseClick(sample.back, LEFT)
    sample.open("hybrid")
    assert sample.session.store.decision == meridian


def test_the_baseline_is_chosen_among_the_options(qtbot, small):
    assert small.baseline.currentText() == "Managed model"
    small.baseline.setFocus()
    qtbot.keyClick(small.baseline, Qt.Key.Key_Down)
    small.baseline.activated.emit(small.baseline.currentIndex())
    assert small.session.store.decision.baseline == "own"
    small.session.store.undo()
    assert small.baseline.currentText() == "Managed model"


def test_an_edit_that_changes_no_row_leaves_the_rows_alone(sample):
    from desktop_app.decision.edits import set_value

    before = sample.rows.rows()
    sample.session.store.apply(set_value("title", "Another", "title"))
    assert [a is b for a, b in zip(before, sample.rows.rows(), strict=True)] == [True] * 5


def test_a_decision_without_options_can_be_begun_here(page, smallest):
    found = page(
        Decision.model_validate({**smallest.model_dump(), "options": [], "baseline": None})
    )
    assert found.rows.rows() == []
    pick(found.add, "self_managed")
    assert found.opened == "self_managed"
    found.close_option()
    assert "no cost line" in [s.text() for s in found.rows.findChildren(Said)]


@pytest.mark.parametrize("scene", [("dark", 1.0), ("high_contrast", 1.0), ("light", 1.5)])
def test_the_page_shows_in_every_theme_and_zoom(qapp, look, page, meridian, scene):
    look(qapp, *scene)
    found = page(meridian)
    assert not found.grab().isNull()
    found.seek("options.own.lines.nodes.node_price")
    assert not found.grab().isNull()


@pytest.mark.parametrize("size", [(820, 724), (700, 724), (1100, 724)], ids=str)
def test_the_source_of_a_price_stays_beside_its_boxes_however_long_it_is(qtbot, sample, size):
    from desktop_app.ui.fields.bound import BoundField
    from desktop_app.ui.fields.evidence import EvidenceButton

    sample.resize(*size)
    sample.seek("options.smaller_model.lines.claims_managed.input_price")
    qtbot.wait(50)
    shown = [source for source in sample.findChildren(EvidenceButton) if source.isVisible()]
    assert len(shown) >= 4
    for source in shown:
        line = source.parentWidget().parentWidget()
        boxes = line.findChild(BoundField)
        begin, end = (source.mapTo(line, QPoint(x, 0)).x() for x in (0, source.width()))
        assert begin > boxes.geometry().right()
        assert end <= line.width()
