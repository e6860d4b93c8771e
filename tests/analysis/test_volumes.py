"""Break-even by volume: worked by hand where it can be, as rules where it cannot."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pieces import bill, billed, chat, decision, monthly, option, rented, tokens
from random_worlds import documents, made

from desktop_app.analysis.evaluate import evaluate
from desktop_app.analysis.study import study
from desktop_app.analysis.volume_words import ANY, NEVER, by_volume, spans
from desktop_app.analysis.volumes import LEAST, MOST, costs_by_volume

anything = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fixed_and_metered(share):
    """A service paid by the token, and a flat fee of ``share`` of what it costs as planned."""
    metered = decision(option("metered", tokens()), workloads=[chat()])
    cost = np.asarray(evaluate(metered).options["metered"].cost.running.value)
    fee = option("flat", monthly(amount=float(cost[0]) * share), tokens(**FREE))
    return decision(option("metered", tokens()), fee, workloads=[chat()])


FREE = {"key": "free", "input_price": 0, "output_price": 0, "cached_price": 0}


@pytest.mark.parametrize("share", [0.2, 0.731, 1.0, 4.0])
def test_a_flat_fee_pays_from_the_volume_at_which_the_meter_has_reached_it(share):
    (met,) = evaluate(fixed_and_metered(share)).volume_meetings
    assert met.cheaper_at_least == "a"
    (turn,) = met.turns
    assert turn.cheaper_above == "b"
    assert turn.volume == pytest.approx(share, rel=1e-5)
    assert np.asarray(met.volumes.value).tolist() == [turn.volume]


@pytest.mark.parametrize(("share", "words"), [(0.01, ANY), (40.0, NEVER)])
def test_outside_the_volumes_that_are_searched_one_option_leads_throughout(share, words):
    (met,) = evaluate(fixed_and_metered(share)).volume_meetings
    assert met.turns == ()
    assert spans(met, "flat") == words
    assert {spans(met, "flat"), spans(met, "metered")} == {ANY, NEVER}


def test_whole_machines_make_a_staircase_that_a_meter_crosses_more_than_once():
    whole = rented(minimum_nodes=0, hourly_price=4.0)
    found = decision(option("metered", tokens()), option("whole", whole), workloads=[chat()])
    volumes = np.geomspace(LEAST, MOST, 400)
    costs = costs_by_volume(found)(volumes)
    steps = np.diff(costs["whole"]) > 1e-6 * costs["whole"][:-1]
    assert 1 <= np.count_nonzero(steps) < 100  # flat but for the jumps
    (met,) = evaluate(found).volume_meetings
    for turn in met.turns:
        below, above = costs_by_volume(found)(
            np.array([turn.volume * 0.9999, turn.volume * 1.0001])
        ).values()
        assert (below[1] - above[1] < 0) == (turn.cheaper_above == "a")


def test_today_s_bill_grows_with_the_volume_as_the_meter_does():
    spend = bill({"2026-10": 3_000, "2026-11": 3_000, "2026-12": 3_000})
    found = decision(
        option("stay", billed()),
        option("flat", monthly(amount=6_000), tokens(**FREE)),
        workloads=[chat()],
        bills=[spend],
        baseline="stay",
    )
    (met,) = evaluate(found).volume_meetings
    assert [turn.volume for turn in met.turns] == [pytest.approx(2.0, rel=1e-5)]


@anything
@given(documents())
def test_at_the_planned_volume_the_costs_are_those_of_the_plan(document):
    found = made(document)
    swept = costs_by_volume(found)(np.array([0.5, 1.0, 3.0]))
    for key, option_ in evaluate(found).options.items():
        planned = float(option_.cost.present_value.value)
        assert swept[key][1] == pytest.approx(planned, rel=1e-12, abs=1e-9)


@anything
@given(documents(), some.integers(0, 40))
def test_between_its_changes_the_leader_leads(document, place):
    found = made(document)
    volume = float(np.geomspace(LEAST, MOST, 97)[2 * place])  # a point that was looked at
    costs = costs_by_volume(found)(np.array([volume]))
    for met in evaluate(found).volume_meetings:
        a, b = float(costs[met.first][0]), float(costs[met.second][0])
        if abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1.0):
            continue
        leader = met.cheaper_at_least
        for turn in met.turns:
            leader = turn.cheaper_above if turn.volume < volume else leader
        assert leader == ("a" if a < b else "b")


def test_every_option_is_held_against_the_recommended_one_and_the_baseline(meridian):
    table = by_volume(study(meridian, draws=256))
    assert table.heads == (
        "Option",
        "Costs less than “Hybrid”",
        "Costs less than “Staying as today”",
    )
    words = {row.key: [cell.text for cell in row.cells] for row in table.rows}
    assert words["hybrid"][0] == "–"
    assert words["stay"][1] == "–"
    above, below = words["hybrid"][1], words["stay"][0]
    assert above.removeprefix("above ") == below.removeprefix("below ")
