"""Pages of the steps, each on its own at the size it has in a window of 1280 by 800."""

import re

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.session.session import Session
from desktop_app.ui.parts.guide import Guide
from desktop_app.ui.parts.text import Said

SIZE = (820, 724)


class Asked(Guide):
    """A guide that remembers what it was asked."""

    def __init__(self):
        super().__init__()
        self.origins, self.paths, self.steps = [], [], []
        self.explained.connect(self.origins.append)
        self.sought.connect(self.paths.append)
        self.turned.connect(self.steps.append)


@pytest.fixture
def guide(qapp):
    return Asked()


@pytest.fixture
def begun(qapp, look, folders):
    """Start sessions that are closed in the end."""
    sessions = []

    def begin(decision, *, studied=True):
        session = Session.of(decision, folders)
        sessions.append(session)
        if studied:
            session.results.refresh()
        return session

    yield begin
    for session in sessions:
        session.close()


@pytest.fixture
def said(qapp):
    """What a session says in its message bar."""

    def listen(session):
        messages = []
        session.messages.posted.connect(messages.append)
        return messages

    return listen


@pytest.fixture
def opened(qtbot, guide):
    """Show the page of a step, with the keyboard in its window."""

    def show(step, session, size=SIZE):
        page = step(session, guide)
        qtbot.addWidget(page)
        page.begin()
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.wait(20)
        return page

    return show


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
