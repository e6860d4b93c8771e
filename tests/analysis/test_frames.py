"""Every chart has a table that holds its numbers in full, and can be taken along as CSV."""

import csv
import io
import subprocess
import sys

import pytest

from desktop_app.analysis import frames
from desktop_app.analysis.bill_charts import ai_by_month, flow
from desktop_app.analysis.charts import Chance, Chances, ShareBar
from desktop_app.analysis.charts import Share as Part
from desktop_app.analysis.comparison import comparison
from desktop_app.analysis.curve_charts import curves, fan
from desktop_app.analysis.driver_charts import chances, drivers
from desktop_app.analysis.frames import columns_of, csv_of, frame_of
from desktop_app.analysis.money_charts import bridge, year_columns
from desktop_app.analysis.option_charts import option_bars, ranges
from desktop_app.analysis.standing import standing
from desktop_app.analysis.study import study

PART = Part(label="a", share=1, text="1")


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


@pytest.fixture(scope="module")
def charts(sample):
    bill = sample.decision.bills[0]
    return (
        curves(sample),
        fan(sample, "hybrid"),
        year_columns(sample),
        drivers(sample, "hybrid"),
        chances(sample),
        option_bars(sample),
        ranges(sample),
        bridge(sample, "stay", "hybrid"),
        flow(bill, "EUR"),
        ai_by_month(bill, "EUR"),
        standing(sample),
        comparison(sample),
        ShareBar(title="", caption="", alt="", unit="inputs", shares=(PART,)),
    )


def rows_of(text):
    return list(csv.reader(io.StringIO(text)))


def test_the_frame_and_the_csv_of_a_chart_have_one_row_for_each_mark(charts):
    for chart in charts:
        columns = columns_of(chart)
        (length,) = {len(cells) for cells in columns.values()}
        assert length > 0
        assert list(frame_of(chart).columns) == list(columns)
        assert len(frame_of(chart)) == length
        assert len(rows_of(csv_of(chart))) == length + 1


def test_numbers_are_written_in_full(sample):
    heads, *rows = rows_of(csv_of(curves(sample)))
    assert heads[:3] == ["Months", "Month", "Hybrid, M EUR"]
    whole = float(sample.figures()["options.hybrid.present_value"].value)
    assert float(rows[-1][2]) * 1e6 == pytest.approx(whole, rel=1e-14)
    assert (rows[0][1], rows[-1][1]) == ("at signing", "December 2029")


def test_the_bands_stand_beside_their_curves(sample):
    heads = list(columns_of(curves(sample)))
    assert heads[-4:-2] == ["P10–P90, Hybrid, low, M EUR", "P10–P90, Hybrid, high, M EUR"]


def test_the_table_of_drivers_ends_in_its_total(sample):
    frame = frame_of(drivers(sample, "hybrid"))
    assert frame["Budget line"].iloc[-1] == "Total"
    assert frame["k EUR"][:-1].sum() == pytest.approx(frame["k EUR"].iloc[-1])


def test_a_chance_that_is_not_known_is_empty(sample):
    (row,) = (row for row in rows_of(csv_of(chances(sample))) if row[2] == "ruled out")
    assert row[1] == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_name_that_looks_like_a_formula_is_not_run_as_one(name):
    row = Chance(mark="managed", label=name, share=-0.5, text="")
    chart = Chances(title="", caption="", alt="", unit="share", rows=(row,))
    assert rows_of(csv_of(chart))[1] == [f"'{name}", "-0.5", ""]


def test_what_is_no_chart_has_no_table():
    with pytest.raises(TypeError, match="No table for str"):
        frame_of("chart")


def test_tables_cost_a_start_nothing():
    code = f"import sys, {frames.__name__}; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
