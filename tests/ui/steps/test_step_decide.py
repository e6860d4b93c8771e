"""The Decide page: a sentence to sign, its reasons, and every number on it with its origin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from seen import cut_off, labels, texts, unsourced

from desktop_app.analysis.recommend import recommendation
from desktop_app.decision.edits import remove_option, set_value
from desktop_app.decision.governance import Exclusion
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.decide import DecideStep

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened, begun, meridian):
    return opened(DecideStep, begun(meridian))


def headline(page):
    return page.findChild(Said, "headline")


def button(page, text):
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def test_the_recommendation_is_the_largest_sentence(page):
    study = page.session.results.study
    assert headline(page).text() == recommendation(study).headline
    sizes = {label: label.font().pixelSize() for label in labels(page)}
    assert sizes[headline(page)] == max(sizes.values()) == 32


def test_reasons_others_and_rules_are_all_told(page):
    advice, found = recommendation(page.session.results.study), texts(page)
    for reason in (*advice.reasons, *(reason for _, reason in advice.others)):
        assert reason.text in found
    for name in ("Chance of being the cheapest", "Gap to the next option"):
        assert name in found


def test_every_number_says_where_it_comes_from(page):
    in_words_of_people = recommendation(page.session.results.study).others[2][1].text
    assert unsourced(page) == ["1", "2", "3", in_words_of_people]


def test_the_origins_are_figures_or_inputs(page):
    session = page.session
    known = set(session.results.study.figures())
    from desktop_app.analysis.origins import find

    for label in labels(page):
        for key in getattr(label, "origins", ()):
            assert key in known or find(session.store.decision, session.results.study, key), key


def test_a_click_on_the_headline_asks_for_its_figures(qtbot, page, guide):
    qtbot.mouseClick(headline(page), LEFT)
    assert guide.origins == [
        ("options.hybrid.delta_to_baseline", "options.partial.above_recommended")
    ]


def test_a_figure_is_asked_about_with_the_keyboard(qtbot, page, guide):
    chance = next(
        label for label in labels(page) if label.origins == ("options.hybrid.chance_cheapest",)
    )
    chance.setFocus()
    qtbot.keyClick(chance, Qt.Key.Key_Return)
    assert guide.origins == [("options.hybrid.chance_cheapest",)]


def test_the_sample_needs_no_scrolling(page, qtbot):
    for area in page.findChildren(QScrollArea):
        if area.isVisible():
            assert area.verticalScrollBar().maximum() == 0
    qtbot.mouseClick(button(page, "Risks and conditions"), LEFT)
    qtbot.wait(20)
    for area in page.findChildren(QScrollArea):
        if area.isVisible():
            assert area.verticalScrollBar().maximum() == 0
    assert not cut_off(page)


def test_long_texts_wrap_and_nothing_leaves_the_page(opened, begun, meridian):
    long = "An option whose name somebody wrote out in full because it matters to them, " * 2
    decision = meridian
    for key in ("hybrid", "partial", "stay"):
        decision = set_value(f"options.{key}.label", f"{key} {long}"[:180], "name").apply(decision)
    page = opened(DecideStep, begun(decision))
    assert headline(page).text().startswith("A close call: hybrid An option")
    assert not cut_off(page)


def test_the_other_side_shows_risks_and_conditions_to_edit(qtbot, page):
    qtbot.mouseClick(button(page, "Risks and conditions"), LEFT)
    assert not headline(page).isVisible()
    table = page.findChild(object, "risks")
    assert table.isVisible()
    assert table.model.rowCount() >= len(page.session.store.decision.risks)
    qtbot.mouseClick(button(page, "Reasons"), LEFT)
    assert headline(page).isVisible()


@pytest.mark.parametrize("path", ["risks", "conditions", "conditions.residency"])
def test_seeking_a_risk_or_a_condition_shows_its_table(page, path):
    assert page.seek(path)
    assert page.findChild(object, path.partition(".")[0]).isVisible()


def test_what_is_not_on_the_page_is_not_found(page):
    assert not page.seek("context.discount_rate")


def test_a_study_that_says_the_same_leaves_the_page_alone(page):
    before = headline(page)
    page.show_study(page.session.results.study)
    assert headline(page) is before


def test_with_every_option_ruled_out_the_page_says_what_to_do(opened, begun, smallest):
    out = tuple(Exclusion(option=o.key, reason="No.") for o in smallest.options)
    page = opened(DecideStep, begun(set_value("exclusions", out, "limits").apply(smallest)))
    assert headline(page).text().startswith("No option can be recommended")
    assert "No option is left that may be chosen. Relax a limit, or add one." in texts(page)


def test_without_any_study_the_page_says_why(opened, begun, smallest):
    decision = smallest
    for option in smallest.options:
        decision = remove_option(option.key).apply(decision)
    session = begun(decision)
    page = opened(DecideStep, session)
    assert headline(page).text() == "Nothing can be recommended yet."
    assert any(session.results.refusal.message in text for text in texts(page))


def test_the_page_follows_a_change(qtbot, page):
    with qtbot.waitSignal(page.session.results.studied):
        page.session.store.apply(set_value("close_call.least_gap", 0.0, "limit"))
    qtbot.waitUntil(lambda: "A clear lead" in texts(page))
    assert not headline(page).text().startswith("A close call")
