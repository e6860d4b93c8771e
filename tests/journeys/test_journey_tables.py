"""The tables behind page 1 show the results by name, each cell the figure that it stands for."""

import math

import pytest

from desktop_app import storage
from desktop_app.analysis.charts import YearColumns
from desktop_app.analysis.study import study
from desktop_app.analysis.wording import Scale, money_scale, percent
from desktop_app.report.blocks import Bar, Run, Table
from desktop_app.report.chapters.brief import Brief
from desktop_app.report.chapters.evidence import evidence
from desktop_app.report.chapters.figures import figures
from desktop_app.report.chapters.method import method
from desktop_app.report.chapters.money import money
from desktop_app.report.chapters.options import options

K = Scale(1e3, 0, "k EUR")
M = Scale(1e6, 2, "M EUR")


@pytest.fixture(scope="module")
def brief(demo):
    decision = storage.load(demo / "meridian.isocost")
    return Brief(study(decision), storage.seal(decision), b"", "0" * 64)


@pytest.fixture(scope="module")
def value(record):
    return lambda key: record["results"][key]["value"]


def plain(cell):
    """A cell as a reader sees it."""
    if isinstance(cell, Bar):
        return cell.text
    if isinstance(cell, tuple):
        return "".join(run.text for run in cell if isinstance(run, Run))
    return cell if isinstance(cell, str) else plain(getattr(cell, "text", ""))


def rows(page, summary):
    """Rows of the table with this summary, by their first cell."""
    (table,) = (b for b in page.body if isinstance(b, Table) and b.summary == summary)
    return {plain(row.cells[0]): [plain(cell) for cell in row.cells[1:]] for row in table.rows}


def test_the_budget_is_the_cash_and_the_charge_of_the_record_year_by_year(brief, value):
    found = rows(money(brief), "Budget lines by calendar year.")
    first = brief.study.ranking.first
    sources = {
        "Capital (CapEx)": ("capital_by_year", 1),
        "Running cost (OpEx)": ("running_by_year", 1),
        "Residual value at the end": ("residual_by_year", -1),
        "Cash": ("cash_by_year", 1),
        "Depreciation, straight line": ("depreciation_by_year", 1),
        "P&L: running cost, depreciation, book loss": ("pnl_by_year", 1),
    }
    for title, (name, sign) in sources.items():
        years = [sign * amount for amount in value(f"options.{first}.{name}")]
        shown = [K.number(a) if K.shows(a) else "–" for a in (*years, sum(years))]
        assert found[title][: len(shown)] == shown, title


def test_present_values_in_the_budget_add_up_to_that_of_the_record(brief, value, record):
    found = rows(money(brief), "Budget lines by calendar year.")
    first = brief.study.ranking.first
    rate = record["document"]["context"]["discount_rate"]["likely"]
    months = record["document"]["context"]["horizon_months"]
    residual = value(f"options.{first}.residual") / math.pow(1 + rate, months / 12)
    assert found["Cash"][-1] == K.number(value(f"options.{first}.present_value"))
    assert found["Residual value at the end"][-1] == K.number(-residual)


def test_the_comparison_shows_cost_nominal_cost_and_capital_share_of_every_option(brief, value):
    found = rows(options(brief), "Costs of the options side by side.")
    for key in brief.study.order:
        cells = found[brief.label(key)]
        assert cells[0] == M.number(value(f"options.{key}.present_value"))
        assert cells[2] == M.number(value(f"options.{key}.tco"))
        assert (
            cells[3] == percent(value(f"options.{key}.capex_share")).split("\N{NO-BREAK SPACE}")[0]
        )


def test_columns_of_years_carry_capital_and_running_cost_in_their_places(brief, value):
    (chart,) = (block for block in money(brief).body if isinstance(block, YearColumns))
    for key, group in zip(brief.study.order, chart.groups, strict=True):
        capital, running = (value(f"options.{key}.{n}_by_year") for n in ("capital", "running"))
        assert [year.capex for year in group.years] == pytest.approx([c / 1e6 for c in capital])
        assert [year.opex for year in group.years] == pytest.approx([r / 1e6 for r in running])
        for year, paid in zip(group.years, capital, strict=True):
            assert year.capex_text == (M.number(paid) if paid else "")


def test_formulas_stand_beside_the_results_of_the_recommended_option(brief, value):
    found = rows(method(brief), "Formulas.")
    at = f"options.{brief.study.ranking.first}"
    monthly = value(f"{at}.monthly_equivalent")
    assert M.amount(value(f"{at}.present_value")) in found["Present value"][1]
    assert found["Residual value"][1] == M.amount(value(f"{at}.residual"))
    assert found["Equivalent monthly cost"][1] == money_scale([monthly], "EUR").amount(monthly)


def test_the_bill_is_said_with_the_rows_that_were_read(brief, record):
    files = record["document"]["bills"][0]["files"]
    rows_read = sum(file["rows_read"] for file in files)
    assert evidence(brief).headline.startswith(f"{rows_read:,} rows of {len(files)} files")


def test_loads_are_shown_by_their_mean_and_money_by_its_sum(brief, value):
    found = rows(figures(brief), "Figures of every cost line with formula and origin.")
    place = brief.study.order.index("own") + 1
    (load,) = (cells for name, cells in found.items() if name.startswith("mean load by month"))
    loads = value("options.own.lines.nodes.mean_load")
    assert float(load[place]) == pytest.approx(sum(loads) / len(loads), rel=0.01)
    (capital,) = (cells for name, cells in found.items() if name == "capital by month")
    assert capital[place] == K.number(sum(value("options.own.lines.nodes.capital")))
