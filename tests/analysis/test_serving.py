"""Lines serve in their order: who serves what, month by month."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import chat, decision, fraud, option, predictions, rented, servers, tokens

from desktop_app.analysis.evaluate import evaluate
from desktop_app.economics.load_duration import overflow_share

leads = st.sampled_from([0, 1, 2.5, 6, 36])
bases = st.sampled_from([None, 0.0, 0.4, 1.0, 2.5])
growths = st.sampled_from([-0.2, 0.0, 0.04])
spares = st.sampled_from([0, 1, 3])


def own_first(base, lead, growth, spare=0, **changes):
    sized = {} if base is None else {"base_load": base}
    own = servers(lead_months=lead, spare_nodes=spare, **sized, **changes)
    return decision(
        option("managed", tokens()),
        option("hybrid", own, tokens()),
        workloads=[chat(growth_first_year=growth)],
    )


def figures_of(document, key="hybrid"):
    cost = evaluate(document).options[key].cost
    found = {
        figure.key.split(".", 2)[2]: figure.value
        for figure in cost.running.walk()
        if figure.key.startswith(f"options.{key}.")
    }
    return found | {
        figure.key.split(".", 2)[2]: figure.value
        for figure in cost.capital.walk()
        if figure.key.startswith(f"options.{key}.")
    }


@settings(max_examples=50, deadline=None)
@given(bases, leads, growths, spares)
def test_what_servers_and_the_service_behind_them_serve_is_the_whole_demand(
    base, lead, growth, spare
):
    document = own_first(base, lead, growth, spare)
    behind = figures_of(document)
    alone = evaluate(document).options["managed"].cost.running.value
    left = behind["lines.servers.left"]
    assert np.all((left >= 0) & (left <= 1))
    # the service is paid for exactly the share that the servers leave
    assert behind["lines.api.running"] == pytest.approx(alone * left, rel=1e-12)


@settings(max_examples=50, deadline=None)
@given(bases, leads, growths)
def test_servers_work_for_what_they_do_not_leave(base, lead, growth):
    document = own_first(base, lead, growth)
    found = figures_of(document)
    used = evaluate(document).options["hybrid"].utilisation["servers"]
    by_key = {f.key.rpartition(".")[2]: np.asarray(f.value) for f in used.walk()}
    mean, installed = by_key["mean_load"], by_key["installed"]
    served = (mean * (1 - found["lines.servers.left"])).sum()
    assert float(used.value) * installed.sum() == pytest.approx(served)
    assert float(used.value) <= 0.7 + 1e-12


@settings(max_examples=30, deadline=None)
@given(bases, st.sampled_from([1, 2.5, 6, 36]), growths)
def test_before_delivery_everything_goes_to_the_line_behind(base, lead, growth):
    document = own_first(base, lead, growth)
    waiting = int(min(np.ceil(lead), 12))
    found = figures_of(document)
    assert np.all(found["lines.servers.left"][:waiting] == 1)
    assert np.all(found["lines.servers.installed"][:waiting] == 0)
    alone = evaluate(document).options["managed"].cost.running.value
    assert np.array_equal(found["lines.api.running"][:waiting], alone[:waiting])


@settings(max_examples=30, deadline=None)
@given(bases, leads, growths, st.sampled_from([0.5, 1, 3]))
def test_spares_cost_and_do_not_serve(base, lead, growth, spare):
    bare, spared = (figures_of(own_first(base, lead, growth, s)) for s in (0, spare))
    assert np.array_equal(bare["lines.servers.left"], spared["lines.servers.left"])
    more = spared["lines.servers.installed"] - bare["lines.servers.installed"]
    assert np.all((more == 0) | (more == np.ceil(spare)))


def test_servers_sized_for_the_peak_leave_nothing_once_they_serve():
    found = figures_of(own_first(None, 2, 0.04))
    assert np.array_equal(found["lines.servers.left"], [1, 1, *np.zeros(10)])


def test_servers_sized_for_the_mean_leave_what_the_load_duration_curve_says():
    # 380.5 tokens/s on nodes of 400 at 70 %: mean load 0.951 nodes, 1.36 wanted, 2 bought;
    # 2 x 70 % carry 1.4 nodes, 1.472 times the mean, of a load that peaks at 3 times
    found = figures_of(own_first(1.0, 0, 0.0))
    mean = 1e9 / (730 * 3600) / 400
    assert np.all(found["lines.servers.installed"] == 2)
    expected = float(overflow_share(1.4 / mean, 3))
    assert found["lines.servers.left"] == pytest.approx(np.full(12, expected))
    # by hand: 1 - c + c (2/3) (c/3)^(1/2) with c = 1.4/mean = 1.472
    c = 1.4 / mean
    assert expected == pytest.approx(1 - c + c * 2 / 3 * (c / 3) ** 0.5)


def test_machines_behind_servers_are_rented_for_the_peak_that_is_left():
    # servers of 2 x 70 % x 400 = 560 tokens/s; the peak is 3 x 380.5 = 1,141.6: 581.6 are left,
    # on machines of 400 at 70 %: 2.08, so 3 of them
    document = decision(option("mixed", servers(base_load=1.0), rented()), workloads=[chat()])
    found = figures_of(document, "mixed")
    assert np.all(found["lines.rented.nodes"] == 3)


def unserved(document, key):
    return [finding.message for finding in evaluate(document).options[key].unserved]


def test_a_workload_that_no_line_serves_is_named_with_its_months():
    late = decision(option("own", servers(lead_months=3)), workloads=[chat()])
    assert unserved(late, "own") == ["No line of Own serves all of Chat in months 1 to 3."]
    found = evaluate(late).options["own"].unserved[0]
    assert (found.level, found.path) == ("blocks", "options.own")


def test_months_that_are_not_served_are_named_apart():
    # nothing serves for two months; then servers for the mean, being whole, carry the peak of
    # 1.2 as well, until they retire in month 13. In month 16, at 0.9 ^ 11 x 1.2 ^ 4 of the
    # start, the mean of 0.62 nodes fits one server of 0.7 and its peak of 0.74 does not
    wavers = chat(growth_first_year=-0.1, growth_later=0.2, peak_to_mean=1.2)
    own = option("own", servers(base_load=1.0, lead_months=2, life_months=10))
    document = decision(own, workloads=[wavers], context={"horizon_months": 17})
    assert unserved(document, "own") == [
        "No line of Own serves all of Chat in months 1 to 2 and 16."
    ]


def test_tokens_are_not_sold_to_a_traditional_model():
    wrong = decision(
        option("managed", tokens(serves=["chat", "fraud"])), workloads=[chat(), fraud()]
    )
    right = decision(option("managed", tokens()), workloads=[chat()])
    assert unserved(wrong, "managed") == [
        "No line of Managed serves all of Fraud scoring in months 1 to 12."
    ]
    costs = [evaluate(d).options["managed"].cost.tco.value for d in (wrong, right)]
    assert costs[0] == costs[1]


def test_predictions_are_not_sold_to_a_language_model():
    wrong = decision(option("managed", predictions(serves=["chat"])), workloads=[chat()])
    assert len(unserved(wrong, "managed")) == 1
    assert evaluate(wrong).options["managed"].cost.tco.value == 0


def test_the_second_of_two_services_for_one_workload_has_nothing_to_do():
    twice = decision(
        option("managed", tokens(), tokens(key="spare", input_price=50)), workloads=[chat()]
    )
    once = decision(option("managed", tokens()), workloads=[chat()])
    costs = [evaluate(d).options["managed"].cost.tco.value for d in (twice, once)]
    assert costs[0] == costs[1]


def test_nothing_is_left_unserved_where_nothing_is_asked():
    idle = decision(option("own", servers()), workloads=[chat(requests=0)])
    assert unserved(idle, "own") == []
    assert evaluate(idle).options["own"].cost.tco.value == 0


def test_servers_behind_servers_leave_a_share_of_what_they_found():
    few = servers(key="few", base_load=0.5)
    more = {**few, "key": "more"}
    alone = decision(option("hybrid", few, tokens()), workloads=[chat()])
    chained = decision(option("hybrid", few, more, tokens()), workloads=[chat()])
    one, both = figures_of(alone), figures_of(chained)
    left = np.asarray(both["lines.few.left"]) * np.asarray(both["lines.more.left"])
    assert both["lines.more.left.chat"] == pytest.approx(left)
    assert (both["lines.api.running"] <= one["lines.api.running"] + 1e-9).all()


def test_a_line_with_nothing_left_to_serve_costs_nothing_and_is_named():
    document = decision(option("a", tokens(), servers()), workloads=[chat()])
    done = evaluate(document)
    assert float(done.options["a"].cost.capex.value) == 0
    (finding,) = done.options["a"].idle
    assert finding.path == "options.a.lines.servers"
    assert finding in done.findings
