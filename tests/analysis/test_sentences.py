"""Sentences name figures that exist, and every number in them is a figure as it is written."""

import re
from itertools import permutations

import numpy as np
import pytest
from oddities import ODD
from pieces import decision, monthly, one_off, option
from worlds import every_line, falling, foreign, from_bill, hybrid, spread, two_options

from desktop_app.analysis.crossing import pays
from desktop_app.analysis.evaluate import evaluate
from desktop_app.analysis.recommend import recommendation, scale_of
from desktop_app.analysis.study import study
from desktop_app.analysis.wording import NBSP, month_number, percent, percent_beside

WORLDS = {
    world.__name__: spread(world())
    for world in (two_options, hybrid, falling, foreign, from_bill, every_line)
} | {name: ODD[name] for name in ODD if "name" not in name and name != "markup"}
NUMBER = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?")


def statements(found):
    yield from found.close_call
    yield from found.reasons
    yield from (reason for _, reason in found.others)


@pytest.fixture(scope="module", params=WORLDS)
def done(request):
    return study(WORLDS[request.param])


def test_every_sentence_names_figures_that_exist(done):
    known = done.figures()
    for reason in statements(recommendation(done)):
        assert set(reason.figures) <= known.keys(), reason


def numbers_of(done, keys):
    """Every way in which the named figures may be written: a saving is a change without its sign,
    a range is two of them."""
    scale, known = scale_of(done), done.figures()
    texts = set()
    for key in keys:
        values = [float(v) for v in np.atleast_1d(known[key].value) if np.isfinite(v)]
        if known[key].unit == "month":
            texts |= {month_number(month) for month in values}
            continue
        for value in (*values, *map(abs, values)):
            texts |= {scale.number(value), f"{value:,.0f}", percent(value)}
            texts |= {percent_beside(value, limit) for limit in limits_of(done)}
    ranges = [float(known[key].value) for key in keys if key.rpartition(".")[2] in {"p10", "p90"}]
    texts |= {scale.span(a, b) for a, b in permutations(ranges, 2)}
    texts |= {percent(limit) for limit in limits_of(done)}
    return {number for text in texts for number in NUMBER.findall(text)}


def limits_of(done):
    return (done.decision.close_call.least_chance, done.decision.close_call.least_gap)


def names_taken_out(done, text):
    """Names that people gave may hold digits of their own."""
    labels = [option_.option.label for option_ in done.analysis.options.values()]
    for label in sorted(labels, key=len, reverse=True):
        text = re.sub(re.escape(label), "", text, flags=re.IGNORECASE)
    return text


def test_every_number_in_a_sentence_is_one_of_its_figures(done):
    for reason in statements(recommendation(done)):
        if reason.lead == "Ruled out.":
            continue
        text = names_taken_out(done, reason.text)
        found = set(NUMBER.findall(text))
        assert found <= numbers_of(done, reason.figures), reason


def test_the_headline_holds_no_number_that_is_no_figure(done):
    found = recommendation(done)
    if found.option is None:
        return
    wanted = ("present_value", "delta_to_baseline", "above_recommended")
    keys = [k for k in done.figures() if k.startswith("options.") and k.split(".", 2)[2] in wanted]
    compared = re.sub(r"the least of \d+ options", "", found.headline)
    text = names_taken_out(done, compared)
    assert set(NUMBER.findall(text)) <= numbers_of(done, keys)


def test_a_headline_says_less_only_of_what_costs_less(done):
    found, base = recommendation(done), done.decision.baseline
    if found.option is None or base is None or base == found.option:
        return
    costs = {k: float(o.cost.present_value.value) for k, o in done.analysis.options.items()}
    if "less than" in found.headline:
        assert costs[found.option] < costs[base]
    if "more than" in found.headline:
        assert costs[found.option] > costs[base]


def words(stay, other, months=36):
    """When ``other`` pays against ``stay``, nothing discounted."""
    document = decision(
        option("stay", *stay),
        option("other", *other),
        context={"discount_rate": 0, "horizon_months": months},
    )
    found = pays(evaluate(document), "other", "stay", discounted=False)
    return found.words.replace(NBSP, " "), found.short.replace(NBSP, " "), found.lasting


def capital(amount, month=1, key="capital"):
    return one_off(key=key, amount=amount, month=month, capital=True)


FLAT = (monthly(amount=1_000),)


@pytest.mark.parametrize(
    ("other", "said", "short", "lasting"),
    [
        pytest.param(
            (capital(10_500),),
            "pays from month 11",
            "from month 11",
            10.5,
            id="capital earns itself back",
        ),
        pytest.param(
            (capital(99_000),),
            "never costs less within the horizon",
            "never",
            None,
            id="too much capital",
        ),
        pytest.param(
            (monthly(amount=900),),
            "costs less from the first payment on",
            "from the start",
            0.0,
            id="cheaper each month",
        ),
        pytest.param(
            (monthly(amount=1_100),),
            "never costs less within the horizon",
            "never",
            None,
            id="dearer each month",
        ),
        pytest.param(
            (capital(2_000, month=4), monthly(amount=500)),
            # 1,500 saved when 2,000 are paid in month 4; the rest of 500 is saved by month 4's end
            "pays until month 3 and from month 4",
            "until month 3 and from month 4",
            4.0,
            id="an early lead, lost for a while",
        ),
        pytest.param(
            (capital(50_000, month=4), monthly(amount=500)),
            "pays until month 3",
            "until month 3",
            None,
            id="an early lead, lost for good",
        ),
        pytest.param(
            (capital(10_000), capital(40_000, month=13, key="more")),
            "pays from month 10 to month 12",
            "from month 10 to month 12",
            None,
            id="a lead for some months",
        ),
        pytest.param(
            (capital(11_800), capital(30_000, month=13, key="more")),
            "pays in month 12",
            "in month 12",
            None,
            id="a lead within one month",
        ),
        pytest.param(
            (capital(11_800), capital(10_000, month=13, key="more")),
            # 200 ahead, then 9,800 behind, earned back by 21.8
            "pays in month 12 and from month 22",
            "in month 12 and from month 22",
            21.8,
            id="a lead within one month, and another for good",
        ),
    ],
)
def test_break_evens_are_said_in_words(other, said, short, lasting):
    found = words(FLAT, other)
    assert found[:2] == (said, short)
    assert found[2] == pytest.approx(lasting)


def test_two_options_see_their_break_even_from_both_sides():
    document = decision(
        option("stay", *FLAT),
        option("other", capital(10_500)),
        context={"discount_rate": 0, "horizon_months": 36},
    )
    analysis = evaluate(document)
    one = pays(analysis, "other", "stay", discounted=False)
    back = pays(analysis, "stay", "other", discounted=False)
    assert one.short.replace(NBSP, " ") == "from month 11"
    assert back.short.replace(NBSP, " ") == "until month 11"
    assert one.figure is back.figure
    assert back.lasting is None


def test_a_reader_finds_the_months_of_a_sentence_in_its_figure(done):
    base = done.decision.baseline
    for key in done.order:
        if base is None or key == base:
            continue
        found = pays(done.analysis, key, base, discounted=True)
        crossings = {month_number(month) for month in np.atleast_1d(found.figure.value)}
        said = set(re.findall(rf"month{NBSP}\d+", found.words))
        assert said <= crossings
