"""A window on the sample, offscreen, with folders of its own."""

import pytest
from shiboken6 import delete

from desktop_app.session.preferences import Preferred
from desktop_app.ui.parts.guide import Guide


@pytest.fixture
def look(qapp):
    """The light theme in force; put back before the next test, when nothing stands any more."""
    from desktop_app.ui.look import current
    from desktop_app.ui.look.theme import apply

    if not qapp.styleSheet() or (current().name, current().zoom) != ("light", 1.0):
        apply(qapp, "light")
    return apply


@pytest.fixture
def shown_step(qtbot, look, begun):
    """Show the page of a step for a decision, at the size it has in the window."""
    pages = []

    def show(step, decision):
        page = step(begun(decision), Guide())
        page.resize(820, 724)
        pages.append(page)
        page.begin()
        page.show()
        qtbot.waitExposed(page)
        return page

    yield show
    for page in pages:
        page.session.close()
        delete(page)  # at once: a theme takes its time with every widget that is still there


@pytest.fixture
def window(qtbot, look, folders):
    from desktop_app.ui.shell.window import Window

    window = Window(folders, Preferred(folders.preferences))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    delete(window)


@pytest.fixture
def at_work(qtbot, window):
    """The window with the sample open and its full study there."""
    window.files.open_sample()
    qtbot.waitUntil(lambda: window.session.results.full is not None, timeout=20_000)
    return window
