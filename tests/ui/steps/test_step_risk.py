"""The Risk page: how often each option wins, how far costs may lie apart, and what varies."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from seen import cut_off, texts, unsourced

from desktop_app.analysis.origins import find
from desktop_app.analysis.uncertain import uncertain_rows
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import quantities
from desktop_app.ui.charts.ranges import RangeStrips
from desktop_app.ui.charts.view import ChartView
from desktop_app.ui.steps.risk import RiskStep
from desktop_app.ui.steps.risk_table import UncertainTable

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def page(opened, begun, meridian):
    return opened(RiskStep, begun(meridian))


@pytest.fixture
def table(page):
    return page.findChild(UncertainTable)


@pytest.fixture
def strips(page):
    return page.findChild(RangeStrips)


def cell(table, row, column=0):
    return table.visualRect(table.model().index(row, column)).center()


def test_every_input_with_a_range_stands_in_the_table(page, table):
    rows = uncertain_rows(page.session.store.decision)
    assert table.model().rowCount() == len(rows)
    shown = [table.model().index(i, 0).data() for i in range(len(rows))]
    assert shown == [row.name for row in rows]


def test_a_click_on_a_row_goes_to_its_input(qtbot, table, guide):
    qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 2))
    assert guide.paths == ["workloads.claims.growth_first_year"]


def test_the_keyboard_goes_to_an_input_as_well(qtbot, table, guide):
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, ENTER)
    assert guide.paths == ["context.exchange_rates.usd.rate"]


def test_tab_leaves_the_table(qtbot, page, table):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_the_numbers_of_charts_and_table_say_where_they_come_from(page, table, strips):
    study, decision = page.session.results.study, page.session.store.decision
    views = (page.findChild(ChartView), strips, table)
    for view in views:
        assert view.numbers()
        for text, origins in view.numbers():
            assert origins, text
            for key in origins:
                assert find(decision, study, key) is not None, key
    assert not [text for text in unsourced(page) if "P10" not in text]


def test_a_strip_is_asked_about_with_mouse_and_keys(qtbot, strips, guide):
    first = strips.spots()[0]
    qtbot.mouseClick(strips, LEFT, pos=first.area.center().toPoint())
    strips.setFocus()
    qtbot.keyClick(strips, Qt.Key.Key_Down)
    qtbot.keyClick(strips, ENTER)
    assert guide.origins[0] == first.origins
    assert "options.hybrid.present_value.p90" in first.origins
    assert guide.origins[1] == strips.spots()[1].origins


def test_strips_lie_on_one_scale_within_the_room(page, strips):
    rows = page.session.results.study.order
    assert len(strips.spots()) == len(rows)
    for spot in strips.spots():
        assert 0 <= spot.area.left() < spot.area.right() <= strips.width() + 1


def test_the_plan_is_a_field_away(qtbot, page):
    assert page.seek("close_call.least_gap")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.focusWidget(), "3")
    qtbot.keyClick(page.focusWidget(), ENTER)
    assert value_at(page.session.store.decision, "close_call.least_gap") == pytest.approx(0.03)


def test_how_it_was_worked_out_is_told(page):
    study, found = page.session.results.study, texts(page)
    for text in ("Draws", "Seed", "Error of the chance", "Cost at likely inputs"):
        assert text in found
    assert f"{study.simulation.draws:,}" in found


def test_the_full_study_takes_the_place_of_the_coarse_one(qtbot, page):
    results = page.session.results
    qtbot.waitUntil(lambda: results.full is not None, timeout=20_000)
    qtbot.waitUntil(lambda: "8,192" in texts(page))


def test_without_ranges_the_page_says_what_is_missing(opened, begun, smallest):
    page = opened(RiskStep, begun(smallest))
    assert not page.findChild(UncertainTable).isVisible()
    assert any(text.startswith("No input is stated as a range.") for text in texts(page))


def test_an_input_given_a_range_joins_the_table(qtbot, opened, begun, smallest):
    from desktop_app.decision import Quantity
    from desktop_app.decision.edits import set_value

    page = opened(RiskStep, begun(smallest))
    path = next(iter(quantities(smallest)))
    rate = Quantity(likely=0.08, low=0.06, high=0.1)
    page.session.store.apply(set_value(path, rate, "rate"))
    assert path == "context.discount_rate"
    table = page.findChild(UncertainTable)
    assert table.isVisible()
    assert [table.model().index(0, i).data() for i in range(4)] == [
        "Discount rate",
        "6",
        "8",
        "10",
    ]


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_nothing_is_cut_off(opened, begun, meridian, look, qapp, theme):
    look(qapp, theme)
    assert not cut_off(opened(RiskStep, begun(meridian)))


def test_the_strips_name_a_finding_and_are_saved_like_every_chart(qtbot, page, strips, tmp_path):
    qtbot.waitUntil(lambda: page.session.results.full is not None, timeout=20_000)
    view = next(v for v in page.findChildren(ChartView) if v.isAncestorOf(strips))
    first = page.session.results.full.spreads["hybrid"]
    assert view.title.text() == "Hybrid costs 2.0–2.6 M EUR in four of five futures"
    assert view.title.origins == (first.p10.key, first.p90.key)
    assert view.save_svg(tmp_path / "a.svg")
    assert view.save_csv(tmp_path / "a.csv")
    drawn = ElementTree.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - our own file
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    rows = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()
    for label in ("Hybrid", "Partially managed", "Self-managed", "Staying as today"):
        assert label in words
        assert any(row.startswith(label) for row in rows)
    strips_drawn = [box for box in drawn.iter() if box.get("class") == "strip"]
    assert len(strips_drawn) == 5
    view.toggle_table()
    assert view.is_table
