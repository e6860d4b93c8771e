"""The dialogs: an error nobody foresaw, the sources, and what this program is."""

import tomllib
from importlib import metadata
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from desktop_app import __version__
from desktop_app.knowledge.sources import attributions
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.crash import CrashDialog, details, show_crash
from desktop_app.ui.dialogs.sources import SourcesDialog


@pytest.fixture
def parent(qtbot, look):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def caught(work):
    with pytest.raises(Exception) as raised:  # noqa: PT011 - any kind may be told of
        work()
    return raised.value


def failing():
    return {}["Meridian's secret offer"]


def words(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def click(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_crash_is_told_without_blocking_and_says_that_the_work_is_kept(qtbot, parent):
    dialog = show_crash(parent, caught(failing))
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert "Your work is kept in a recovery copy" in words(dialog)
    click(qtbot, dialog, "close")
    assert not parent.findChildren(CrashDialog) or not dialog.isVisible()


def test_details_name_place_and_versions_but_nothing_that_was_worked_on(qtbot, parent):
    dialog = show_crash(parent, caught(failing))
    click(qtbot, dialog, "copy")
    copied = QApplication.clipboard().text()
    assert copied == dialog.findChild(QPlainTextEdit).toPlainText()
    for part in ("Kind: KeyError", "in failing", f"Isocost {__version__}", PySide6.__version__):
        assert part in copied
    assert "secret" not in copied
    assert "/" not in copied.replace("desktop_app/", "")


def test_a_fault_in_the_program_is_placed_from_the_program_on(parent):
    from desktop_app.decision.edits import value_at

    told = details(caught(lambda: value_at((), "secret")))
    assert "desktop_app/decision/edits.py:" in told
    assert "secret" not in told


def test_an_error_that_came_of_another_names_both():
    def inner():
        raise ValueError

    def outer():
        try:
            inner()
        except ValueError as error:
            raise TypeError from error

    assert "Kind: TypeError, from ValueError" in details(caught(outer))


def test_further_errors_join_the_open_dialog_and_the_same_one_is_told_once(parent):
    first = show_crash(parent, caught(failing))
    assert show_crash(parent, caught(failing)) is first
    show_crash(parent, caught(lambda: 1 // 0))
    text = first.text()
    assert (text.count("Kind: KeyError"), text.count("Kind: ZeroDivisionError")) == (1, 1)


def test_the_sources_name_every_work_with_licence_text_and_address(qtbot, parent):
    dialog = SourcesDialog(parent)
    qtbot.addWidget(dialog)
    said = words(dialog)
    for work in attributions():
        for part in (work.title, work.licence, work.text, work.url):
            assert part in said
    assert "https://creativecommons.org/licenses/by/4.0/" in said


def test_addresses_can_be_selected_and_never_open_anything(qtbot, parent):
    dialog = SourcesDialog(parent)
    qtbot.addWidget(dialog)
    addresses = [one for one in dialog.findChildren(QLabel) if one.text().startswith("https://")]
    assert len(addresses) > len(attributions())
    for address in addresses:
        flags = address.textInteractionFlags()
        assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
        assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
        assert not address.openExternalLinks()


def test_all_sources_can_be_copied(qtbot, parent):
    dialog = SourcesDialog(parent)
    qtbot.addWidget(dialog)
    dialog.show()
    click(qtbot, dialog, "copy")
    assert all(work.url in QApplication.clipboard().text() for work in attributions())
    assert "Copied." in words(dialog)


def test_about_names_the_version_and_the_licences_of_qt_and_of_the_faces(qtbot, parent):
    dialog = AboutDialog(parent)
    qtbot.addWidget(dialog)
    said = words(dialog)
    assert __version__ in said
    assert f"Qt for Python (PySide6) {PySide6.__version__}" in said
    assert "GNU Lesser General Public License, version 3" in said
    assert "SIL Open Font License, version 1.1" in said


def test_about_names_every_library_the_program_needs(qtbot, parent):
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    dialog = AboutDialog(parent)
    qtbot.addWidget(dialog)
    for needed in project["dependencies"]:
        name = needed.split(">")[0].split("=")[0]
        assert metadata.version(name) in dialog.text(), name


@pytest.mark.parametrize("kind", [SourcesDialog, AboutDialog])
def test_esc_closes(qtbot, parent, kind):
    dialog = kind(parent)
    dialog.show()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
