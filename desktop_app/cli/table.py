"""Tables on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def printed(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay rows out below their heads: the first column to the left, numbers to the right."""
    columns = [*zip(heads, *rows, strict=True)]
    widths = [max(len(cell) for cell in column) for column in columns]
    rule = "  ".join("-" * width for width in widths)
    return [_line(heads, widths), rule, *(_line(row, widths) for row in rows)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return "  ".join([f"{first[0]:<{first[1]}}", *(f"{c:>{w}}" for c, w in rest)]).rstrip()
