from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.billing.cells import literal, moment, number


def read(tools, how, text):
    return tools.run(f"SELECT {how(literal(text))}")[0][0]


def plain(cell):
    return number(cell, "plain")


def point(cell):
    return number(cell, "point")


def comma(cell):
    return number(cell, "comma")


amounts = st.decimals(
    min_value=-(10**12), max_value=10**12, places=18, allow_nan=False, allow_infinity=False
)


@given(amount=amounts)
def test_a_plain_number_is_read_to_its_last_digit(tools, amount):
    assert read(tools, plain, format(amount, "f")) == amount


@given(amount=st.decimals(-(10**6), 10**6, places=6), exponent=st.integers(-12, 12))
def test_an_exponent_moves_the_point_and_loses_nothing(tools, amount, exponent):
    text = f"{amount}e{exponent:+03d}"
    assert read(tools, plain, text) == Decimal(text)


@given(amount=st.decimals(-(10**15), 10**15, places=2))
def test_an_amount_written_for_people_means_the_same_in_every_style(tools, amount):
    grouped = f"{abs(amount):,.2f}"
    european = grouped.translate(str.maketrans(",.", ".,"))
    sign = "-" if amount < 0 else ""
    assert read(tools, point, f"{sign}${grouped} ") == amount
    assert read(tools, point, f"USD {sign}{grouped}") == amount
    assert read(tools, comma, f"{sign}{european} €") == amount
    assert read(tools, comma, sign + european.replace(".", "\u202f")) == amount
    if amount < 0:
        assert read(tools, point, f"({grouped})") == amount
        assert read(tools, point, f"{grouped}-") == amount


@pytest.mark.parametrize("text", ["abc", "1,23.4", "12 34", "1.2.3", "--", "Included", "1e", "$"])
def test_what_is_no_number_is_nothing_and_never_zero(tools, text):
    assert read(tools, plain, text) is None
    assert read(tools, point, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-31",
        "2026-01-31 00:00:00",
        "2026-01-31T00:00:00Z",
        "2026-01-31T00:00Z",
        "2026-01-31T00:00:00.000Z",
        "2026-01-31T00:00:00+02:00",
    ],
)
def test_dates_with_the_year_first_are_read_as_they_stand(tools, text):
    assert str(read(tools, lambda cell: moment(cell, "iso"), text)) == "2026-01-31 00:00:00"


def test_a_short_date_is_no_day_of_the_year_five(tools):
    assert read(tools, lambda cell: moment(cell, "iso"), "5/1/25") is None
    assert (
        str(read(tools, lambda cell: moment(cell, "month_first"), "5/1/25"))[:10] == "2025-05-01"
    )
    assert (
        str(read(tools, lambda cell: moment(cell, "day_first"), "5/1/2025"))[:10] == "2025-01-05"
    )


@pytest.mark.parametrize(
    ("text", "is_rounded"),
    [
        ("0.123456789012345678", False),
        ("0.1234567890123456789", True),
        ("0.1234567890123456780000", False),
        ("1.5e-17", False),
        ("1.5e-18", True),
        ("1e-25", True),
        ("1e25", False),
        ("12", False),
    ],
)
def test_more_than_eighteen_decimals_are_noticed(tools, text, is_rounded):
    assert read(tools, lambda cell: f"is_rounded({cell})", text) is is_rounded
