"""What must hold whatever is decided: sums agree, order and company change nothing."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pieces import monthly, option
from random_worlds import documents, made
from worlds import two_options

from desktop_app.analysis.evaluate import evaluate
from desktop_app.analysis.simulate import simulate
from desktop_app.decision import Option
from desktop_app.decision.edits import add_option, set_value
from desktop_app.decision.fields import quantities
from desktop_app.decision.parts import Money

anything = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def costs_of(decision):
    return [option.cost for option in evaluate(decision).options.values()]


def size_of(cost):
    """The largest amount in play: what a difference is small against."""
    amounts = (cost.capex.value, cost.opex.value, cost.residual.value)
    return 1e-9 * (1 + sum(abs(float(amount)) for amount in amounts))


def near(value, *, to):
    return pytest.approx(value, rel=1e-9, abs=size_of(to))


@anything
@given(documents())
def test_the_books_and_the_cash_agree_over_the_horizon(document):
    for cost in costs_of(made(document)):
        assert np.sum(cost.pnl.value) == near(float(cost.tco.value), to=cost)


@anything
@given(documents())
def test_without_discounting_the_present_value_is_the_nominal_cost(document):
    document["context"]["discount_rate"] = 0
    for cost in costs_of(made(document)):
        assert float(cost.present_value.value) == near(float(cost.tco.value), to=cost)


@anything
@given(documents())
def test_cumulative_curves_start_at_nothing_and_end_at_the_whole_cost(document):
    for cost in costs_of(made(document)):
        nominal, discounted = cost.cumulative.value, cost.cumulative_discounted.value
        assert nominal[0] == discounted[0] == 0
        assert nominal[-1] == near(float(cost.tco.value), to=cost)
        assert discounted[-1] == near(float(cost.present_value.value), to=cost)


@anything
@given(documents())
def test_budget_lines_add_up_to_the_present_value_before_residual_value(document):
    decision = made(document)
    context = decision.context
    sold = (1 + context.discount_rate.likely) ** (-context.horizon_months / 12)
    for cost in costs_of(decision):
        lines = sum(float(figure.value) for figure in cost.by_category.values())
        whole = lines - sold * float(cost.residual.value)
        assert whole == near(float(cost.present_value.value), to=cost)


@anything
@given(documents())
def test_unit_costs_times_work_delivered_are_the_whole_cost(document):
    analysis = evaluate(made(document))
    for key, found in analysis.unit_costs.items():
        cost = analysis.options[key].cost
        shared = sum(
            float(figure.value) * np.sum(analysis.works[work].delivered.value)
            for work, figure in found.items()
        )
        assert len(found) == len(analysis.works)
        assert shared == near(float(cost.tco.value), to=cost)


@anything
@given(documents())
def test_calendar_years_hold_every_month_once(document):
    analysis = evaluate(made(document))
    for key, budget in analysis.budgets.items():
        cost = analysis.options[key].cost
        assert np.sum(budget.cash.value) == near(float(cost.tco.value), to=cost)
        assert np.sum(budget.pnl.value) == near(float(cost.tco.value), to=cost)
        assert np.sum(budget.capital.value) == near(float(cost.capex.value), to=cost)
        assert np.sum(budget.running.value) == near(float(cost.opex.value), to=cost)
        assert len(budget.years) == np.size(budget.cash.value)


@anything
@given(documents(count=3))
def test_the_order_of_options_changes_none_of_them(document):
    straight = evaluate(made(document))
    turned = evaluate(made(document, options=document["options"][::-1]))
    for key, option_ in straight.options.items():
        for figure in option_.cost.present_value.walk():
            same = {f.key: f for f in turned.options[key].cost.present_value.walk()}
            assert np.array_equal(figure.value, same[figure.key].value)


@anything
@given(documents(), st.sampled_from([0.25, 3.0, 1e6]))
def test_money_in_another_unit_changes_every_amount_alike_and_nothing_else(document, unit):
    decision = made(document)
    before, after = evaluate(decision), evaluate(_times(decision, unit))
    for key, mine in before.options.items():
        theirs = after.options[key].cost
        for name in ("present_value", "tco", "capex", "opex", "residual", "book_loss"):
            value = float(getattr(mine.cost, name).value)
            assert float(getattr(theirs, name).value) == pytest.approx(
                value * unit, rel=1e-9, abs=size_of(mine.cost) * unit
            )
        assert theirs.capital.value == pytest.approx(np.asarray(mine.cost.capital.value) * unit)
        for line, used in mine.utilisation.items():
            assert float(used.value) == float(after.options[key].utilisation[line].value)


def _times(decision, unit):
    for path, quantity in quantities(decision).items():
        if isinstance(quantity, Money):
            scaled = quantity.model_copy(update={"likely": quantity.likely * unit})
            decision = set_value(path, scaled, "amount").apply(decision)
    return decision


@anything
@given(documents())
def test_a_currency_worth_exactly_the_decisions_own_changes_nothing(document):
    decision = made(document)
    rate = {"key": "chf", "currency": "CHF", "rate": 1, "on": "2026-11-20"}
    document["context"]["exchange_rates"] = [rate]
    foreign = made(document)
    for path, quantity in quantities(foreign).items():
        if isinstance(quantity, Money):
            abroad = quantity.model_copy(update={"currency": "CHF"})
            foreign = set_value(path, abroad, "currency").apply(foreign)
    for mine, theirs in zip(costs_of(decision), costs_of(foreign), strict=True):
        assert np.array_equal(mine.cumulative.value, theirs.cumulative.value)
        assert np.array_equal(mine.present_value.value, theirs.present_value.value)


@settings(max_examples=15, deadline=None)
@given(documents(), st.integers(0, 5))
def test_another_option_leaves_the_futures_of_the_others_as_they_were(document, seed):
    decision = made(document)
    before = simulate(_uncertain(decision), draws=64, seed=seed)
    joined = add_option(Option.model_validate(LATE)).apply(_uncertain(decision))
    after = simulate(joined, draws=64, seed=seed)
    for key, values in before.present_values.items():
        assert np.array_equal(values, after.present_values[key])
        assert np.array_equal(before.curves[key], after.curves[key])


LATE = option("late", monthly(amount={"likely": 900, "low": 100, "high": 2_000}))


def _uncertain(decision):
    """A range of a fifth to both sides of every amount of money."""
    for path, quantity in quantities(decision).items():
        if isinstance(quantity, Money):
            reach = abs(quantity.likely) / 5
            bounds = {"low": quantity.likely - reach, "high": quantity.likely + reach}
            wide = quantity.model_copy(update=bounds)
            decision = set_value(path, wide, "range").apply(decision)
    return decision


def test_another_range_leaves_options_alone_that_do_not_use_it():
    narrow = two_options()
    narrow = set_value(
        "options.managed.lines.api.input_price", {"likely": 2, "low": 1, "high": 4}, "price"
    ).apply(narrow)
    hourly = {"likely": 1, "low": 0.5, "high": 3}
    wide = set_value("options.machines.lines.rented.hourly_price", hourly, "price").apply(narrow)
    before, after = (simulate(d, draws=512, seed=3).present_values for d in (narrow, wide))
    assert np.array_equal(before["managed"], after["managed"])
    assert np.ptp(before["machines"]) == 0 < np.ptp(after["machines"])
