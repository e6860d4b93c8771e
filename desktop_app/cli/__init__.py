"""The command line: everything the program can compute, one command for each question."""

from desktop_app.cli.main import main

__all__ = ["main"]
