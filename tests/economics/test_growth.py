import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.discounting import yearly_rate
from desktop_app.economics.growth import price_by_month, volume_by_month


def test_volume_grows_by_one_rate_to_the_twelfth_month_and_by_the_other_from_the_thirteenth():
    volume = volume_by_month(1000.0, 0.10, 0.02, 14)
    assert volume[[0, 1, 11]] == pytest.approx([1000, 1100, 1000 * 1.1**11])
    assert volume[12:] == pytest.approx([volume[11] * 1.02, volume[11] * 1.02**2])


def test_a_use_that_ends_within_the_year_is_there_in_month_0_only():
    assert volume_by_month(5.0, -1.0, 0.0, 3).tolist() == [5.0, 0.0, 0.0]


def test_a_price_that_falls_a_fifth_a_year_falls_a_little_every_month():
    price = price_by_month(100.0, -0.20, 25)
    assert price[[0, 6, 12, 24]] == pytest.approx([100, 100 * 0.8**0.5, 80, 64])


@given(st.floats(1, 1e9), st.floats(-0.2, 0.2), st.integers(1, 72))
def test_volume_follows_a_price_trend_that_compounds_to_its_own_monthly_growth(
    first, growth, months
):
    np.testing.assert_allclose(
        volume_by_month(first, growth, growth, months),
        price_by_month(first, yearly_rate(growth), months),
        rtol=1e-9,
    )


def test_draws_come_before_months():
    growth = np.array([0.0, 0.5])
    together = volume_by_month(np.array([3.0, 4.0]), growth, growth, 20)
    assert together.shape == (2, 20)
    np.testing.assert_allclose(together[1], volume_by_month(4.0, 0.5, 0.5, 20))
    assert price_by_month(1.0, growth, 20).shape == (2, 20)
