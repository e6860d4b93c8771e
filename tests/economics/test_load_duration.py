import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.load_duration import load, overflow_share
from desktop_app.outcome import Refused

PEAKS = st.one_of(st.just(1.0), st.floats(1.0, 1.001), st.floats(1.0, 20.0))
CAPACITIES = st.floats(0.0, 25.0)
MOMENTS = (np.arange(200_000) + 0.5) / 200_000


def test_the_load_is_at_its_peak_first_and_gone_at_last():
    assert load(np.array([0.0, 0.5, 1.0]), 3.0).tolist() == [3.0, 0.75, 0.0]


@given(PEAKS)
def test_the_mean_load_is_one(peak):
    assert load(MOMENTS, peak).mean() == pytest.approx(1.0, abs=2e-4)


@given(CAPACITIES, PEAKS)
def test_the_overflow_is_the_area_of_the_curve_above_the_capacity(capacity, peak):
    area = np.maximum(load(MOMENTS, peak) - capacity, 0.0).mean()
    assert overflow_share(capacity, peak) == pytest.approx(area, abs=2e-4)


def test_a_load_that_peaks_at_three_times_its_mean_overflows_capacity_at_the_mean():
    # L = 3 (1 - x)^2 exceeds 1 for x < 1 - 1/sqrt(3); 1 - 3^(-3/2) - (1 - 3^(-1/2))
    assert overflow_share(1.0, 3.0) == pytest.approx(3**-0.5 - 3**-1.5)


def test_a_flat_load_overflows_by_what_is_missing():
    assert overflow_share(np.array([0.0, 0.25, 1.0, 2.0]), 1.0).tolist() == [1, 0.75, 0, 0]


@given(PEAKS)
def test_without_capacity_everything_overflows_and_at_the_peak_nothing_does(peak):
    assert overflow_share(0.0, peak) == 1
    assert overflow_share(peak, peak) == pytest.approx(0.0, abs=1e-12)
    assert overflow_share(peak + 0.5, peak) == pytest.approx(0.0, abs=1e-12)


@given(PEAKS)
def test_more_capacity_overflows_less_and_each_step_helps_less_than_the_one_before(peak):
    shares = overflow_share(np.linspace(0.0, 1.2 * peak, 200), peak)
    assert (np.diff(shares) <= 1e-12).all()
    assert (np.diff(shares, 2) >= -1e-12).all()


@given(st.floats(0.0, 2.0))
def test_an_almost_flat_load_overflows_almost_as_a_flat_one(capacity):
    almost = overflow_share(capacity, 1 + 1e-9)
    assert almost == pytest.approx(overflow_share(capacity, 1.0), abs=1e-8)


@given(st.floats(0.0, 5.0), st.floats(1.0, 6.0), st.floats(0.0, 3.0))
def test_a_more_pointed_load_never_overflows_less(capacity, peak, more):
    assert overflow_share(capacity, peak + more) >= overflow_share(capacity, peak) - 1e-12


def test_capacity_and_peak_may_be_drawn():
    together = overflow_share(np.array([[0.5, 1.0]]), np.array([[2.0], [4.0]]))
    assert together.shape == (2, 2)
    assert together[1, 0] == overflow_share(0.5, 4.0)


def test_a_peak_below_the_mean_and_a_capacity_below_zero_are_refused():
    with pytest.raises(Refused, match=r"A peak of 0\.8 times the mean load lies below the mean\."):
        overflow_share(1.0, np.array([2.0, 0.8]))
    with pytest.raises(Refused, match="A capacity is below zero"):
        overflow_share(-0.1, 2.0)
