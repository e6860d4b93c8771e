"""Finds the resources, wherever the application was installed."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def resource(name: str) -> Path:
    """Return the path of a resource: beside the package in a checkout, inside it elsewhere."""
    bundled = PACKAGE / "resources"
    return (bundled if bundled.exists() else PACKAGE.parent / "resources") / name
