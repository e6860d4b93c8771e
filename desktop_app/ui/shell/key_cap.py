"""The cap of a key, as it is shown beside what the key does."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.look import current


class KeyCap(QLabel):
    """Says which key does something: "Esc", "Ctrl Enter"."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        theme = current()
        self.setFont(theme.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            f"QLabel {{ background: {theme.colour('sunken').name()};"
            f" color: {theme.colour('text').name()};"
            f" border: 1px solid {theme.colour('divider').name()};"
            f" border-radius: {theme.px(4)}px; padding: 0 {theme.px(5)}px; }}"
        )
