"""Text as runs: emphasis is a value, never a character with a meaning.

Nothing a person typed can so turn into a picture, a link or white ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.analysis.chart import OptionMark

Look: TypeAlias = Literal[
    "plain", "strong", "quiet", "mono", "raised", "favourable", "unfavourable"
]
Tone: TypeAlias = Literal["neutral", "favourable", "unfavourable"]
GradeMark: TypeAlias = Literal["measured", "quoted", "published", "assumed"]
Mark: TypeAlias = OptionMark | GradeMark


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look.

    Attributes:
        look: "raised" is a superscript; "favourable" and "unfavourable" are strong and coloured.
        to: Chapter to jump to, "9" or "A3"; empty for none.
    """

    text: str
    look: Look = "plain"
    to: str = ""


Text: TypeAlias = str | tuple[Run, ...]
"""A plain string, or runs in a row. Neither is ever read as markup."""
