"""Every number of every chart of the window names the figures it comes from."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest
from oddities import ODD
from worlds import every_line, falling, foreign, from_bill, hybrid, spread, two_options

from desktop_app.analysis import evidence
from desktop_app.analysis.bill_charts import ai_by_month, flow
from desktop_app.analysis.comparison import comparison
from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.driver_charts import chances, drivers
from desktop_app.analysis.money_charts import ON_SCREEN, bridge, year_columns
from desktop_app.analysis.option_charts import option_bars, ranges
from desktop_app.analysis.recommend import table_scale
from desktop_app.analysis.study import study

WORLDS = {
    world.__name__: spread(world())
    for world in (two_options, hybrid, falling, foreign, from_bill, every_line)
} | ODD


@pytest.fixture(scope="module", params=WORLDS)
def done(request):
    return study(WORLDS[request.param])


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def charts_of(done):
    first, base = done.order[0], done.baseline
    yield from (option_bars(done), ranges(done), curves(done), year_columns(done))
    yield from (chances(done), comparison(done))
    yield from (drivers(done, key) for key in done.order)
    if base and base != first:
        yield bridge(done, base, first)


def origins(part):
    """Every key that a chart, or a part of it, names."""
    if isinstance(part, tuple):
        for item in part:
            yield from origins(item)
    elif is_dataclass(part):
        for field in fields(part):
            value = getattr(part, field.name)
            yield from value if field.name == "origins" else origins(value)


def test_charts_name_figures_that_exist(done):
    known = done.figures()
    for chart in charts_of(done):
        assert set(origins(chart)) <= known.keys(), chart.__class__.__name__


def test_charts_of_a_bill_name_figures_that_exist(meridian):
    known = evidence.figures(meridian)
    for chart in (flow(meridian.bills[0], "EUR"), ai_by_month(meridian.bills[0], "EUR")):
        found = set(origins(chart))
        assert found
        assert found <= known.keys()


def test_steps_of_the_flow_are_the_figures_they_name(meridian):
    known = evidence.figures(meridian)
    for step in flow(meridian.bills[0], "EUR").steps:
        (key,) = step.origins
        assert step.value == pytest.approx(float(known[key].value) / 1e6)


def test_what_an_option_consists_of_adds_up_to_its_cost(done):
    for key in done.order:
        found = drivers(done, key)
        whole = float(done.analysis.options[key].cost.present_value.value)
        assert sum(row.value for row in found.rows) == pytest.approx(found.total, rel=1e-9)
        assert found.total * table_scale(done).factor == pytest.approx(whole)


def test_drivers_are_largest_first_and_printed_so_that_they_add_up(sample):
    found = drivers(sample, "hybrid")
    values = [row.value for row in found.rows]
    assert values == sorted(values, reverse=True)
    printed = [int(row.text.replace(",", "").replace("−", "-")) for row in found.rows]
    assert sum(printed) == int(found.total_text.replace(",", ""))
    assert sum(row.share for row in found.rows) == pytest.approx(1)
    assert found.title.startswith(f"{found.rows[0].share_text} of what Hybrid costs is managed")


def test_chances_are_those_of_the_simulation_and_add_up_to_one(sample):
    rows = chances(sample).rows
    assert sum(row.share or 0 for row in rows) == pytest.approx(1)
    assert [row.text for row in rows if row.share is None] == ["ruled out"]
    known = sample.figures()
    for row in rows:
        if row.share is not None:
            assert row.share == known[row.origins[0]].value


def test_an_option_that_was_never_the_cheapest_shows_no_error(sample):
    assert {row.error_text for row in chances(sample).rows if row.share == 0} == {""}


def test_without_ranges_no_chance_is_claimed(smallest):
    found = chances(study(smallest))
    assert {row.share for row in found.rows} == {None}
    assert "cannot be said" in found.title


def test_bands_are_drawn_for_the_recommended_option_and_the_baseline(sample):
    found = curves(sample)
    assert [band.mark for band in found.bands] == ["hybrid", "baseline"]
    known = sample.figures()
    for band in found.bands:
        low, high = (np.asarray(known[key].value) / 1e6 for key in band.origins)
        assert np.allclose(band.low, low)
        assert np.allclose(band.high, high)
        assert np.all(low <= high)


def test_without_ranges_there_are_no_bands(smallest):
    assert curves(study(smallest)).bands == ()


def test_years_say_the_share_of_capital(sample):
    notes = {group.label: group.note for group in year_columns(sample, ON_SCREEN).groups}
    share = sample.figures()["options.hybrid.capex_share"].value
    assert notes["Hybrid"] == f"CapEx {share * 100:.0f}\N{NO-BREAK SPACE}%"
    assert notes["Staying as today"] == "no CapEx"
    assert year_columns(sample, ON_SCREEN).caption.endswith("solid is CapEx, light is OpEx")
