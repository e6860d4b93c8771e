"""Unpack the bundled typeface from its web format: `fonts.py SOURCE… -o resources/fonts`.

A development tool, run once per edition of the typeface; needs `fonttools` and `brotli`. The
WOFF2 file is the TrueType font in compressed form, so nothing of the design changes; the dates
inside are kept, so the same source gives the same bytes.
"""

import argparse
import hashlib
from pathlib import Path

from fontTools.ttLib import TTFont


def unpack(source: Path, folder: Path) -> Path:
    """Write the TrueType form of one WOFF2 file into a folder; return the new file."""
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = None
    target = folder / f"{source.stem}.ttf"
    font.save(target, reorderTables=True)
    return target


def main() -> None:
    """Unpack every named file and print the digests that ORIGIN.md records."""
    parser = argparse.ArgumentParser(description="Unpack WOFF2 fonts to TrueType.")
    parser.add_argument("source", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("resources/fonts"))
    arguments = parser.parse_args()
    for source in arguments.source:
        target = unpack(source, arguments.output)
        print(hashlib.sha256(target.read_bytes()).hexdigest(), target.name)


if __name__ == "__main__":
    main()
