import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.capital import book_value_at_end, residual_value, straight_line

CAPITAL = st.lists(st.floats(0, 1e6), min_size=1, max_size=36).map(np.array)
LIVES = st.integers(1, 60)


def test_capital_is_spread_evenly_over_its_life_from_its_month():
    capital = np.array([12.0, 0, 0, 6, 0, 0])
    assert straight_line(capital, 3).tolist() == [4, 4, 4, 2, 2, 2]


def test_purchases_depreciate_beside_each_other():
    assert straight_line(np.array([10.0, 20, 0, 0, 0, 0]), 2).tolist() == [5, 15, 10, 0, 0, 0]


@given(CAPITAL, LIVES)
def test_depreciation_is_that_of_each_purchase_added_up(capital, life):
    each = np.zeros((capital.size, capital.size))
    for month, amount in enumerate(capital):
        each[month, month : month + life] = amount / life
    np.testing.assert_allclose(straight_line(capital, life), each.sum(axis=0), atol=1e-6)


@given(CAPITAL, LIVES)
def test_what_is_not_depreciated_still_stands_in_the_books(capital, life):
    left = sum(
        amount * max(0.0, 1 - (capital.size - month) / life)
        for month, amount in enumerate(capital)
    )
    assert book_value_at_end(capital, life) == pytest.approx(left, abs=1e-5)


def test_lives_may_be_drawn():
    capital = np.array([12.0, 0, 0, 0])
    assert straight_line(capital, np.array([2.0, 4.0])).tolist() == [[6, 6, 0, 0], [3, 3, 3, 3]]
    assert book_value_at_end(capital, np.array([2.0, 6.0])).tolist() == [0, 4]


def test_a_machine_keeps_its_yearly_share_for_every_year_of_age_at_the_end():
    capital = np.zeros(36)
    capital[0], capital[12] = 1000.0, 500.0
    assert residual_value(capital, 0.6) == pytest.approx(1000 * 0.6**3 + 500 * 0.6**2)


def test_a_retired_machine_fetches_nothing():
    capital = np.zeros(36)
    capital[0], capital[24] = 1000.0, 500.0
    assert residual_value(capital, 0.6, 24) == pytest.approx(500 * 0.6)
    assert residual_value(capital, 0.6, 36) == pytest.approx(1000 * 0.6**3 + 500 * 0.6)


def test_life_counts_from_service_and_age_from_payment():
    capital = np.zeros(36)
    capital[0] = 1000.0
    assert residual_value(capital, 0.6, 33) == 0
    assert residual_value(capital, 0.6, 33, lead_months=3) == pytest.approx(1000 * 0.6**3)


@given(CAPITAL)
def test_kept_whole_the_residual_is_the_price_and_kept_not_at_all_it_is_nothing(capital):
    assert residual_value(capital, 1.0) == pytest.approx(capital.sum())
    assert residual_value(capital, 0.0) == 0


def test_shares_kept_may_be_drawn():
    capital = np.array([[100.0] + [0.0] * 11, [0.0] * 6 + [100.0] + [0.0] * 5])
    found = residual_value(capital, np.array([0.5, 0.25]))
    np.testing.assert_allclose(found, [50, 50])
