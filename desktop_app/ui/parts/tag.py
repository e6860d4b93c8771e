"""A short word on a tinted ground: a grade of evidence, a state."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.look import current

Kind: TypeAlias = Literal["neutral", "ok", "caution", "problem"]
_SIGNS = {"ok": "✓ ", "caution": "! ", "problem": "× "}
GRADES: dict[str, Kind] = {"assumed": "caution"}
"""What a grade of evidence looks like; those that are not named are neutral."""


class Tag(QLabel):
    """Says one word; a finding carries a sign besides its colour."""

    def __init__(self, text: str, kind: Kind = "neutral", *, sign: bool = True) -> None:
        super().__init__(f"{_SIGNS.get(kind, '') if sign else ''}{text}")
        theme = current()
        ground = "neutral_tag_ground" if kind == "neutral" else f"{kind}_ground"
        ink = theme.colour("text_secondary" if kind == "neutral" else kind).name()
        edge = f"1px solid {ink}" if theme.name == "high_contrast" else "none"
        self.setFont(theme.font("small"))
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
