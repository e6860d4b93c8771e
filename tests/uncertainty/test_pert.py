from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.outcome import Refused
from desktop_app.uncertainty.pert import mean, quantile, standard_deviation

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "pert_quantiles.yaml").read_text(encoding="utf-8"))
SPREADS = st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(lambda v: tuple(sorted(v)))
EVENLY = (np.arange(200_000) + 0.5) / 200_000


def read(name):
    path = HERE.parent / "cases/tco" / f"{name}.yaml"
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    inputs = {key: stated["value"] for key, stated in case["inputs"].items()}
    return inputs, {output["name"]: output for output in case["outputs"]}


@pytest.mark.parametrize("row", TABLE["quantiles"], ids=lambda row: str(row["likely"]))
def test_quantiles_are_those_of_the_beta_distribution(row):
    ours = quantile(np.array(TABLE["shares"]), (0.0, row["likely"], 1.0))
    np.testing.assert_allclose(ours, row["values"], rtol=0, atol=1e-5)


def test_the_quantiles_of_a_most_likely_lowest_value_follow_their_closed_form_everywhere():
    np.testing.assert_allclose(
        quantile(EVENLY, (0.0, 0.0, 1.0)), 1 - (1 - EVENLY) ** 0.2, rtol=0, atol=1e-5
    )


def test_the_quantiles_of_a_symmetric_spread_undo_its_distribution_everywhere():
    x = quantile(EVENLY, (0.0, 0.5, 1.0))
    np.testing.assert_allclose(x**3 * (10 - 15 * x + 6 * x**2), EVENLY, rtol=0, atol=1e-5)


def test_a_published_closed_form_of_mean_deviation_and_shape_is_met():
    inputs, outputs = read("mc_analytic_distributions")
    low, likely, high = spread = inputs["pert_utilisation"]
    ours = {
        "pert.mean": mean(spread),
        "pert.sd": standard_deviation(spread),
        "pert.alpha": 6 * (mean(spread) - low) / (high - low),
        "pert.beta": 6 * (high - mean(spread)) / (high - low),
    }
    for name, value in ours.items():
        assert value == pytest.approx(outputs[name]["computed"], rel=1e-6)
    drawn = quantile(EVENLY, spread)
    assert drawn.mean() == pytest.approx(outputs["pert.mean"]["computed"], abs=1e-5)
    assert drawn.std() == pytest.approx(outputs["pert.sd"]["computed"], abs=1e-5)
    assert likely == 0.5


def test_means_of_tasks_add_up_as_published_and_their_deviation_is_not_a_sixth_of_the_range():
    tasks, outputs = read("mc_pert_four_tasks")
    assert sum(map(mean, tasks.values())) == pytest.approx(
        outputs["total_mean"]["computed"], rel=1e-6
    )
    for task in ("Spec", "Build", "Test", "Deploy"):
        assert mean(tasks[task]) == pytest.approx(outputs[f"{task}.te"]["computed"], rel=1e-6)

    # the source adds the classic (high - low) / 6; that formula meets its figures, and is not ours
    classic = {task: (high - low) / 6 for task, (low, _, high) in tasks.items()}
    for task, sixth in classic.items():
        assert sixth == pytest.approx(outputs[f"{task}.sigma"]["computed"], rel=1e-6)
    together = np.sqrt(sum(sixth**2 for sixth in classic.values()))
    assert abs(together - outputs["total_sigma"]["published"]) <= 0.005

    ours = np.sqrt(sum(standard_deviation(task) ** 2 for task in tasks.values()))
    assert ours == pytest.approx(outputs["total_sigma_true_beta_pert"]["computed"], rel=1e-6)
    assert ours > 1.1 * together


@given(SPREADS)
def test_draws_have_the_mean_and_deviation_of_their_spread(spread):
    low, _, high = spread
    drawn = quantile(EVENLY[::10], spread)
    allowed = 1e-4 * (high - low) + 1e-9 * max(abs(low), abs(high))
    assert drawn.mean() == pytest.approx(mean(spread), abs=allowed)
    assert drawn.std() == pytest.approx(standard_deviation(spread), abs=allowed)


@given(SPREADS, st.floats(0, 1), st.floats(0, 1))
def test_a_larger_share_never_lies_lower_and_none_lies_outside(spread, one, other):
    low, _, high = spread
    first, second = quantile(np.array(sorted((one, other))), spread)
    slack = 1e-12 * max(abs(low), abs(high))
    assert low - slack <= first <= second <= high + slack


@given(st.floats(0, 1), st.floats(1e-6, 1 - 1e-6))
def test_a_spread_turned_round_has_its_quantiles_turned_round(likely, share):
    turned = 1 - quantile(1 - share, (0.0, 1 - likely, 1.0))
    assert quantile(share, (0.0, likely, 1.0)) == pytest.approx(turned, abs=1e-5)


def test_a_spread_without_width_is_its_value():
    assert quantile(np.array([0.0, 0.3, 1.0]), (7, 7, 7)).tolist() == [7.0, 7.0, 7.0]
    assert mean((7, 7, 7)) == 7
    assert standard_deviation((7, 7, 7)) == 0


def test_values_out_of_order_are_refused_in_a_sentence():
    with pytest.raises(Refused) as refusal:
        quantile(0.5, (1.0, 0.5, 2.0))
    assert refusal.value.message == "The values 1, 0.5 and 2 are not in rising order."
