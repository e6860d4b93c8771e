"""Colours, type, signs and outlines: the only place that knows how anything looks."""

from desktop_app.ui.look.theme import Theme, current

__all__ = ["Theme", "current"]
