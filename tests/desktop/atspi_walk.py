"""Tells what a screen reader is told of a program, as JSON; run by the system's Python.

    /usr/bin/python3 atspi_walk.py Isocost [--children 60] [--press ROLE NAME]

It needs `gi`, which comes with the system and not from a package registry. Without an option it
prints the tree; with `--press` it does the first action of one thing, as a screen reader would.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version is chosen

NOT_THERE = 3
STATES = {state: state.value_nick for state in Atspi.StateType.__enum_values__.values()}


def main() -> int:
    """Answer one question about one program."""
    parser = argparse.ArgumentParser()
    parser.add_argument("application")
    parser.add_argument("--children", type=int, default=60, help="told of each thing at most")
    parser.add_argument("--press", nargs=2, metavar=("ROLE", "NAME"))
    options = parser.parse_args()
    top = application(options.application)
    if top is None:
        sys.stderr.write(f"{options.application} is not among: {', '.join(names())}\n")
        return NOT_THERE
    if options.press:
        return press(top, *options.press)
    json.dump(told(top, options.children), sys.stdout)
    return 0


def names() -> list[str]:
    """Return the names of the programs that can be read."""
    return [program.get_name() for program in children(Atspi.get_desktop(0), 99)]


def application(name: str) -> Any:
    """Return a program by its name."""
    found = [one for one in children(Atspi.get_desktop(0), 99) if one.get_name() == name]
    return found[-1] if found else None


def children(thing: Any, most: int) -> list[Any]:
    """Return what lies within a thing, from the first on."""
    within = (thing.get_child_at_index(n) for n in range(min(thing.get_child_count(), most)))
    return [child for child in within if child is not None]


def told(thing: Any, most: int) -> dict[str, Any]:
    """Return all that is told of a thing and of what lies within it."""
    inside = []
    for child in children(thing, most):
        try:
            inside.append(told(child, most))
        except GLib.Error:  # it went away while we looked
            continue
    states = thing.get_state_set()
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "states": [name for state, name in STATES.items() if states.contains(state)],
        "text": text(thing),
        "value": value(thing),
        "actions": actions(thing),
        "box": box(thing),
        "count": thing.get_child_count(),
        "children": inside,
    }


def text(thing: Any) -> str:
    """Return the text in a thing that holds text."""
    held = thing.get_text_iface()
    return "" if held is None else Atspi.Text.get_text(held, 0, -1)


def value(thing: Any) -> float | None:
    """Return the number of a thing that has one, such as a slider."""
    held = thing.get_value_iface()
    return None if held is None else Atspi.Value.get_current_value(held)


def actions(thing: Any) -> list[str]:
    """Return what can be done with a thing."""
    held = thing.get_action_iface()
    if held is None:
        return []
    return [Atspi.Action.get_action_name(held, n) for n in range(Atspi.Action.get_n_actions(held))]


def box(thing: Any) -> list[int] | None:
    """Return where a thing lies on the screen: left, top, width and height in pixels."""
    held = thing.get_component_iface()
    if held is None:
        return None
    place = Atspi.Component.get_extents(held, Atspi.CoordType.SCREEN)
    return [place.x, place.y, place.width, place.height]


def press(thing: Any, role: str, name: str) -> int:
    """Do the first action of the first thing with this role and name."""
    found = find(thing, role, name)
    held = found and found.get_action_iface()
    if not held:
        return NOT_THERE
    return 0 if Atspi.Action.do_action(held, 0) else 1


def find(thing: Any, role: str, name: str) -> Any:
    """Return the first thing with this role and name, from the top down."""
    if thing.get_role_name() == role and thing.get_name() == name:
        return thing
    for child in children(thing, 999):
        if found := find(child, role, name):
            return found
    return None


if __name__ == "__main__":
    sys.exit(main())
