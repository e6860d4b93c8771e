"""How numbers are written: signs, rounding, units and what is merely close to all or nothing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.wording import (
    MINUS,
    NBSP,
    NONE,
    Scale,
    listed,
    money_scale,
    month_number,
    percent,
    percent_beside,
    significant,
    unit_words,
    written,
)

MILLIONS = Scale(1e6, 2, "M EUR")
amounts = st.floats(-1e9, 1e9, allow_nan=False)


def number_in(text):
    """What a printed number says."""
    return float(text.replace(",", "").replace(MINUS, "-").replace("+", ""))


@given(st.lists(amounts, min_size=1, max_size=12), st.sampled_from([1.0, 1e3, 1e6]))
def test_printed_parts_add_up_to_their_printed_total(parts, factor):
    scale = Scale(factor, 2, "EUR")
    printed = [round(100 * number_in(text)) for text in scale.rounded(parts)]
    assert sum(printed) == round(100 * number_in(scale.number(sum(parts))))
    for text, part in zip(scale.rounded(parts), parts, strict=True):
        assert number_in(text) == pytest.approx(part / factor, abs=0.0100001)


@given(amounts, st.sampled_from([Scale(1, 0, "EUR"), Scale(1e3, 1, "k EUR"), MILLIONS]))
def test_a_number_is_printed_to_within_half_of_its_last_digit(value, scale):
    printed = number_in(scale.number(value)) * scale.factor
    step = scale.factor / 10**scale.decimals
    assert printed == pytest.approx(value, abs=step / 2 * 1.000001)
    assert scale.shows(value) == (number_in(scale.number(value)) != 0)


@given(amounts)
def test_a_minus_is_a_minus_sign_and_zero_has_none(value):
    text = MILLIONS.number(value)
    assert "-" not in text
    assert text.startswith(MINUS) == (number_in(text) < 0)
    signed = MILLIONS.number(value, signed=True)
    assert signed.startswith("+") == (number_in(text) > 0)


@given(st.floats(1e-6, 1e13))
def test_the_largest_of_some_amounts_shows_three_digits_at_least(value):
    text = money_scale([value, value / 7], "EUR").number(value)
    digits = text.replace(",", "").replace(".", "").lstrip("0")
    assert len(digits) >= 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3_217_482, "3.22 M EUR"),
        (160_400, "160 k EUR"),
        (36_841, "36.8 k EUR"),
        (5_432, "5,432 EUR"),
        (12.346, "12.35 EUR"),
        (0.00123, "0.00123 EUR"),
        (0, "0.00 EUR"),
        (-2_500_000, f"{MINUS}2.50 M EUR"),
    ],
)
def test_amounts_are_written_in_the_unit_of_their_size(value, text):
    assert money_scale([value], "EUR").amount(value) == text.replace(" ", NBSP)


def test_one_unit_serves_all_amounts_of_a_table():
    scale = money_scale([2_500_000, 1_200, -80], "EUR")
    assert (scale.number(1_200), scale.number(-80)) == ("0.00", "0.00")
    assert scale.unit == "M EUR"


def test_amounts_that_do_not_exist_do_not_choose_the_unit():
    assert money_scale([math.nan, math.inf, 50_000], "EUR").unit == "k EUR"
    assert money_scale([], "EUR").unit == "EUR"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (2_010_000, 2_580_000, "2.0–2.6"),
        (2_010_000, 2_040_000, "2.01–2.04"),  # one digit more, or both ends would read alike
        (2_001_000, 2_002_000, "2.001–2.002"),
        (-500_000, 1_000_000, f"{MINUS}0.5 to 1.0"),
        (-2_000_000, -1_000_000, f"{MINUS}2.0 to {MINUS}1.0"),
        (0, 1_000_000, "0.0–1.0"),
    ],
)
def test_a_range_shows_both_ends_apart_and_no_dash_beside_a_minus(low, high, text):
    assert MILLIONS.span(low, high) == text


def test_a_range_without_width_reads_alike_at_both_ends():
    assert MILLIONS.span(2e6, 2e6) == "2.000–2.000"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.523, "52 %"),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.004, "under 1 %"),
        (0.996, "over 99 %"),
        (0.0001, "under 1 %"),
        (0.99999, "over 99 %"),
        (-0.32, f"{MINUS}32 %"),
        (1.5, "150 %"),
        (math.nan, NONE),
        (math.inf, NONE),
    ],
)
def test_a_share_is_written_in_per_cent_and_close_is_not_all(share, text):
    assert percent(share) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.12, "+12 %"), (-0.12, f"{MINUS}12 %"), (0.0, "0.0 %"), (-0.003, f"{MINUS}0.3 %")],
)
def test_a_difference_keeps_its_sign_however_small(share, text):
    assert percent(share, signed=True) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("share", "limit", "text"),
    [
        (0.596, 0.60, "59.6 %"),
        (0.6, 0.60, "60 %"),
        (0.55, 0.60, "55 %"),
        (0.0478, 0.05, "4.8 %"),
        (0.051, 0.05, "5.1 %"),
    ],
)
def test_beside_its_limit_a_share_never_reads_like_the_limit(share, limit, text):
    assert percent_beside(share, limit) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("month", "text"),
    [
        (16.3, "month 17"),
        (17.0, "month 17"),
        (0.0, "month 1"),
        (0.2, "month 1"),
        (1.0001, "month 2"),
    ],
)
def test_a_time_is_named_by_the_month_in_which_it_falls(month, text):
    assert month_number(month) == text.replace(" ", NBSP)


@given(st.floats(0.01, 120))
def test_a_moment_lies_in_the_month_it_is_named_by(time):
    number = int(month_number(time).split(NBSP)[1])
    assert number - 1 <= time <= number + 1e-6


@given(st.floats(1e-4, 1e12))
def test_a_number_keeps_three_significant_digits(value):
    assert number_in(significant(value)) == pytest.approx(value, rel=0.005)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234567, "1,234,567"), (3.0, "3"), (0.1234, "0.123"), (-12.5, f"{MINUS}12.5"), (0, "0")],
)
def test_a_number_has_no_needless_decimals(value, text):
    assert significant(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1_354_479.2, "EUR", "1,354,479~EUR"),
        (0.08, "1/year", "8.00~% a year"),
        (36.0, "month", "36~months"),
        (16.34, "month", "16.3~months"),
        (0.463, "share", "46.3~%"),
        (math.nan, "EUR", "does not exist"),
        (1.3, "1", "1.3"),
    ],
)
def test_a_value_is_written_with_its_unit(value, unit, text):
    assert written(value, unit) == text.replace("~", NBSP)


def test_units_are_said_in_words():
    assert unit_words("EUR/kW/month") == "EUR a kW and month"
    assert unit_words("EUR/Mtok") == "EUR a Mtok"
    assert unit_words("EUR") == "EUR"


def test_words_are_joined_as_in_a_sentence():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
