"""A session on a small decision, fields on it, and hands that type."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.decision.edits import value_at
from desktop_app.ui.parts.guide import Guide


@pytest.fixture
def guide(qapp):
    return Guide()


@pytest.fixture
def begun(look, begun):
    return begun


@pytest.fixture
def session(begun, smallest):
    return begun(smallest)


@pytest.fixture
def stated(session):
    """What stands in the document at a path."""
    return lambda path: value_at(session.store.decision, path)


@pytest.fixture
def shown(qtbot):
    """Show a widget with the keyboard in its window, and let it go in the end."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def made(session, guide, shown):
    """Build a field, shown."""
    return lambda kind, path, **more: shown(kind(session, guide, path, **more))


@pytest.fixture
def typed(qtbot):
    """Type into a box and press Enter, or leave what was typed standing."""

    def type_into(box, text, *, end=Qt.Key.Key_Return):
        box.setFocus()
        box.selectAll()
        qtbot.keyClick(box, Qt.Key.Key_Delete)
        qtbot.keyClicks(box, text)
        if end:
            qtbot.keyClick(box, end)

    return type_into
