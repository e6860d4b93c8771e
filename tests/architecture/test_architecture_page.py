"""ARCHITECTURE.md is true: it names every room, no other, and the storeys as they are held."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "desktop_app"
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
DRAWING = PAGE.partition("```\n")[2].partition("```")[0]


def rooms_that_exist():
    folders = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    files = {path.stem for path in HOUSE.glob("*.py") if not path.stem.startswith("__")}
    return folders | files


def rooms_in_the_table():
    return re.findall(r"^\| `desktop_app/(\w+)(?:/|\.py)` \|", PAGE, flags=re.MULTILINE)


def storeys_held():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [re.findall(r"desktop_app\.(\w+)", layer) for layer in layers]


def storeys_drawn():
    lines = [re.split(r"\s{3,}", line.strip())[0] for line in DRAWING.splitlines()]
    return [line.split(" | ") for line in lines if re.match(r"\w", line)]


def test_every_room_is_described_once_and_none_that_does_not_exist():
    assert sorted(rooms_in_the_table()) == sorted(rooms_that_exist())


def test_the_storeys_are_drawn_as_the_import_contract_holds_them():
    assert storeys_drawn() == storeys_held()


def test_every_room_stands_in_a_storey():
    assert {room for storey in storeys_held() for room in storey} == rooms_that_exist()


@pytest.mark.parametrize(
    ("room", "door"),
    re.findall(r"^\| `desktop_app/(\w+)/?(?:\.py)?` \|.*\| `(\w+\.py)` \|$", PAGE, re.MULTILINE),
)
def test_every_door_to_start_from_is_there(room, door):
    assert (HOUSE / room / door).is_file()


def test_files_and_folders_named_in_the_text_exist():
    named = re.findall(r"`((?:[a-z_*]+/)+(?:[a-z_*]+\.\w+)?)`", PAGE)
    assert len(named) > 15
    below = [ROOT, HOUSE, HOUSE / "report", HOUSE / "ui", ROOT / "tests"]
    missing = [name for name in named if not any(any(base.glob(name)) for base in below)]
    assert missing == []


def test_functions_named_on_the_journey_exist():
    for room, name in re.findall(r"\b(billing|storage|report|edits)\.(?!pdf)(\w+)", PAGE):
        folder = HOUSE / ("decision" if room == "edits" else room)
        texts = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
        assert re.search(rf"^def {name}\(", texts, flags=re.MULTILINE), f"{room}.{name}"
