import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.break_even import (
    BreakEven,
    Crossing,
    break_even,
    break_even_hours,
    break_even_utilisation,
    crossings,
    cumulative_curve,
    curve_times,
    first_month_cheaper,
)
from desktop_app.economics.discounting import present_value

MONEY = st.integers(0, 50)
OPTIONS = st.integers(1, 12).flatmap(
    lambda months: st.lists(
        st.lists(MONEY, min_size=months, max_size=months).map(lambda m: np.array(m, float)),
        min_size=4,
        max_size=4,
    )
)


def curve(start, end, closing=0.0):
    return cumulative_curve(
        start=np.array(start, float), end=np.array(end, float), closing=closing
    )


def test_capital_is_a_jump_and_running_cost_a_slope():
    assert curve_times(2).tolist() == [0, 0, 1, 1, 2, 2]
    assert curve([100, 50], [10, 20], closing=-30).tolist() == [0, 100, 110, 160, 180, 150]


def test_a_discounted_curve_ends_at_the_present_value():
    start, end = np.array([100.0, 0, 40]), np.array([5.0, 6, 7])
    sampled = cumulative_curve(start=start, end=end, closing=-20.0, annual_rate=0.2)
    worth = present_value(annual_rate=0.2, start=start, end=end, closing=-20.0)
    assert sampled[-1] == pytest.approx(worth)
    assert sampled[2] == pytest.approx(100 + 5 * 1.2 ** (-1 / 12))


def test_buying_meets_renting_within_the_month_in_which_the_costs_are_equal():
    own, rent = curve([100, 0, 0, 0], [10] * 4), curve([0] * 4, [50] * 4)
    assert break_even(own, rent) == BreakEven("once", (Crossing(2.5, "a"),))
    assert break_even(rent, own) == BreakEven("once", (Crossing(2.5, "b"),))


def test_a_second_purchase_may_hand_the_lead_back_on_its_day_and_lose_it_again():
    own, rent = curve([100, 0, 0, 80, 0, 0], [10] * 6), curve([0] * 6, [50] * 6)
    met = break_even(own, rent)
    assert met.kind == "several"
    assert met.crossings == (Crossing(2.5, "a"), Crossing(3.0, "b"), Crossing(4.5, "a"))


def test_a_purchase_just_before_the_lines_would_cross_is_not_smoothed_over_its_month():
    # drawn from month end to month end the curves would cross in month 1; in truth they do not
    own, rent = curve([0, 60, 0], [10, 10, 10]), curve([0, 0, 0], [20, 20, 20])
    assert crossings(own, rent) == (Crossing(1.0, "b"),)


def test_already_and_never_are_answers():
    cheap, dear = curve([10, 0], [1, 1]), curve([20, 0], [2, 2])
    assert break_even(cheap, dear) == BreakEven("already")
    assert break_even(dear, cheap) == BreakEven("never")
    assert break_even(cheap, cheap) == BreakEven("never")


def test_costs_that_only_touch_do_not_cross():
    own, rent = curve([40, 40, 0], [10, 10, 60]), curve([0, 0, 0], [50, 50, 50])
    assert break_even(own, rent) == BreakEven("never")


def test_where_costs_run_together_before_they_part_the_first_equal_moment_counts():
    own, rent = curve([20, 0, 0], [10, 10, 5]), curve([0, 0, 0], [30, 10, 10])
    assert crossings(own, rent) == (Crossing(1.0, "a"),)


def test_rounding_makes_no_crossing():
    third = np.full(3, 0.1)
    own, rent = curve([0, 0, 0], third), curve([0.3, 0, 0], [0, 0, 0])
    assert break_even(own, rent).kind == "already"
    assert break_even(rent, own).kind == "never"


@given(OPTIONS)
def test_between_crossings_the_one_who_is_said_to_be_cheaper_is(flows):
    a, b = curve(flows[0], flows[1]), curve(flows[2], flows[3])
    found, times = crossings(a, b), curve_times(flows[0].size)
    months = [0.0, *(c.month for c in found), times[-1]]
    assert months == sorted(months)
    for crossing, until in zip(found, months[2:], strict=True):
        gap = (b - a)[(times > crossing.month) & (times < until)]
        assert ((gap if crossing.cheaper_after == "a" else -gap) >= -1e-9).all()
    assert all(x.cheaper_after != y.cheaper_after for x, y in zip(found, found[1:]))  # noqa: B905, RUF007


@given(OPTIONS)
def test_at_a_crossing_within_a_month_both_have_cost_the_same(flows):
    a, b = curve(flows[0], flows[1]), curve(flows[2], flows[3])
    for crossing in crossings(a, b):
        if crossing.month % 1:
            month, part = int(crossing.month), crossing.month % 1
            costs = [
                c[2 * month + 1] + part * (c[2 * month + 2] - c[2 * month + 1]) for c in (a, b)
            ]
            assert costs[0] == pytest.approx(costs[1], abs=1e-6)


@given(OPTIONS)
def test_exchanging_the_options_exchanges_the_names_and_nothing_else(flows):
    a, b = curve(flows[0], flows[1]), curve(flows[2], flows[3])
    other = {"a": "b", "b": "a"}
    assert crossings(b, a) == tuple(
        Crossing(c.month, other[c.cheaper_after]) for c in crossings(a, b)
    )


def test_for_draws_the_first_month_of_being_cheaper_is_found_at_once():
    own = np.stack(
        [curve([100, 0, 0], [10] * 3), curve([900, 0, 0], [1] * 3), curve([0] * 3, [9] * 3)]
    )
    rent = curve([0, 0, 0], [50, 60, 70])
    np.testing.assert_allclose(first_month_cheaper(own, rent), [2 + 10 / 60, np.nan, 0.0])


@given(OPTIONS)
def test_until_the_first_month_of_being_cheaper_it_never_is_and_there_it_begins(flows):
    a, b = curve(flows[0], flows[1]), curve(flows[2], flows[3])
    lead, times = b - a, curve_times(flows[0].size)
    first = float(first_month_cheaper(a, b))
    if np.isnan(first):
        assert (lead <= 1e-9).all()
    else:
        assert (lead[times < first] <= 1e-9).all()
        assert (lead[times >= first] > 1e-9).any()
        after = np.flatnonzero(lead > 1e-9)[0]
        between = np.interp(first, times[after - 1 : after + 1], lead[after - 1 : after + 1])
        assert between == pytest.approx(0.0, abs=1e-6) or first == times[after]


def test_an_hour_of_cloud_that_is_not_dearer_never_pays_for_a_machine():
    hours = break_even_hours(
        capex=1000.0, cloud_per_hour=np.array([12.0, 2.0, 1.0]), own_per_hour=2.0
    )
    np.testing.assert_allclose(hours, [100.0, np.nan, np.nan])


def test_the_utilisation_that_pays_covers_capital_and_idle_hours():
    used = break_even_utilisation(
        capex=1000.0,
        hours=100.0,
        own_fixed_per_hour=5.0,
        own_per_used_hour=10.0,
        cloud_per_hour=np.array([40.0, 20.0, 10.0]),
    )
    np.testing.assert_allclose(used, [0.5, 1.5, np.nan])
