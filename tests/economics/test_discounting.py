import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.discounting import (
    discount_factors,
    flows_by_time,
    monthly_rate,
    present_value,
    yearly_rate,
)
from desktop_app.economics.returns import npv
from desktop_app.outcome import Refused

RATES = st.floats(-0.5, 1.0)
MONEY = st.floats(-1e6, 1e6)


def months_of(elements, count):
    return st.lists(elements, min_size=count, max_size=count).map(np.array)


def test_eight_percent_a_year_is_not_two_thirds_of_a_percent_a_month():
    assert monthly_rate(0.08) == pytest.approx(0.00643403, abs=1e-8)


@given(RATES)
def test_twelve_months_at_the_monthly_rate_make_the_yearly_one(rate):
    assert (1 + monthly_rate(rate)) ** 12 == pytest.approx(1 + rate, rel=1e-12)
    assert yearly_rate(monthly_rate(rate)) == pytest.approx(rate, rel=1e-9, abs=1e-12)


def test_capital_in_month_0_is_not_discounted_and_running_cost_of_month_11_by_a_year():
    start = discount_factors(0.10, 12, at_start=True)
    end = discount_factors(0.10, 12, at_start=False)
    assert start[0] == 1
    assert end[11] == pytest.approx(1 / 1.10)


def test_capital_bought_a_year_in_costs_what_the_same_money_costs_at_the_end_of_month_11():
    late, early = np.zeros(24), np.zeros(24)
    late[12], early[11] = 500.0, 500.0
    assert present_value(annual_rate=0.1, start=late) == pytest.approx(500 / 1.1)
    assert present_value(annual_rate=0.1, end=early) == pytest.approx(500 / 1.1)


def test_a_residual_value_after_two_years_is_worth_its_discounted_amount_at_signing():
    worth = present_value(annual_rate=0.1, end=np.zeros(24), closing=-121.0)
    assert worth == pytest.approx(-100.0)


@given(months_of(MONEY, 18), months_of(MONEY, 18), MONEY)
def test_without_discounting_the_present_value_is_the_plain_sum(start, end, closing):
    worth = present_value(annual_rate=0.0, start=start, end=end, closing=closing)
    assert worth == pytest.approx(start.sum() + end.sum() + closing, abs=1e-6)


@given(RATES, months_of(MONEY, 18), months_of(MONEY, 18), MONEY)
def test_payments_laid_out_by_time_have_the_same_present_value(rate, start, end, closing):
    flows = flows_by_time(start=start, end=end, closing=closing)
    worth = present_value(annual_rate=rate, start=start, end=end, closing=closing)
    assert flows.shape == (19,)
    assert npv(monthly_rate(rate), flows) == pytest.approx(worth, rel=1e-9, abs=1e-3)


def test_each_draw_is_worth_what_it_is_worth_alone():
    rates = np.array([0.0, 0.05, 0.2])
    start = np.arange(36.0).reshape(3, 12)
    closing = np.array([1.0, -2.0, 3.0])
    together = present_value(annual_rate=rates, start=start, end=start[0], closing=closing)
    alone = [
        present_value(annual_rate=r, start=s, end=start[0], closing=c)
        for r, s, c in zip(rates, start, closing, strict=True)
    ]
    np.testing.assert_allclose(together, alone, rtol=1e-14)
    assert flows_by_time(start=start, closing=closing).shape == (3, 13)


def test_a_rate_of_minus_one_hundred_percent_is_refused_in_a_sentence():
    with pytest.raises(Refused) as refusal:
        discount_factors(np.array([0.1, -1.0]), 12, at_start=True)
    assert refusal.value.message == "A rate of -100% loses everything and more."
    assert refusal.value.hint == "Enter a rate above -100 %."


def test_a_present_value_of_nothing_at_all_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="how long the horizon is"):
        present_value(annual_rate=0.1, closing=5.0)
