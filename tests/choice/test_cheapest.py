import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.choice.cheapest import chance_cheapest, close_call, gap_to_next, regret

COSTS = st.tuples(st.integers(1, 5), st.integers(1, 12)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 9), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    ).map(lambda rows: np.array(rows, dtype=float))
)


def test_the_chance_is_the_share_of_draws_and_a_tie_is_shared():
    costs = np.array([[1.0, 5, 3, 2], [2, 4, 3, 2], [9, 9, 9, 2]])
    assert chance_cheapest(costs) == pytest.approx(
        [(1 + 0.5 + 1 / 3) / 4, (1 + 0.5 + 1 / 3) / 4, 1 / 12]
    )


@given(COSTS)
def test_chances_add_up_to_one_and_cheaper_in_every_draw_is_certain(costs):
    assert chance_cheapest(costs).sum() == pytest.approx(1.0)
    below = np.vstack([costs, costs.min(axis=0) - 1])
    assert chance_cheapest(below)[-1] == 1


@given(COSTS)
def test_regret_is_nil_for_the_cheapest_of_each_draw_and_never_negative(costs):
    found = regret(costs)
    assert (found >= 0).all()
    assert (found.min(axis=0) == 0).all()
    np.testing.assert_array_equal(found + costs.min(axis=0), costs)


def test_the_gap_is_that_to_the_next_option_as_a_share_of_the_cheapest():
    assert gap_to_next(np.array([130.0, 100.0, 104.0])) == pytest.approx(0.04)
    assert gap_to_next(np.array([100.0, 100.0])) == 0


def test_without_a_next_option_or_beside_a_free_one_the_gap_is_without_bounds():
    assert gap_to_next(np.array([100.0])) == np.inf
    assert gap_to_next(np.array([0.0, 1.0])) == np.inf
    assert gap_to_next(np.array([0.0, 0.0])) == 0


@pytest.mark.parametrize(
    ("chance", "gap", "agrees", "reasons"),
    [
        (0.60, 0.05, True, ()),
        (0.59, 0.05, True, ("chance_below_limit",)),
        (0.60, 0.049, True, ("gap_below_limit",)),
        (0.95, 0.40, False, ("money_and_value_differ",)),
        (0.10, 0.01, False, ("chance_below_limit", "gap_below_limit", "money_and_value_differ")),
    ],
)
def test_each_rule_that_fires_is_named(chance, gap, agrees, reasons):
    assert close_call(chance, gap, value_agrees=agrees) == reasons


def test_the_limits_may_be_set():
    assert close_call(0.7, 0.08, least_chance=0.8, least_gap=0.1) == (
        "chance_below_limit",
        "gap_below_limit",
    )
    assert close_call(0.1, 0.01, least_chance=0.05, least_gap=0.0) == ()
