"""Every number on every page says where it comes from; what is drawn is read as it is drawn."""

import re
import xml.etree.ElementTree as ET

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop_app.analysis.origins import find
from desktop_app.decision.edits import value_at
from desktop_app.decision.steps import STEPS
from desktop_app.ui.charts.drawn import Drawn
from desktop_app.ui.parts.text import Said

KEYS = [step.key for step in STEPS]
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SAID_WITHOUT = {
    "a day": rf"\d{{4}}-\d\d(-\d\d)?|(\d\d? )?({MONTHS}) \d{{4}}",
    "the name of a percentile": r"\bP(10|50|90)\b",
    "the place in a list or in the paper": r"^\d$|^Page \d+ of \d+$|^\d+ pages: ",
    "a piece of a fingerprint": r"\b[0-9a-f]{4} [0-9a-f]{4} … [0-9a-f]{4}\b",
    "the edition of a source": r"genai-prices \d+\.\d+\.\d+",
    "keys of the keyboard": r"\b(Ctrl|Alt|Shift)\b.*|\bF\d+\b",
}
"""What stands on a page with a digit in it and is no figure; the reason, and how it is known."""
DRAWN_WITHOUT = {
    "a mark on an axis": r"^(month )?[-−]?\d+([.,]\d+)?( ?%)?$",
    "a year below a column": r"^’\d\d$",
}


# -- what may stand without a figure ------------------------------------------------------------


def typed_in(value):
    """Every text of some words with a digit that people stated in a document."""
    if isinstance(value, str):
        if " " in value.strip() and any(letter.isdigit() for letter in value):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from typed_in(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from typed_in(each)


def without_stated(text, typed):
    """What is left of a text without what people typed; a cut text counts as its beginning."""
    if text.endswith("…"):
        start = text[:-1].rstrip()
        tail = next((n for n in range(len(start)) if _begins(start[n:], typed)), None)
        text = text if tail is None else start[:tail]
    for each in typed:
        text = text.replace(each, "")
    return text


def _begins(start, typed):
    return len(start) > 3 and any(each.startswith(start) for each in typed)


def is_number(text, typed, kinds):
    """Whether a text says a number that has to have an origin."""
    text = without_stated(text, typed)
    for kind in kinds.values():
        text = re.sub(kind, "", text)
    return any(letter.isdigit() for letter in text)


# -- what is on the screen ------------------------------------------------------------------------


def seen(window):
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def texts_drawn_by(widget):
    """The texts that a widget paints itself, read from a drawing of it."""
    buffer = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    painter = QPainter(drawing)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    root = ET.fromstring(bytes(buffer.data()))  # noqa: S314 - our own drawing
    return ["".join(text.itertext()).strip() for text in root.findall(".//{*}text")]


def paints_itself(widget):
    own = type(widget).__dict__.get("paintEvent") or isinstance(widget, Drawn)
    ours = type(widget).__module__.startswith("desktop_app.ui")
    is_text = isinstance(widget, (QLabel, QLineEdit, QAbstractButton))
    alone = isinstance(widget, Drawn) or not widget.findChildren(QWidget)
    return ours and own and alone and not is_text


class Eye:
    """Reads a window and keeps what it cannot follow back."""

    def __init__(self, window):
        self.window = window
        self.decision = window.session.store.decision
        self.study = window.session.results.study
        stated = set(typed_in(self.decision.model_dump(mode="json")))
        self.typed = sorted(stated, key=len, reverse=True)
        self.lost, self.followed = [], 0

    def leads_somewhere(self, origins):
        return bool(origins) and all(self._is_known(origin) for origin in origins)

    def _is_known(self, origin):
        if find(self.decision, self.study, origin) is not None:
            return True
        try:
            return value_at(self.decision, origin) is not None
        except KeyError:
            return False

    def check(self, text, origins, widget, kinds=SAID_WITHOUT):
        if self.leads_somewhere(origins):
            self.followed += 1
        elif origins or is_number(text, self.typed, kinds):
            place = f"{type(widget.parent()).__name__} > {type(widget).__name__}"
            self.lost.append(f"{place}: {text!r}, origins {origins}")

    def read(self):
        for widget in seen(self.window):
            if isinstance(widget, QLabel):
                if any(letter.isdigit() for letter in widget.text()):
                    origins = widget.origins if isinstance(widget, Said) else ()
                    self.check(widget.text(), origins, widget)
            elif isinstance(widget, QAbstractButton):
                self.check(widget.text(), getattr(widget, "origins", ()), widget)
            elif callable(getattr(widget, "numbers", None)):
                for text, origins in widget.numbers():
                    if any(letter.isdigit() for letter in text):
                        self.check(text, origins, widget)
        return self


def offered_by(widget):
    """What a painted widget can be asked about: the words it says then, with their origins."""
    if isinstance(widget, Drawn) and widget.numbers():
        return [(f"{spot.name} {spot.text}", spot.origins) for spot in widget.spots()]
    return getattr(widget, "numbers", list)()


def is_same(drawn, said):
    """Whether what is drawn is, digit for digit, among what is said."""
    return re.search(rf"(?<![\d.,]){re.escape(drawn)}(?![.,]?\d)", said) is not None


def read_drawn(eye):
    """Check every text that is painted: it is offered with its origins, or it is no figure."""
    kinds = {**SAID_WITHOUT, **DRAWN_WITHOUT}
    drawn = 0
    for widget in filter(paints_itself, seen(eye.window)):
        offered = offered_by(widget)
        for text in texts_drawn_by(widget):
            drawn += 1
            origins = [key for said, keys in offered if is_same(text, said) for key in keys]
            eye.check(text, tuple(origins), widget, kinds)
    return drawn


def test_every_number_said_on_a_page_leads_to_a_figure(qtbot, at_work):
    lost = {}
    for step in KEYS:
        at_work.workspace.turn(step)
        qtbot.wait(50)
        eye = Eye(at_work).read()
        assert eye.followed > 10, step
        lost.update({step: eye.lost} if eye.lost else {})
    assert not lost, told(lost)


def test_every_number_drawn_on_a_page_is_offered_with_its_origins(qtbot, at_work):
    lost, drawn = {}, 0
    for step in KEYS:
        at_work.workspace.turn(step)
        qtbot.wait(50)
        eye = Eye(at_work)
        drawn += read_drawn(eye)
        lost.update({step: eye.lost} if eye.lost else {})
    assert not lost, told(lost)
    assert drawn > 50


def told(lost):
    return "\n".join(f"{step}: {line}" for step, lines in lost.items() for line in lines)


def test_every_option_opened_says_where_its_numbers_come_from(qtbot, at_work):
    for option in at_work.session.store.decision.options:
        at_work.guide.seek(f"options.{option.key}")
        qtbot.wait(20)
        eye = Eye(at_work).read()
        assert not eye.lost, told({option.key: eye.lost})


def test_a_number_without_an_origin_is_found(at_work):
    at_work.workspace.turn("costs")
    at_work.workspace.page.set_purpose("All of it costs 12.34 M EUR.")
    assert any("12.34" in line for line in Eye(at_work).read().lost)


def test_an_origin_that_leads_nowhere_is_found(at_work):
    at_work.workspace.turn("costs")
    at_work.workspace.page.set_purpose("All of it costs 12.34 M EUR.", ("no.such.figure",))
    assert any("no.such.figure" in line for line in Eye(at_work).read().lost)


def test_a_number_that_is_painted_and_not_offered_is_found(qtbot, at_work):
    at_work.workspace.turn("costs")
    qtbot.wait(50)
    plots = [widget for widget in seen(at_work) if isinstance(widget, Drawn)]
    for plot in plots:
        plot.numbers = list
    eye = Eye(at_work)
    assert plots
    assert read_drawn(eye) > 10
    assert eye.lost
