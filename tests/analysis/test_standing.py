"""The side panel says where the options stand, and what the last change did to them."""

from dataclasses import replace

import pytest
from oddities import ODD
from pieces import decision as written
from pieces import monthly, one_off, option
from worlds import every_line, falling, foreign, from_bill, hybrid, spread, two_options

from desktop_app.analysis.since import since
from desktop_app.analysis.standing import standing
from desktop_app.analysis.study import study
from desktop_app.decision import Option
from desktop_app.decision.edits import add_option, remove_option, set_value, value_at, with_

WORLDS = {
    world.__name__: spread(world())
    for world in (two_options, hybrid, falling, foreign, from_bill, every_line)
} | {name: ODD[name] for name in ("all ruled out", "no workloads", "money coming in", "twins")}


@pytest.fixture(scope="module", params=WORLDS)
def done(request):
    return study(WORLDS[request.param])


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def changed(sample, path, label="input", **numbers):
    """The sample studied again after one number changed."""
    before = value_at(sample.decision, path)
    value = with_(before, low=None, high=None, **numbers)
    return study(set_value(path, value, label).apply(sample.decision), draws=256)


def test_rows_stand_in_the_order_of_every_page(done):
    labels = [done.analysis.options[key].option.label for key in done.order]
    assert [row.label for row in standing(done).rows] == labels


def test_every_number_of_the_panel_names_a_figure(done):
    known = done.figures()
    for row in standing(done).rows:
        assert set(row.value_origins) <= known.keys()
        assert set(row.range_origins + row.chance_origins) <= known.keys()
        assert bool(row.range_origins) == bool(row.range_text)


def test_values_are_those_of_the_figures_in_the_unit_of_the_head(sample):
    found, known = standing(sample), sample.figures()
    assert found.head == "M EUR, present value"
    for row in found.rows:
        (key,) = row.value_origins
        assert row.value == pytest.approx(known[key].value / 1e6)
        assert row.value_text == f"{known[key].value / 1e6:.2f}"
        low, high = (known[key].value / 1e6 for key in row.range_origins)
        assert (row.low, row.high) == pytest.approx((low, high))
        assert found.least <= row.low <= row.high <= found.most


def test_an_option_that_is_ruled_out_says_why_and_has_no_chance(sample):
    (row,) = (row for row in standing(sample).rows if row.key == "smaller_model")
    assert row.chance_text == "ruled out"
    assert row.chance_origins == ()
    assert "80 %" in row.ruled_out


def test_without_ranges_nothing_is_said_of_range_or_chance(smallest):
    for row in standing(study(smallest)).rows:
        assert (row.range_text, row.chance_text, row.low) == ("", "–", None)


def test_one_changed_number_is_named_with_what_it_was_and_is(sample):
    path = "options.hybrid.lines.nodes.colocation"
    after = changed(sample, path, likely=150.0)
    found = since(sample, after)
    assert found.text.replace("\N{NO-BREAK SPACE}", " ") == (
        "Hybrid −2,373 EUR, because colocation went from 158 to 150 EUR a kW and month; the order "
        "is unchanged."
    )
    assert found.amount in found.text
    assert found.origins == ("options.hybrid.present_value", path)


def test_the_amount_is_the_difference_of_the_option_that_moved_most(sample):
    after = changed(sample, "context.discount_rate", likely=0.12)
    found = since(sample, after)
    moves = {
        key: float(after.analysis.options[key].cost.present_value.value)
        - float(sample.analysis.options[key].cost.present_value.value)
        for key in sample.order
    }
    assert found.option == max(moves, key=lambda key: abs(moves[key]))
    assert found.amount.startswith("−")
    assert "discount rate went from 8 to 12 % a year" in found.text


def test_an_input_that_several_lines_have_is_told_apart_by_its_line(sample):
    path = "options.hybrid.lines.nodes.serves.claims.throughput"
    text = since(sample, changed(sample, path, likely=500.0)).text
    assert "throughput of a node of Claims assistant went from 9,200 to 500" in text
    assert text.endswith("Partially managed now leads.")


def test_several_changed_numbers_are_counted(sample):
    once = changed(sample, "options.hybrid.lines.nodes.colocation", likely=150.0)
    twice = changed(once, "context.discount_rate", likely=0.1)
    found = since(sample, twice)
    assert "because 2 inputs changed" in found.text
    assert found.origins[1:] == (
        "context.discount_rate",
        "options.hybrid.lines.nodes.colocation",
    )


def test_a_change_without_a_number_is_said_by_the_name_of_its_edit(sample):
    edit = set_value("context.horizon_months", 24, "horizon")
    found = since(sample, study(edit.apply(sample.decision), draws=256), edit.label)
    assert ", after the change of horizon; " in found.text


def test_what_moves_no_cost_is_said_to_move_none(sample):
    after = study(set_value("title", "Anew", "title").apply(sample.decision), draws=256)
    assert since(sample, after).text == "No option’s cost changed."


def test_a_range_that_widens_moves_no_cost(sample):
    path = "options.hybrid.lines.nodes.colocation"
    wider = with_(value_at(sample.decision, path), low=10.0, high=900.0)
    after = study(set_value(path, wider, "colocation").apply(sample.decision), draws=256)
    assert since(sample, after).text.startswith("No option’s cost changed")


def test_the_same_decision_has_nothing_to_say(sample):
    assert since(sample, replace(sample)) is None


def test_an_option_that_comes_or_goes_is_named():
    two = written(option("a", one_off(amount=100)), option("b", one_off(amount=90)))
    new = Option.model_validate(option("c", monthly(amount=1)) | {"label": "Cheap"})
    before, after = study(two), study(add_option(new).apply(two))
    assert since(before, after).text.startswith("Cheap is new and costs ")
    assert since(before, after).text.endswith("the least of all that may be chosen.")
    gone = study(remove_option("c").apply(after.decision))
    assert since(after, gone).text == "Cheap is no longer compared; B now leads."


def test_costs_in_another_currency_are_not_subtracted(smallest):
    after = set_value("context.currency", "USD", "currency").apply(smallest)
    assert since(study(smallest), study(after)).text == "Costs are now in USD."
