"""The whole report on decisions nobody would plan for: it is written, and says nothing false."""

import re

import pytest
from oddities import LONG, ODD, labelled

from desktop_app import report, storage
from desktop_app.analysis.record import record_of
from desktop_app.analysis.study import study
from desktop_app.outcome import Refused
from desktop_app.report.chapters.brief import Brief
from desktop_app.report.outline import outline

SEAL = "0" * 64
NO_NUMBER = re.compile(r"\b(nan|inf|None|True|False|array|float64)\b")


@pytest.mark.parametrize("name", ODD)
def test_the_report_of_an_odd_decision_is_written(name):
    done = study(ODD[name])
    paper = report.paper_of(done, seal=storage.seal(ODD[name]))
    assert paper.pdf.startswith(b"%PDF-1.7")
    assert paper.headline


@pytest.mark.parametrize("name", ODD)
def test_no_page_shows_a_number_that_does_not_exist(name):
    done = study(ODD[name])
    said = list(texts(outline(Brief(done, SEAL, b"{}", SEAL))))
    assert len(said) > 100
    for text in said:
        found = NO_NUMBER.search(text.replace("None: decide", "").replace("None of these", ""))
        assert not found, text


@pytest.mark.parametrize("name", ODD)
def test_the_record_of_an_odd_decision_can_be_read_back(name):
    record = record_of(study(ODD[name]), seal=SEAL)
    assert type(record).model_validate_json(record.model_dump_json()) == record


def texts(node):
    """Every text in a document of blocks, whatever holds it."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (tuple, list)):
        for child in node:
            yield from texts(child)
    elif hasattr(node, "__dataclass_fields__"):
        for name in node.__dataclass_fields__:
            if name not in {"summary", "kind"}:
                yield from texts(getattr(node, name))


@pytest.mark.parametrize(
    ("name", "character"), [("سحابة", "س"), ("云计算", "云"), ("☁ cloud", "☁")]
)
def test_a_name_the_fonts_cannot_write_is_refused_with_its_character(name, character):
    document = labelled(name, "Cloud")
    with pytest.raises(Refused) as refusal:
        report.paper_of(study(document), seal=storage.seal(document))
    assert character in refusal.value.message
    assert refusal.value.hint


def test_markup_in_names_is_printed_as_it_is_written():
    done = study(ODD["markup"])
    said = " ".join(texts(outline(Brief(done, SEAL, b"{}", SEAL))))
    assert "<b>bold</b> & <i>slanted</i>" in said
    assert "&amp;lt;" not in said


def test_a_long_name_is_cut_nowhere_in_the_sentences():
    done = study(ODD["long names"])
    said = list(texts(outline(Brief(done, SEAL, b"{}", SEAL))))
    assert any(LONG.strip() in text for text in said)


def test_the_same_study_gives_the_same_bytes():
    papers = [report.paper_of(study(ODD["twins with ranges"]), seal=SEAL).pdf for _ in range(2)]
    assert papers[0] == papers[1]


def test_the_money_of_a_small_decision_is_not_rounded_to_nothing():
    done = study(ODD["no workloads"])  # 100 and 200 a month for a year
    said = list(texts(outline(Brief(done, SEAL, b"{}", SEAL))))
    assert "1,200" in said
    assert any("100" in text and "a month" not in text for text in said)


def test_options_that_cost_the_same_differ_neither_for_better_nor_for_worse():
    done = study(ODD["twins, the second the baseline"])
    said = " ".join(texts(outline(Brief(done, SEAL, b"{}", SEAL))))
    assert "no difference" in said
    assert "favourable" not in said.replace("a minus is favourable", "").replace(
        "green when favourable", ""
    )
