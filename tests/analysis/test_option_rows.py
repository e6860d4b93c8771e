"""The table of options shows every option's cost and the price that matters most in it."""

from dataclasses import replace

import pytest
from worlds import every_line, falling, foreign, from_bill, hybrid, spread, two_options

from desktop_app.analysis.option_rows import line_values, main_price, option_table
from desktop_app.analysis.origins import find
from desktop_app.analysis.study import study
from desktop_app.decision import Money, Option
from desktop_app.decision.edits import add_option, set_value, value_at
from desktop_app.decision.option_edits import remove_line, rule_out

WORLDS = {
    world.__name__: spread(world())
    for world in (two_options, hybrid, falling, foreign, from_bill, every_line)
}


@pytest.fixture(scope="module", params=WORLDS)
def done(request):
    return study(WORLDS[request.param], draws=256)


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def row(decision, done, key):
    return next(row for row in option_table(decision, done).rows if row.key == key)


def test_the_lines_of_an_option_add_up_to_its_present_value(done):
    for key, option in done.analysis.options.items():
        whole = float(option.cost.present_value.value)
        assert sum(line_values(done, key).values()) == pytest.approx(whole, rel=1e-9, abs=1e-6)


def test_every_number_names_where_it_comes_from(done):
    for found in option_table(done.decision, done).rows:
        shown = [found.value_origins, found.range_origins, found.capital_origins]
        if found.price is not None:
            shown.append(found.price.origins)
        for origins in shown:
            assert origins
            assert all(find(done.decision, done, key) is not None for key in origins)


def test_the_price_shown_is_that_of_the_line_with_the_largest_present_value(sample, meridian):
    values = line_values(sample, "own")
    assert max(values, key=values.get) == "nodes"
    price = row(meridian, sample, "own").price
    assert price.text.replace("\N{NO-BREAK SPACE}", " ") == "271 k EUR a node"
    assert (price.grade, price.source) == ("quoted", "Kestrel Q-2231, 2026-11-12")
    assert price.origins == ("options.own.lines.nodes.node_price",)
    assert price.path == "options.own.lines.nodes"


def test_another_line_takes_its_place_once_it_costs_more(meridian):
    path = "options.own.lines.engineers.loaded_cost"
    dear = set_value(path, Money(likely=900_000.0), "cost").apply(meridian)
    price = main_price(dear, study(dear, draws=256), value_at(dear, "options.own"))
    assert price.origins == (path,)


def test_of_tokens_the_kind_that_costs_most_is_shown(smallest):
    """1,000 tokens in at 2 and 200 out at 8: 2.00 against 1.60 in a thousand requests."""
    api = smallest.options[0]
    assert main_price(smallest, None, api).name == "Tokens, input"
    path = "options.api.lines.tokens.output_price"
    dear = set_value(path, Money(likely=11.0), "price").apply(smallest)
    assert main_price(dear, None, dear.options[0]).name == "Tokens, output"


def test_a_billed_line_shows_what_the_bill_says_a_month(sample, meridian):
    price = row(meridian, sample, "stay").price
    assert price.grade == "measured"
    assert price.source.startswith(
        "Cloud bills, November 2025 to October 2026, mean of the last 3"
    )
    figure = sample.figures()[price.origins[0]]
    assert price.text.startswith(f"{float(figure.value) / 1e3:.1f}")


def test_an_option_ruled_out_says_why_at_once_even_before_it_is_studied(sample, meridian):
    assert row(meridian, sample, "smaller_model").limit == "ruled out"
    assert "Mei Tanaka" in row(meridian, sample, "smaller_model").reason
    assert row(meridian, sample, "own").limit == "passes"
    out = rule_out("own", "No room", "Facilities").apply(meridian)
    found = row(out, sample, "own")
    assert (found.limit, found.reason) == ("ruled out", "No room (stated by Facilities).")


def test_an_option_that_nobody_studied_yet_stands_last_with_dashes(sample, meridian):
    more = add_option(Option(key="new", label="New", approach="hybrid")).apply(meridian)
    found = option_table(more, sample).rows[-1]
    assert (found.key, found.value_text, found.range_text) == ("new", "–", "")
    assert found.price is None
    assert found.limit == "no cost line"


def test_a_table_can_be_made_before_anything_was_computed(meridian):
    found = option_table(meridian, None)
    assert [r.key for r in found.rows] == [option.key for option in meridian.options]
    assert all(r.value_text == "–" and r.price for r in found.rows)


def test_a_line_removed_since_the_study_is_never_named(sample, meridian):
    fewer = remove_line("own", "nodes").apply(meridian)
    price = main_price(fewer, sample, value_at(fewer, "options.own"))
    assert price.path == "options.own.lines.engineers"


def test_without_ranges_there_is_no_range(sample, meridian):
    fixed = replace(sample, simulation=replace(sample.simulation, uncertain=()))
    assert row(meridian, fixed, "own").range_text == ""
