"""What closes page 1: boxes to sign in and the fingerprint; and the code for phones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qrencoder import QRCode as Encoder
from reportlab.graphics.barcode.qrencoder import QRErrorCorrectLevel

from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.flowables.paragraph import write_lines
from desktop_app.report.lines import broken, unbroken
from desktop_app.report.style import HEAVY, face, word
from desktop_app.report.text import in_eights

if TYPE_CHECKING:
    from desktop_app.report.blocks import SignBox
    from desktop_app.report.canvas import Place
    from desktop_app.report.tags import Attributes

BOX_HEIGHT, BOX_GAP, ABOVE_BOX = 53.0, 14.0, 3.0
SIGN_INSET, SIGN_RULE = 8.0, 16.0
FINGERPRINT_PAD = 4.0
CODE_SIDE, CODE_GAP = 84.0, 4.0


@dataclass(frozen=True)
class Boxes(Whole):
    """Boxes side by side; above each, who signs and up to what."""

    items: tuple[SignBox, ...]

    before = 12
    after = 10

    def height(self, width: float) -> float:
        """Three kinds of lines, then the box."""
        return max(self._above(item, self._each(width)) for item in self.items) + BOX_HEIGHT

    def _each(self, width: float) -> float:
        return (width - BOX_GAP * (len(self.items) - 1)) / len(self.items)

    def _above(self, item: SignBox, width: float) -> float:
        small, name = face("caption"), face("label_strong")
        lines = len(broken(item.role, small, width)) + len(broken(item.authority, small, width))
        return (
            lines * small.leading + len(broken(item.name, name, width)) * name.leading + ABOVE_BOX
        )

    def draw(self, place: Place) -> None:
        """One paragraph for each signer, then the box."""
        each, height = self._each(place.width), self.height(place.width)
        for number, item in enumerate(self.items):
            spot = place.moved(right=number * (each + BOX_GAP), width=each)
            self._draw_signer(item, spot.below(place.parent.add("P")))
            self._draw_box(spot.moved(down=height - BOX_HEIGHT))

    def _draw_signer(self, item: SignBox, place: Place) -> None:
        down = 0.0
        for text, style in (
            (item.role, face("caption")),
            (item.name, face("label_strong")),
            (item.authority, face("caption")),
        ):
            lines = broken(text, style, place.width)
            write_lines(place.moved(down=down), lines, style)
            down += len(lines) * style.leading

    def _draw_box(self, place: Place) -> None:
        bottom = place.top - BOX_HEIGHT
        with place.pen.artifact():
            place.pen.box((place.x, bottom), (place.width, BOX_HEIGHT), "", "ink", HEAVY)
            inner = place.width - 2 * SIGN_INSET
            place.pen.rule(place.x + SIGN_INSET, bottom + SIGN_RULE, inner, 0.5, "baseline")
        style = face("caption")
        spot = place.moved(right=SIGN_INSET, down=BOX_HEIGHT - SIGN_RULE + 1)
        write_lines(spot.below(place.parent.add("P")), (unbroken(word("sign"), style),), style)


@dataclass(frozen=True)
class DigestLine(Whole):
    """A label at the left and a digest at the right, below a thin rule."""

    label: str
    digest: str

    def height(self, width: float) -> float:  # noqa: ARG002
        """One line and the rule."""
        return face("caption").leading + FINGERPRINT_PAD

    def draw(self, place: Place) -> None:
        """One paragraph, so that label and digest are read together."""
        element = place.parent.add("P")
        with place.pen.artifact():
            place.pen.rule(place.x, place.top, place.width, 0.5, "baseline")
        spot = place.moved(down=FINGERPRINT_PAD).below(element)
        write_lines(spot, (unbroken(self.label, face("caption")),), face("caption"))
        mono = face("fingerprint")
        write_lines(spot, (unbroken(in_eights(self.digest), mono),), mono, "right")


@dataclass(frozen=True)
class Code(Whole):
    """A square code with a caption; drawn as squares, nothing is fetched."""

    payload: str
    alt: str
    caption: str

    def height(self, width: float) -> float:
        """Code and caption."""
        lines = broken(self.caption, face("caption"), width)
        return CODE_SIDE + CODE_GAP + len(lines) * face("caption").leading

    def draw(self, place: Place) -> None:
        """A figure, then the caption."""
        corner = (place.x, place.top - CODE_SIDE)
        box = [round(value, 2) for value in (*corner, corner[0] + CODE_SIDE, place.top)]
        layout: Attributes = {"Layout": {"Placement": "/Block", "BBox": box}}
        with place.pen.tagged(place.parent.add("Figure", self.alt, layout)):
            self._draw_modules(place)
        style = face("caption")
        spot = place.moved(down=CODE_SIDE + CODE_GAP).below(place.parent.add("P"))
        write_lines(spot, broken(self.caption, style, place.width), style)

    def _draw_modules(self, place: Place) -> None:
        rows = modules(self.payload)
        side = CODE_SIDE / len(rows)
        for down, row in enumerate(rows):
            for right, dark in enumerate(row):
                if dark:
                    corner = (place.x + right * side, place.top - (down + 1) * side)
                    place.pen.box(corner, (side, side), "ink")


def modules(payload: str) -> list[list[bool]]:
    """The dark and light squares of a code, top row first, with medium error correction."""
    encoder = Encoder(None, QRErrorCorrectLevel.M)
    encoder.addData(payload)
    encoder.make()
    size = encoder.getModuleCount()
    return [[bool(encoder.isDark(row, col)) for col in range(size)] for row in range(size)]
