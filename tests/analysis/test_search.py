"""What can be found in a decision, and which of it fits best what was typed."""

import pytest

from desktop_app.analysis.origins import find
from desktop_app.analysis.search import Entry, entries, matching
from desktop_app.analysis.study import study
from desktop_app.decision.edits import set_value
from desktop_app.decision.fields import quantities


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


@pytest.fixture(scope="module")
def found(meridian, sample):
    return entries(meridian, sample)


def one(words, kind="number", detail=""):
    return Entry(kind=kind, words=words, detail=detail)


def words(found):
    return [entry.words for entry in found]


def test_every_number_somebody_can_set_is_found_with_its_value(meridian, found):
    paths = {entry.path: entry for entry in found if entry.kind == "number"}
    assert set(quantities(meridian)) <= set(paths)
    assert paths["context.discount_rate"].detail.replace("\xa0", " ") == (
        "8.00 % a year, measured by David Osei"
    )
    assert {"context.horizon_months", "simulation.draws"} <= set(paths)


def test_every_result_can_be_explained_and_every_number_sought(meridian, sample, found):
    for entry in found:
        key = entry.path or entry.origins[0]
        assert find(meridian, sample, key) is not None, key
        assert entry.words
        assert entry.detail


def test_no_two_entries_read_alike(found):
    assert len(set(words(found))) == len(found)


def test_before_anything_is_computed_the_numbers_are_found(meridian):
    assert {entry.kind for entry in entries(meridian, None)} == {"number"}


def test_a_break_even_names_both_options_and_its_month(found):
    crossing = next(e for e in found if e.origins == ("break_even.stay.hybrid.discounted",))
    assert crossing.words == "Staying as today and Hybrid, break-even, discounted"
    assert crossing.detail.startswith("month")


def test_a_changed_number_is_found_as_it_is_now(meridian, sample):
    after = set_value("context.horizon_months", 24, "horizon").apply(meridian)
    assert matching(entries(after, sample), "horizon")[0].detail.startswith("24")


def test_all_words_must_occur_in_any_order_capitals_and_accents_aside():
    kept = one("Évora, réserve of GPUs", detail="8 % a year")
    assert matching([kept, one("Évora")], "gpu EVORA reserve year") == (kept,)
    assert matching([kept], "evora gpus cpus") == ()


def test_nothing_typed_fits_nothing():
    assert matching([one("Growth")], "  ") == ()


def test_whole_words_come_before_beginnings_and_those_before_insides():
    inside, beginning, whole = one("Outgrowing"), one("Growing up"), one("To grow")
    assert matching([inside, beginning, whole], "grow") == (whole, beginning, inside)


def test_a_word_of_the_name_counts_more_than_one_of_the_detail():
    detail, name = one("Rate", detail="staff plan"), one("Staffing")
    assert matching([detail, name], "staff") == (name, detail)


def test_what_fits_alike_keeps_its_order():
    assert words(matching([one("Growth b"), one("Growth a")], "growth")) == [
        "Growth b",
        "Growth a",
    ]


def test_a_value_can_be_typed_to_find_its_number(found):
    assert any(entry.path == "context.discount_rate" for entry in matching(found, "8.00 discount"))
