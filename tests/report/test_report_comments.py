"""Comments stand in the register of assumptions, with author and date."""

from datetime import date

from desktop_app.analysis.places import place
from desktop_app.analysis.study import study
from desktop_app.decision.comments import add_comment
from desktop_app.decision.edits import remove_option
from desktop_app.report.blocks import Section, Table
from desktop_app.report.chapters.assumptions import assumptions
from desktop_app.report.chapters.brief import Brief

PATH = "options.own.lines.servers.node_price"


def register_of(decision):
    return assumptions(Brief(study(decision), "0" * 64, b"", "0" * 64)).body


def commented(decision, path=PATH):
    return add_comment(path, "Ask for a third quote.", "Ana Ruiz", date(2026, 11, 23)).apply(
        decision
    )


def titles(body):
    return [block.message for block in body if isinstance(block, Section)]


def test_a_comment_is_printed_with_its_input_its_author_and_its_date(smallest):
    body = register_of(commented(smallest))
    assert titles(body)[-1] == "Comments"
    table = [block for block in body if isinstance(block, Table)][-1]
    (row,) = table.rows
    assert row.cells == (
        "Own servers, servers: server price",
        "Ask for a third quote.",
        "Ana Ruiz",
        "2026-11-23",
    )


def test_without_comments_the_register_says_nothing_of_them(smallest):
    assert "Comments" not in titles(register_of(smallest))


def test_a_comment_whose_input_is_gone_is_still_printed(smallest):
    after = remove_option("own").apply(commented(smallest))
    table = [block for block in register_of(after) if isinstance(block, Table)][-1]
    assert table.rows[0].cells[0] == f"{PATH}, no longer there"


def test_places_are_said_in_the_labels_people_gave(full):
    said = {
        "title": "Title",
        "context.discount_rate": "Conditions shared by all, discount rate",
        "workloads.helpdesk": "Help desk",
        "options.own.lines.servers": "Own servers, Servers",
        "options.own.lines.servers.serves.helpdesk.throughput": (
            "Own servers, servers, Help desk: throughput of a node"
        ),
        "risks.late": "Late",
        "quotes.offer": "offer",
        "options": "Options",
        "paper": "Paper",
        "options.own.label": "Own servers, name",
    }
    assert {path: place(full, path) for path in said} == said
