import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.growth import price_by_month, volume_by_month


def test_volume_has_grown_by_the_first_years_growth_in_month_12_and_then_by_the_later_one():
    volume = volume_by_month(1000.0, 0.50, 0.20, 37)
    assert volume[[0, 12, 24, 36]] == pytest.approx([1000, 1500, 1800, 2160])


def test_the_steps_into_months_1_to_12_are_equal_and_so_are_those_after():
    steps = np.diff(np.log(volume_by_month(7.0, 0.50, 0.20, 30)))
    np.testing.assert_allclose(steps[:12], np.log(1.5) / 12)
    np.testing.assert_allclose(steps[12:], np.log(1.2) / 12)


def test_a_use_that_ends_within_the_year_is_there_in_month_0_only():
    assert volume_by_month(5.0, -1.0, 0.0, 3).tolist() == [5.0, 0.0, 0.0]


def test_a_price_that_falls_a_fifth_a_year_falls_a_little_every_month():
    price = price_by_month(100.0, -0.20, 25)
    assert price[[0, 6, 12, 24]] == pytest.approx([100, 100 * 0.8**0.5, 80, 64])


@given(st.floats(0, 1e9), st.floats(-0.9, 3), st.integers(1, 72))
def test_volume_and_price_agree_where_growth_is_the_same_all_along(first, growth, months):
    np.testing.assert_allclose(
        volume_by_month(first, growth, growth, months),
        price_by_month(first, growth, months),
        rtol=1e-9,
    )


def test_draws_come_before_months():
    growth = np.array([0.0, 0.5])
    together = volume_by_month(np.array([3.0, 4.0]), growth, growth, 20)
    assert together.shape == (2, 20)
    np.testing.assert_allclose(together[1], volume_by_month(4.0, 0.5, 0.5, 20))
    assert price_by_month(1.0, growth, 20).shape == (2, 20)
