import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.uncertainty.summary import (
    percentiles,
    quantiles,
    share_of,
    standard_error_of_mean,
    standard_error_of_share,
)

DRAWS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60).map(np.array)


def test_percentiles_of_one_to_a_hundred_and_one():
    found = percentiles(np.arange(1.0, 102.0)[::-1])
    assert (found.p05, found.p10, found.p50, found.p90, found.p95) == (6, 11, 51, 91, 96)


@given(DRAWS, st.floats(0, 1))
def test_quantiles_are_linear_between_the_sorted_draws(draws, level):
    expected = np.quantile(draws, level)
    assert quantiles(draws, (level,))[0] == pytest.approx(expected, rel=1e-12, abs=1e-6)


def test_months_are_summarised_one_by_one():
    draws = np.array([[1.0, 10.0], [3.0, 30.0], [2.0, 20.0]])
    assert percentiles(draws).p50.tolist() == [2.0, 20.0]


def test_never_counts_as_later_than_any_month():
    months = np.array([np.nan, 5.0, 7.0, np.nan, 6.0])
    found = quantiles(months, (0.0, 0.25, 0.5, 0.51, 1.0))
    np.testing.assert_array_equal(found, [5.0, 6.0, 7.0, np.nan, np.nan])


def test_the_error_of_a_mean_falls_with_the_root_of_the_count():
    draws = np.array([1.0, 2.0, 3.0, 4.0])
    assert standard_error_of_mean(draws) == pytest.approx(np.sqrt(5 / 3) / 2)
    many = standard_error_of_mean(np.tile(draws, 100))
    assert many == pytest.approx(np.sqrt(1.25) / 20, rel=2e-3)
    assert standard_error_of_mean(np.stack([draws, draws], axis=1)).shape == (2,)


def test_one_draw_has_a_mean_of_unknown_error():
    assert np.isnan(standard_error_of_mean(np.array([3.0])))


def test_the_error_of_a_share_is_largest_at_a_half_and_nil_when_all_agree():
    found = standard_error_of_share(np.array([0.0, 0.5, 0.8, 1.0]), 100)
    np.testing.assert_allclose(found, [0.0, 0.05, 0.04, 0.0])


def test_a_share_is_that_of_the_draws_in_which_it_holds():
    assert share_of(np.array([[True, False], [True, True]])).tolist() == [1.0, 0.5]
