"""What a piece of work can say back besides its result: findings, refusals, progress.

Problems in a person's inputs are *findings*: plain data, collected, never raised. Work that
cannot be done (a file that is no decision, a disk that is full) raises ``Refused``. Anything
else that escapes is a bug and goes to the crash dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Progress: TypeAlias = Callable[[float], None]
"""Call with the fraction done, 0 to 1. It raises ``Cancelled`` once the user has asked to stop."""


@dataclass(frozen=True)
class Finding:
    """Something the user should know about an input.

    Attributes:
        level: "blocks" keeps the decision from being signed; "advice" does not.
        path: The document path it is about: "options.own".
        message: What is wrong, in one sentence.
        hint: What to do about it, in one sentence.
    """

    level: Literal["blocks", "advice"]
    path: str
    message: str
    hint: str


class Refused(Exception):  # noqa: N818 - it reads as a sentence: "except Refused"
    """The request cannot be carried out; the message is written for the user."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Cancelled(Exception):  # noqa: N818
    """The user stopped the work."""


def silent(_fraction: float) -> None:
    """Ignore progress; the default where nobody is watching."""
