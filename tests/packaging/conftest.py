"""The set-up scripts, imported from packaging/, which is no package."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import bootstrap as set_up  # noqa: E402 - only now can they be found
import environment as environments  # noqa: E402
import machine as this_machine  # noqa: E402


@pytest.fixture
def bootstrap():
    return set_up


@pytest.fixture
def environment():
    return environments


@pytest.fixture
def machine():
    return this_machine


@pytest.fixture
def root():
    return ROOT
