"""``isocost verify``: recompute a report from what it carries and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.cli.progress import bar
from desktop_app.verify import verify

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print each check with its outcome; return 1 when one of them found a difference."""
    checks = verify(arguments.file, progress=bar("Recomputing"))
    for check in checks:
        print(f"{'ok     ' if check.passed else 'DIFFERS'}  {check.about}: {check.finding}")
    agrees = all(check.passed for check in checks)
    print(
        "The report agrees with what it carries, byte for byte."
        if agrees
        else "The report does not agree with what it carries. Do not rely on it."
    )
    return 0 if agrees else 1
