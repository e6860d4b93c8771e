"""What a person sees of a page, and what is wrong with it."""

import re

from PySide6.QtWidgets import QLabel

from desktop_app.ui.parts.text import Said


def labels(page):
    """The words that can be seen on a page."""
    return [label for label in page.findChildren(QLabel) if label.isVisible()]


def texts(page):
    return [label.text() for label in labels(page)]


def unsourced(page):
    """Texts with a number in them that do not say where it comes from."""
    return [
        label.text()
        for label in labels(page)
        if isinstance(label, Said) and re.search(r"\d", label.text()) and not label.origins
    ]


def cut_off(page):
    """Texts with less room than they need, or that stand beyond the page's edge."""
    found = []
    for label in labels(page):
        left = label.mapTo(page, label.rect().topLeft()).x()
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        wide = label.sizeHint().width() if not label.wordWrap() else 0
        if label.height() < needed or label.width() < wide or left + label.width() > page.width():
            found.append(label.text())
    return found
