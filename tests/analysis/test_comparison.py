"""One comparison of the options: its words are those of the page, the report and the terminal."""

import pytest

from desktop_app import storage
from desktop_app.analysis.comparison import comparison
from desktop_app.analysis.option_charts import option_bars
from desktop_app.analysis.study import study
from desktop_app.cli.evaluate import comparison as said
from desktop_app.report.blocks import Bar, Table
from desktop_app.report.chapters.brief import Brief
from desktop_app.report.chapters.options import options


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def bare(text):
    return text.removesuffix("\N{NO-BREAK SPACE}%")


def test_the_chapter_prints_the_words_of_the_comparison(sample):
    brief = Brief(sample, storage.seal(sample.decision), b"", "0" * 64)
    table = next(block for block in options(brief).body if isinstance(block, Table))
    heads = {head.name: head.unit for head in comparison(sample).heads}
    assert {column.head: column.unit for column in table.columns}.items() <= heads.items()
    for row, found in zip(table.rows, comparison(sample).rows, strict=True):
        texts = [cell.text if isinstance(cell, Bar) else cell for cell in row.cells[1:]]
        shown = (found.value, found.span, found.nominal, found.capital, found.chance, found.pays)
        assert texts == [cell.text for cell in shown]


def test_the_first_page_prints_the_words_of_the_comparison(sample):
    for bar, found in zip(option_bars(sample).rows, comparison(sample).rows, strict=True):
        assert bar.value_text == found.value.text
        assert bar.range_text == found.span.text
        assert bar.percent_text == found.delta_share.text
        assert bare(bar.chance_text) == found.chance.text
        assert bar.delta_text == ("" if found.is_baseline else found.delta.text)


def test_the_terminal_prints_the_words_of_the_comparison(sample):
    lines = said(sample)
    for found in comparison(sample).rows:
        (line,) = (line for line in lines if line.startswith(" ") and f"  {found.label}  " in line)
        words = line.replace("\N{NO-BREAK SPACE}%", "").split("  ")
        for cell in (found.value, found.span, found.nominal, found.capital, found.pays):
            assert cell.text in [word.strip() for word in words]
        assert found.chance.text in line


def test_the_baseline_differs_from_itself_in_a_word(sample):
    (row,) = (row for row in comparison(sample).rows if row.is_baseline)
    assert (row.delta.text, row.delta_share.text, row.pays.text) == ("baseline", "–", "–")


def test_without_a_baseline_no_difference_is_claimed(smallest):
    found = comparison(study(smallest.model_copy(update={"baseline": None})))
    for row in found.rows:
        assert (row.delta.text, row.pays.text, row.delta.origins) == ("–", "–", ())
