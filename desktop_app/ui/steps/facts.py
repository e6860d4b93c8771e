"""A column of names with one number each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.parts.grid import Grid
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.ui.parts.guide import Guide

    Fact = tuple[str, str, tuple[str, ...]]
    """Name, number as written, and its origins."""


class Facts(Grid):
    """Shows facts below one another, the numbers aligned right."""

    def __init__(self, guide: Guide, *, row_height: int = 28) -> None:
        super().__init__(("", ""), ("left", "right"), row_height=row_height)
        self._guide = guide

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Replace what is shown."""
        self.set_rows(
            [
                [
                    Said(name, colour="text_secondary"),
                    Said(text, origins=origins, guide=self._guide, right=True),
                ]
                for name, text, origins in facts
            ]
        )
