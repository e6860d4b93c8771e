"""What leaving the baseline earns: the identities of finance, and answers that are no number."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from pieces import decision, monthly, one_off, option
from random_worlds import documents, made

from desktop_app.analysis.earned import earned
from desktop_app.analysis.evaluate import evaluate
from desktop_app.analysis.study import study
from desktop_app.economics.returns import npv

anything = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@anything
@given(documents())
def test_saving_and_npv_are_the_differences_of_the_costs(document):
    document["baseline"] = document["options"][0]["key"]
    analysis = evaluate(made(document))
    stay = analysis.options[document["baseline"]].cost
    for key, found in analysis.investments.items():
        cost = analysis.options[key].cost
        size = 1e-9 * (
            1 + sum(abs(float(c.capex.value)) + abs(float(c.opex.value)) for c in (cost, stay))
        )
        assert float(found.saving.value) == pytest.approx(
            float(stay.tco.value) - float(cost.tco.value), rel=1e-9, abs=size
        )
        assert float(found.npv.value) == pytest.approx(
            -float(analysis.to_baseline[key].delta.value), rel=1e-9, abs=size
        )


@anything
@given(documents())
def test_at_its_internal_rate_an_investment_is_worth_nothing(document):
    document["baseline"] = document["options"][0]["key"]
    for found in evaluate(made(document)).investments.values():
        flows = np.asarray(found.saved.value)
        for rate in found.rates.rates:
            worth = flows * (1 + rate) ** -np.arange(flows.size)
            if np.isfinite(worth).all():
                assert abs(worth.sum()) <= 1e-6 * np.abs(worth).sum()
        assert np.isnan(float(found.irr.value)) == (found.rates.kind != "unique")


def judged(*lines, months=24, rate=0.0):
    """The words of an option with these lines against one that costs 1,000 a month."""
    context = {"currency": "EUR", "start": "2027-01-01", "horizon_months": months}
    document = decision(
        option("stay", monthly(amount=1_000)),
        option("leave", *lines),
        baseline="stay",
        context={**context, "discount_rate": rate},
    )
    (row,) = earned(study(document, draws=256)).rows
    return dict(zip(NAMES, (cell.text for cell in row.cells), strict=True))


NAMES = ("saving", "npv", "irr", "mirr", "payback", "discounted_payback")
NOTHING_LEFT = monthly(amount=0)


def test_capital_that_saves_as_much_each_month_is_an_annuity():
    """12,000 put in saves 1,000 a month for two years: 5.7 % a month, back after a year."""
    said = judged(one_off(amount=12_000, capital=True), NOTHING_LEFT)
    assert said["saving"] == "+12.0"
    assert said["payback"] == "month\N{NO-BREAK SPACE}12"
    a_month = float(said["irr"]) / 100
    flows = np.array([-12_000.0] + [1_000.0] * 24)
    assert float(npv((1 + a_month) ** (1 / 12) - 1, flows)) == pytest.approx(0, abs=15)


def test_a_saving_that_needs_nothing_put_in_has_no_rate_and_pays_at_once():
    said = judged(monthly(amount=400))
    assert said["saving"] == "+14.4"
    assert (said["irr"], said["mirr"]) == ("none", "none")
    assert (said["payback"], said["discounted_payback"]) == ("at once", "at once")


def test_what_never_comes_back_says_so():
    said = judged(one_off(amount=40_000, capital=True), NOTHING_LEFT, rate=0.1)
    assert said["saving"] == "−16.0"
    assert (said["payback"], said["discounted_payback"]) == ("never", "never")


def test_cash_that_turns_twice_has_more_than_one_rate():
    """In the manner of numpy-financial's −100, 100, 0, −7: paid, saved and paid again."""
    lines = (
        one_off(amount=100_000, capital=True),
        one_off(key="sale", amount=-230_000, month=12),
        one_off(key="exit", amount=132_000, month=24),
    )
    said = judged(*lines, monthly(amount=1_000))
    assert said["irr"] == "not unique"
    assert said["mirr"] != "none"


def test_next_to_nothing_put_in_is_no_rate_to_boast_of():
    said = judged(one_off(amount=10, capital=True), NOTHING_LEFT)
    assert said["irr"] == "over\N{NO-BREAK SPACE}1,000"


def test_without_a_baseline_nothing_is_judged():
    document = decision(option("one", monthly(amount=1)), option("two", monthly(amount=2)))
    table = earned(study(document, draws=256))
    assert table.rows == ()
