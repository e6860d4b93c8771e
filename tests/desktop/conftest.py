"""A screen for each test, or the reason why there is none."""

import sys
from pathlib import Path

import pytest
from screen import screen as made

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import machine  # noqa: E402 - stands in packaging/, which is no package


@pytest.fixture
def screen(tmp_path):
    """An empty screen; the test is skipped, saying why, where none can be made."""
    lacking = machine.missing_tools()
    for judge in ("Xvfb", "AT-SPI"):
        if judge in lacking:
            pytest.skip(f"{judge} was not asked: {', '.join(lacking[judge])} not found")
    with made(tmp_path) as empty:
        yield empty
