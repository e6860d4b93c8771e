"""The bar at the top: menu, question, command field, undo and redo, projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.look.icons import icon
from desktop_app.ui.parts.layout import fill
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop_app.ui.shell.actions import Actions


class TitleBar(QWidget):
    """Shows which decision is open; its buttons are the window's actions."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        theme = current()
        self.setObjectName("titlebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(48))
        menu = QToolButton()
        menu.setIcon(icon("logo", "primary"))
        menu.setIconSize(QSize(theme.px(20), theme.px(20)))
        menu.setAccessibleName("Menu")
        menu.setToolTip("Menu (F10)")
        menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setMenu(self._menu(actions))
        menu.setShortcut("F10")
        self._title = Said("Isocost", "body_strong")
        self._organisation = Said("", "body", "text_secondary")
        self._search = _search_field(actions)
        self._buttons = [_Tool(actions[name]) for name in ("undo", "redo", "panel", "projector")]
        bar = QHBoxLayout(self)
        bar.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        bar.setSpacing(theme.px(8))
        fill(bar, menu, 4, self._title, self._organisation, None, self._search, 8, *self._buttons)

    def show_titles(self, title: str, organisation: str, *, modified: bool) -> None:
        """Say which decision is open; a dot stands for changes that are not saved."""
        self._title.say(f"{title} •" if modified else title)
        self._title.setToolTip("There are changes that are not saved." if modified else "")
        self._organisation.say(organisation)

    def show_tools(self, *, shown: bool) -> None:
        """Show the buttons that need an open decision."""
        for button in (self._search, *self._buttons):
            button.setVisible(shown)

    def _menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Menu")
        for name in actions.MENU:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        return menu


class _Tool(QToolButton):
    """A button of the bar; it is named after its action, whatever that can do at the moment."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        side = current().px(18)
        self.setDefaultAction(action)
        self.setIconSize(QSize(side, side))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        action.changed.connect(self._rename)  # let go of with the button
        self._rename()

    @Slot()
    def _rename(self) -> None:
        self.setAccessibleName(self._action.text())


def _search_field(actions: Actions) -> QPushButton:
    """Looks like a field and opens the palette, where typing goes on."""
    theme = current()
    button = QPushButton("  Search or run a command          Ctrl K")
    button.setIcon(icon("search", "text_secondary"))
    button.setAccessibleName("Search or run a command")
    button.setToolTip("Ctrl+K")
    button.setMinimumWidth(theme.px(250))
    colour = theme.colour("text_secondary").name()
    button.setStyleSheet(f"QPushButton {{ text-align: left; color: {colour}; }}")
    button.clicked.connect(actions["palette"].trigger)
    return button
