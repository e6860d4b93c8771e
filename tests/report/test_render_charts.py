"""Lengths on paper are the numbers: from zero, to one scale, or the page says otherwise."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_reading import opened, tree
from render_sample import META, OPTIONS
from render_sample_charts import BRIDGE, CURVES, YEARS
from render_sample_spread import FAN, RANGES, SMALL
from reportlab.pdfgen.canvas import Canvas

from desktop_app.analysis import charts as c
from desktop_app.report import blocks as b
from desktop_app.report.canvas import Pen, Place
from desktop_app.report.charts.axis import spread, tick_text, ticks
from desktop_app.report.charts.rows import bridge_plot, flow_plot
from desktop_app.report.charts.shares import tone
from desktop_app.report.fonts import registered
from desktop_app.report.pdf import write_pdf
from desktop_app.report.plots import drawn, page_scales
from desktop_app.report.style import text_width
from desktop_app.report.tags import Element

ALL = (OPTIONS, YEARS, BRIDGE, CURVES, FAN, RANGES, SMALL)


class Recorder(Pen):
    """A pen that remembers its rectangles: fill, left, bottom, width, height."""

    def __init__(self):
        super().__init__(Canvas(None, initialFontName=registered("plain")), {})
        self.boxes = []

    def box(self, left_bottom, size, fill, *rest, **more):
        self.boxes.append((fill, *left_bottom, *size))
        super().box(left_bottom, size, fill, *rest, **more)

    def filled(self, *fills):
        return [box for box in self.boxes if box[0] in fills]


def boxes(chart, *fills, width=None):
    width = width or text_width()
    scale = page_scales((chart,), width)[chart]
    pen = Recorder()
    drawn(chart, scale).draw(Place(pen, 48, 700, width, Element("Sect")))
    return pen.filled(*fills), scale.points


def test_bars_of_options_start_on_one_line_and_are_as_long_as_their_costs():
    bars, scale = boxes(OPTIONS, "recommended", "paper")
    assert len({round(left, 3) for _, left, *_ in bars}) == 1
    lengths = [width / scale for *_, width, _ in bars]
    assert lengths == pytest.approx([row.value for row in OPTIONS.rows])


def test_savings_lie_left_of_their_axis_in_green_and_excess_right_in_red_on_the_same_scale():
    green, scale = boxes(OPTIONS, "favourable")
    red, _ = boxes(OPTIONS, "unfavourable")
    axis = red[0][1]
    assert [box[1] + box[3] for box in green] == pytest.approx([axis, axis])
    assert [box[3] / scale for box in green] == pytest.approx([1.51, 1.34])
    assert [box[3] / scale for box in red] == pytest.approx([0.18])


def test_only_the_recommended_option_is_tinted():
    tinted, _ = boxes(OPTIONS, "recommended")
    assert len(tinted) == 1


def test_a_column_of_a_year_is_running_cost_with_capital_on_top():
    plain, scale = boxes(YEARS, "paper")
    grey, _ = boxes(YEARS, "capex")
    solid, _ = boxes(YEARS, "actual")
    years = [year for group in YEARS.groups for year in group.years]
    assert [box[4] / scale for box in plain] == pytest.approx(
        [year.opex for year in years if not year.actual]
    )
    assert [box[4] / scale for box in solid] == pytest.approx([0.74])
    assert [box[4] / scale for box in grey] == pytest.approx([y.capex for y in years if y.capex])
    ground = plain[0][2]
    assert all(box[2] == ground for box in plain)
    first = years[0]
    assert grey[0][2] == pytest.approx(ground + first.opex * scale)


def test_a_bridge_starts_and_ends_at_zero_and_each_step_begins_where_the_last_ended():
    rows = bridge_plot(BRIDGE).rows
    assert (rows[0].start, rows[-1].start) == (0, 0)
    assert rows[1].start == rows[0].end
    for before, after in pairwise(rows[1:-1]):
        assert after.start == before.end
    assert rows[-2].end == pytest.approx(rows[-1].end)
    assert {row.fill for row in rows[1:-1] if row.end < row.start} == {"favourable"}
    assert {row.fill for row in rows[1:-1] if row.end > row.start} == {"unfavourable"}


def flow(*steps):
    made = [c.FlowStep(label=k, kind=k, value=v, text=str(v)) for k, v in steps]
    return c.Flow(title="T", caption="C", alt="A.", unit="k EUR", steps=tuple(made))


def test_what_is_taken_off_hangs_below_the_end_of_the_total_and_parts_reach_zero():
    steps = (("total", 100), ("less", 60), ("less", 10), ("total", 30), ("part", 20), ("part", 10))
    rows = flow_plot(flow(*steps)).rows
    assert [(row.start, row.end) for row in rows] == [
        (0, 100),
        (40, 100),
        (30, 40),
        (0, 30),
        (10, 30),
        (0, 10),
    ]


def test_all_charts_of_a_unit_on_a_page_share_one_scale_or_say_by_how_much_they_do_not():
    scales = page_scales(ALL, text_width())
    common = min(scale.points for scale in scales.values())
    for scale in scales.values():
        assert scale.points == pytest.approx(common * scale.factor)
    assert scales[SMALL].factor > 1


def test_a_magnified_chart_says_so_in_its_caption():
    page = b.Page("1", "T", "H", "S", (CURVES, SMALL))
    text = tree(opened(write_pdf(b.Document(META, (page,))))).text()
    factor = page_scales((CURVES, SMALL), text_width())[SMALL].factor
    assert f"M EUR a month, PL · magnified {factor}× against this page’s scale" in text
    assert text.count("magnified") == 1


def test_a_chart_that_stands_alone_or_has_another_unit_is_not_magnified():
    assert page_scales((SMALL,), text_width())[SMALL].factor == 1
    other = replace(SMALL, unit="k EUR")
    scales = page_scales((CURVES, other), text_width())
    assert {scale.factor for scale in scales.values()} == {1}


def test_charts_in_narrow_columns_are_scaled_to_the_narrow_width():
    wide = page_scales((BRIDGE,), text_width())[BRIDGE]
    narrow = page_scales((b.Columns((BRIDGE,), (), 0.5),), text_width())[BRIDGE]
    assert narrow.points < 0.6 * wide.points


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: type(chart).__name__)
@pytest.mark.parametrize("width", [238, 499])
def test_no_box_of_a_chart_leaves_its_place(chart, width):
    scale = page_scales((chart,), width)[chart]
    pen, block = Recorder(), drawn(chart, scale)
    block.draw(Place(pen, 48, 700, width, Element("Sect")))
    for _, left, bottom, across, up in pen.boxes:
        assert left >= 47
        assert left + across <= 48 + width + 1
        assert 700 - block.height(width) - 1 <= min(bottom, bottom + up)
        assert max(bottom, bottom + up) <= 701


def test_a_cost_of_nothing_is_drawn_without_a_fault():
    rows = tuple(
        replace(row, value=0.0, low=0.0, high=0.0, delta=0.0 if row.delta is not None else None)
        for row in OPTIONS.rows
    )
    nothing = replace(OPTIONS, rows=rows)
    flat = replace(CURVES, curves=tuple(replace(k, values=(0.0, 0.0)) for k in CURVES.curves))
    page = b.Page("1", "T", "H", "S", (nothing, flat, flow(("total", 0))))
    assert write_pdf(b.Document(META, (page,)))


@given(st.floats(min_value=1e-3, max_value=1e9))
def test_ticks_are_round_rise_evenly_from_zero_and_stay_below_the_top(top):
    found = ticks(top)
    assert found[0] == 0
    assert 3 <= len(found) <= 6
    assert found[-1] <= top * (1 + 1e-6)
    step = found[1]
    assert float(f"{step:.3g}") == pytest.approx(step)
    assert found == pytest.approx([number * step for number in range(len(found))])


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (2.5, "2.5"), (-0.5, "−0.5"), (200, "200"), (15000, "15,000"), (0.04, "0.04")],
)
def test_a_tick_has_a_true_minus_and_no_more_digits_than_it_needs(value, text):
    assert tick_text(value) == text


POSITIONS = st.lists(st.floats(min_value=0, max_value=100), min_size=1, max_size=8)


@given(POSITIONS)
def test_labels_keep_apart_stay_inside_and_keep_their_order(wanted):
    found = spread(wanted, 12, 0, 100)
    ordered = [place for _, place in sorted(zip(wanted, range(len(wanted)), strict=True))]
    for lower, upper in pairwise(ordered):
        assert found[upper] - found[lower] >= 12 - 1e-6
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in found)


def test_labels_that_do_not_touch_stay_where_they_are():
    assert spread([10, 50, 90], 12, 0, 100) == [10, 50, 90]


def test_shares_run_from_ink_to_paper():
    assert [tone(number, 4) for number in (0, 3)] == ["ink", "paper"]
    assert len({tone(number, 6) for number in range(6)}) == 6
