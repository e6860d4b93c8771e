from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.economics.discounting import yearly_rate
from desktop_app.economics.returns import (
    discounted_payback,
    internal_rates,
    mirr,
    npv,
    payback,
)


def test_the_first_value_is_not_discounted():
    assert npv(0.5, np.array([-100.0, 150.0])) == pytest.approx(0.0)
    assert npv(np.array([0.0, 0.5]), np.array([10.0, 15.0])).tolist() == [25.0, 20.0]


@pytest.mark.parametrize(
    ("cash", "kind"),
    [
        ([], "none"),
        ([0, 0, 0], "none"),
        ([5], "none"),
        ([1, 2, 3], "none"),
        ([-1, -2], "none"),
        ([-100, 110], "unique"),
        ([0, 0, -100, 110], "unique"),
        ([100, -200, 150], "none"),
        ([-100, 230, -132], "not unique"),
    ],
)
def test_none_unique_and_not_unique_are_answers(cash, kind):
    assert internal_rates(np.array(cash, dtype=float)).kind == kind


def test_both_rates_of_a_project_that_ends_with_a_bill_are_found():
    assert internal_rates(np.array([-100.0, 230, -132])).rates == pytest.approx((0.10, 0.20))


def test_a_rate_at_which_the_value_only_touches_nil_is_found():
    # -100 (1 - 1.25 x)^2: nil at 25 % and below nil at every other rate
    assert internal_rates(np.array([-100.0, 250.0, -156.25])).rates == pytest.approx((0.25,))


def test_a_root_met_three_times_counts_once():
    found = internal_rates(np.array([-1.0, 3.0, -3.0, 1.0]))
    assert found.kind == "unique"
    assert found.rates[0] == pytest.approx(0.0, abs=1e-4)


def test_the_rate_of_ten_years_of_monthly_savings_with_a_refresh_is_found():
    cash = np.concatenate([[-1e6], np.full(60, 25_000.0), [-4e5], np.full(59, 25_000.0)])
    (rate,) = internal_rates(cash).rates
    assert npv(rate, cash) == pytest.approx(0.0, abs=1e-4)
    assert yearly_rate(rate) == pytest.approx(0.2712, abs=1e-4)


@given(st.lists(st.floats(-0.6, 3.0), min_size=1, max_size=5), st.sampled_from([-1.0, 1.0]))
def test_every_rate_that_cash_was_made_from_is_found_again(rates, sign):
    rates = sorted(rates)
    assume(all(b - a > 0.05 for a, b in pairwise(rates)))
    cash = np.array([sign])
    for rate in rates:
        cash = np.convolve(cash, [-1.0, 1.0 + rate])
    assert internal_rates(cash).rates == pytest.approx(tuple(rates), rel=1e-4, abs=1e-4)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=9))
def test_the_found_rates_are_those_of_the_polynomial(values):
    cash = np.trim_zeros(np.array(values, dtype=float))
    assume(cash.size > 1)
    found = internal_rates(cash).rates
    changes = np.count_nonzero(np.diff(np.sign(cash[cash != 0])))
    assert len(found) <= changes
    assert bool(found) or changes % 2 == 0
    for rate in found:
        worth = np.abs(cash) * (1 + rate) ** -np.arange(cash.size)
        assert abs(npv(rate, cash)) <= 1e-9 * worth.sum()
    roots = np.roots(cash[::-1])
    certain = [
        1 / root.real - 1
        for root in roots
        if abs(root.imag) < 1e-12 and root.real > 1e-6 and _is_simple(cash, root.real)
    ]
    assert all(np.isclose(rate, found, rtol=1e-4, atol=1e-4).any() for rate in certain)


def _is_simple(cash, root):
    slope = np.polynomial.Polynomial(cash).deriv()(root)
    return abs(slope * root) > 1e-3 * (np.abs(cash) * root ** np.arange(cash.size)).sum()


def test_the_modified_rate_grows_receipts_at_one_rate_and_discounts_payments_at_another():
    cash = np.array([-100.0, 50.0, -60.0, 70.0])
    paid, received = 100 + 60 / 1.10**2, 50 * 1.12**2 + 70
    assert mirr(cash, 0.10, 0.12) == pytest.approx((received / paid) ** (1 / 3) - 1)


def test_there_is_no_modified_rate_where_nothing_is_paid_or_nothing_comes_back():
    cash = np.array([[100.0, 50.0], [-100.0, -50.0], [-100.0, 110.0]])
    found = mirr(cash, 0.1, 0.1)
    assert np.isnan(found[:2]).all()
    assert found[2] == pytest.approx(0.10)


@given(st.floats(-0.5, 1.0), st.floats(1, 1e6), st.integers(1, 40))
def test_a_single_receipt_has_its_internal_rate_as_modified_rate(rate, paid, periods):
    cash = np.zeros(periods + 1)
    cash[0], cash[-1] = -paid, paid * (1 + rate) ** periods
    assert mirr(cash, 0.07, 0.03) == pytest.approx(rate, rel=1e-6, abs=1e-9)
    assert internal_rates(cash).rates == pytest.approx((rate,), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("cash", "when"),
    [
        ([-200, 50, 60, 70, 200], 3.1),
        ([-100, 100], 1.0),
        ([-100, 40, 40], np.nan),
        ([0, -100, 50, 100], 2.5),
        ([10, 20], 0.0),
        ([-100, 150, -100, 80], 2 / 3),
    ],
)
def test_payback_is_interpolated_within_its_period(cash, when):
    assert payback(np.array(cash, dtype=float)) == pytest.approx(when, nan_ok=True)


def test_rounding_does_not_prevent_a_payback_that_is_exact():
    cash = np.array([-0.1, 0.025, 0.025, 0.025, 0.025])
    assert np.cumsum(cash)[-1] < 0
    assert payback(cash) == pytest.approx(4.0)


def test_discounting_delays_a_payback_and_may_prevent_it():
    cash = np.array([-200.0, 50, 60, 70, 200])
    assert discounted_payback(0.10, cash) == pytest.approx(3.38335)
    assert np.isnan(discounted_payback(0.50, cash))
    draws = discounted_payback(np.array([0.0, 0.10, 0.50]), cash)
    np.testing.assert_allclose(draws, [3.1, 3.38335, np.nan])
