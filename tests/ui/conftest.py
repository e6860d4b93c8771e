"""A window on the sample, offscreen, with folders of its own."""

import pytest

from desktop_app.session.folders import Folders
from desktop_app.session.preferences import Preferred


@pytest.fixture
def folders(tmp_path):
    return Folders.under(tmp_path / "state")


@pytest.fixture
def look(qapp):
    """The light theme in force; put back after the test."""
    from desktop_app.ui.look.theme import apply

    apply(qapp, "light")
    yield apply
    apply(qapp, "light")


@pytest.fixture
def window(qtbot, look, folders):
    from desktop_app.ui.shell.window import Window

    window = Window(folders, Preferred(folders.preferences))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def at_work(qtbot, window):
    """The window with the sample open and its full study there."""
    window.files.open_sample()
    qtbot.waitUntil(lambda: window.session.results.full is not None, timeout=20_000)
    return window
