import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.annuities import (
    amortisation,
    equivalent_monthly_cost,
    fv,
    nper,
    pmt,
    pv,
)
from desktop_app.economics.discounting import present_value

RATES = st.one_of(st.just(0.0), st.floats(1e-9, 0.2), st.floats(-0.05, -1e-9))
COUNTS = st.integers(1, 240)
MONEY = st.floats(-1e6, 1e6)


@given(RATES, COUNTS, MONEY, MONEY)
def test_payment_and_present_and_future_value_undo_each_other(rate, periods, present, future):
    payment = pmt(rate, periods, present, future)
    scale = (abs(present) + abs(future) + 1) * (1 + abs(rate)) ** periods
    assert abs(fv(rate, periods, payment, present) - future) < 1e-8 * scale
    grown = (1 + rate) ** periods
    assert abs(pv(rate, periods, payment, future) - present) * grown < 1e-8 * scale


@given(st.floats(0, 0.05), st.integers(1, 200))
def test_the_number_of_payments_is_found_again(rate, periods):
    assert nper(rate, pmt(rate, periods, 1000.0), 1000.0) == pytest.approx(periods, rel=1e-6)


def test_payments_below_the_interest_never_pay_a_loan_off():
    assert np.isnan(nper(0.10, -9.0, 100.0))


def test_without_interest_a_loan_is_paid_in_equal_parts():
    table = amortisation(0.0, 4, 100.0)
    assert table.payment == 25
    assert table.balance.tolist() == [75, 50, 25, 0]
    assert table.interest.tolist() == [0, 0, 0, 0]


@given(st.floats(0.0001, 0.1), st.integers(1, 120), st.floats(1, 1e6))
def test_a_loan_is_paid_back_exactly_and_each_payment_is_interest_and_principal(
    rate, periods, loan
):
    table = amortisation(rate, periods, loan)
    assert table.principal.sum() == pytest.approx(loan, rel=1e-9)
    assert table.balance[-1] == pytest.approx(0.0, abs=1e-6 * loan)
    np.testing.assert_allclose(table.interest + table.principal, table.payment, rtol=1e-12)
    owed = np.concatenate([[loan], table.balance[:-1]])
    np.testing.assert_allclose(table.balance, owed - table.principal, atol=1e-6 * loan)


def test_loans_of_several_draws_stand_on_the_first_axis():
    table = amortisation(np.array([0.0, 0.01]), 6, np.array([60.0, 600.0]))
    assert table.balance.shape == (2, 6)
    np.testing.assert_allclose(table.balance[1], amortisation(0.01, 6, 600.0).balance)


def test_a_present_value_at_no_interest_is_spread_evenly_over_the_months():
    assert equivalent_monthly_cost(1200.0, 0.0, 12) == 100


@given(st.floats(0, 0.5), st.floats(0, 1e7), st.integers(1, 120))
def test_the_equivalent_monthly_cost_is_worth_the_present_value(rate, worth, months):
    each = equivalent_monthly_cost(worth, rate, months)
    level = np.full(months, float(each))
    assert present_value(annual_rate=rate, end=level) == pytest.approx(worth, rel=1e-9)
