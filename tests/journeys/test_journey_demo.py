"""The whole road: one command makes everything, twice the same, and it holds together."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import storage

ROOT = Path(__file__).resolve().parents[2]
MADE = ["import.txt", "meridian.isocost", "report.pdf", "results.json"]


def test_the_demonstration_leaves_a_report_a_decision_results_and_the_slip(demo):
    assert sorted(entry.name for entry in demo.iterdir()) == MADE


def test_two_demonstrations_are_equal_in_every_byte(demo, program, tmp_path):
    again = program("demo", "-o", "again", cwd=tmp_path)
    assert (again.code, again.err) == (0, "")
    for name in MADE:
        assert (tmp_path / "again" / name).read_bytes() == (demo / name).read_bytes(), name


def test_the_report_passes_its_own_verification(demo, program):
    answer = program("verify", "report.pdf", cwd=demo)
    assert (answer.code, answer.err) == (0, "")
    *checks, verdict = answer.out.splitlines()
    assert [line.split("  ")[0] for line in checks] == ["ok"] * 4
    assert "every one equal" in checks[-1]
    assert verdict == "The report agrees with what it carries, byte for byte."


def test_the_decision_written_gives_the_results_and_the_report_written(demo, isocost, tmp_path):
    evaluated = isocost("evaluate", demo / "meridian.isocost", "--json")
    assert evaluated.out == (demo / "results.json").read_text(encoding="utf-8")
    made = isocost("report", demo / "meridian.isocost", "-o", tmp_path / "again.pdf")
    assert made.code == 0
    assert (tmp_path / "again.pdf").read_bytes() == (demo / "report.pdf").read_bytes()


def test_the_record_inside_the_report_says_what_evaluate_says(demo, carried, record):
    assert json.loads(carried) == record


def test_the_document_inside_the_record_loads_as_a_decision_with_the_same_seal(demo, record):
    document = storage.parsed(json.dumps(record["document"]).encode(), "inside.isocost")
    assert document == storage.load(demo / "meridian.isocost")
    assert storage.seal(document) == record["seal"]


def test_the_imported_bills_are_those_of_the_sample_decision(demo, meridian):
    assert storage.load(demo / "meridian.isocost").bills == meridian.bills


def test_the_slip_reconciles_every_row_of_every_bill(demo, meridian):
    slip = (demo / "import.txt").read_text(encoding="utf-8")
    for file in meridian.bills[0].files:
        assert f"{file.rows_kept:,} of {file.rows_read:,} rows kept" in slip
        assert file.sha256 in slip


@pytest.mark.skipif(os.name != "posix", reason="sends a signal of POSIX")
@pytest.mark.parametrize("command", ["evaluate", "report"])
def test_ctrl_c_stops_with_a_sentence_and_leaves_no_half_file(tmp_path, demo, command):
    """The signal comes from within, at the first progress of the simulation."""
    plan, pdf = demo / "meridian.isocost", tmp_path / "report.pdf"
    extra = ["-o", str(pdf)] if command == "report" else []
    code = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"from desktop_app.cli import {command}, main\n"
        f"{command}.bar = lambda _: lambda _: os.kill(os.getpid(), signal.{signal.SIGINT.name})\n"
        f"sys.exit(main({[command, str(plan), *extra]!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Stopped. No file was left half written.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_under_a_report_is_said_in_a_sentence(tmp_path, isocost):
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        answer = isocost(
            *("report", ROOT / "resources" / "samples" / "meridian.isocost"),
            *("-o", tmp_path / "report.pdf"),
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"{tmp_path / 'report.pdf'} could not be written: ")
    assert answer.err.endswith("Choose another folder, or free some space, and try again.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_demo_keeps_a_decision_that_somebody_changed(isocost, tmp_path):
    folder = tmp_path / "demo"
    assert isocost("demo", "-o", folder).code == 0
    file = folder / "meridian.isocost"
    changed = file.read_text(encoding="utf-8").replace("Staying as today", "Stay")
    file.write_text(changed, encoding="utf-8")
    answer = isocost("demo", "-o", folder)
    assert answer.code == 2
    assert "no longer as the demo wrote it" in answer.err
    assert file.read_text(encoding="utf-8") == changed


@pytest.mark.skipif(os.name != "posix", reason="sends a signal of POSIX")
@pytest.mark.parametrize("delay", [0.0, 0.05, 0.2, 0.5])
def test_ctrl_c_while_a_bill_is_read_stops_with_a_sentence(tmp_path, delay):
    """The signal comes from outside, from a thread that waits a while after the first progress."""
    bill = ROOT / "resources" / "samples" / "meridian-aws.csv.gz"
    code = (
        "import os, signal, sys, threading, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from desktop_app.cli import bills, main\n"
        "def stop():\n"
        f"    time.sleep({delay})\n"
        f"    os.kill(os.getpid(), signal.{signal.SIGINT.name})\n"
        "def bar(_):\n"
        "    threading.Thread(target=stop, daemon=True).start()\n"
        "    return lambda _: None\n"
        "bills.bar = bar\n"
        f"sys.exit(main(['import', {str(bill)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:  # the bill was read before the signal came
        assert "AI spend" in done.stdout
    else:
        assert (done.returncode, done.stderr) == (2, "Stopped. No file was left half written.\n")
    assert list(tmp_path.iterdir()) == []
