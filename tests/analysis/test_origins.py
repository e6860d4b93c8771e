"""Any number leads to its figure, and from there to what it is made of and rests on."""

import numpy as np
import pytest
from oddities import ODD
from worlds import every_line, falling, foreign, from_bill, hybrid, spread, two_options

from desktop_app.analysis import evidence
from desktop_app.analysis.origins import as_text, find
from desktop_app.analysis.study import study
from desktop_app.analysis.trace import trace
from desktop_app.decision.edits import set_value, value_at, with_
from desktop_app.decision.fields import quantities

WORLDS = {
    world.__name__: spread(world())
    for world in (two_options, hybrid, falling, foreign, from_bill, every_line)
} | {name: ODD[name] for name in ("all ruled out", "money coming in", "a baseline that earns")}


@pytest.fixture(scope="module", params=WORLDS)
def done(request):
    return study(WORLDS[request.param])


@pytest.fixture(scope="module")
def sample(meridian):
    return study(meridian, draws=256)


def traced(done, key):
    return trace(find(done.decision, done, key), done.decision, done)


def number(text):
    return float(text.replace(",", "").replace("−", "-"))


def test_every_figure_is_found_by_its_key_and_traced(done):
    known = done.figures()
    for key in list(known)[::7]:
        found = find(done.decision, done, key)
        assert found.key == key
        assert np.array_equal(found.value, known[key].value, equal_nan=True)
    for figure in known.values():
        assert trace(figure, done.decision, done).title


def test_every_input_is_found_by_its_path_before_anything_is_computed(meridian):
    for path, quantity in quantities(meridian).items():
        found = find(meridian, None, path)
        assert (found.key, found.value) == (path, quantity.likely)
        assert trace(found, meridian).path == path


def test_every_figure_of_a_bill_is_found(meridian):
    for key in evidence.figures(meridian):
        assert find(meridian, None, key).key == key


@pytest.mark.parametrize("key", ["", "title", "options.hybrid", "options.none.capex", "bills.x"])
def test_what_is_no_number_has_no_figure(sample, key):
    assert find(sample.decision, sample, key) is None


def test_an_input_is_what_the_decision_says_even_when_the_study_lags(sample):
    edit = set_value("context.horizon_months", 24, "horizon")
    assert find(edit.apply(sample.decision), sample, "context.horizon_months").value == 24


def test_parts_that_are_said_to_add_up_do(done):
    for key, figure in done.figures().items():
        found = trace(figure, done.decision, done)
        if found.parts_head != "It is the sum of" or not found.parts_unit:
            continue
        printed = sum(number(part.value_text) for part in found.parts)
        assert printed == pytest.approx(number(found.total_text), rel=1e-9, abs=1e-9), key
        shares = [part.share for part in found.parts if part.share is not None]
        assert not shares or sum(shares) == pytest.approx(1, rel=1e-6), key


def test_the_present_value_is_the_sum_of_its_budget_lines(sample):
    found = traced(sample, "options.hybrid.present_value")
    assert found.title == "Hybrid, present value of cost"
    assert (found.mark, found.value_text) == (
        "hybrid",
        "2.18\N{NO-BREAK SPACE}M\N{NO-BREAK SPACE}EUR",
    )
    assert (found.parts_head, found.parts_unit) == ("It is the sum of", "k EUR")
    names = [part.name for part in found.parts]
    assert names[0] == "Managed services"
    assert names[-1] == "Residual value"
    whole = float(sample.figures()["options.hybrid.present_value"].value)
    assert number(found.total_text) == round(whole / 1e3)


def test_a_budget_line_is_the_sum_of_its_cost_lines(done):
    for key, figure in done.figures().items():
        if ".present_value_of." in key and abs(float(figure.value)) > 1e-6:
            found = trace(figure, done.decision, done)
            assert found.parts_head == "It is the sum of"
            whole = float(figure.value)
            scale = {"k": 1e3, "M": 1e6}.get(found.parts_unit.split()[0], 1.0)
            assert number(found.total_text) * scale == pytest.approx(whole, rel=0.01, abs=1)


def test_what_the_parts_name_can_be_traced_further(done):
    known = done.figures()
    for key, figure in known.items():
        for part in trace(figure, done.decision, done).parts:
            assert part.origins
            assert set(part.origins) <= known.keys(), key


def test_inputs_are_counted_once_by_the_grade_of_their_evidence(sample):
    figure = sample.figures()["options.hybrid.present_value"]
    found = traced(sample, figure.key)
    stated = {part.key: part.source.grade for part in figure.walk() if part.source}
    inputs = quantities(sample.decision)
    neutral = {k for k in inputs if inputs[k].evidence.source.startswith("Not stated")}
    counted = {
        key: grade
        for key, grade in stated.items()
        if (key in inputs and key not in neutral) or "billed_eur" in key
    }
    assert sum(count for _, count in found.rests_on) == len(counted)
    assert dict(found.rests_on)["quoted"] == list(counted.values()).count("quoted")
    first = f"{dict(found.rests_on)['measured']} of {len(counted)} inputs measured"
    assert found.rests_text[0] == first
    assert set(found.inputs) <= set(inputs)


def test_a_stated_number_says_its_evidence_range_and_place(meridian):
    path = "options.hybrid.lines.nodes.colocation"
    found = trace(find(meridian, None, path), meridian)
    assert found.title == "Hybrid, 8-GPU servers: colocation"
    assert found.grade == "quoted"
    assert "Halden H-0815" in found.source
    assert (found.path, found.parts, found.formula) == (path, (), "")
    wider = with_(value_at(meridian, path), low=100.0, high=200.0)
    after = set_value(path, wider, "colocation").apply(meridian)
    assert trace(find(after, None, path), after).range_text.startswith("100")


def test_settings_of_the_method_have_no_evidence(meridian):
    found = trace(find(meridian, None, "simulation.draws"), meridian)
    assert (found.grade, found.rests_on, found.rests_text) == (None, (), ())


def test_a_series_has_a_label_for_every_month(sample):
    (series,) = traced(sample, "options.hybrid.running").series
    assert series.labels[0] == "January 2027"
    assert len(series.labels) == len(series.values) == 36
    total = sample.figures()["options.hybrid.opex"].value
    assert sum(series.values) == pytest.approx(total)


def test_cumulative_cost_is_shown_after_the_payments_of_each_month(sample):
    (series,) = traced(sample, "options.hybrid.cumulative_discounted").series
    assert (series.labels[0], len(series.values)) == ("at signing", 37)
    assert series.values[-1] == pytest.approx(
        sample.figures()["options.hybrid.present_value"].value
    )


def test_months_of_a_bill_are_those_of_the_bill(meridian):
    (series,) = trace(find(meridian, None, "bills.cloud.eur.ai_by_month"), meridian).series
    assert (series.labels[0], series.labels[-1]) == ("November 2025", "October 2026")


def test_years_of_a_budget_are_calendar_years(sample):
    (series,) = traced(sample, "options.hybrid.cash_by_year").series
    assert series.labels == ("2027", "2028", "2029")


def test_copied_text_ends_every_branch_in_a_source(sample):
    text = as_text(find(sample.decision, sample, "options.hybrid.capex"))
    assert text.startswith("capital paid = 314,200")
    assert "(quoted, " in text
    assert text.endswith("\n")
