"""Text made safe to print: one form, no hidden characters.

There is no markup to escape: runs reach the page as letters, one by one. What is left to fear are
characters that reorder, hide or join what a reader sees, and those are dropped here.
"""

from __future__ import annotations

import re
import unicodedata

BLANKS = frozenset("\t\n\v\f\r\u0085\u2028\u2029")
HIDDEN = frozenset({"Cc", "Cf"})
"""Unicode categories never printed: controls, and format characters such as bidi overrides."""

_LOOSE_PER_CENT = re.compile(r"(?<=\d) (?=%)")


def clean(text: str) -> str:
    """Normalise to NFC, turn line breaks and tabs into spaces, drop hidden characters.

    A per-cent sign stays on the line of its number.

    Dropped are the C0 and C1 controls and all format characters: bidi overrides and isolates
    (U+202A to 202E, 2066 to 2069), zero-width characters, soft hyphens, tags.
    """
    spaced = "".join(" " if char in BLANKS else char for char in text)
    seen = "".join(char for char in spaced if unicodedata.category(char) not in HIDDEN)
    kept = _LOOSE_PER_CENT.sub("\N{NO-BREAK SPACE}", seen)
    return unicodedata.normalize("NFC", kept)


def in_eights(digest: str) -> str:
    """A digest in groups of eight, as people compare it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
