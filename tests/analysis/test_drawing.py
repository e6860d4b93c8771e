"""Drawings are whole SVG documents that show every mark of their chart and need nothing else."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oddities import ODD
from worlds import falling, hybrid, spread

from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.drawing import svg_of
from desktop_app.analysis.drawing.scale import spread as apart
from desktop_app.analysis.drawing.scale import tick_texts, ticks
from desktop_app.analysis.driver_charts import chances, drivers
from desktop_app.analysis.money_charts import ON_SCREEN, year_columns
from desktop_app.analysis.study import study

NAMES = ("surface", "text", "text_secondary", "text_tertiary", "plot_grid", "divider")
OPTIONS = ("managed", "partial", "hybrid", "self_managed", "baseline")
COLOURS = {name: f"#{number:06x}" for number, name in enumerate((*NAMES, *OPTIONS), 1)}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def drawn(chart, **size):
    text = svg_of(chart, colours=COLOURS, **size)
    return ElementTree.fromstring(text.encode())  # noqa: S314 - our own, drawn just now


def named(root, name):
    return [part for part in root.iter() if part.get("class") == name]


def words(root):
    return [part.text for part in root.iter(f"{SVG}text")]


def charts_of(done):
    yield from (curves(done), year_columns(done, ON_SCREEN), chances(done))
    yield from (drivers(done, key) for key in done.order)


@pytest.mark.parametrize("name", ODD)
def test_odd_decisions_are_drawn_as_whole_documents(name):
    done = study(ODD[name])
    for chart in charts_of(done):
        root = drawn(chart)
        assert root.tag == f"{SVG}svg"
        numbers = [v for part in root.iter() for k, v in part.attrib.items() if k in {"x", "y"}]
        assert not {"nan", "inf", "-inf"} & set(numbers)


def test_a_drawing_says_its_finding_and_its_numbers_to_those_who_cannot_see_it(sample):
    for chart in charts_of(sample):
        root = drawn(chart)
        assert root.find(f"{SVG}title").text == chart.title
        assert root.find(f"{SVG}desc").text == chart.alt
        assert root.get("role") == "img"


def test_a_drawing_needs_nothing_from_outside(sample):
    for chart in charts_of(sample):
        text = svg_of(chart, colours=COLOURS)
        assert "href" not in text
        assert text.count("http") == 1  # the name of the format
        assert "url(" not in text


def test_every_option_has_its_line_its_sign_its_name_and_its_value(sample):
    root, chart = drawn(curves(sample)), curves(sample)
    assert len(named(root, "curve")) == len(named(root, "mark")) == len(chart.curves) == 5
    assert len(named(root, "band")) == len(chart.bands) == 2
    assert len(named(root, "crossing")) == len(chart.crossings) == 2
    for curve in chart.curves:
        assert {curve.label, curve.value_text} <= set(words(root))
    inks = {line.get("stroke") for line in named(root, "curve")}
    assert inks == {COLOURS[curve.mark] for curve in chart.curves}


def test_lines_have_a_point_for_every_month_and_start_where_the_axis_does(sample):
    lines = named(drawn(curves(sample)), "curve")
    for line in lines:
        points = line.get("points").split()
        assert len(points) == 37
        assert points[0].split(",")[0] == lines[0].get("points").split(",")[0]


def test_the_axis_of_money_starts_at_zero(sample):
    texts = words(drawn(curves(sample)))
    assert texts[2:7] == ["0", "1", "2", "3", "4"]
    assert "month 36" in texts


def test_names_at_the_ends_of_lines_do_not_meet():
    for done in (study(spread(hybrid())), study(ODD["twelve options"])):
        chart = curves(done)
        root = drawn(chart)
        ends = [t for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "end"]
        right = [t for t in ends if float(t.get("x")) > 900]
        places = sorted(float(t.get("y")) for t in right)
        assert len(places) == len(chart.curves)
        assert all(b - a > 12 for a, b in pairwise(places))


def test_capital_stands_at_the_foot_of_its_year(sample):
    root, chart = drawn(year_columns(sample, ON_SCREEN)), year_columns(sample, ON_SCREEN)
    years = [year for group in chart.groups for year in group.years]
    assert len(named(root, "capex")) == sum(year.capex > 0 for year in years)
    assert len(named(root, "opex")) == sum(year.opex > 0 for year in years)
    feet = {round(bottom(box), 1) for box in named(root, "capex")}
    assert len(feet) == 1
    assert {year.total_text for year in years} <= set(words(root))


def bottom(box):
    return float(box.get("y")) + float(box.get("height"))


def test_bars_are_as_long_as_their_values(sample):
    chart = drivers(sample, "hybrid")
    bars = named(drawn(chart), "bar")
    lengths = [float(bar.get("width")) for bar in bars]
    for row, length in zip(chart.rows, lengths, strict=True):
        assert length / lengths[0] == pytest.approx(abs(row.value) / chart.rows[0].value, abs=1e-3)
    assert float(bars[-1].get("x")) < float(bars[0].get("x"))  # the residual value comes in


def test_an_option_that_was_never_the_cheapest_has_no_bar(sample):
    chart = chances(sample)
    assert len(named(drawn(chart), "bar")) == sum(bool(row.share) for row in chart.rows)
    assert "ruled out" in words(drawn(chart))


def test_names_are_shown_as_they_were_given_and_never_as_markup():
    chart = curves(study(ODD["markup"]))
    assert any("<b>" in text for text in words(drawn(chart)) if text)


def test_signs_that_no_document_may_hold_are_left_out(sample):
    chart = chances(sample)
    rows = tuple(type(row)(**{**vars(row), "label": "A\x00\x0bB"}) for row in chart.rows)
    assert "AB" in words(drawn(type(chart)(**{**vars(chart), "rows": rows})))


@pytest.mark.parametrize("size", [(480, 360), (960, 540), (1920, 1080)])
def test_a_drawing_has_the_size_it_was_asked_for(size):
    root = drawn(curves(study(spread(falling()))), width=size[0], height=size[1])
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 3.4, (0, 1, 2, 3, 4)),
        (0, 0, (0,)),
        (-40, 100, (-50, 0, 50, 100)),
        (0, 0.07, (0, 0.02, 0.04, 0.06, 0.08)),
    ],
)
def test_axes_are_marked_by_round_numbers_that_cover_the_values(low, high, marks):
    assert ticks(low, high) == pytest.approx(marks)


def test_marks_are_written_with_the_digits_that_tell_them_apart():
    assert tick_texts((0, 0.02, 0.04)) == ("0.00", "0.02", "0.04")
    assert tick_texts((-500, 0, 500)) == ("−500", "0", "500")


@given(st.lists(st.floats(0, 400), min_size=1, max_size=15))
def test_labels_keep_their_order_and_their_distance(wanted):
    found = apart(wanted, 20, 0, 400)
    pairs = sorted(zip(wanted, found, strict=True))
    assert all(b[1] - a[1] >= 20 - 1e-6 for a, b in pairwise(sorted(pairs, key=lambda p: p[1])))
    assert all(a[1] <= b[1] for a, b in pairwise(pairs) if a[0] < b[0])
