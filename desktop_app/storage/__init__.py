"""Decisions on disk: read, written without ever losing the old file, and sealed."""

from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.files import load, parsed, save
from desktop_app.storage.seal import canonical, seal

__all__ = ["canonical", "load", "parsed", "save", "seal", "write_atomically"]
