"""Whose work the program rests on, and whether each is named with its licence."""

from desktop_app.knowledge.prices_edition import price_edition, price_rows
from desktop_app.knowledge.shelf import resource
from desktop_app.knowledge.sources import attributions, framework


def test_the_framework_paper_comes_first_with_everything_its_licence_asks_for():
    paper = attributions()[0]
    assert paper.title == "Choosing an AI Approach and Infrastructure Strategy"
    assert paper.publisher == "FinOps Foundation"
    assert paper.licence == "CC BY 4.0"
    assert paper.title in paper.text
    assert "licensed under CC BY 4.0" in paper.text
    assert "Adapted from" in paper.text
    assert "our own words" in paper.text
    assert "does not endorse" in paper.text
    assert framework().licence_url == "https://creativecommons.org/licenses/by/4.0/"


def test_every_source_of_the_price_book_is_named_and_used():
    named = {entry.title for entry in attributions()}
    used = {table.source for table in price_edition().files}
    assert {source.key for source in price_edition().sources} == used
    assert {source.cited for source in price_edition().sources} <= named


def test_every_publisher_in_the_price_book_stands_among_the_attributions():
    publishers = {entry.publisher for entry in attributions()}
    assert {row.publisher for row in price_rows().values()} <= publishers


def test_the_notices_of_the_price_book_lie_beside_it():
    notices = resource("prices/2026-11/LICENCES.md").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in notices
    for source in price_edition().sources:
        if source.licence == "MIT":
            assert source.publisher in notices, source.title


def test_focus_and_the_fonts_are_named_with_their_licences():
    licences = {entry.title: entry.licence for entry in attributions()}
    assert licences["IBM Plex Sans and IBM Plex Mono"] == "SIL Open Font License 1.1"
    focus = next(title for title in licences if "FOCUS" in title)
    assert licences[focus] == "CC BY 4.0"
    assert resource("fonts/OFL.txt").exists()


def test_no_work_is_named_twice_and_each_says_what_was_taken():
    titles = [entry.title for entry in attributions()]
    assert len(titles) == len(set(titles)) == 14
    assert all(entry.text.endswith(".") for entry in attributions())
