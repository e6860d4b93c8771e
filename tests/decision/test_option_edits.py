"""Options and their cost lines are made, copied, filled and ruled out by undoable edits."""

from datetime import date

import pytest

from desktop_app.analysis.study import study
from desktop_app.decision import Option
from desktop_app.decision.checks import advice
from desktop_app.decision.edits import add_option, remove_option, value_at, with_
from desktop_app.decision.line_kinds import KINDS, new_line
from desktop_app.decision.option_edits import (
    add_line,
    duplicate_option,
    free_key,
    move_line,
    new_option,
    remove_bill,
    remove_line,
    rule_out,
    serve,
)
from desktop_app.outcome import Refused


def refusal(edit, decision):
    with pytest.raises(Refused) as caught:
        edit.apply(decision)
    return caught.value.message


def keys(parts):
    return [part.key for part in parts]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Own servers", "own_servers"),
        ("Zwei Öfen!", "zwei_fen"),
        ("2 nodes", "part_2_nodes"),
        ("…", "part"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_key_is_made_of_a_name(name, key):
    assert free_key(name, ()) == key


def test_a_key_that_is_taken_gets_a_number():
    assert free_key("Own", ("own", "own_2")) == "own_3"
    assert free_key("x" * 90, ("x" * 40,)) == "x" * 38 + "_2"


def test_a_new_option_is_empty_and_stands_last(smallest):
    key, edit = new_option(smallest, "Colocated servers", "self_managed")
    after = edit.apply(smallest)
    assert keys(after.options) == ["api", "own", key]
    assert after.options[-1] == Option(key=key, label="Colocated servers", approach="self_managed")


def test_a_copy_stands_behind_its_original_and_costs_the_same(full):
    key, edit = duplicate_option(full, "api")
    after = edit.apply(full)
    assert keys(after.options) == ["api", key, "own"]
    copy = after.options[1]
    assert copy.label == "Managed model, copy"
    assert copy.lines == after.options[0].lines
    done = study(after, draws=256)
    costs = [done.analysis.options[k].cost.present_value.value for k in ("api", key)]
    assert costs[0] == costs[1] > 0


def test_a_copy_of_a_ruled_out_option_is_not_ruled_out_and_a_second_copy_has_its_own_key(full):
    key, edit = duplicate_option(full, "own")
    after = edit.apply(full)
    assert [e.option for e in after.exclusions] == ["own"]
    second, edit = duplicate_option(after, "own")
    assert second != key
    assert len(edit.apply(after).options) == len(full.options) + 2


@pytest.mark.parametrize("kind", [kind.kind for kind in KINDS])
def test_a_new_line_of_every_kind_fits_any_option_and_can_be_computed(full, kind):
    bare = add_option(Option(key="new", label="New", approach="hybrid")).apply(full)
    after = add_line("new", new_line(bare, "new", kind)).apply(bare)
    (line,) = after.options[-1].lines
    assert line.kind == kind
    assert line.label
    assert study(after, draws=256).analysis.options["new"].cost.lines


def test_numbers_of_a_new_line_count_as_examples_until_they_are_replaced(smallest):
    after = add_line("api", new_line(smallest, "api", "staff")).apply(smallest)
    said = [finding.message for finding in advice(after)]
    assert any("2 inputs are still the starter's examples" in text for text in said)


def test_two_new_lines_of_a_kind_have_keys_of_their_own(smallest):
    once = add_line("api", new_line(smallest, "api", "staff")).apply(smallest)
    twice = add_line("api", new_line(once, "api", "staff")).apply(once)
    assert keys(twice.options[0].lines) == ["tokens", "staff", "staff_2"]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("predictions", "There is no work of the kind that this line serves."),
        ("billed", "There is no bill that this line could read."),
    ],
)
def test_a_line_that_would_have_nothing_to_serve_or_read_is_refused(smallest, kind, message):
    with pytest.raises(Refused) as caught:
        new_line(smallest, "api", kind)
    assert caught.value.message == message


def test_a_line_is_removed_and_one_that_is_gone_is_refused(full):
    after = remove_line("api", "team").apply(full)
    assert "team" not in keys(after.options[0].lines)
    assert len(after.options[0].lines) == len(full.options[0].lines) - 1
    assert refusal(remove_line("api", "team"), after) == "There is no cost line 'team' any more."
    assert refusal(remove_line("gone", "team"), after) == "There is no option 'gone' any more."


def test_lines_move_by_one_place_and_stop_at_both_ends(full):
    before = keys(full.options[0].lines)
    down = move_line("api", before[0], 1).apply(full)
    assert keys(down.options[0].lines) == [before[1], before[0], *before[2:]]
    assert keys(move_line("api", before[0], -1).apply(full).options[0].lines) == before
    assert keys(move_line("api", before[-1], 1).apply(full).options[0].lines) == before


def test_an_option_is_ruled_out_with_a_reason_and_admitted_again_without_one(smallest):
    out = rule_out("own", " No room. ", "Facilities", date(2026, 10, 9)).apply(smallest)
    (stated,) = out.exclusions
    assert (stated.option, stated.reason, stated.stated_by) == ("own", "No room.", "Facilities")
    assert study(out, draws=256).ranking.ruled_out == {"own": "No room (stated by Facilities)."}
    again = rule_out("own", "Too loud").apply(out)
    assert [e.reason for e in again.exclusions] == ["Too loud"]
    assert rule_out("own", " ").apply(again).exclusions == ()


def test_a_reason_that_is_too_long_is_refused_in_words(smallest):
    assert "must have at most 600 characters" in refusal(rule_out("own", "x" * 601), smallest)


def test_a_bill_that_a_cost_line_rests_on_stays(full):
    assert refusal(remove_bill("cloud"), full) == (
        "The bill “Cloud bill” is still used by the cost line As billed of Managed model."
    )
    free = remove_line("api", "today").apply(full)
    assert remove_bill("cloud").apply(free).bills == ()


def test_edits_share_what_they_leave_alone(full):
    after = remove_line("api", "team").apply(full)
    assert after.options[1] is full.options[1]
    assert value_at(after, "options.api.lines.ocr") is value_at(full, "options.api.lines.ocr")
    assert with_(after, options=full.options) == full
    assert remove_option("own").apply(after).options[0] is after.options[0]


def test_machines_keep_their_throughput_while_other_work_comes_and_goes(full):
    before = value_at(full, "options.own.lines.servers.serves.helpdesk")
    both = serve("own", "servers", ("helpdesk", "letters")).apply(full)
    after = value_at(both, "options.own.lines.servers").serves
    assert after[0] == before
    assert after[1].throughput.evidence.source.startswith("Example:")
    assert "must not be empty" in refusal(serve("own", "servers", ()), full)
