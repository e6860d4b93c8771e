"""The style sheet: for buttons, frames and tables, which a palette cannot shape."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from desktop_app.knowledge.shelf import resource

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Theme

_LENGTHS = (3, 4, 5, 6, 8, 9, 12, 13, 14, 20, 22, 24)


def sheet(theme: Theme) -> str:
    """Return the style sheet of a theme, its lengths at the theme's zoom."""
    lengths = {f"p{n}": str(theme.px(n)) for n in _LENGTHS}
    text = resource("theme/window.qss").read_text(encoding="utf-8")
    rules = Template(text.partition("*/")[2])
    arrow = resource(f"theme/down-{theme.name.replace('_', '-')}.svg").as_posix()
    return rules.substitute(theme.names(), **lengths, s11=str(theme.px(11)), down_arrow=arrow)
