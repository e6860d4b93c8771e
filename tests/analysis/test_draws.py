"""Points are draws of one: the same formulas, the same numbers, months on the last axis."""

import numpy as np
import pytest
from hypothesis import given, settings
from pieces import chat, decision, monthly, option, tokens
from random_worlds import documents, made
from worlds import every_line, falling, foreign, hybrid, two_options

from desktop_app.analysis.evaluate import evaluate
from desktop_app.analysis.inputs import Inputs
from desktop_app.analysis.pricing import priced
from desktop_app.analysis.simulate import CHUNK, simulate, stream_of
from desktop_app.analysis.study import study
from desktop_app.decision.edits import set_value
from desktop_app.decision.fields import quantities
from desktop_app.uncertainty.sampling import draw

WORLDS = (two_options, hybrid, falling, foreign, every_line)


def figures_of(inputs):
    works, options = priced(inputs)
    roots = [figure for option in options.values() for figure in vars(option.cost).values()]
    roots += [figure for option in options.values() for figure in option.utilisation.values()]
    roots += [work.rate for work in works.values()]
    walked = (part for root in roots if hasattr(root, "walk") for part in root.walk())
    return {figure.key: np.asarray(figure.value) for figure in walked}


def constant(decision, count):
    return {path: np.full(count, q.likely) for path, q in quantities(decision).items()}


@pytest.mark.parametrize("world", WORLDS)
def test_constant_draws_give_every_figure_its_point_value_in_every_draw(world):
    points = figures_of(Inputs(world()))
    drawn = figures_of(Inputs(world(), constant(world(), 3)))
    assert points.keys() == drawn.keys()
    for key, point in points.items():
        rows = np.broadcast_to(drawn[key], (3, *point.shape))
        assert rows == pytest.approx(np.broadcast_to(point, rows.shape), rel=1e-12), key


@pytest.mark.parametrize("world", WORLDS)
def test_draws_stand_first_and_months_last(world):
    points = figures_of(Inputs(world()))
    drawn = figures_of(Inputs(world(), constant(world(), 3)))
    for key, point in points.items():
        assert drawn[key].shape in {point.shape, (3, *point.shape)}, key
    for key in ("managed.running", "managed.present_value"):
        if f"options.{key}" in points:
            assert drawn[f"options.{key}"].shape == (3, *points[f"options.{key}"].shape)


@settings(max_examples=40, deadline=None)
@given(documents())
def test_each_draw_is_the_point_result_of_its_own_inputs(document):
    decision = made(document)
    spreads = {
        path: (0.8 * abs(q.likely), abs(q.likely), 1.25 * abs(q.likely))
        for path, q in quantities(decision).items()
        if path.startswith("options") and q.likely > 0 and q.likely * 1.25 <= 1
    }
    drawn = draw(spreads, 2, seed=5)
    both = figures_of(Inputs(decision, drawn))
    for row in range(2):
        alone = figures_of(Inputs(decision, {path: v[row] for path, v in drawn.items()}))
        for key, value in alone.items():
            mine = both[key][row] if both[key].ndim > value.ndim else both[key]
            assert mine == pytest.approx(value, rel=1e-9, abs=1e-9), key


@pytest.mark.parametrize("world", WORLDS)
def test_without_any_range_every_future_is_the_plan(world):
    decision = world()
    found, analysis = simulate(decision, draws=256), evaluate(decision)
    assert found.uncertain == ()
    for key, priced_ in analysis.options.items():
        assert np.all(found.present_values[key] == float(priced_.cost.present_value.value))
        after_payments = np.asarray(priced_.cost.cumulative_discounted.value)[1::2]
        assert np.all(found.curves[key] == after_payments)


def test_a_range_without_width_is_no_range():
    fixed = {"likely": 2.0, "low": 2.0, "high": 2.0}
    flat = set_value("options.managed.lines.api.input_price", fixed, "price").apply(two_options())
    done = study(flat)
    point = float(done.analysis.options["managed"].cost.present_value.value)
    spread = done.spreads["managed"]
    assert not done.has_ranges
    assert {float(f.value) for f in (spread.p10, spread.p50, spread.p90)} == {point}


def test_draws_beyond_one_chunk_continue_the_same_streams():
    hourly = {"likely": 1, "low": 0.5, "high": 3}
    path = "options.machines.lines.rented.hourly_price"
    wide = set_value(path, hourly, "price").apply(two_options())
    values = simulate(wide, draws=CHUNK + 7, seed=1).present_values["machines"]
    stream = stream_of(wide, path)
    prices = draw({stream: (0.5, 1, 3)}, CHUNK + 7, 1)[stream]
    point = float(evaluate(two_options()).options["machines"].cost.present_value.value)
    assert values == pytest.approx(point * prices)


def test_a_line_with_one_key_in_two_options_is_dear_for_both_or_cheap_for_both():
    price = {"likely": 2, "low": 1, "high": 4}
    twice = decision(
        option("one", tokens(input_price=price)),
        option("other", tokens(input_price=price), monthly()),
        workloads=[chat()],
    )
    values = simulate(twice, draws=256).present_values
    apart = values["other"] - values["one"]
    assert np.ptp(values["one"]) > 1_000
    assert np.ptp(apart) < 1e-6


def test_progress_rises_to_the_whole_and_a_stop_is_heeded():
    told = []
    simulate(two_options(), draws=3 * CHUNK, progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1

    def stop(_fraction):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulate(two_options(), draws=3 * CHUNK, progress=stop)
