"""A short word on a tinted ground: a grade of evidence, a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.look import current
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from desktop_app.ui.parts.guide import Guide

Kind: TypeAlias = Literal["neutral", "ok", "caution", "problem"]
_SIGNS = {"ok": "✓ ", "caution": "! ", "problem": "× "}
GRADES: dict[str, Kind] = {"assumed": "caution"}
"""What a grade of evidence looks like; those that are not named are neutral."""


class Tag(Said):
    """Says one word, or a count that can be asked; a finding carries a sign besides its colour."""

    def __init__(
        self,
        text: str,
        kind: Kind = "neutral",
        *,
        sign: bool = True,
        origins: tuple[str, ...] = (),
        guide: Guide | None = None,
    ) -> None:
        theme = current()
        signed = f"{_SIGNS.get(kind, '') if sign else ''}{text}"
        super().__init__(signed, "small", origins=origins, guide=guide)
        ground = "neutral_tag_ground" if kind == "neutral" else f"{kind}_ground"
        ink = theme.colour("text_secondary" if kind == "neutral" else kind).name()
        edge = f"1px solid {ink}" if theme.name == "high_contrast" else "none"
        self.setFixedHeight(theme.px(20))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            f"QLabel {{ background: {theme.colour(ground).name()}; color: {ink}; border: {edge};"
            f" border-radius: {theme.px(4)}px; padding: 0 {theme.px(6)}px; }}"
        )
        self.setAccessibleName(text)


def grade_tag(grade: str) -> Tag:
    """Return the tag of a grade of evidence."""
    return Tag(grade, GRADES.get(grade, "neutral"), sign=False)
