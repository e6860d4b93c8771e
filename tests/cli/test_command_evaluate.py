"""`isocost evaluate` and `isocost explain`: what decisions cost, and where numbers come from."""

import copy
import json

import pytest
from documents import FULL, SMALLEST

from desktop_app.analysis.explain import explain
from desktop_app.analysis.study import study


def evaluated(isocost, path, *options):
    answer = isocost("evaluate", path, "--json", *options)
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def test_a_decision_written_by_hand_in_bare_numbers_is_evaluated(isocost, decision_file):
    """1 M requests a month of 1,000 and 200 tokens at 2 and 8 EUR a million."""
    results = evaluated(isocost, decision_file())["results"]
    assert results["options.api.tco"]["value"] == pytest.approx(12 * 3600)
    assert results["options.api.tco"]["unit"] == "EUR"
    growth = 1.08 ** (1 / 12)
    assert results["options.api.present_value"]["value"] == pytest.approx(
        sum(3600 / growth**month for month in range(1, 13))
    )


def test_the_comparison_is_said_in_words(isocost, decision_file):
    answer = isocost("evaluate", decision_file())
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == SMALLEST["title"]
    (row,) = (
        line
        for line in lines
        if line.startswith("   ") and "Managed model" in line and "%" in line
    )
    assert float(row.split()[0]) == pytest.approx(41.4, abs=0.5)
    assert "Present value of cost, k EUR" in answer.out


def test_every_figure_has_a_name_a_unit_and_an_origin(isocost, decision_file):
    results = evaluated(isocost, decision_file(FULL))["results"]
    assert len(results) > 50
    for key, figure in results.items():
        assert figure["name"], key
        assert figure["unit"], key
        assert bool(figure["of"]) != bool(figure["source"]), key
        assert bool(figure["of"]) == bool(figure["how"]), key
        assert set(figure["of"]) <= set(results), key


def test_the_same_seed_gives_the_same_record_and_another_seed_another(isocost, decision_file):
    document = copy.deepcopy(SMALLEST)
    document["context"]["discount_rate"] = {"likely": 0.08, "low": 0.05, "high": 0.12}
    path = decision_file(document)
    runs = [
        isocost("evaluate", path, "--json", "--draws", 300, "--seed", seed).out
        for seed in (5, 5, 6)
    ]
    assert runs[0] == runs[1]
    spread = [json.loads(run)["results"]["options.api.present_value.p90"] for run in runs]
    assert spread[0] != spread[2]
    assert [json.loads(run)["draws"] for run in runs] == [300] * 3


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--draws", "0", "0 draws cannot be run. Ask for 1 to 1,000,000."),
        ("--draws", "1000001", "1000001 draws cannot be run."),
        ("--seed", "-1", "The seed -1 cannot be used. Take a whole number, 0 to"),
        ("--seed", str(2**53), f"The seed {2**53} cannot be used."),
    ],
)
def test_a_simulation_that_cannot_be_run_is_refused(
    isocost, decision_file, option, value, sentence
):
    answer = isocost("evaluate", decision_file(), f"{option}={value}")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(sentence)


def test_a_decision_without_options_is_refused(isocost, decision_file):
    answer = isocost("evaluate", decision_file(options=[], baseline=None))
    assert answer.code == 2
    assert "has no option to evaluate. Add at least one under options" in answer.err


def in_dollars(rate=None):
    document = copy.deepcopy(SMALLEST)
    document["options"][0]["lines"][0]["input_price"] = {"likely": 2.5, "currency": "USD"}
    if rate is not None:
        stated = {"key": "usd", "currency": "USD", "rate": rate, "on": "2026-11-20"}
        document["context"]["exchange_rates"] = [stated]
    return document


def test_a_foreign_price_without_a_rate_is_refused_by_place_and_currency(isocost, decision_file):
    answer = isocost("evaluate", decision_file(in_dollars()))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(
        "options.api.lines.tokens.input_price is in USD, and the decision states no exchange rate "
        "from USD to EUR. Add a rate with its date and source under context.exchange_rates."
    )


def test_a_foreign_price_with_a_dated_rate_counts_at_that_rate(isocost, decision_file):
    """2.50 USD at 0.80 is 2 EUR."""
    results = evaluated(isocost, decision_file(in_dollars(0.8)))["results"]
    assert results["options.api.tco"]["value"] == pytest.approx(12 * 3600)
    price = results["options.api.lines.tokens.input_price.converted"]
    assert price["of"] == [
        "options.api.lines.tokens.input_price",
        "context.exchange_rates.usd.rate",
    ]


def billed_in(*currencies, rate=None):
    """Staying as today, as billed: 11.25 in each currency, one month."""
    document = copy.deepcopy(FULL)
    line = {**document["options"][0]["lines"][-1], "beside": False, "services": []}
    bill = document["bills"][0]
    for name in ("totals", "groups"):
        bill[name] = [{**bill[name][0], "currency": currency} for currency in currencies]
    option = {"key": "stay", "label": "Stay", "approach": "fully_managed", "lines": [line]}
    document["options"] = [option]
    document["workloads"] = document["workloads"][:1]
    document["baseline"], document["exclusions"] = "stay", []
    if rate is None:
        document["context"]["exchange_rates"] = []
    else:
        document["context"]["exchange_rates"][0]["rate"] = rate
    return document


def test_a_baseline_in_two_currencies_is_refused_without_a_rate(isocost, decision_file):
    answer = isocost("evaluate", decision_file(billed_in("EUR", "USD")))
    assert (answer.code, answer.out) == (2, "")
    assert "is in USD" in answer.err
    assert "states no exchange rate from USD to EUR" in answer.err
    assert "options.stay.lines.today" in answer.err


def test_a_baseline_in_two_currencies_is_added_up_at_the_dated_rate(isocost, decision_file):
    """11.25 EUR and 11.25 USD at 0.80 are 20.25 EUR a month."""
    results = evaluated(isocost, decision_file(billed_in("EUR", "USD", rate=0.8)))["results"]
    assert results["options.stay.tco"]["value"] == pytest.approx(12 * 20.25)


def test_a_bill_without_spend_for_its_line_is_refused(isocost, decision_file):
    document = billed_in("EUR")
    document["options"][0]["lines"][0]["workload_tag"] = "elsewhere"
    answer = isocost("evaluate", decision_file(document))
    assert answer.code == 2
    assert "'Cloud bill' shows no AI spend tagged 'elsewhere' in 2026-10" in answer.err


def test_a_figure_is_explained_down_to_its_sources(isocost, decision_file):
    answer = isocost("explain", decision_file(), "options.api.tco")
    assert answer.code == 0
    first, *rest = answer.out.splitlines()
    assert "43,200" in first
    assert first.endswith("[options.api.tco]")
    assert any("entered at options.api.lines.tokens.input_price" in line for line in rest)


def test_without_a_figure_every_key_is_listed(isocost, decision_file):
    path = decision_file()
    listed = isocost("explain", path).out.splitlines()
    keys = [line.split(": ", 1)[0] for line in listed]
    assert keys == sorted(evaluated(isocost, path)["results"])


@pytest.mark.parametrize("which", ["smallest", "full", "meridian"])
def test_every_figure_can_be_explained_and_every_branch_ends_in_a_source(request, which):
    figures = study(request.getfixturevalue(which), draws=256).figures()
    for key, figure in figures.items():
        lines = explain(figure)
        assert lines, key
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            depth = len(line) - len(line.lstrip())
            deeper = len(after) - len(after.lstrip()) > depth
            ends = ("entered at ", "summed over the bill ", "convention: ", "see above")
            assert deeper != any(end in line for end in ends), (key, line)


def test_an_unknown_figure_names_those_that_sound_like_it(isocost, decision_file):
    answer = isocost("explain", decision_file(), "options.api.presentvalue")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(
        "There is no figure 'options.api.presentvalue' in this decision. "
        "Close to it: options.api.present_value"
    )


def test_a_figure_unlike_any_other_is_refused_with_the_way_to_the_list(isocost, decision_file):
    answer = isocost("explain", decision_file(), "§§§")
    assert answer.err == (
        "There is no figure '§§§' in this decision. Leave it out to list all keys.\n"
    )
