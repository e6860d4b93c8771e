"""Every number that page 1 shows can be found by name in what `isocost evaluate --json` prints."""

import re

import pytest

from desktop_app import storage
from desktop_app.analysis.charts import OptionBars
from desktop_app.analysis.study import study
from desktop_app.analysis.wording import money_scale, month_number, percent
from desktop_app.report.blocks import KeyFigures, Numbered, Paragraph
from desktop_app.report.chapters.brief import Brief
from desktop_app.report.chapters.first_page import first_page

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@pytest.fixture(scope="session")
def page(demo):
    """The first page of the demonstration's report, as values."""
    decision = storage.load(demo / "meridian.isocost")
    return first_page(Brief(study(decision), storage.seal(decision), b"", "0" * 64))


@pytest.fixture(scope="session")
def value(record):
    """The value of a result by its name."""

    def of(key):
        return record["results"][key]["value"]

    return of


@pytest.fixture(scope="session")
def scale(record, value):
    """The one unit of present values on the page."""
    options = [option["key"] for option in record["document"]["options"]]
    costs = [value(f"options.{key}.present_value") for key in options]
    return money_scale(costs, record["document"]["context"]["currency"])


def block(page, kind):
    """All blocks of one kind, also inside columns."""

    def inside(blocks):
        for one in blocks:
            if isinstance(one, kind):
                yield one
            for side in ("left", "right"):
                yield from inside(getattr(one, side, ()))

    return list(inside(page.body))


def crossing(value, one, other):
    """The first month in which discounted costs cross, whichever option is named first."""
    for pair in ((one, other), (other, one)):
        try:
            return value(f"break_even.{pair[0]}.{pair[1]}.discounted")[0]
        except KeyError:
            continue
    raise AssertionError(f"no break-even of {one} and {other}")


def test_the_key_figures_are_results(page, record, value, scale):
    key = record["recommendation"]["option"]
    base = record["document"]["baseline"]
    at = f"options.{key}"
    (figures,) = block(page, KeyFigures)
    cost, saving, back, chance, capital = figures.items
    assert (cost.value, cost.unit) == (scale.number(value(f"{at}.present_value")), scale.unit)
    p10, p90 = (value(f"{at}.present_value.{point}") for point in ("p10", "p90"))
    assert cost.caption == ("present value of cost", f"P10–P90 {scale.span(p10, p90)}")
    assert saving.value == scale.number(value(f"{at}.delta_to_baseline"), signed=True)
    assert percent(value(f"{at}.delta_share"), signed=True) in saving.caption[1]
    assert back.value.lower() == month_number(crossing(value, base, key))
    assert f"{chance.value}\u00a0%" == percent(value(f"{at}.chance_cheapest"))
    assert f"{capital.value}\u00a0%" == percent(value(f"{at}.capex_share"))
    assert scale.amount(value(f"{at}.capex")) in capital.caption[1]


def test_the_bars_are_results_of_every_option(page, record, value, scale):
    labels = {option["label"]: option["key"] for option in record["document"]["options"]}
    excluded = {exclusion["option"] for exclusion in record["document"]["exclusions"]}
    (bars,) = block(page, OptionBars)
    assert {row.label for row in bars.rows} == set(labels)
    for row in bars.rows:
        key = labels[row.label]
        at = f"options.{key}"
        assert row.value_text == scale.number(value(f"{at}.present_value"))
        assert row.value * scale.factor == pytest.approx(value(f"{at}.present_value"))
        ends = [value(f"{at}.present_value.{point}") for point in ("p10", "p90")]
        assert row.range_text == scale.span(*ends)
        if key != record["document"]["baseline"]:
            assert row.delta_text == scale.number(value(f"{at}.delta_to_baseline"), signed=True)
            share = percent(value(f"{at}.delta_share"), signed=True)
            assert row.percent_text == share.removesuffix("\u00a0%")
        if key not in excluded:
            assert row.chance_text == percent(value(f"{at}.chance_cheapest"))


def test_the_headline_is_that_of_the_record_and_its_number_a_result(page, record, value, scale):
    key = record["recommendation"]["option"]
    assert page.headline == record["recommendation"]["headline"]
    assert scale.amount(abs(value(f"options.{key}.delta_to_baseline"))) in page.headline


def test_the_reasons_are_those_of_the_record_and_name_figures_that_are_there(page, record):
    reasons = record["recommendation"]["reasons"]
    points = [(p.lead, p.text) for p in block(page, Numbered)[0].items]
    assert points == [(reason["lead"], reason["text"]) for reason in reasons]
    for reason in [*reasons, *record["recommendation"]["close_call"]]:
        assert reason["figures"]
        assert set(reason["figures"]) <= set(record["results"]), reason["figures"]


def written_forms(record, keys, scale):
    """Numbers as sentences may write them: of figures, or of a range of two of them."""
    values = [record["results"][key]["value"] for key in keys]
    months = [m for v in values if isinstance(v, list) for m in v if m is not None]
    single = [v for v in values if isinstance(v, float)]
    texts = [month_number(month) for month in months]
    texts += [scale.number(abs(number)) for number in single]
    texts += [scale.span(low, high) for low in single for high in single if low < high]
    for share in single:
        if 0 <= share <= 1.5:
            texts += [percent(share), f"{share * 100:.1f}"]
    return {found for text in texts for found in NUMBER.findall(text)}


def test_every_number_in_a_reason_is_a_figure_it_names(record, scale):
    """Besides them, only what the decision itself states: the draws and the two limits."""
    rule, plan = record["document"]["close_call"], record["document"]["simulation"]
    stated = {
        f"{plan['draws']:,}",
        *(f"{rule[n] * 100:.0f}" for n in ("least_chance", "least_gap")),
    }
    advice = record["recommendation"]
    checked = 0
    for reason in [*advice["reasons"], *advice["close_call"]]:
        known = written_forms(record, reason["figures"], scale) | stated
        for number in NUMBER.findall(reason["text"]):
            assert number in known, (number, reason)
            checked += 1
    assert checked > 6


def test_the_close_call_on_the_page_is_that_of_the_record(page, record):
    said = " ".join(run.text.strip() for part in block(page, Paragraph) for run in part.text)
    for call in record["recommendation"]["close_call"]:
        assert call["text"] in said
