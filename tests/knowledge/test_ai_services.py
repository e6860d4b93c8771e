import re
from collections import Counter

import duckdb
import pytest
from pydantic import ValidationError

from desktop_app.knowledge.ai_services import RuleBook, ai_services, in_precedence

BOOK = ai_services()


def test_all_rules_of_the_draft_are_accounted_for():
    assert len(BOOK.rules) == 150
    assert Counter(rule.role for rule in BOOK.rules) == {
        "known": 95,
        "discovered": 49,
        "exclude": 3,
        "no_evidence": 2,
        "tagged": 1,
    }


def test_every_rule_either_applies_to_focus_or_says_where_it_does():
    here = set(BOOK.applicable())
    for rule in BOOK.rules:
        elsewhere = rule.field in BOOK.elsewhere or rule.provider in BOOK.elsewhere_providers
        assert (rule in here) != elsewhere, rule.key
    assert len(here) == 122


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.key)
def test_a_pattern_is_plain_ascii_and_compiles_in_both_engines(rule):
    assert rule.pattern.isascii()
    re.compile(rule.pattern, re.IGNORECASE)
    duckdb.execute("SELECT regexp_matches('', ?, 'i')", [rule.pattern])


def test_the_patterns_of_the_manifest_compile_in_both_engines():
    guards = [*BOOK.guards.values(), BOOK.unidentified]
    patterns = [condition.pattern for guard in guards for condition in guard.any + guard.none]
    patterns += [place.part for places in BOOK.fields.values() for place in places]
    patterns += [pattern for several in BOOK.narrowed.values() for pattern in several]
    for pattern in [*patterns, *BOOK.providers.values()]:
        re.compile(pattern)
        duckdb.execute("SELECT regexp_matches('', ?, 'i')", [pattern])


def test_a_part_takes_exactly_one_group():
    for places in BOOK.fields.values():
        for place in places:
            assert not place.part or re.compile(place.part).groups == 1


def test_every_rule_names_its_source():
    assert all(rule.source for rule in BOOK.rules)


def test_a_comparison_is_no_pattern():
    (rule,) = [rule for rule in BOOK.rules if rule.how == "above"]
    assert (rule.field, rule.pattern) == ("gpuCost", "0")


def test_exclude_comes_before_known_before_tagged_before_discovered_and_low_last():
    ordered = in_precedence((), BOOK.applicable())
    sure = [rule.role for rule in ordered if rule.confidence != "low"]
    assert list(dict.fromkeys(sure)) == ["exclude", "known", "tagged", "discovered"]
    first_low = next(n for n, rule in enumerate(ordered) if rule.confidence == "low")
    assert all(rule.confidence == "low" for rule in ordered[first_low:])


def test_the_users_rules_come_first():
    own = BOOK.rules[-1]
    assert in_precedence((own,), BOOK.applicable())[0] == own


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("AWS", "AWS"),
        ("Amazon Web Services EMEA SARL", "AWS"),
        ("Microsoft Azure", "Microsoft"),
        ("Azure", "Microsoft"),
        ("GCP", "Google Cloud"),
        ("Google Cloud Platform", "Google Cloud"),
        ("OCI", "Oracle"),
    ],
)
def test_a_provider_is_known_by_all_its_names(name, provider):
    known = [key for key, pattern in BOOK.providers.items() if re.search(pattern, name, re.I)]
    assert known == [provider]


@pytest.mark.parametrize(
    "change", [{"field": "colour"}, {"provider": "nobody"}, {"only_with": "luck"}]
)
def test_a_rule_that_names_what_the_manifest_does_not_is_refused(change):
    odd = {**BOOK.rules[0].model_dump(), **change}
    with pytest.raises(ValidationError):
        RuleBook.model_validate({**BOOK.model_dump(), "rules": [odd]})
