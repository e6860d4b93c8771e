"""`isocost new` and `isocost report`: files are made where asked, and nothing is overwritten."""

import json

import pytest

from desktop_app import storage
from desktop_app.decision.edits import value_at

RATE = ("--rate", "USD=0.86", "--rate-date", "2026-11-20", "--rate-source", "ECB")


def test_a_new_decision_can_be_evaluated_at_once(isocost, tmp_path):
    path = tmp_path / "plan.isocost"
    made = isocost("new", path, "--title", "Where to?", "--start", "2027-01-01", *RATE)
    assert (made.code, made.err) == (0, "")
    assert f"isocost evaluate {path}" in made.out
    evaluated = isocost("evaluate", path, "--draws", 256)
    assert (evaluated.code, evaluated.err) == (0, "")
    assert evaluated.out.startswith("Where to?\n")


def test_a_new_decision_states_the_rate_with_its_date_and_source(isocost, tmp_path):
    path = tmp_path / "plan.isocost"
    isocost("new", path, "--start", "2027-01-01", *RATE)
    rate = value_at(storage.load(path), "context.exchange_rates.usd")
    assert (rate.rate.likely, rate.on.isoformat()) == (0.86, "2026-11-20")
    assert rate.rate.evidence.source == "ECB"


def test_in_the_currency_of_the_price_book_no_rate_is_needed(isocost, tmp_path):
    path = tmp_path / "plan.isocost"
    assert isocost("new", path, "--currency", "USD", "--start", "2027-01-01").code == 0
    assert storage.load(path).context.exchange_rates == ()


def test_every_price_of_a_new_decision_names_its_source(isocost, tmp_path):
    path = tmp_path / "plan.isocost"
    isocost("new", path, "--start", "2027-01-01", *RATE)
    document = json.loads(path.read_text(encoding="utf-8"))

    def quantities(node):
        if isinstance(node, dict):
            yield from [node] if "likely" in node else []
            node = list(node.values())
        if isinstance(node, list):
            for child in node:
                yield from quantities(child)

    found = list(quantities(document))
    assert len(found) > 20
    assert all(quantity["evidence"]["source"] for quantity in found)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "The price book holds prices in USD, the decision is in EUR, and no rate was given."),
        (("--currency", "euro"), "'euro' is no currency code. Write it as EUR or USD."),
        (("--start", "soon", *RATE), "The start 'soon' is no date. Write it as 2027-01-01."),
        (("--rate", "0.86"), "The rate '0.86' cannot be read. Write it as USD=0.86."),
        (("--rate", "USD=0"), "The rate 'USD=0' cannot be read."),
        (("--rate", "USD=0.86"), "The rate USD=0.86 has no date or no source."),
        ((*RATE, "--rate-date", "20.11."), "The rate date '20.11.' is no date."),
        ((*RATE, "--rate", "USD=0.9"), "Two exchange rates have the same key: usd"),
        ((*RATE, "--title", ""), "title must not be empty. `isocost new --help` shows"),
        ((*RATE, "--title", "x" * 201), "title must have at most 200 characters."),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value)[:40],
)
def test_a_start_that_cannot_be_made_is_refused_and_writes_nothing(
    isocost, tmp_path, options, sentence
):
    answer = isocost("new", tmp_path / "plan.isocost", *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(sentence)
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_already_is_kept(isocost, decision_file):
    path = decision_file()
    before = path.read_bytes()
    answer = isocost("new", path, *RATE)
    assert answer.code == 2
    assert answer.err == f"{path} is there already. Choose another name; it was kept.\n"
    assert path.read_bytes() == before


def test_a_report_is_written_and_names_recommendation_and_seal(isocost, decision_file, tmp_path):
    path, pdf = decision_file(), tmp_path / "report.pdf"
    answer = isocost("report", path, "-o", pdf)
    assert (answer.code, answer.err) == (0, "")
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    headline, place = answer.out.splitlines()
    assert headline.startswith("Own servers costs ")
    assert "less than “Managed model”" in headline
    size = pdf.stat().st_size
    assert place.startswith(f"Report: {pdf} ({size:,} bytes, seal ")
    assert place.endswith(f"{storage.seal(storage.load(path))[:16]}).")


def test_a_report_never_takes_the_place_of_its_decision(isocost, decision_file):
    path = decision_file()
    before = path.read_bytes()
    answer = isocost("report", path, "-o", path.parent / "." / path.name)
    assert answer.code == 2
    assert "is the decision itself. Name another file with -o." in answer.err
    assert path.read_bytes() == before


def test_a_report_into_a_folder_that_is_not_there_is_refused(isocost, decision_file, tmp_path):
    answer = isocost("report", decision_file(), "-o", tmp_path / "nowhere" / "report.pdf")
    assert answer.code == 2
    assert "could not be written: no such file or directory." in answer.err


def test_a_demonstration_into_a_file_is_refused(isocost, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"mine")
    answer = isocost("demo", "-o", blocked)
    assert answer.code == 2
    assert f"The folder {blocked} could not be made: file exists. Name another" in answer.err
    assert blocked.read_bytes() == b"mine"


@pytest.mark.parametrize("command", ["evaluate", "explain", "report"])
def test_every_command_refuses_a_damaged_decision_alike(isocost, tmp_path, command):
    damaged = tmp_path / "plan.isocost"
    damaged.write_bytes(b'{"title": "x"')
    extra = ("-o", tmp_path / "report.pdf") if command == "report" else ()
    answer = isocost(command, damaged, *extra)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "plan.isocost is no decision file: it stops being readable at line 1, column 14. Restore "
        "it from a backup; `isocost schema` shows what a decision file looks like.\n"
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.isocost"]
