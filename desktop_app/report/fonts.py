"""The three faces of the report, and the check that they can print a text at all."""

from __future__ import annotations

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.knowledge.shelf import resource
from desktop_app.outcome import Refused

FACES = {
    "plain": ("Plex", "fonts/IBMPlexSans-Regular.ttf"),
    "strong": ("PlexStrong", "fonts/IBMPlexSans-SemiBold.ttf"),
    "mono": ("PlexMono", "fonts/IBMPlexMono-Regular.ttf"),
}
EXCERPT = 60


@lru_cache(maxsize=1)
def _loaded() -> dict[str, TTFont]:
    fonts = {}
    for face, (name, path) in FACES.items():
        fonts[face] = TTFont(name, str(resource(path)), asciiReadable=1, shapable=False)
        pdfmetrics.registerFont(fonts[face])
    return fonts


def registered(face: str) -> str:
    """The name under which the page writer knows a face; loads the fonts the first time."""
    return str(_loaded()[face].fontName)


@lru_cache(maxsize=65536)
def width(text: str, face: str, size: float) -> float:
    """Width of a text set in one face, points."""
    return float(_loaded()[face].stringWidth(text, size))


@lru_cache(maxsize=4096)
def checked(text: str, face: str) -> str:
    """Return ``text`` when every character of it has a shape in ``face``.

    Raises:
        Refused: A character would vanish from the page without trace.
    """
    shapes = _loaded()[face].face.charToGlyph
    missing = next((char for char in text if ord(char) not in shapes), None)
    if missing is None:
        return text
    around = text[:EXCERPT].encode("utf-8", "replace").decode("utf-8")
    shown = missing.encode("utf-8", "replace").decode("utf-8")
    raise Refused(
        f"The report cannot print the character “{shown}” (U+{ord(missing):04X}) in “{around}”.",
        "Write it in letters of the Latin, Greek or Cyrillic alphabet.",
    )
