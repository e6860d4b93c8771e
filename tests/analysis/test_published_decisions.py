"""Published calculations said as decisions: the same answers from a document as from formulas.

The sources discount nothing, so the discount rate is 0; a node runs around the clock, so a
workload stands for it that takes the whole node. Where a source rounded on the way, the rounded
figure is fed in, and ours is shown beside it from the parts the source names.
"""

from pathlib import Path

import numpy as np
import pytest
import yaml
from pieces import chat, decision, fraud, monthly, option, rented, servers

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.evaluate import evaluate

CASES = Path(__file__).parents[1] / "cases/tco"
HOURS = 730
"""Of a month."""


def read(name):
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    inputs = {key: stated["value"] for key, stated in case["inputs"].items()}
    return inputs, {output["name"]: output for output in case["outputs"]}


def holds(ours, output):
    """Ours is what the case computes, and what the source printed within its rounding."""
    assert float(ours) == pytest.approx(output["computed"], rel=1e-6)
    if output["status"] == "ok":
        assert abs(float(ours) - output["published"]) <= output["tolerance_abs"]


ONE_NODE = [{"workload": "fraud", "throughput": 1}]
"""A node that does one prediction a second: 2,628,000 of them are a month around the clock."""


def around_the_clock(share=1.0):
    """Work that fills one node for a share of the hours and leaves it idle for the rest."""
    return fraud(predictions=HOURS * 3600 * share, peak_to_mean=1 / share)


def own_node(price, **changes):
    free = {"installation": 0, "node_kw": 0, "tariff": 0}
    whole = {"serves": ONE_NODE, "target_utilisation": 1, "node_price": price}
    return servers(**{**whole, **free, **changes})


def cloud_node(price, **changes):
    return rented(serves=ONE_NODE, target_utilisation=1, hourly_price=price, **changes)


def nominal(*options, months, workload=None):
    context = {"discount_rate": 0, "horizon_months": months, "currency": "USD"}
    return decision(*options, workloads=[workload or around_the_clock()], context=context)


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("cloud_on_demand", "break_even_months_on_demand"),
        ("cloud_1yr", "break_even_months_reserved_1yr"),
        ("cloud_3yr", "break_even_months_reserved_3yr"),
        ("cloud_5yr", "break_even_months_reserved_5yr"),
    ],
)
def test_owning_eight_h100_pays_back_in_the_published_months(term, name):
    given, published = read("be_lp2368_case1_h100_vs_azure")
    upkeep = published["opex_per_hour"]["published"]  # 6.37, as the source rounded it
    document = nominal(
        option("own", own_node(given["capex"]), monthly(amount=upkeep * HOURS)),
        option("cloud", cloud_node(given[term])),
        months=12,
    )
    meeting = evaluate(document).meetings[0]
    assert meeting.nominal.kind == "once"
    assert meeting.nominal.crossings[0].cheaper_after == "a"
    holds(meeting.nominal_months.value[0], published[name])


def test_the_upkeep_the_source_rounded_is_ours_from_its_parts():
    # 12 % maintenance + 2.9 kW at 0.12 + 0.18 a kWh + a rack at 1,500 in a month of 720 hours
    given, published = read("be_lp2368_case1_h100_vs_azure")
    own = own_node(
        given["capex"],
        maintenance=given["maintenance"],
        node_kw=given["power_and_cooling"] / (given["electricity"] + given["cooling_air"]),
        tariff=given["electricity"] + given["cooling_air"],
        rated_kw=1,
        colocation=given["colocation"] / 720 * HOURS,
    )
    cloud = option("cloud", cloud_node(given["cloud_on_demand"]))
    found = evaluate(nominal(option("own", own), cloud, months=12))
    hourly = np.asarray(found.options["own"].cost.running.value)[0] / HOURS
    assert hourly == pytest.approx(6.379933, rel=1e-6)
    assert abs(hourly - published["opex_per_hour"]["published"]) < 0.01
    month = found.meetings[0].nominal_months.value[0]
    assert month == pytest.approx(given["capex"] / (98.32 - 6.379933) / HOURS, rel=1e-6)
    assert month == pytest.approx(3.727, abs=0.0005)


def test_the_sentence_names_the_month_of_the_published_payback():
    given, _ = read("be_lp2368_case1_h100_vs_azure")
    document = nominal(
        option("own", own_node(given["capex"]), monthly(amount=6.37 * HOURS)),
        option("cloud", cloud_node(given["cloud_3yr"])),
        months=12,
    )
    words = pays(evaluate(document), "own", "cloud", discounted=False).words
    assert words == "pays from month\N{NO-BREAK SPACE}10"  # 9.31 months lie in the tenth


def five_years(hours_a_day):
    """Case 3: own node always on, cloud only while it is used, for so many hours a day."""
    given, published = read("util_lp2368_case3_h200_vs_gcp")
    upkeep = given["maintenance_h"] + given["power_cooling_h"] + given["colo_h"]
    document = nominal(
        option("own", own_node(given["capex"]), monthly(amount=upkeep * HOURS)),
        option("cloud", cloud_node(given["cloud"], scaling="load")),
        months=12 * given["horizon"],
        workload=around_the_clock(hours_a_day / 24),
    )
    costs = evaluate(document).options
    return float(costs["own"].cost.tco.value), float(costs["cloud"].cost.tco.value), published


def test_five_years_of_an_own_node_cost_what_was_published_however_much_it_is_used():
    for hours in (1, 4, 24):
        own, _, published = five_years(hours)
        holds(own, published["onprem_5yr_total"])


def test_an_hour_a_day_of_cloud_costs_what_was_published():
    _, cloud, published = five_years(1)
    holds(cloud, published["cloud_per_daily_hour_5yr"])


def test_owning_pays_from_the_published_hours_a_day():
    _, _, published = five_years(1)
    threshold = published["threshold_hours_per_day"]
    own, cloud, _ = five_years(threshold["computed"])
    assert own == pytest.approx(cloud, rel=1e-6)
    below, above = (five_years(threshold["computed"] * f) for f in (0.99, 1.01))
    assert below[1] < below[0]
    assert above[0] < above[1]
    # totals are straight lines in the hours: where they meet follows from any two of them
    own_1, cloud_1, _ = five_years(1)
    holds(own_1 / cloud_1, threshold)


def tokens_for(share=1.0):
    """Llama 70B at the stated throughput on the mean, or a share of it with peaks up to it."""
    given, published = read("tok_lp2368_scenario_ab_llama70b")
    requests = given["throughput"] * share * HOURS * 3600 / 100
    work = chat(requests=requests, input_tokens=60, output_tokens=40, peak_to_mean=1 / share)
    return given, published, work


def unit_cost(work, *lines, throughput):
    placed = [
        {**line, "serves": [{"workload": "chat", "throughput": throughput}]}
        if "serves" in line
        else line
        for line in lines
    ]
    document = nominal(option("it", *placed), months=60, workload=work)
    return float(evaluate(document).unit_costs["it"]["chat"].value)


def test_a_million_tokens_costs_what_was_published_on_own_and_on_cloud_machines():
    given, published, work = tokens_for()
    at = {"throughput": given["throughput"]}
    rounded = published["hourly_amortised"]["published"]  # 12.08, as the source rounded it
    own = unit_cost(work, cloud_node(rounded), **at)
    cloud = unit_cost(work, cloud_node(given["cloud"]), **at)
    holds(own, published["usd_per_mtok_onprem"])
    holds(cloud, published["usd_per_mtok_azure"])
    holds(cloud / own, published["ratio_cloud_to_onprem"])


def test_a_million_tokens_on_own_machines_is_ours_from_capital_and_upkeep():
    given, published, work = tokens_for()
    upkeep = monthly(amount=given["opex_h"] * HOURS)
    own = unit_cost(work, own_node(given["capex"]), upkeep, throughput=given["throughput"])
    hourly = own * given["throughput"] * 3600 / 1e6
    holds(hourly, published["hourly_amortised"])
    assert own == pytest.approx(0.10975, abs=5e-6)
    assert abs(own - published["usd_per_mtok_onprem"]["published"]) <= 0.005


def test_at_less_than_full_load_a_million_tokens_costs_more():
    given, published, work = tokens_for(share=0.3)
    rounded = published["hourly_amortised"]["published"]
    own = unit_cost(work, cloud_node(rounded), throughput=given["throughput"])
    holds(own, published["usd_per_mtok_onprem_at_30pct_load"])
