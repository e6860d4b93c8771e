"""The theme in force: colours, type and lengths, made of the tokens and the text zoom.

A window that opens a file paints before style and style sheet are loaded.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from desktop_app.knowledge.shelf import resource
from desktop_app.ui.look.tokens import THEMES, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication

FAMILY = "IBM Plex Sans"
ZOOMS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Steps of the text zoom, from a desk to the last row of a room."""

_ROLE, _GROUP = QPalette.ColorRole, QPalette.ColorGroup
_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_ROLE.Window, "window"),
    (_ROLE.WindowText, "text"),
    (_ROLE.Base, "surface"),
    (_ROLE.AlternateBase, "sunken"),
    (_ROLE.Text, "text"),
    (_ROLE.Button, "surface"),
    (_ROLE.ButtonText, "text"),
    (_ROLE.ToolTipBase, "surface"),
    (_ROLE.ToolTipText, "text"),
    (_ROLE.PlaceholderText, "text_tertiary"),
    (_ROLE.Highlight, "primary"),
    (_ROLE.HighlightedText, "on_primary"),
    (_ROLE.Accent, "primary"),
    (_ROLE.Link, "text"),
    (_ROLE.BrightText, "problem"),
    (_ROLE.Light, "surface"),
    (_ROLE.Midlight, "hover"),
    (_ROLE.Mid, "control_border"),
    (_ROLE.Dark, "control_border"),
    (_ROLE.Shadow, "divider"),
)


class Theme:
    """Colours by token, fonts by role, lengths in pixels.

    Args:
        name: "light", "dark" or "high_contrast".
        zoom: How much larger than at a desk everything is set.
    """

    def __init__(self, name: str, zoom: float = 1.0) -> None:
        self.name = name if name in THEMES else THEMES[0]
        self.zoom = zoom
        self._colours: dict[str, str] = tokens()[self.name]["colours"]
        self._options: dict[str, str] = tokens()[self.name]["options"]

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as "text_secondary"."""
        return QColor(self._colours[token])

    def option(self, mark: str) -> QColor:
        """Return the colour of an option's sign."""
        return QColor(self._options[mark])

    def names(self) -> dict[str, str]:
        """Return every colour of the theme as #RRGGBB, tokens and options together."""
        return {**self._colours, **self._options}

    @property
    def pathway(self) -> tuple[QColor, QColor]:
        """The two colours of a pathway: managed first, then hybrid."""
        return self.option("managed"), self.option("hybrid")

    def font(self, role: str) -> QFont:
        """Return the font of a role of the type scale."""
        spec = tokens()["type"][role]
        font = QFont(FAMILY)
        font.setPixelSize(max(round(spec["size"] * self.zoom), 1))
        font.setWeight(QFont.Weight(spec["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def px(self, length: float) -> int:
        """Return a length of the tokens at this zoom, in whole pixels."""
        return round(length * self.zoom)

    def palette(self) -> QPalette:
        """Return the palette for Fusion."""
        palette = QPalette()
        for role, token in _PALETTE:
            palette.setColor(role, self.colour(token))
        for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
            palette.setColor(_GROUP.Disabled, role, self.colour("text_tertiary"))
        return palette


class _InForce:
    """What `current` returns; the application has one theme at a time."""

    theme: Theme | None = None


def current() -> Theme:
    """Return the theme in force; views read it when they are built and when they paint."""
    return _InForce.theme or _light()


@lru_cache
def _light() -> Theme:
    return Theme("light")


def choose(name: str, zoom: float = 1.0) -> Theme:
    """Make a theme the one that views paint in; `apply` lets controls follow."""
    theme = Theme(name, zoom)
    _InForce.theme = theme
    _load_fonts()
    return theme


def apply(application: QApplication, name: str, zoom: float = 1.0) -> Theme:
    """Put a theme in force: palette, fonts, style and the native title bar."""
    from PySide6.QtCore import Qt

    from desktop_app.ui.look.sheet import sheet
    from desktop_app.ui.look.style import Outlined

    theme = choose(name, zoom)
    dark = Qt.ColorScheme.Light if theme.name == "light" else Qt.ColorScheme.Dark
    QGuiApplication.styleHints().setColorScheme(dark)  # Windows and macOS; nothing on bare Linux
    application.setStyle(Outlined(theme))
    application.setPalette(theme.palette())
    application.setFont(theme.font("body"))
    application.setStyleSheet(sheet(theme))
    return theme


@lru_cache
def _load_fonts() -> None:
    for file in _typefaces():
        QFontDatabase.addApplicationFont(file)


def _typefaces() -> Iterable[str]:
    return (str(file) for file in sorted(resource("fonts").glob("*.ttf")))
