"""One open decision at run time: its store, its results, its background work.

Uses QtCore for signals and threads and nothing that draws, so everything here runs in tests
without a screen. The interface is built around a ``Session`` handed to it; nothing is global.
Names are looked up when they are first used: a window must be painted before the model and the
calculations are loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.session.autosave import Autosave
    from desktop_app.session.file import ChangedOnDisk, OpenFile
    from desktop_app.session.folders import Folders
    from desktop_app.session.messages import Message, Messages
    from desktop_app.session.preferences import Preferences
    from desktop_app.session.results import Results
    from desktop_app.session.session import Session
    from desktop_app.session.store import Change, Store
    from desktop_app.session.tasks import Report, Task, Tasks

__all__ = [
    "Autosave",
    "Change",
    "ChangedOnDisk",
    "Folders",
    "Message",
    "Messages",
    "OpenFile",
    "Preferences",
    "Report",
    "Results",
    "Session",
    "Store",
    "Task",
    "Tasks",
]

_HOMES = {
    "Autosave": "autosave",
    "Change": "store",
    "ChangedOnDisk": "file",
    "Folders": "folders",
    "Message": "messages",
    "Messages": "messages",
    "OpenFile": "file",
    "Preferences": "preferences",
    "Report": "tasks",
    "Results": "results",
    "Session": "session",
    "Store": "store",
    "Task": "tasks",
    "Tasks": "tasks",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
