"""A session around the smallest decision, and edits to it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from shiboken6 import delete

from desktop_app.decision.edits import set_value
from desktop_app.session.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.cancel_all()
    delete(tasks)


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
