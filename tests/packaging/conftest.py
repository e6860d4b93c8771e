"""The set-up script, imported from packaging/, which is no package."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import bootstrap as script  # noqa: E402 - only now can it be found


@pytest.fixture
def bootstrap():
    return script


@pytest.fixture
def root():
    return ROOT
