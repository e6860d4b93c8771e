"""Runs broken into lines: measured letters, ready to be placed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.report import fonts
from desktop_app.report.runs import Run
from desktop_app.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop_app.report.runs import Text
    from desktop_app.report.style import TextStyle

RAISED_SIZE, RAISED_BY = 0.72, 0.36
MONO_SIZE = 0.86
HINGES, LONG_WORD = "/.:-_@", 24
"""After which letters a word of more than so many may be cut."""
_HINGED = re.compile(r"[^/.:\-_@]+[/.:\-_@]*|[/.:\-_@]+")


@dataclass(frozen=True)
class Letters:
    """Text of one look within a line.

    Attributes:
        rise: Points above the baseline.
        to: Chapter it links to.
    """

    text: str
    face: str
    size: float
    colour: str
    rise: float = 0
    to: str = ""

    @property
    def look(self) -> tuple[str, float, str, float, str]:
        """Everything but the text."""
        return self.face, self.size, self.colour, self.rise, self.to

    def saying(self, text: str) -> Letters:
        """Other text in the same look."""
        return Letters(text, *self.look)

    @property
    def width(self) -> float:
        """Points along the line."""
        return fonts.width(self.text, self.face, self.size)


@dataclass(frozen=True)
class Line:
    """One line of letters."""

    letters: tuple[Letters, ...]

    @property
    def width(self) -> float:
        """Points from the first letter to the end of the last."""
        return sum(part.width for part in self.letters)


Word = tuple[Letters, ...]


def runs(text: Text) -> tuple[Run, ...]:
    """A text as runs, whichever way it was given."""
    return (Run(text),) if isinstance(text, str) else text


def letters(text: Text, style: TextStyle) -> tuple[Letters, ...]:
    """Clean, check and style a text, unbroken.

    Raises:
        Refused: A character has no shape in its face.
    """
    return tuple(_styled(run, style) for run in runs(text) if run.text)


def _styled(run: Run, style: TextStyle) -> Letters:
    face, colour, size, rise = style.font, style.colour, style.size, 0.0
    if run.look == "strong":
        face, colour = "strong", style.strong().colour
    elif run.look == "quiet":
        colour = "grey"
    elif run.look == "mono":
        face, size = "mono", style.size * MONO_SIZE
    elif run.look == "raised":
        size, rise = style.size * RAISED_SIZE, style.size * RAISED_BY
    elif run.look in ("favourable", "unfavourable"):
        face, colour = "strong", run.look
    return Letters(fonts.checked(clean(run.text), face), face, size, colour, rise, run.to)


def unbroken(text: Text, style: TextStyle) -> Line:
    """The whole text on one line, however long."""
    return Line(letters(text, style))


def broken(text: Text, style: TextStyle, width: float) -> tuple[Line, ...]:
    """Fill lines of ``width`` points; only spaces break, and words too long for a line.

    Returns:
        At least one line; a single empty one for an empty text.
    """
    rows: list[list[Word]] = [[]]
    used = 0.0
    for word in _pieces(letters(text, style), width):
        needed = sum(part.width for part in word)
        gap = _blank(rows[-1][-1][-1]) if rows[-1] else 0.0
        if rows[-1] and used + gap + needed > width + 0.01:
            rows.append([])
            used, gap = 0.0, 0.0
        rows[-1].append(word)
        used += gap + needed
    return tuple(Line(tuple(_joined(row))) for row in rows)


ROUNDING = 0.01
"""Points by which a text may seem too wide for room that was made to its measure."""


def shortened(text: str, style: TextStyle, width: float, *, last: bool = False) -> str:
    """Cut a text that is too wide for one line and end it with an ellipsis.

    Only where a line cannot wrap, in charts and headers, and where the whole stands elsewhere.
    ``last`` keeps the last word, which is the number of a label.
    """
    if unbroken(text, style).width <= width + ROUNDING:
        return text
    head, _, tail = text.rpartition(" ") if last else (text, "", "")
    end = f"… {tail}" if tail else "…"
    while head and unbroken(head.rstrip() + end, style).width > width:
        head = head[:-1]
    return head.rstrip() + end


def longest_word(text: Text, style: TextStyle) -> float:
    """Width of the widest word, below which nothing wraps well; points.

    Of a very long one, a path or a product name, only its longest part counts.
    """
    words = _words(letters(text, style))
    return max((_unbreakable(word) for word in words), default=0.0)


def _unbreakable(word: Word) -> float:
    if sum(len(part.text) for part in word) <= LONG_WORD:
        return sum(part.width for part in word)
    parts = (part.saying(piece) for part in word for piece in _HINGED.findall(part.text))
    return max(part.width for part in parts)


def _blank(part: Letters) -> float:
    return fonts.width(" ", part.face, part.size)


def _words(parts: Sequence[Letters]) -> Iterator[Word]:
    """Cut at spaces; a word may change its look on the way."""
    word: list[Letters] = []
    for part in parts:
        for place, chunk in enumerate(part.text.split(" ")):
            if place and word:
                yield tuple(word)
                word = []
            if chunk:
                word.append(part.saying(chunk))
    if word:
        yield tuple(word)


def _pieces(parts: Sequence[Letters], width: float) -> Iterator[Word]:
    """Words, those longer than a line cut to fit."""
    for word in _words(parts):
        if sum(part.width for part in word) <= width + 0.01:
            yield word
        else:
            yield from _cut(word, width)


def _cut(word: Word, width: float) -> Iterator[Word]:
    """Cut after a hinge such as a slash or a full stop where one is near, else anywhere."""
    piece: list[Letters] = []
    for letter in (part.saying(char) for part in word for char in part.text):
        if piece and sum(each.width for each in piece) + letter.width > width:
            cut = _last_hinge(piece)
            yield tuple(_merged(piece[:cut]))
            piece = piece[cut:]
        piece.append(letter)
    yield tuple(_merged(piece))


def _last_hinge(piece: Sequence[Letters]) -> int:
    """How many letters to keep: up to the last hinge in the second half, or all."""
    for count in range(len(piece), len(piece) // 2, -1):
        if piece[count - 1].text in HINGES:
            return count
    return len(piece)


def _joined(words: Sequence[Word]) -> list[Letters]:
    """Words of a line with the spaces between them."""
    parts: list[Letters] = []
    for word in words:
        if parts:
            parts.append(_space_after(parts[-1], word[0]))
        parts.extend(word)
    return _merged(parts)


def _space_after(last: Letters, following: Letters) -> Letters:
    """A space as wide as the face before it; part of a link only inside the link."""
    return replace(last, text=" ", rise=0, to=last.to if last.to == following.to else "")


def _merged(parts: Iterable[Letters]) -> list[Letters]:
    """Neighbours of one look become one."""
    merged: list[Letters] = []
    for part in parts:
        if merged and merged[-1].look == part.look:
            merged[-1] = part.saying(merged[-1].text + part.text)
        else:
            merged.append(part)
    return merged
