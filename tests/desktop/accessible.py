"""What a screen reader is told of a program, as a tree to search in."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from programs import PATIENCE, TooLateError, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen import Screen

SYSTEM_PYTHON = "/usr/bin/python3"
WALK = Path(__file__).with_name("atspi_walk.py")


@dataclass(frozen=True)
class Thing:
    """One thing on the screen as it is told: what it is, how it is called, what state it is in.

    Attributes:
        count: How many things lie within it; `children` may hold fewer of a long table.
        box: Left, top, width and height on the screen in pixels.
    """

    role: str
    name: str
    description: str
    states: frozenset[str]
    text: str
    value: float | None
    actions: tuple[str, ...]
    box: tuple[int, int, int, int] | None
    count: int
    children: tuple[Thing, ...]

    @classmethod
    def of(cls, told: dict) -> Thing:
        """Make one, and all within it, from what the walk tells."""
        return cls(
            **{
                name: told[name]
                for name in ("role", "name", "description", "text", "value", "count")
            },
            states=frozenset(told["states"]),
            actions=tuple(told["actions"]),
            box=told["box"] and tuple(told["box"]),
            children=tuple(map(cls.of, told["children"])),
        )

    def all(self) -> Iterator[Thing]:
        """Itself and everything within it, from the top down."""
        yield self
        for child in self.children:
            yield from child.all()

    def find(self, name: str, role: str = "", *, showing: bool = True) -> Thing | None:
        """The first thing called so, of this role if one is given, that can be seen."""
        for thing in self.all():
            fits = thing.name == name and role in ("", thing.role)
            if fits and ("showing" in thing.states or not showing):
                return thing
        return None

    @property
    def middle(self) -> tuple[int, int]:
        """The place on the screen to click at."""
        assert self.box, f"{self.role} {self.name!r} has no place on the screen"
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    def outline(self, depth: int = 0) -> str:
        """The tree as text, for the message of a failure."""
        line = f"{'  ' * depth}{self.role} | {self.name} | {self.text or self.description}"
        return "\n".join([line, *(child.outline(depth + 1) for child in self.children)])


def read(screen: Screen, application: str = "Isocost", children: int = 60) -> Thing:
    """Everything that is told of a program; of each thing, at most so many children."""

    def told() -> str:
        return _walk(screen, application, "--children", str(children)).stdout

    return Thing.of(json.loads(until(told, f"A program called {application!r} to read")))


def wait_for(
    screen: Screen,
    name: str,
    role: str = "",
    application: str = "Isocost",
    seconds: float = PATIENCE,
) -> Thing:
    """Wait until a thing can be seen, and return it.

    Raises:
        TooLateError: It did not come; the text holds what was there.
    """
    try:
        return until(lambda: read(screen, application).find(name, role), name, seconds)
    except TooLateError as late:
        raise TooLateError(f"{late}\n{read(screen, application).outline()}") from None


def click(screen: Screen, name: str, role: str = "", application: str = "Isocost") -> None:
    """Click with the mouse in the middle of a thing."""
    screen.click(*wait_for(screen, name, role, application).middle)


def press(screen: Screen, role: str, name: str, application: str = "Isocost") -> None:
    """Do what a thing is for, without mouse or keyboard, as a screen reader does."""
    done = _walk(screen, application, "--press", role, name)
    assert done.returncode == 0, f"{role} {name!r} could not be pressed. {done.stderr}"


def _walk(screen: Screen, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SYSTEM_PYTHON, WALK, *arguments],
        env=screen.around,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
