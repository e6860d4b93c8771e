"""The Costs page: what leaving the baseline earns stands there as in the report."""

import pytest
from PySide6.QtWidgets import QComboBox
from seen import cut_off, texts, unsourced

from desktop_app.analysis import volume_words
from desktop_app.analysis.earned import TITLE, WITHOUT, earned
from desktop_app.cli.evaluate import comparison
from desktop_app.ui.steps.costs import CostsStep

SOON = 20_000


def shown(qtbot, page, title=TITLE):
    qtbot.waitUntil(lambda: page.session.results.full is not None, timeout=SOON)
    choice = next(box for box in page.findChildren(QComboBox) if box.findText(title) >= 0)
    choice.setCurrentIndex(choice.findText(title))
    qtbot.wait(20)
    return texts(page)


@pytest.fixture
def page(opened, begun, meridian):
    return opened(CostsStep, begun(meridian))


def test_every_option_is_judged_with_the_words_of_the_command_line(qtbot, page):
    seen = shown(qtbot, page)
    table = earned(page.session.results.full)
    printed = "\n".join(comparison(page.session.results.full))
    assert len(table.rows) == 4
    for row in table.rows:
        assert row.label in seen
        for cell in row.cells:
            assert cell.text in seen
            assert cell.text in printed
    assert unsourced(page) == []
    assert cut_off(page) == []


def test_without_a_baseline_the_page_says_so(qtbot, opened, begun, smallest):
    page = opened(CostsStep, begun(smallest.model_copy(update={"baseline": None})))
    assert WITHOUT in shown(qtbot, page)


def test_the_volumes_at_which_options_change_places_stand_there_too(qtbot, page):
    seen = shown(qtbot, page, volume_words.TITLE)
    study = page.session.results.full
    printed = "\n".join(comparison(study))
    for row in volume_words.by_volume(study).rows:
        assert row.label in seen
        for cell in row.cells:
            assert cell.text in seen
            assert cell.text in printed
    assert cut_off(page) == []
    for row in volume_words.by_volume(study).rows:
        assert all(cell.origins or cell.text == "–" for cell in row.cells)
