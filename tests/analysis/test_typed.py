"""What people type into fields: read as meant, refused with a sentence, written back the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.analysis.sketch import sketch
from desktop_app.analysis.typed import (
    check_limits,
    limits_said,
    read_day,
    read_number,
    read_whole,
    said_number,
    short_number,
    shown_number,
)
from desktop_app.analysis.wording import written
from desktop_app.decision import Quantity
from desktop_app.decision.fields import field_spec
from desktop_app.outcome import Refused

UNITS = ("share", "1/year", "1/month", "month", "1", "EUR", "EUR/kW/month", "tokens/s", "FTE")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.2M", "EUR", 1_200_000),
        ("1.2 Mio", "EUR", 1_200_000),
        ("1.2 M EUR", "EUR", 1_200_000),
        ("3k", "requests/month", 3000),
        ("2 bn", "tokens", 2_000_000_000),
        ("1,234.5", "EUR", 1234.5),
        ("1,234", "EUR", 1234),
        ("1 234 567", "EUR", 1_234_567),
        ("1\N{NO-BREAK SPACE}234", "EUR", 1234),
        ("1\N{NARROW NO-BREAK SPACE}234.5", "EUR", 1234.5),
        ("1'234", "EUR", 1234),
        ("190 EUR", "EUR/kW/month", 190),
        ("190 EUR a kW and month", "EUR/kW/month", 190),
        ("EUR 190", "EUR/kW/month", 190),
        ("8 %", "1/year", 0.08),
        ("8%", "share", 0.08),
        ("8", "share", 0.08),
        ("8 % a year", "1/year", 0.08),
        ("0.08", "share", 0.0008),
        ("\N{MINUS SIGN}1.5", "1/month", -0.015),
        ("- 1.5", "EUR", -1.5),
        ("+3", "1", 3),
        (".5", "1", 0.5),
        ("5 months", "month", 5),
        ("1 month", "month", 1),
        ("1e-9", "EUR/USD", 1e-9),
        ("500 tokens/s", "tokens/s", 500),
    ],
)
def test_a_number_is_read_as_it_was_meant(text, unit, value):
    assert read_number(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "said", "hint"),
    [
        ("about ten", "EUR", "“about ten” is not a number.", "1,234.5"),
        ("", "EUR", "“” is not a number.", "1,234.5"),
        ("1,5", "EUR", "does not group digits by three", "1.5"),
        ("1.234,5", "EUR", "can be read in two ways", "1,234.5"),
        ("1.234.567", "EUR", "can be read in two ways", "1,234.5"),
        ("12,34,567", "EUR", "can be read in two ways", "1,234.5"),
        ("190 USD", "EUR", "another unit", "in EUR"),
        ("8 %", "EUR", "another unit", "in EUR"),
        ("5 EUR", "share", "another unit", "in %"),
        ("1e400", "EUR", "too large", "1,234.5"),
        ("1e999999999", "EUR", "too large", "1,234.5"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_an_example(text, unit, said, hint):
    with pytest.raises(Refused) as refusal:
        read_number(text, unit)
    assert said in refusal.value.message
    assert refusal.value.message.endswith(".")
    assert hint in refusal.value.hint


@given(
    some.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300),
    some.sampled_from(UNITS),
)
def test_what_a_field_shows_reads_back_to_the_same_value(value, unit):
    text, words = shown_number(value, unit)
    for typed in (text, f"{text} {words}"):
        assert read_number(typed, unit) == pytest.approx(value, rel=1e-12, abs=0)


@given(some.decimals(min_value=-(10**9), max_value=10**9, places=4), some.sampled_from(UNITS))
def test_what_was_typed_with_a_few_decimals_comes_back_to_the_last_bit(typed, unit):
    value = read_number(f"{typed:f}", unit)
    assert read_number(shown_number(value, unit)[0], unit) == value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0.08, "1/year", ("8", "% a year")),
        (-0.015, "1/month", ("\N{MINUS SIGN}1.5", "% a month")),
        (1234567.5, "EUR", ("1,234,567.5", "EUR")),
        (36, "month", ("36", "months")),
        (0.1 + 0.2, "1", ("0.3", "")),
        (0.0, "share", ("0", "%")),
    ],
)
def test_a_value_is_shown_for_editing_in_the_words_of_its_unit(value, unit, shown):
    assert shown_number(value, unit) == shown


@pytest.mark.parametrize(
    ("value", "unit", "short"),
    [
        (2_040_000, "requests/month", "2.04M"),
        (-12_000_000, "EUR", "\N{MINUS SIGN}12M"),
        (2_043_517, "EUR", "2,043,517"),
        (999_000, "EUR", "999,000"),
    ],
)
def test_a_large_number_is_shortened_only_where_nothing_is_lost(value, unit, short):
    assert short_number(value, unit) == short
    assert read_number(short, unit) == value


def test_a_whole_number_takes_no_fraction():
    assert read_whole("1,200", "month") == 1200
    with pytest.raises(Refused, match="whole number"):
        read_whole("1.5", "month")


def test_a_day_is_written_in_full_and_has_to_exist():
    assert read_day(" 2027-01-31 ") == date(2027, 1, 31)
    with pytest.raises(Refused, match="is not a day"):
        read_day("31.1.2027")
    with pytest.raises(Refused, match="There is no day"):
        read_day("2027-02-30")


def test_a_limit_is_said_in_the_unit_that_was_typed(smallest):
    spec = field_spec(smallest, "options.own.lines.servers.target_utilisation")
    assert limits_said(spec) == f"From {said_number(0.01, 'share')} to {said_number(1, 'share')}."
    with pytest.raises(Refused, match=r"More than 100.%\."):
        check_limits(1.2, spec)
    with pytest.raises(Refused, match=r"Less than 1.%\."):
        check_limits(0.001, spec)
    check_limits(0.5, spec)


def test_a_sketch_peaks_at_the_likely_value_and_ends_at_the_bounds():
    drawn = sketch(Quantity(likely=2, low=1, high=5))
    assert drawn.points[0][1] == drawn.points[-1][1] == 0
    assert max(drawn.points, key=lambda point: point[1])[0] == pytest.approx(0.25, abs=0.01)
    assert 1 < drawn.low < drawn.middle < drawn.high < 5


@pytest.mark.parametrize("likely", [1, 5])
def test_a_likely_value_at_a_bound_is_drawn_too(likely):
    drawn = sketch(Quantity(likely=likely, low=1, high=5))
    assert max(up for _, up in drawn.points) == 1


def test_a_fixed_value_has_no_sketch():
    assert sketch(Quantity(likely=2)) is None


def test_a_number_that_counts_nothing_is_written_in_bare_digits_and_read_back():
    assert shown_number(20261123, "name") == ("20261123", "")
    assert read_whole("20261123", "name") == 20261123
    assert written(20261123.0, "name") == "20261123"
