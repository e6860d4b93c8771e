"""Isocost: decide how and where to run AI, and show what it costs."""

__version__ = "0.1.0"
