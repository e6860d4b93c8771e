"""Pages of the steps, each on its own at the size it has in a window of 1280 by 800."""

import pytest

from desktop_app.ui.parts.guide import Guide

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
def begun(look, begun):
    """Start sessions on decisions that are studied."""

    def begin(decision, *, studied=True):
        session = begun(decision)
        if studied:
            session.results.refresh()
        return session

    return begin


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
