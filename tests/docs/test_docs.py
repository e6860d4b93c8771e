"""The pages are true: their commands run, their JSON is valid, their links lead somewhere."""

import json
import re
from unittest.mock import ANY

import jsonschema
import pytest
from doc_pages import PAGES, ROOT, anchors, blocks, links, prose
from pydantic import TypeAdapter, ValidationError
from walkthrough import STARTER, follow, lay_out, run

from desktop_app.cli.schema import schema_text
from desktop_app.decision import Context, Decision, Money, Option, Quantity, governance
from desktop_app.decision.lines import AnyLine
from desktop_app.decision.workloads import Workload

PARTS = {
    "quantity": Quantity,
    "money": Money,
    "context": Context,
    "workload": Workload,
    "line": AnyLine,
    "option": Option,
    "exclusion": governance.Exclusion,
    "close_call": governance.CloseCallRule,
    "simulation": governance.SimulationPlan,
    "paper": governance.Paper,
    "risk": governance.Risk,
    "condition": governance.Condition,
    "quote": governance.Quote,
}
NAMES = {page: page.relative_to(ROOT).as_posix() for page in PAGES}
WITH_COMMANDS = [page for page in PAGES if any(b.language == "sh" for b in blocks(page))]
SNIPPETS = [b for page in PAGES for b in blocks(page) if b.language == "json"]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=NAMES.get)
def test_every_command_of_a_page_runs_and_prints_what_the_page_shows(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path)
    for block in blocks(page):
        if block.words.endswith(".isocost"):
            (tmp_path / block.words).write_text(block.text, encoding="utf-8")
    if "isocost new my.isocost" not in page.read_text(encoding="utf-8"):
        assert run(STARTER) == (0, ANY)
    follow(page)


def test_the_pages_with_commands_are_those_a_newcomer_reads():
    names = {page.name for page in WITH_COMMANDS}
    assert {"README.md", "getting-started.md", "command-line.md", "bills.md"} <= names


@pytest.mark.parametrize("block", SNIPPETS, ids=str)
def test_every_piece_of_json_is_what_it_says_it_is(block):
    content = json.loads(block.text)
    if block.words.endswith(".isocost"):
        jsonschema.validate(content, json.loads(schema_text("decision")))
        Decision.model_validate_json(block.text)
    else:
        TypeAdapter(PARTS[block.words]).validate_json(block.text)


def test_every_kind_of_line_and_workload_is_shown_once_at_least():
    shown = {json.loads(b.text).get("kind") for b in SNIPPETS if b.words in {"line", "workload"}}
    kinds = set()
    for adapter in (TypeAdapter(AnyLine), TypeAdapter(Workload)):
        with pytest.raises(ValidationError) as refusal:
            adapter.validate_python({"kind": "?"})
        said = refusal.value.errors()[0]["ctx"]["expected_tags"]
        kinds |= set(re.findall(r"'(\w+)'", said))
    assert shown == kinds


@pytest.mark.parametrize("page", PAGES, ids=NAMES.get)
def test_every_link_within_the_project_leads_somewhere(page):
    for link in links(page):
        if re.match(r"https?://", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=NAMES.get)
def test_every_command_and_option_named_in_the_text_exists(page):
    named = re.findall(r"`isocost ([a-z]+)", prose(page))
    for command in sorted(set(named)):
        assert run(f"isocost {command} --help")[0] == 0, command


def test_the_command_page_names_every_option_of_every_command():
    page = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    _, overview = run("isocost --help")
    names = re.findall(r"^    (\w+)  ", overview, flags=re.MULTILINE)
    assert len(names) >= 8
    for command in names:
        _, said = run(f"isocost {command} --help")
        section = page.partition(f"## isocost {command}\n")[2].partition("\n## ")[0]
        assert section, command
        for option in set(re.findall(r"--?[a-z][a-z-]*", said.split("\n\n")[0])) - {"-h"}:
            assert option in section, f"{command} {option}"


def test_the_readme_stays_short():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 120


def test_the_newest_change_is_that_of_this_version():
    import desktop_app

    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([\d.]+)\]", changes, flags=re.MULTILINE)
    assert newest[1] == desktop_app.__version__


def test_every_page_of_the_folder_can_be_reached_from_the_readme():
    reached = {(ROOT / link.partition("#")[0]).resolve() for link in links(ROOT / "README.md")}
    assert {page for page in PAGES if page.parent.name == "docs"} <= reached


def test_every_picture_is_shown_somewhere():
    shown = {(p.parent / link).resolve() for p in PAGES for link in links(p)}
    assert set((ROOT / "docs/pictures").resolve().iterdir()) <= shown
