"""Commands load only the rooms they need: asking for help must not wait for engines."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINES = {"duckdb", "reportlab", "pikepdf"}
NEVER = {"PySide6", "pyqtgraph", "pandas", "hypothesis", "pytest"}


def loaded(code):
    """The foreign packages in memory after some code."""
    end = "\nprint('loaded:', *sorted({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}{end}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.rsplit("loaded:", 1)[1].split())


def command(*arguments):
    return (
        "from desktop_app.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass"
    )


def test_help_loads_no_engine_and_no_numbers():
    assert not loaded(command("--help")) & (ENGINES | NEVER | {"numpy", "pydantic"})


@pytest.mark.parametrize("of", ["decision", "record", "bill"])
def test_a_schema_loads_no_engine(of):
    assert not loaded(command("schema", of)) & (ENGINES | NEVER)


def test_evaluating_and_explaining_load_neither_the_engine_of_bills_nor_that_of_pages():
    sample = "resources/samples/meridian.isocost"
    assert not loaded(command("explain", sample, "context.discount_rate")) & (ENGINES | NEVER)
    assert not loaded(command("evaluate", sample, "--draws", "256")) & (ENGINES | NEVER)


def test_importing_a_bill_loads_no_engine_of_pages():
    bill = "resources/samples/meridian-aws.csv.gz"
    found = loaded(command("import", bill))
    assert "duckdb" in found
    assert not found & ({"reportlab", "pikepdf"} | NEVER)


def test_the_whole_program_never_loads_a_screen_or_a_table_library():
    rooms = "import desktop_app.cli.demo, desktop_app.cli.evaluate, desktop_app.cli.bills"
    found = loaded(rooms)
    assert found >= ENGINES
    assert not found & NEVER
