"""Programs that a test starts, waits for and ends."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Seen = TypeVar("Seen")
PATIENCE = 30.0  # seconds; a busy machine is slow, but not slower


class TooLateError(AssertionError):
    """Something that was waited for did not happen."""


def until(look: Callable[[], Seen], what: str, seconds: float = PATIENCE) -> Seen:
    """Look again and again until there is something, and return it.

    Raises:
        TooLateError: There was nothing in all that time.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if seen := look():
            return seen
        time.sleep(0.05)
    raise TooLateError(f"{what}: not within {seconds:g} s")


class Program:
    """A program on the screen; what it prints is kept in a file."""

    def __init__(self, command: list[str], around: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                command, env=around, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )

    @property
    def said(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def end(self) -> int:
        """End it, and all it has started, if it still runs; return its exit code."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            if self.runs:
                with suppress(ProcessLookupError):  # it ended in between
                    os.killpg(self.process.pid, how)
                try:
                    self.process.wait(5)
                except subprocess.TimeoutExpired:
                    continue
        return self.process.wait()
