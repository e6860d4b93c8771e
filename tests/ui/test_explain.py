"""Where does this number come from? Asked, followed down to an input, and back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from desktop_app.analysis import evidence
from desktop_app.analysis.origins import as_text, find
from desktop_app.decision.edits import set_value
from desktop_app.ui.parts.guide import Guide
from desktop_app.ui.parts.text import Said
from desktop_app.ui.shell.explain import ExplainPanel
from desktop_app.ui.shell.explain_parts import ShareBar, TimesTable

COST = "options.hybrid.present_value"
RATE = "context.discount_rate"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(begun, meridian):
    session = begun(set_value("simulation.draws", 256, "draws").apply(meridian))
    session.results.refresh()
    return session


@pytest.fixture
def guide():
    return Guide()


@pytest.fixture
def page(qtbot, look, guide):
    """A window with one number on it."""
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QWidget())
    said = Said("2.18 M EUR", "figure", origins=(COST,), guide=guide)
    said.setParent(window.centralWidget())
    said.setObjectName("asked")
    said.move(300, 200)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def panel(page, session, guide):
    panel = ExplainPanel(session, guide, page)
    guide.explained.connect(panel.show_for)
    return panel


def asked(page):
    return page.findChild(Said, "asked")


def words(panel):
    return [said.text() for said in panel._sheet.findChildren(Said) if said.isVisibleTo(panel)]


def value(panel):
    return panel._sheet.findChild(Said, "value").text()


def title(panel):
    return panel._sheet.findChild(Said, "title").text()


def button(panel, name):
    named = {b.accessibleName(): b for b in panel._sheet.findChildren(QPushButton)}
    return named[name]


def press(qtbot, panel, name):
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def test_enter_on_a_number_shows_its_value_formula_parts_and_what_it_rests_on(
    qtbot, page, panel, session
):
    asked(page).setFocus()
    qtbot.keyClick(asked(page), Qt.Key.Key_Return)
    figure = find(session.store.decision, session.results.study, COST)
    assert panel.isVisible()
    assert panel.origins == (COST,)
    assert value(panel) == "2.18\N{NO-BREAK SPACE}M\N{NO-BREAK SPACE}EUR"
    assert title(panel) == "Hybrid, present value of cost"
    said = words(panel)
    assert figure.how in said
    assert {"It is the sum of", "Staff", "Hardware", "2,182", "Rests on"} <= set(said)
    assert any(text.startswith("P10–P90 ") for text in said)
    assert len(panel._sheet.findChildren(ShareBar)) == 7


def test_every_number_in_the_panel_says_where_it_comes_from_in_its_turn(page, panel):
    for key in (COST, RATE, "break_even.stay.hybrid.discounted", "options.hybrid.cumulative"):
        panel.show_for((key,))
        for said in panel._sheet.findChildren(Said):
            if any(c.isdigit() for c in said.text()):
                assert said.origins, said.text()
        panel.close_panel()


@pytest.mark.parametrize("how", ["esc", "cross", "beside"])
def test_closing_gives_the_focus_back_to_the_number(qtbot, page, panel, how):
    asked(page).setFocus()
    qtbot.keyClick(asked(page), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is panel
    if how == "esc":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    elif how == "cross":
        cross = panel._sheet.findChild(QWidget, "close")
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(20, 400))
    assert not panel.isVisible()
    assert QApplication.focusWidget() is asked(page)


def test_a_part_leads_to_its_own_account_and_alt_left_leads_back(qtbot, page, panel):
    panel.show_for((COST,), asked(page))
    staff = next(s for s in panel._sheet.findChildren(Said) if s.text() == "575")
    qtbot.mouseClick(staff, Qt.MouseButton.LeftButton)
    assert title(panel) == "Hybrid, present value of staff"
    assert button(panel, "Hybrid, present value of cost").isVisible()
    button(panel, "Copy with sources").setFocus()  # a button would take the arrow for its own
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert title(panel) == "Hybrid, present value of cost"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert title(panel) == "Hybrid, present value of cost"


def test_alt_left_goes_back_in_the_panel_and_not_to_the_previous_step(qtbot, at_work):
    panel, step = at_work.workspace.explain, at_work.workspace.step
    at_work.activateWindow()
    at_work.guide.explain(COST)
    at_work.guide.explain(RATE)
    assert panel.origins == (RATE,)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert panel.origins == (COST,)
    assert at_work.workspace.step == step


def test_the_crumbs_lead_back_several_stops_at_once(qtbot, panel):
    panel.show_for((COST,))
    panel.show_for(("options.hybrid.present_value_of.staff",))
    panel.show_for((RATE,))
    press(qtbot, panel, "Hybrid, present value of cost")
    assert title(panel) == "Hybrid, present value of cost"
    assert panel._sheet.findChild(QWidget, "back") is None


def test_a_number_with_several_origins_shows_one_at_a_time(qtbot, panel):
    panel.show_for(("options.hybrid.residual", RATE))
    assert title(panel) == "Hybrid, residual value"
    chip = panel._sheet.findChild(QPushButton, f"chip:{RATE}")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert title(panel) == "Discount rate"
    assert panel._sheet.findChild(QPushButton, f"chip:{RATE}").isChecked()


def test_a_stated_number_says_where_it_stands_and_what_it_rests_on(panel):
    panel.show_for((RATE,))
    said = words(panel)
    for text in ("Conditions shared by all, discount rate", "measured", "Finance policy 12"):
        assert text in said
    assert {"David Osei", "2026-11-16"} <= set(said)


def test_a_sum_over_a_bill_names_the_file_and_its_whole_digest(panel, session):
    decision = session.store.decision
    leaf = next(
        figure.key
        for figure in evidence.figures(decision).values()
        if figure.source is not None and figure.source.kind == "billing"
    )
    panel.show_for((leaf,))
    said = [text.replace(" ", "") for text in words(panel)]
    assert decision.bills[0].files[0].sha256 in said


def test_going_to_the_input_closes_the_panel_and_asks_for_its_path(qtbot, panel, guide):
    panel.show_for((RATE,))
    with qtbot.waitSignal(guide.sought) as sought:
        press(qtbot, panel, "Go to the input")
    assert sought.args == [RATE]
    assert not panel.isVisible()


def test_the_inputs_beneath_a_result_are_listed_to_be_changed(qtbot, panel, guide):
    panel.show_for((COST,))
    press(qtbot, panel, "Change an input")
    with qtbot.waitSignal(guide.sought) as sought:
        press(qtbot, panel, "Change Conditions shared by all, discount rate")
    assert sought.args == [RATE]


def test_month_by_month_has_a_line_for_each_month_and_the_way_back(qtbot, panel, session):
    panel.show_for((COST,))
    press(qtbot, panel, "Show month by month")
    table = panel._sheet.findChild(TimesTable)
    assert table.rowCount() == session.store.decision.context.horizon_months
    assert table.item(0, 0).text() == "January 2027"
    assert (table.item(0, 1).text(), (f"{COST[:14]}.capital",)) in table.numbers()
    press(qtbot, panel, "Show the account")
    assert panel._sheet.findChild(TimesTable) is None


def test_copying_takes_the_number_with_everything_beneath_it(qtbot, panel, session):
    panel.show_for((COST,))
    with qtbot.waitSignal(session.messages.posted) as posted:
        press(qtbot, panel, "Copy with sources")
    figure = find(session.store.decision, session.results.study, COST)
    assert QApplication.clipboard().text() == as_text(figure)
    assert "Finance policy 12" in QApplication.clipboard().text()
    assert posted.args[0].text == "Copied, with its sources."


def test_an_open_panel_follows_the_decision_and_keeps_the_focus(qtbot, panel, session):
    panel.show_for((COST,))
    before = value(panel)
    button(panel, "Copy with sources").setFocus()
    with qtbot.waitSignal(session.results.studied):
        session.store.apply(set_value(f"{RATE}.likely", 0.2, "discount rate"))
        assert any("before your last change" in text for text in words(panel))
    assert value(panel) != before
    assert not any("before your last change" in text for text in words(panel))
    assert QApplication.focusWidget() is button(panel, "Copy with sources")


def test_a_number_that_is_gone_is_said_to_be(panel):
    panel.show_for(("options.none.present_value",))
    assert "This number is no longer part of the decision." in words(panel)


def test_tab_stays_in_the_panel_and_reaches_every_part(qtbot, page, panel):
    panel.show_for((COST,), asked(page))
    reached = []
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert all(panel is one or panel.isAncestorOf(one) for one in reached)
    assert button(panel, "Change an input") in reached
    assert sum(isinstance(one, Said) for one in reached) >= 14


def test_the_number_that_was_asked_about_stays_lit_and_the_rest_grows_dark(page, panel):
    place = asked(page).mapTo(page, QPoint(-3, 10))
    before = page.grab().toImage().pixelColor(place), page.grab().toImage().pixelColor(40, 600)
    panel.show_for((COST,))
    after = page.grab().toImage()
    assert after.pixelColor(place) == before[0]
    assert after.pixelColor(40, 600).lightness() < before[1].lightness() - 40


def test_the_panel_keeps_its_place_when_the_window_changes_its_size(qtbot, page, panel):
    panel.show_for((COST,))
    page.resize(1500, 900)
    qtbot.waitUntil(lambda: panel.width() == 1500)
    assert panel._sheet.geometry().right() == 1499
    assert panel._sheet.width() == 592


def test_a_break_even_is_told_as_a_month_of_two_options(panel):
    panel.show_for(("break_even.stay.hybrid.discounted",))
    assert title(panel) == "Staying as today and Hybrid, break-even, discounted"
    assert value(panel) == "month\N{NO-BREAK SPACE}13"


def test_the_number_is_lit_with_its_name_and_unit_even_when_the_wrong_widget_is_named(
    page, panel, session
):
    panel.show_for((COST,), page.centralWidget())
    assert panel._lit is asked(page)


def test_closing_while_a_study_is_on_its_way_builds_nothing_anew(qtbot, panel, session):
    panel.show_for((COST,))
    panel.close_panel()
    with qtbot.waitSignal(session.results.studied):
        session.store.apply(set_value(f"{RATE}.likely", 0.2, "discount rate"))
    assert panel._sheet is None
    assert panel.origins == ()
