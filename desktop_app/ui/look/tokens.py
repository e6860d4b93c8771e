"""The design tokens, read with the standard library alone: paint comes first."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from desktop_app.knowledge.shelf import resource

THEMES = ("light", "dark", "high_contrast")


@lru_cache
def tokens() -> dict[str, Any]:
    """Return all tokens: each theme's colours and option colours, and the type scale."""
    return tomllib.loads(resource("theme/tokens.toml").read_text(encoding="utf-8"))
