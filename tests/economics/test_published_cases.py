"""Published calculations, recomputed from their inputs by our functions.

``computed`` must be met to six digits, ``published`` within what its rounding allows. Where a
source rounded on the way its case names the figure under ``rounding_chain``: it is fed in, and
our unrounded figure is checked beside it.
"""

from pathlib import Path

import numpy as np
import pytest
import yaml

from desktop_app.economics import annuities, break_even, discounting, returns

CASES = Path(__file__).parents[1] / "cases/tco"
HOURS_A_MONTH, HOURS_A_YEAR = 730, 8760


class Chain:
    """The figures a source rounded; without any, our own go on unrounded."""

    def __init__(self, case, *, as_published):
        self.entries = case.get("rounding_chain", []) if as_published else []
        self.ours = {}

    def __call__(self, name, value, into=None):
        self.ours[name] = value
        for entry in self.entries:
            if entry["name"] == name and into in entry.get("in", [into]):
                return entry["use"]
        return value


def read(name):
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


def values(case):
    return {
        name: stated["value"] if isinstance(stated, dict) and "value" in stated else stated
        for name, stated in case["inputs"].items()
    }


def lenovo_case_1(given, chain):
    def hours(cloud, own):
        return break_even.break_even_hours(
            capex=given["capex"], cloud_per_hour=cloud, own_per_hour=own
        )

    upkeep = given["maintenance"] * given["capex"] / HOURS_A_YEAR
    rack = given["colocation"] / 720
    own = chain("opex_per_hour", upkeep + given["power_and_cooling"] + rack)
    tariff = given["electricity"] + given["cooling_air"]
    full_power = own - given["power_and_cooling"] + 10.2 * tariff
    found = {
        "maintenance_per_hour": upkeep,
        "colocation_per_hour": rack,
        "opex_per_hour": own,
        "implied_it_power": given["power_and_cooling"] / tariff,
        "break_even_hours_on_demand_if_10.2kW": hours(given["cloud_on_demand"], full_power),
        "break_even_hours_vs_neocloud_2.99": hours(8 * 2.99, own),
    }
    terms = {"on_demand": "on_demand", "1yr": "reserved_1yr", "3yr": "reserved_3yr"}
    for key, name in (terms | {"5yr": "reserved_5yr"}).items():
        cloud = given[f"cloud_{key}"]
        found[f"hourly_saving_{name}"] = cloud - own
        found[f"break_even_hours_{name}"] = hours(cloud, own)
        found[f"break_even_months_{name}"] = hours(cloud, own) / HOURS_A_MONTH
    return found


def lenovo_case_3(given, _chain):
    hours = given["horizon"] * HOURS_A_YEAR
    own = given["maintenance_h"] + given["power_cooling_h"] + given["colo_h"]
    idle = given["maintenance_h"] + given["colo_h"]
    years = {"capex": given["capex"], "hours": hours, "cloud_per_hour": given["cloud"]}
    always = break_even.break_even_utilisation(
        **years, own_fixed_per_hour=own, own_per_used_hour=0
    )
    metered = break_even.break_even_utilisation(
        **years, own_fixed_per_hour=idle, own_per_used_hour=given["power_cooling_h"]
    )
    months = 12 * given["horizon"]
    start = np.zeros(months)
    start[0] = given["capex"]
    total = discounting.present_value(
        annual_rate=0, start=start, end=np.full(months, own * HOURS_A_MONTH)
    )
    return {
        "maintenance_per_hour": given["maintenance"] * given["capex"] / HOURS_A_YEAR,
        "opex_per_hour": own,
        "onprem_5yr_total": total,
        "cloud_per_daily_hour_5yr": given["cloud"] * 365 * given["horizon"],
        "threshold_hours_per_day": 24 * always,
        "implied_it_power": given["power_cooling_h"] / 0.30,
        "threshold_if_opex_scales_with_use": 24 * metered,
    }


def lenovo_tokens(given, chain):
    def per_million(hourly, load=1.0):
        return 1e6 / (given["throughput"] * load) * hourly / 3600

    months = given["life"] / HOURS_A_MONTH
    capital = annuities.equivalent_monthly_cost(given["capex"], 0.0, months) / HOURS_A_MONTH
    hourly = capital + given["opex_h"]
    own = per_million(chain("hourly_amortised", hourly, "usd_per_mtok_onprem"))
    return {
        "hourly_amortised": hourly,
        "usd_per_mtok_onprem": own,
        "usd_per_mtok_azure": per_million(given["cloud"]),
        "ratio_cloud_to_onprem": given["cloud"]
        / chain("hourly_amortised", hourly, "ratio_cloud_to_onprem"),
        "ratio_api_to_onprem": given["api_out"]
        / chain("usd_per_mtok_onprem", own, "ratio_api_to_onprem"),
        "usd_per_mtok_onprem_at_30pct_load": per_million(
            chain("hourly_amortised", hourly, "usd_per_mtok_onprem_at_30pct_load"), load=0.3
        ),
    }


def pan_2025(given, _chain):
    def months(model, hours, watts, blend):
        capex = model["n_gpu"] * model["usd_per_gpu"]
        power = model["n_gpu"] * watts / 1000 * hours * given["electricity"]
        api = model["throughput_tok_s"] * 3600 * hours / 1e6 * blend
        flat = np.ones(120)
        bought = np.eye(1, 120)[0] * capex
        met = break_even.break_even(
            break_even.cumulative_curve(start=bought, end=flat * power),
            break_even.cumulative_curve(start=flat * 0, end=flat * api),
        )
        assert met.kind == "once"
        return met.crossings[0].month

    found = {}
    stated, used = given["gpu_power_stated"], given["gpu_power_that_reproduces"]
    for name, model in given["models"].items():
        card = "A100" if model["usd_per_gpu"] == 15000 else "RTX5090"
        hours = given["hours_that_reproduce"]
        found[f"{name}.capacity"] = model["throughput_tok_s"] * 3600 * hours / 1e6
        found[f"{name}.electricity"] = (
            model["n_gpu"] * used[card] / 1000 * hours * given["electricity"]
        )
        for api, price in given["api_usd_per_mtok"].items():
            blend = price["input"] / 3 + price["output"] * 2 / 3
            found[f"{name}.break_even.{api}"] = months(model, hours, used[card], blend)
        gpt = given["api_usd_per_mtok"]["GPT-5"]
        found[f"{name}.break_even.Gemini-2.5-Pro.blend_7.75"] = months(
            model, hours, used[card], 7.75
        )
        found[f"{name}.break_even.GPT-5.as_text_states"] = months(
            model, given["hours_stated"], stated[card], gpt["input"] / 3 + gpt["output"] * 2 / 3
        )
    return found


def numpy_financial(given, _chain):
    def terms(name):
        return {k: _fraction(v) for k, v in given[name].items()}

    mortgage, saving, wish = terms("pmt"), terms("fv"), terms("pv")
    debt, loan = terms("nper"), terms("loan")
    rate = given["npv"]["rate"]
    table = annuities.amortisation(loan["rate"], loan["n"], loan["principal"])
    found = {
        "npv": returns.npv(rate, np.array(given["npv"]["cashflows"])),
        "pmt_mortgage": annuities.pmt(mortgage["rate"], mortgage["nper"], mortgage["pv"]),
        "fv_saving": annuities.fv(saving["rate"], saving["nper"], saving["pmt"], saving["pv"]),
        "pv_saving": annuities.pv(wish["rate"], wish["nper"], wish["pmt"], wish["fv"]),
        "nper_loan": annuities.nper(debt["rate"], debt["pmt"], debt["pv"]),
        "loan_interest_total": table.interest.sum(),
    }
    for period in (10, 11, 12):
        found[f"loan_principal_{period}"] = table.principal[period - 1]
        found[f"loan_interest_{period}"] = table.interest[period - 1]
        found[f"loan_balance_{period}"] = table.balance[period - 1]
    for cash in given["irr_cases"]:
        # the library returns the root nearest zero where there are several
        rates = returns.internal_rates(np.array(cash)).rates
        found[f"irr{cash}"] = min(rates, key=abs)
    return found


def ross(given, _chain):
    cash = np.array([-given["capex"], *given["cashflows"]], dtype=float)
    rate, years = given["rate"], len(given["cashflows"])
    yearly = discounting.discount_factors(rate, 12 * years, at_start=False)[11::12]
    worth = cash[1:] * yearly
    return {
        **{f"dcf_{year}": worth[year - 1] for year in range(1, years + 1)},
        "cum_dcf_3": worth[:3].sum(),
        "cum_dcf_4": worth.sum(),
        "payback": returns.payback(cash),
        "npv": returns.npv(rate, cash),
        "discounted_payback": returns.discounted_payback(rate, cash),
        "irr": returns.internal_rates(cash).rates[0],
    }


def _fraction(stated):
    if isinstance(stated, str):
        above, below = stated.split("/")
        return float(above) / float(below)
    return stated


RECIPES = {
    "be_lp2368_case1_h100_vs_azure": lenovo_case_1,
    "be_pan2025_small_medium": pan_2025,
    "fin_numpy_financial_docs": numpy_financial,
    "fin_payback_ross_9_1": ross,
    "tok_lp2368_scenario_ab_llama70b": lenovo_tokens,
    "util_lp2368_case3_h200_vs_gcp": lenovo_case_3,
}
OUTPUTS = [(name, output) for name in RECIPES for output in read(name)["outputs"]]


@pytest.fixture(scope="module")
def recomputed():
    cases = {name: read(name) for name in RECIPES}
    return {
        name: recipe(values(cases[name]), Chain(cases[name], as_published=True))
        for name, recipe in RECIPES.items()
    }


@pytest.mark.parametrize(
    ("case", "output"), OUTPUTS, ids=lambda o: o if isinstance(o, str) else o["name"]
)
def test_a_published_figure_is_met_from_its_inputs(recomputed, case, output):
    ours = float(recomputed[case][output["name"]])
    assert ours == pytest.approx(output["computed"], rel=1e-6, abs=1e-9)
    if output["status"] == "ok":
        assert abs(ours - output["published"]) <= output["tolerance_abs"]


@pytest.mark.parametrize("name", [n for n in RECIPES if "rounding_chain" in read(n)])
def test_a_figure_the_source_rounded_is_ours_before_rounding(name):
    case = read(name)
    chain = Chain(case, as_published=False)
    found = RECIPES[name](values(case), chain)
    published = {output["name"]: output for output in case["outputs"]}
    for entry in case["rounding_chain"]:
        ours = float(chain.ours[entry["name"]])
        assert ours == float(found[entry["name"]])
        assert ours == pytest.approx(entry.get("unrounded", ours), rel=1e-6)
        # the source cut or rounded its second decimal: ours is at most one unit of it away
        assert abs(ours - entry["use"]) < 0.01
        assert ours != entry["use"], published[entry["name"]]
