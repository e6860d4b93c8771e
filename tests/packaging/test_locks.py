"""The locks: every dependency, pinned by hash, and no word about where packages come from."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["requirements.lock", "judges.lock"]


def entries(path):
    """Return each locked requirement with its hashes."""
    joined = path.read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [line.split("--hash=") for line in joined.splitlines() if line.strip()]
    return [(Requirement(row[0].strip()), [digest.strip() for digest in row[1:]]) for row in rows]


@pytest.fixture
def pins(root):
    """Every version that a package is pinned to, by package."""
    found = {}
    for pin, _ in entries(root / "packaging" / "requirements.lock"):
        (exactly,) = pin.specifier
        found.setdefault(canonicalize_name(pin.name), []).append(exactly.version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_to_one_version_and_its_hashes(root, lock):
    locked = entries(root / "packaging" / lock)
    assert locked
    for pin, hashes in locked:
        assert [one.operator for one in pin.specifier] == ["=="], pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_place(root, lock):
    text = (root / "packaging" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert " @ " not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=", ""), flags=re.MULTILINE)


def test_everything_the_project_depends_on_is_locked_within_its_range(root, pins):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["test"]
    for line in wanted:
        need = Requirement(line)
        versions = pins.get(canonicalize_name(need.name), [])
        assert versions, f"{need.name} is not locked: see packaging/README.md"
        assert all(version in need.specifier for version in versions), (line, versions)


def test_the_judges_are_locked_within_the_ranges_asked_for(root):
    asked = (root / "packaging" / "judges.in").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line.partition("#")[0]) for line in asked if line[0] != "#"]
    locked = {pin.name: pin for pin, _ in entries(root / "packaging" / "judges.lock")}
    for need in wanted:
        (exactly,) = locked[need.name].specifier
        assert exactly.version in need.specifier


def test_continuous_integration_runs_the_newcomers_command_and_nothing_else(root):
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands[-1] == "exec python3 packaging/bootstrap.py test --judges"
    assert len(commands) == 3  # strictness, folder, command


def test_the_readme_gives_the_two_commands(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/bootstrap.py run" in readme
    assert "python3 packaging/bootstrap.py test" in readme
