"""What stands beside a recommendation: key figures, and each rule for a close call."""

import pytest
from documents import SMALLEST
from worlds import two_options

from desktop_app.analysis.close_call import close_call_of
from desktop_app.analysis.key_figures import key_figures
from desktop_app.analysis.study import study
from desktop_app.analysis.uncertain import uncertain_rows, worked_out
from desktop_app.decision import Decision
from desktop_app.decision.edits import remove_option, set_value, value_at
from desktop_app.decision.fields import quantities
from desktop_app.decision.governance import Exclusion


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=1024)


@pytest.fixture(scope="module")
def unsure():
    """Without a single range."""
    return study(Decision.model_validate(SMALLEST), draws=256)


def rules(found):
    return {rule.name: rule for rule in close_call_of(found).rules}


def known(found):
    """Keys of figures and paths of the decision: what an origin may name."""
    return set(found.figures()) | set(quantities(found.decision))


def test_the_rules_say_what_the_ranking_says(sample):
    call = close_call_of(sample)
    close = [rule for rule in call.rules if rule.is_close]
    assert len(close) == len(sample.ranking.close_call) == 1
    assert call.is_close
    assert (call.title, call.count) == ("A close call", "1 rule of 4")
    assert close[0].name == "Gap to the next option"
    assert close[0].verdict == "Under 5\N{NO-BREAK SPACE}%, so close."


@pytest.mark.parametrize(
    ("chance", "gap", "count"), [(0.0, 0.0, 0), (0.99, 0.0, 1), (1.0, 1.0, 2)]
)
def test_a_limit_moved_turns_its_rule(meridian, chance, gap, count):
    moved = set_value("close_call.least_chance", chance, "limit").apply(meridian)
    moved = set_value("close_call.least_gap", gap, "limit").apply(moved)
    found = study(moved, draws=512)
    assert sum(bool(rule.is_close) for rule in close_call_of(found).rules) == count
    assert close_call_of(found).is_close == bool(found.ranking.close_call)


def test_rules_with_a_limit_name_its_place(sample):
    for rule in close_call_of(sample).rules:
        if rule.limit:
            assert value_at(sample.decision, rule.limit) is not None


def test_without_ranges_two_rules_cannot_say_and_none_of_them_is_called_clear(unsure):
    found = rules(unsure)
    assert found["Chance of being the cheapest"].is_close is None
    assert found["Lowest mean of all futures"].is_close is None
    assert found["Gap to the next option"].is_close is not None


def test_with_one_option_left_there_is_nothing_to_be_close_to(smallest):
    call = close_call_of(study(remove_option("own").apply(smallest), draws=256))
    assert (call.rules, call.count, call.is_close) == ((), "", False)


def test_every_number_names_figures_that_exist(sample, unsure):
    for found in (sample, unsure):
        origins = [rule.origins for rule in close_call_of(found).rules]
        origins += [figure.origins for figure in key_figures(found)]
        origins += [figure.caption_origins for figure in key_figures(found)]
        named = {key for keys in origins for key in keys}
        assert named <= known(found)
        lines = {key for line in worked_out(found) for key in line.origins}
        assert lines <= known(found) | {"simulation.draws", "simulation.seed"}


def test_the_strip_tells_cost_saving_payback_and_chance(sample):
    texts = [(figure.text, figure.caption) for figure in key_figures(sample)]
    assert [caption for _, caption in texts] == [
        "P10–P90 2.0–2.6",
        "less than “Staying as today”",
        "from here it pays",
        "likely cheapest",
    ]
    assert texts[2][0] == "Month\N{NO-BREAK SPACE}13"


def test_a_recommended_baseline_is_not_compared_with_itself(smallest):
    assert len(key_figures(study(two_options(), draws=256))) < 4
    first = study(smallest, draws=256).ranking.first
    same = study(set_value("baseline", first, "baseline").apply(smallest), draws=256)
    assert [figure.caption for figure in key_figures(same)] == ["no input has a range"]


def test_with_every_option_ruled_out_there_are_no_key_figures(smallest):
    out = tuple(Exclusion(option=o.key, reason="No.") for o in smallest.options)
    found = study(set_value("exclusions", out, "limits").apply(smallest), draws=256)
    assert key_figures(found) == ()
    assert [line.name for line in worked_out(found)] == ["Draws", "Seed"]


def test_every_input_with_a_range_is_listed_once(meridian):
    listed = [path for row in uncertain_rows(meridian) for path in row.paths]
    ranged = [path for path, q in quantities(meridian).items() if q.is_uncertain]
    assert sorted(listed) == sorted(ranged)
    assert len(uncertain_rows(meridian)) < len(ranged)


def test_a_range_is_written_in_the_unit_of_its_row(meridian):
    row = next(r for r in uncertain_rows(meridian) if r.paths == ("context.wage_growth",))
    assert (row.low, row.likely, row.high, row.unit) == ("2", "3", "4.5", "% a year")
    assert (row.place, row.grade, row.owner) == (
        "Conditions shared by all",
        "published",
        "David Osei",
    )


def test_the_plan_is_told_with_the_draws_that_were_made(sample):
    found = {line.name: line.text for line in worked_out(sample)}
    assert found["Draws"] == "1,024"
    assert found["Seed"] == "20261123"
    assert found["Error of the chance"].startswith("±")
    assert found["Cost at likely inputs"] == key_figures(sample)[0].text
