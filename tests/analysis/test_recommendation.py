"""What is recommended, in which order, and how close the call is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oddities import ODD, amounts
from pieces import chat, decision, monthly, one_off, option, servers, tokens
from worlds import hybrid, two_options

from desktop_app.analysis.ranking import MEAN_DIFFERS, RESIDUAL, eligible_of, in_order
from desktop_app.analysis.recommend import recommendation
from desktop_app.analysis.study import study
from desktop_app.choice.cheapest import NARROW, UNSURE

NEVER = {"least_chance": 0.0, "least_gap": 0.0}
"""Limits below which nothing can fall."""


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def rules(document):
    return study(document).ranking.close_call


def ruled_out(*keys):
    return [
        {"option": key, "reason": "It is too far away", "stated_by": "The board"} for key in keys
    ]


def test_the_cheapest_of_those_that_may_be_chosen_is_recommended():
    done = study(amounts(300, 100, 200))
    assert done.ranking.eligible == ("option_2", "option_3", "option_1")
    assert recommendation(done).option == "option_2"


def test_pages_show_the_recommended_first_then_by_cost_then_ruled_out_then_the_baseline():
    document = amounts(
        300, 50, 200, 100, 400, baseline="option_1", exclusions=ruled_out("option_2")
    )
    done = study(document)
    assert done.order == ("option_4", "option_3", "option_5", "option_2", "option_1")


def test_a_recommended_baseline_stands_first():
    assert study(amounts(100, 50, baseline="option_2")).order == ("option_2", "option_1")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(-500, 900), min_size=1, max_size=6),
    st.sets(st.integers(1, 6)),
    st.integers(0, 6),
)
def test_every_option_has_its_place_and_no_excluded_one_the_first(sums, out, base):
    keys = [f"option_{i}" for i in range(1, len(sums) + 1)]
    gone = [f"option_{i}" for i in sorted(out) if i <= len(sums)]
    baseline = f"option_{base}" if 1 <= base <= len(sums) else None
    done = study(amounts(*sums, baseline=baseline, exclusions=ruled_out(*gone)))
    assert sorted(done.order) == sorted(keys)
    first = recommendation(done).option
    assert first not in gone
    if first is None:
        assert len(gone) == len(keys)
    else:
        left = [key for key in keys if key not in gone]
        costs = {key: float(done.analysis.options[key].cost.present_value.value) for key in left}
        assert costs[first] == min(costs.values())
        assert done.order[0] == first


def test_an_excluded_option_competes_for_nothing_and_is_given_its_reason():
    done = study(amounts(100, 200, 300, exclusions=ruled_out("option_1")))
    assert done.spreads["option_1"].chance is None
    assert done.spreads["option_2"].chance.value == 1
    others = dict(recommendation(done).others)
    assert others["option_1"].text == "It is too far away (stated by The board)."
    assert others["option_1"].lead == "Ruled out."


def test_an_option_that_leaves_demand_unserved_is_ruled_out_with_the_finding():
    document = decision(
        option("own", servers(lead_months=3)), option("managed", tokens()), workloads=[chat()]
    )
    done = study(document)
    assert done.ranking.ruled_out == {"own": "No line of Own serves all of Chat in months 1 to 3."}
    assert recommendation(done).option == "managed"


def test_an_option_that_leaves_demand_unserved_in_some_futures_only_is_ruled_out_too():
    late = {"likely": 0, "low": 0, "high": 3}
    document = decision(
        option("own", servers(lead_months=late, node_price=1, installation=0, tariff=0)),
        option("bridged", servers(lead_months=late, node_price=9), tokens()),
        workloads=[chat()],
    )
    done = study(document)
    assert done.analysis.options["own"].unserved == ()
    assert done.ranking.ruled_out == {
        "own": "In some simulated futures: No line of Own serves all of Chat in months 1 to 3."
    }
    assert recommendation(done).option == "bridged"


def test_a_stated_limit_goes_before_what_was_found():
    document = decision(
        option("own", servers(lead_months=3)),
        option("managed", tokens()),
        workloads=[chat()],
        exclusions=ruled_out("own"),
    )
    assert "too far away" in study(document).ranking.ruled_out["own"]


def test_nothing_is_recommended_when_everything_is_ruled_out():
    done = study(ODD["all ruled out"])
    found = recommendation(done)
    assert found.option is None
    assert found.reasons == found.close_call == ()
    assert found.headline == "No option can be recommended: every one is ruled out"
    assert len(found.others) == 2
    assert done.order == ("machines", "managed")


def test_a_clear_lead_fires_no_rule():
    assert rules(amounts(100, 200)) == ()


def test_a_chance_below_its_limit_alone_is_a_close_call():
    # 100 against a range of 60 to 160 around 115: cheaper in point, not in every draw
    document = decision(
        option("sure", monthly(amount=100)),
        option("wide", monthly(amount={"likely": 115, "low": 60, "high": 160})),
        close_call={"least_chance": 0.95, "least_gap": 0.0},
    )
    assert rules(document) == (UNSURE,)
    done = study(document)
    chance = float(done.spreads["sure"].chance.value)
    assert 0.5 < chance < 0.95
    limits = {"least_chance": chance - 0.01, "least_gap": 0.0}
    assert (
        rules(document.model_copy(update={"close_call": type(document.close_call)(**limits)}))
        == ()
    )


def test_a_gap_below_its_limit_alone_is_a_close_call():
    assert rules(amounts(100, 104)) == (NARROW,)
    assert rules(amounts(100, 105.1)) == ()
    assert rules(amounts(100, 104, close_call=NEVER)) == ()


def test_a_mean_that_names_another_alone_is_a_close_call():
    # likely 90 but up to 400: the mean, (80 + 4 x 90 + 400) / 6 = 140, lies above 110
    document = decision(
        option("tempting", monthly(amount={"likely": 90, "low": 80, "high": 400})),
        option("sure", monthly(amount=110)),
        close_call=NEVER,
    )
    assert study(document).ranking.first == "tempting"
    assert rules(document) == (MEAN_DIFFERS,)


def test_a_lead_that_rests_on_selling_hardware_alone_is_a_close_call():
    # hardware of 5 x 6,000 that keeps all its value, against 28,000 for good
    document = decision(
        option("own", servers(installation=0, value_kept=1, node_kw=0, tariff=0)),
        option("paid", tokens(input_price=0, output_price=0), one_off(amount=28_000)),
        workloads=[chat()],
        close_call=NEVER,
    )
    assert study(document).ranking.first == "own"
    assert rules(document) == (RESIDUAL,)
    assert "unsold" in recommendation(study(document)).close_call[0].text


def test_without_ranges_only_what_is_known_is_judged():
    done = study(two_options(close_call={"least_chance": 1.0, "least_gap": 0.0}))
    assert done.ranking.close_call == ()
    leads = [reason.lead for reason in recommendation(done).reasons]
    assert "It is not known how firmly." in leads


def test_a_close_call_is_said_first():
    found = recommendation(study(amounts(100, 104, baseline="option_2")))
    assert found.headline.startswith("A close call: ")
    assert len(found.close_call) == 1


def test_without_a_baseline_nothing_is_compared_with_it():
    found = recommendation(study(amounts(100, 200)))
    assert plain(found.headline) == "Option 1 costs 1,151 EUR, the least of 2 options"
    assert len(found.reasons) == 2


def test_a_recommended_baseline_is_said_to_cost_least():
    found = recommendation(study(amounts(100, 200, baseline="option_1")))
    assert plain(found.headline) == "Option 1 costs least: the next option costs 1,151 EUR more"


def test_a_single_option_is_not_the_least_of_anything():
    found = recommendation(study(ODD["one option"]))
    assert plain(found.headline) == "Only costs 36.8 k EUR, the only option"
    assert found.reasons[0].lead == "It is the only one left."
    assert found.others == ()


def test_least_is_said_of_those_that_may_be_chosen_when_cheaper_ones_are_ruled_out():
    document = amounts(100, 200, 300, exclusions=ruled_out("option_1"))
    found = recommendation(study(document))
    assert found.headline.endswith("the least of 2 options that may be chosen")
    alone = amounts(100, 200, exclusions=ruled_out("option_1"))
    assert recommendation(study(alone)).headline.endswith("the only option that may be chosen")


def test_a_baseline_that_serves_half_the_demand_is_compared_with_nothing():
    found = recommendation(study(ODD["the baseline unserved"]))
    assert "than own" not in found.headline
    assert all("trade" not in reason.lead for reason in found.reasons)


def test_options_that_cost_the_same_are_not_called_dearer():
    found = recommendation(study(ODD["twins"]))
    assert found.headline == (
        "A close call: Option 1 costs least: the next option costs about as much"
    )
    assert dict(found.others)["option_2"].lead == "No cheaper."


def test_a_trade_names_the_largest_saving_and_the_largest_extras():
    found = recommendation(study(hybrid()))
    trade = found.reasons[-1]
    assert trade.lead == "It trades one cost for another."
    assert "less goes to managed services" in trade.text
    assert "more on hardware" in trade.text
    assert trade.text.endswith("It pays from month\N{NO-BREAK SPACE}12.")


def test_a_saving_without_extras_is_no_trade():
    found = recommendation(study(amounts(100, 200, baseline="option_2")))
    assert found.reasons[-1].lead == "It saves, and costs more on nothing."


@pytest.mark.parametrize("name", ODD)
def test_every_other_option_is_answered_once_in_the_order_of_the_pages(name):
    done = study(ODD[name])
    found = recommendation(done)
    assert [key for key, _ in found.others] == [k for k in done.order if k != found.option]
    assert in_order(done.analysis, done.ranking) == done.order
    assert eligible_of(done.analysis, done.simulation).eligible == done.ranking.eligible


def test_an_option_without_a_cost_line_is_never_the_cheapest_because_nothing_was_stated():
    done = study(decision(option("empty"), option("paid", monthly(amount=5_000))))
    assert done.ranking.eligible == ("paid",)
    assert "no cost line" in done.ranking.ruled_out["empty"]


def test_two_reasons_against_one_option_are_both_said():
    against = [{"option": "a", "reason": reason} for reason in ("No licence", "No staff")]
    paid = [option(key, monthly(amount=5_000)) for key in ("a", "b")]
    done = study(decision(*paid, exclusions=against))
    assert done.ranking.ruled_out["a"] == "No licence. No staff."
