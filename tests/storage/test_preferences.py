"""Preferences: what was set is found again, and no damage keeps anybody from their work."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.outcome import Refused
from desktop_app.storage import preferences
from desktop_app.storage.preferences import Preferences, Recent, load, save

PLAN = Recent(
    "plan.isocost", "Plan", "2026-11-23T10:00:00+01:00", "Hybrid", "hybrid", "3.22 M EUR", "Costs"
)
SET = Preferences((PLAN,), "dark", 1.25, "Ana Ruiz", "AdnQywAD", False, "decisions")

json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
stated = st.fixed_dictionaries(
    {}, optional=dict.fromkeys([*Preferences.__dataclass_fields__, "unknown"], json_values)
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "preferences.json"


def test_what_was_saved_is_loaded(path):
    save(SET, path)
    assert load(path) == SET


def test_without_a_file_the_defaults_hold(path):
    assert load(path) == Preferences()
    assert not path.parent.exists()


@pytest.mark.parametrize("content", [b"", b"{torn", b"[]", b"\xff\xfe\x00", b"7", b"[" * 99_999])
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert load(path) == Preferences()
    assert not path.exists()
    assert path.with_name("preferences.json.damaged").read_bytes() == content


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("zoom", 0),
        ("zoom", True),
        ("zoom", "2"),
        ("author", None),
        ("panel_shown", "yes"),
        ("recents", {"path": "plan.isocost"}),
        ("recents", [7, {"title": "no path"}, {"path": ""}]),
    ],
)
def test_a_value_that_makes_no_sense_is_left_at_its_default_and_the_others_hold(path, name, value):
    save(SET, path)
    members = {**json.loads(path.read_text(encoding="utf-8")), name: value}
    path.write_text(json.dumps(members), encoding="utf-8")
    assert load(path) == replace(SET, **{name: getattr(Preferences(), name)})


def test_a_value_of_a_later_version_is_passed_over(path):
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "sounds": true}', encoding="utf-8")
    assert load(path) == Preferences(theme="dark")


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stated)
def test_no_file_at_all_keeps_preferences_from_loading(tmp_path, members):
    path = tmp_path / "any.json"
    path.write_text(json.dumps(members), encoding="utf-8")
    found = load(path)
    save(found, path)
    assert load(path) == found


def test_a_folder_in_its_place_is_no_reason_to_fail(path):
    path.mkdir(parents=True)
    assert load(path) == Preferences()
    with pytest.raises(Refused, match="could not be written"):
        save(SET, path)


def test_the_file_opened_last_stands_first_and_only_once():
    others = [Recent(f"{n}.isocost", f"Plan {n}") for n in range(20)]
    found = Preferences()
    for recent in (*others, PLAN, others[15], replace(PLAN, cost="3.10 M EUR")):
        found = found.remembering(recent)
    assert [one.path for one in found.recents[:3]] == ["plan.isocost", "15.isocost", "19.isocost"]
    assert found.recents[0].cost == "3.10 M EUR"
    assert len(found.recents) == preferences.MOST_RECENTS
    assert [one.path for one in found.forgetting("15.isocost").recents[:2]] == [
        "plan.isocost",
        "19.isocost",
    ]
