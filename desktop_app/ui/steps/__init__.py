"""The guided steps, one page each. A page is loaded when it is first turned to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.ui.parts.guide import Guide
    from desktop_app.ui.parts.page import Page


def page_of(step: str, session: Session, guide: Guide) -> Page:
    """Build the page of a guided step by its key."""
    module = import_module(f"desktop_app.ui.steps.{step}")
    made = cast("Page", getattr(module, f"{step.capitalize()}Step")(session, guide))
    made.begin()
    return made
