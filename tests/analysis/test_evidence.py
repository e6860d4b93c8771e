"""What a bill shows adds up to the bill, to the last digit, and every number of it is a figure."""

from decimal import Decimal

import pytest
from documents import BILL
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.ai_spend import ai_spend
from desktop_app.analysis.evidence import BillMoney, cents, cents_together, figures, of_bill, slugs
from desktop_app.analysis.origins import find
from desktop_app.analysis.slip import slip
from desktop_app.analysis.trace import trace
from desktop_app.decision import SpendSummary


@pytest.fixture(scope="module")
def cloud(meridian):
    return meridian.bills[0]


@pytest.fixture
def small():
    return SpendSummary.model_validate(BILL)


def number(text):
    return Decimal(text.replace(",", "").replace("−", "-"))


def test_every_cut_adds_up_to_the_bill_to_the_last_digit(cloud):
    money = BillMoney(cloud, "EUR")
    billed = sum(total.costs.billed_cost for total in cloud.totals)
    ai = sum(
        g.costs.billed_cost for g in cloud.groups if g.way in {"known", "tagged", "discovered"}
    )
    assert money.billed.exact == billed
    assert money.ai.exact == ai
    for cut in (money.services, money.providers, money.ways):
        assert sum(figure.exact for figure in cut.values()) == billed
    for cut in (money.kinds, money.workloads):
        assert sum(figure.exact for figure in cut.values()) == ai


def test_figures_of_a_bill_have_keys_of_their_own_and_the_digests_as_source(cloud):
    found = of_bill(cloud)
    assert len({figure.key for figure in found}) == len(found)
    digest = cloud.files[0].sha256[:16]
    for figure in found:
        leaves = [part.source for part in figure.walk() if part.source]
        assert leaves
        assert {source.kind for source in leaves} == {"billing"}
        assert any(digest in s.ref for s in leaves) or "files." in figure.key


def test_the_slip_shows_the_totals_of_the_files_and_no_difference(cloud):
    found = slip(cloud)
    assert found.reconciles
    *providers, total = found.rows
    assert [row.provider for row in providers] == ["AWS", "Google Cloud", "Microsoft"]
    assert sum(number(row.file_text) for row in providers) == number(total.file_text)
    assert {row.difference_text for row in found.rows} == {"0.00"}
    assert total.rows_text == "4,057"
    assert found.period == "November 2025 to October 2026"
    assert found.statement == "All 4,057 rows kept add up to the 3 files, to the cent."


def test_a_bill_that_was_tampered_with_does_not_reconcile(cloud):
    group = cloud.groups[0]
    costs = group.costs.model_copy(update={"billed_cost": group.costs.billed_cost + 1})
    groups = (group.model_copy(update={"costs": costs}), *cloud.groups[1:])
    found = slip(cloud.model_copy(update={"groups": groups}))
    assert not found.reconciles
    assert found.rows[-1].difference_text == "1.00"
    assert "do not add up" in found.statement


def test_rows_set_aside_gaps_and_notes_are_said(small):
    found = slip(small)
    assert found.set_aside == ("october.csv: 1 row from row 4 set aside. no cost.",)
    assert "1\N{NO-BREAK SPACE}day without a row: 2026-10-05" in found.period_text
    assert found.notes == ("one row twice.",)
    (file,) = found.files
    assert (file.read_text, file.kept_text, file.aside_text) == ("3", "2", "1")
    assert file.missing == ("ListCost",)


def test_numbers_of_slip_and_cuts_name_figures(meridian, cloud):
    known = figures(meridian)
    for row in slip(cloud).rows:
        assert set(row.origins + row.rows_origins) <= known.keys()
    total = slip(cloud).rows[-1]
    assert total.file_text == known[total.origins[0]].text
    found = ai_spend(cloud, "EUR")
    parts = (*found.whole, *found.ways, *found.kinds, *found.workloads, *found.services)
    for part in parts:
        assert set(part.origins) <= known.keys()
    assert set(found.origins) <= known.keys()


def test_the_whole_bill_opens_into_ai_unidentified_and_the_rest(cloud):
    found = ai_spend(cloud, "EUR")
    assert [cut.key for cut in found.whole] == ["ai", "unidentified", "not_ai"]
    assert sum(cut.share for cut in found.whole) == pytest.approx(1)
    assert sum(cut.share for cut in found.ways) == pytest.approx(1)
    assert found.title.replace("\N{NO-BREAK SPACE}", " ") == (
        "820 k EUR of it is AI, 35 % of the bill"
    )
    assert sum(number(cut.text) for cut in found.ways) == number(found.ai_text)
    assert found.workloads[0].label == "claims-assistant"


def test_services_are_listed_largest_first_and_add_up(cloud):
    rows = ai_spend(cloud, "EUR").services
    assert [row.billed for row in rows] == sorted((row.billed for row in rows), reverse=True)
    assert sum(int(row.rows_text.replace(",", "")) for row in rows) == 4057
    assert sum(row.billed for row in rows if row.is_ai) == pytest.approx(819_605.77, abs=0.01)


def test_a_sum_over_a_bill_is_traced_to_the_cent(meridian):
    found = trace(find(meridian, None, "bills.cloud.eur.ai"), meridian)
    assert found.value_text == "819,605.77 EUR"
    assert found.whole_text == "819,605.76977945986 EUR"
    assert sum(number(part.value_text) for part in found.parts) == number(found.total_text)
    assert found.rests_text == ("1 of 1 input measured",)


def test_names_that_would_share_a_key_are_numbered():
    assert slugs(["A-B", "a b", "c"]) == {"A-B": "a_b", "a b": "a_b_2", "c": "c"}


def test_amounts_are_written_to_the_cent_with_a_true_minus():
    assert cents(Decimal("-1284310.415")) == "−1,284,310.42"
    assert cents(Decimal("-0.004")) == "0.00"


@given(st.lists(st.decimals("-1e6", "1e6", places=6), min_size=1, max_size=20))
def test_parts_written_to_the_cent_add_up_to_their_total(amounts):
    texts = cents_together(amounts)
    assert sum(number(text) for text in texts) == number(cents(sum(amounts)))
    for amount, text in zip(amounts, texts, strict=True):
        assert abs(number(text) - amount) <= Decimal("0.01")
