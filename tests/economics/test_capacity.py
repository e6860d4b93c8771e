import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.economics.capacity import delivered, nodes_needed, orders_by_month

NEEDS = st.lists(st.integers(0, 6), min_size=1, max_size=24).map(lambda n: np.array(n, float))
LEADS, LIVES = st.integers(0, 8), st.integers(1, 30)


def test_nodes_are_whole_and_spares_stand_beside_them():
    load = np.array([0.3, 0.7, 1.4, 1.5])
    assert nodes_needed(load, 0.7, 1).tolist() == [2, 2, 3, 4]


def test_without_load_no_node_is_needed_not_even_a_spare():
    assert nodes_needed(np.array([0.0, 0.01]), 0.7, 2).tolist() == [0, 3]


def test_rounding_does_not_buy_a_node():
    assert nodes_needed(np.array([3.0000000001, 2.1 / 0.7 * 1.0, 3.001]), 1.0).tolist() == [
        3,
        3,
        4,
    ]
    assert nodes_needed(np.array([0.1 + 0.2]), 0.3).tolist() == [1]


@given(st.floats(0.001, 1e4), st.floats(0.05, 1.0))
def test_the_nodes_carry_the_load_and_one_fewer_would_not(load, target):
    nodes = float(nodes_needed(load, target))
    assert nodes * target >= load * (1 - 1e-8)
    assert (nodes - 1) * target < load


def test_target_and_spares_may_be_drawn():
    load = np.ones((2, 3))
    found = nodes_needed(load, np.array([[0.5], [1.0]]), np.array([[0.0], [1.0]]))
    assert found.tolist() == [[2, 2, 2], [2, 2, 2]]


def test_a_node_is_ordered_its_lead_time_before_it_is_needed():
    orders, installed = orders_by_month(np.array([0, 0, 0, 2, 2, 3.0]), 2, 60)
    assert orders.tolist() == [0, 2, 0, 1, 0, 0]
    assert installed.tolist() == [0, 0, 0, 2, 2, 3]


def test_what_is_needed_before_anything_can_arrive_is_ordered_at_signing():
    orders, installed = orders_by_month(np.full(6, 4.0), 3, 60)
    assert orders.tolist() == [4, 0, 0, 0, 0, 0]
    assert installed.tolist() == [0, 0, 0, 4, 4, 4]


def test_what_would_arrive_after_the_horizon_is_not_ordered():
    orders, installed = orders_by_month(np.full(4, 4.0), 4, 60)
    assert not orders.any()
    assert not installed.any()


def test_a_retiring_node_is_replaced_in_time():
    orders, installed = orders_by_month(np.full(8, 2.0), 1, 3)
    assert orders.tolist() == [2, 0, 0, 2, 0, 0, 2, 0]
    assert installed.tolist() == [0, 2, 2, 2, 2, 2, 2, 2]


def test_a_retiring_node_that_is_no_longer_needed_is_not_replaced():
    orders, installed = orders_by_month(np.array([3, 3, 1, 1, 1, 1.0]), 0, 4)
    assert orders.tolist() == [3, 0, 0, 0, 1, 0]
    assert installed.tolist() == [3, 3, 3, 3, 1, 1]


def test_half_a_month_of_waiting_is_a_month_without_service_and_half_a_month_of_life_is_none():
    assert orders_by_month(np.ones(5), 0.5, 60)[1].tolist() == [0, 1, 1, 1, 1]
    assert orders_by_month(np.ones(5), 0, 2.5)[0].tolist() == [1, 0, 1, 0, 1]
    assert orders_by_month(np.ones(3), 0, 0.2)[0].tolist() == [1, 1, 1]


@given(NEEDS, LEADS, LIVES)
def test_the_need_is_met_from_the_first_possible_month_by_nodes_within_their_life(
    needed, lead, life
):
    orders, installed = orders_by_month(needed, lead, life)
    months = needed.size
    assert (installed[lead:] >= needed[lead:]).all()
    assert not installed[:lead].any()
    assert not orders[max(months - lead, 0) :].any()
    for month in range(months):
        serving = sum(orders[m] for m in range(months) if m + lead <= month < m + lead + life)
        assert serving == installed[month]


@given(NEEDS, LEADS, LIVES)
def test_no_order_could_be_left_out_or_placed_a_month_later(needed, lead, life):
    orders, installed = orders_by_month(needed, lead, life)
    for month in np.flatnonzero(orders):
        # in its first month of service the fleet is exactly as large as the need
        assert installed[month + lead] == needed[month + lead]


def test_every_draw_may_have_its_own_need_lead_and_life():
    needed = np.array([[1, 2, 3, 3, 4, 4.0], [2, 2, 2, 2, 2, 2.0]])
    lead, life = np.array([0.0, 2.0]), np.array([3.0, 2.0])
    orders, installed = orders_by_month(needed, lead, life)
    for draw in range(2):
        alone = orders_by_month(needed[draw], lead[draw], life[draw])
        np.testing.assert_array_equal(orders[draw], alone[0])
        np.testing.assert_array_equal(installed[draw], alone[1])


def test_one_need_under_several_lead_times_gives_one_order_book_each():
    orders, _ = orders_by_month(np.full(4, 1.0), np.array([0.0, 1.0, 9.0]), 60)
    assert orders.tolist() == [[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]


def test_what_was_paid_is_moved_to_the_month_of_service():
    paid = np.array([[5.0, 0, 7], [5.0, 0, 7]])
    assert delivered(paid, np.array([1.0, 0.0])).tolist() == [[0, 5, 0], [5, 0, 7]]
