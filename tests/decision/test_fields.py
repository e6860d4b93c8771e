"""The model says what a form or a report needs to know about each of its fields."""

from typing import get_args

import pytest

from desktop_app.decision import Money, Quantity
from desktop_app.decision.edits import value_at
from desktop_app.decision.fields import field_spec, form_at, quantities
from desktop_app.decision.governance import Approver
from desktop_app.decision.lines import ServerLine
from desktop_app.decision.parts import NEUTRAL, Part
from desktop_app.decision.spend import SpendSummary


def test_a_field_brings_its_words_and_limits(full):
    spec = field_spec(full, "context.discount_rate")
    assert (spec.label, spec.unit, spec.low, spec.high) == ("Discount rate", "1/year", 0.0, 1.0)
    assert "yearly" in spec.help


def test_a_plain_number_has_limits_too(full):
    spec = field_spec(full, "context.horizon_months")
    assert (spec.label, spec.unit, spec.low, spec.high) == ("Horizon", "month", 1, 120)


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("options.api.lines.tokens.input_price", "EUR/Mtok"),
        ("options.api.lines.ocr.price", "USD/1000 predictions"),
        ("options.api.lines.team.loaded_cost", "EUR/FTE/year"),
        ("options.own.lines.servers.serves.helpdesk.throughput", "tokens/s"),
        ("options.api.lines.rented.serves.letters.throughput", "predictions/s"),
        ("context.exchange_rates.usd.rate", "EUR/USD"),
        ("workloads.letters.predictions", "predictions/month"),
        ("close_call.least_gap", "share"),
    ],
)
def test_the_unit_is_that_of_the_value_at_hand(full, path, unit):
    assert field_spec(full, path).unit == unit


def test_a_field_without_a_limit_says_so(full):
    spec = field_spec(full, "options.api.lines.support.amount")
    assert (spec.low, spec.high) == (None, None)


@pytest.mark.parametrize(
    "path", ["context.interest", "options.elsewhere.label", "workloads.nobody.requests"]
)
def test_a_field_that_is_not_there_is_a_key_error(full, path):
    with pytest.raises(KeyError):
        field_spec(full, path)


@pytest.mark.parametrize("which", ["smallest", "full", "meridian"])
def test_every_quantity_is_found_again_at_its_path(request, which):
    decision = request.getfixturevalue(which)
    found = quantities(decision)
    assert found
    for path, quantity in found.items():
        assert value_at(decision, path) is quantity, path


def test_no_quantity_is_missed(full):
    """As many as the written document has objects with a likely value."""

    def counted(node):
        if isinstance(node, dict):
            return ("likely" in node) + sum(map(counted, node.values()))
        return sum(map(counted, node)) if isinstance(node, list) else 0

    assert len(quantities(full)) == counted(full.model_dump(mode="json"))


@pytest.mark.parametrize("which", ["full", "meridian"])
def test_every_quantity_has_a_name_and_a_unit_a_reader_understands(request, which):
    decision = request.getfixturevalue(which)
    for path in quantities(decision):
        spec = field_spec(decision, path)
        assert spec.label[:1].isupper(), path
        assert spec.unit, path
        assert "currency" not in spec.unit, path
        assert "foreign" not in spec.unit, path
        assert not spec.unit.startswith("work"), path


def test_what_nobody_stated_is_neutral_and_says_so(smallest):
    growth = value_at(smallest, "workloads.helpdesk.growth_first_year")
    calls = value_at(smallest, "workloads.helpdesk.calls_per_request")
    assert (growth.likely, calls.likely) == (0.0, 1.0)
    assert growth.evidence.source == calls.evidence.source == NEUTRAL


def test_a_bare_number_is_assumed_and_without_a_range():
    quantity = Quantity.model_validate(5)
    assert (quantity.bounds, quantity.is_uncertain) == ((5.0, 5.0), False)
    assert quantity.evidence.grade == "assumed"
    assert Money.model_validate(5) == Money(likely=5)


@pytest.mark.parametrize(
    ("path", "kind", "is_optional"),
    [
        ("context.discount_rate", "quantity", False),
        ("options.own.lines.servers.base_load", "quantity", True),
        ("context.horizon_months", "whole", False),
        ("close_call.least_gap", "number", False),
        ("context.start", "day", False),
        ("paper.meets_on", "day", True),
        ("options.own.approach", "choice", False),
        ("title", "line", False),
        ("question", "text", False),
        ("baseline", "line", True),
        ("options.api.lines.move.capital", "flag", False),
        ("quotes.offer.total", "decimal", True),
        ("risks", "parts", False),
    ],
)
def test_the_model_says_what_may_stand_in_a_field(full, path, kind, is_optional):
    form = form_at(full, path)
    assert (form.kind, form.is_optional) == (kind, is_optional)


def test_a_choice_brings_its_words_and_a_list_its_sort_of_part(full):
    assert form_at(full, "options.own.approach").choices[0] == "fully_managed"
    assert form_at(full, "paper.approvers").row is Approver


def test_what_nobody_types_into_is_no_field(full):
    with pytest.raises(KeyError):
        form_at(full, "options.api.lines.tokens.serves")


def test_a_field_without_a_title_is_called_by_its_name_in_words(full):
    assert field_spec(full, "paper.agenda_item").label == "Agenda item"


def test_no_part_of_an_imported_bill_is_a_quantity():
    """They are passed over when quantities are looked for."""

    def holds_quantities(kind):
        for field in kind.model_fields.values():
            for inner in (field.annotation, *get_args(field.annotation)):
                if isinstance(inner, type) and issubclass(inner, Quantity):
                    return True
                if isinstance(inner, type) and issubclass(inner, Part) and holds_quantities(inner):
                    return True
        return False

    assert holds_quantities(ServerLine)
    assert not holds_quantities(SpendSummary)
