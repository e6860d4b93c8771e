"""The chart of cost over volume: it ties with the plan, names its changes and is saved whole."""

from xml.etree import ElementTree

import numpy as np
import pytest
from pieces import chat, decision, monthly, option, tokens

from desktop_app.analysis.drawing import svg_of
from desktop_app.analysis.frames import columns_of, csv_of
from desktop_app.analysis.recommend import scale_of
from desktop_app.analysis.study import study
from desktop_app.analysis.volume_charts import SHOWN, TITLE, cost_by_volume
from desktop_app.ui.look.tokens import tokens as colours_of


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def test_at_the_plan_every_line_stands_at_the_present_value(sample):
    chart = cost_by_volume(sample)
    (place,) = (
        place for place, text in chart.across.ticks if text.startswith("1\N{NO-BREAK SPACE}")
    )
    for key, curve in zip(sample.order, chart.curves, strict=True):
        value = float(sample.analysis.options[key].cost.present_value.value)
        here = float(np.interp(place, range(len(curve.values)), curve.values))
        assert here == pytest.approx(value / scale_of(sample).factor, rel=2e-3)


def test_a_meter_is_level_and_a_flat_fee_falls_in_proportion():
    free = {"key": "free", "input_price": 0, "output_price": 0, "cached_price": 0}
    flat = option("flat", monthly(amount=9_000), tokens(**free))
    found = study(decision(option("metered", tokens()), flat, workloads=[chat()]), draws=256)
    lines = {curve.label: np.array(curve.values) for curve in cost_by_volume(found).curves}
    assert np.ptp(lines["Metered"]) == pytest.approx(0, abs=1e-9 * lines["Metered"][0])
    fallen = lines["Flat"][0] / lines["Flat"][-1]
    assert fallen == pytest.approx(SHOWN[1] / SHOWN[0], rel=1e-9)


def test_a_ring_stands_where_the_recommended_line_is_met(sample):
    chart = cost_by_volume(sample)
    lines = {curve.label: curve.values for curve in chart.curves}
    (ring,) = chart.crossings
    assert ring.label.startswith("Partially managed above 1.06")
    assert ring.origins == chart.origins
    for name in ("Hybrid", "Partially managed"):
        met = float(np.interp(ring.month, range(len(lines[name])), lines[name]))
        assert met == pytest.approx(ring.value, rel=1e-3)
    assert chart.title.startswith("Of the options that may be chosen, Hybrid costs least up to")


def test_where_nothing_can_be_chosen_between_the_chart_claims_nothing():
    one = decision(option("only", tokens()), workloads=[chat()])
    chart = cost_by_volume(study(one, draws=256))
    assert (chart.title, chart.crossings) == (TITLE, ())


def test_the_table_and_the_drawing_name_volumes_not_months(sample):
    chart = cost_by_volume(sample)
    first = next(iter(columns_of(chart)))
    assert first == "Volume, multiple of the plan"
    assert csv_of(chart).splitlines()[0].startswith('"Volume, multiple of the plan"')
    drawn = ElementTree.fromstring(svg_of(chart, colours=COLOURS))  # noqa: S314 - our own
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "1\N{NO-BREAK SPACE}×" in words
    assert not [word for word in words if word and word.startswith("month")]


COLOURS = {**colours_of()["light"]["colours"], **colours_of()["light"]["options"]}
