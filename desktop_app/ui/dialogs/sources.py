"""Help > Sources: whose work the program and its data rest on, and under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.knowledge.sources import attributions, framework
from desktop_app.ui.dialogs.frame import Framed, selectable
from desktop_app.ui.parts.layout import Divider, fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.knowledge.sources import Attribution
    from desktop_app.ui.parts.layout import Thing

_PURPOSE = (
    "The works of others that this program uses. Addresses are for copying; nothing is opened."
)


class SourcesDialog(Framed):
    """Lists every work with its publisher, licence, what was taken from it, and its address."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Sources and licences", (680, 620))
        self._works = attributions()
        fill(self.whole, Said(_PURPOSE, "body", "text_secondary", wrap=True))
        things: list[Thing] = []
        for work in self._works:
            things += [*_work(work), 8, Divider(), 8]
        self.add_scrolling(things)
        self.add_foot("Copy all", self.text)

    def text(self) -> str:
        """Every work in words, as it is copied."""
        return "\n\n".join("\n".join(_lines(work)) for work in self._works) + "\n"


def _work(work: Attribution) -> list[Thing]:
    title, by, text, *addresses = _lines(work)
    return [
        selectable(Said(title, "body_strong", wrap=True)),
        selectable(Said(by, "small", "text_secondary", wrap=True)),
        selectable(Said(text, "body", wrap=True)),
        *(selectable(Said(one, "small", "text_secondary", wrap=True)) for one in addresses),
    ]


def _lines(work: Attribution) -> list[str]:
    """Title, publisher and licence, what was taken, and where it is found."""
    lines = [work.title, f"{work.publisher.rstrip('.')}. {work.licence}.", work.text, work.url]
    paper = framework()
    return [*lines, paper.licence_url] if work.title == paper.title else lines
