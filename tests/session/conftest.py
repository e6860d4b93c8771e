"""A session around the smallest decision, and edits to it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from desktop_app.decision.edits import set_value
from desktop_app.session.folders import Folders
from desktop_app.session.session import Session
from desktop_app.session.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.cancel_all()


@pytest.fixture
def folders(tmp_path):
    return Folders.under(tmp_path / "state")


@pytest.fixture
def begun(qapp, folders):
    """Start sessions that are closed in the end: with a decision, or in another way."""
    sessions = []

    def begin(source, start=Session.of, **more):
        session = start(source, folders, **more)
        sessions.append(session)
        return session

    yield begin
    for session in sessions:
        session.close()


@pytest.fixture
def session(begun, smallest):
    return begun(smallest)


@pytest.fixture
def rate():
    return lambda value: set_value("context.discount_rate", value, "discount rate")


@pytest.fixture
def titled():
    return lambda text: set_value("title", text, "title")


@pytest.fixture
def posted(session):
    """What the session says in its message bar."""
    messages = []
    session.messages.posted.connect(messages.append)
    return messages
