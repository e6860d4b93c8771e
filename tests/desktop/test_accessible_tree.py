"""What a screen reader is told on every step of the sample."""

import sys
from pathlib import Path

import accessible
import pytest
from programs import until

pytestmark = pytest.mark.judge

ROOT = Path(__file__).resolve().parents[2]
SLOW = 60.0
STEPS = {
    "Frame": "What is to be decided, and by whom?",
    "Evidence": "What do we know, and can we trust it?",
    "Options": "What could we do, and what does each price rest on?",
    "Costs": "What does each option cost, and when does it pay?",
    "Risk": "How sure are we, and what would change our mind?",
    "Decide": "What should we do?",
    "Sign": "Who stands behind it?",
}
CHARTS = {"Costs": 2, "Risk": 1}
CONTROLS = {
    "button",
    "check box",
    "combo box",
    "editbar",
    "entry",
    "link",
    "list",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
    "tree table",
}
BUTTONS = {"button", "push button"}
ACTIVE = CONTROLS - {"list", "table", "text", "entry", "editbar", "tree table"}


@pytest.fixture
def steps(screen, tmp_path):
    """What is told of each step of the sample, once its page stands and all is computed."""
    home = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    screen.start(sys.executable, "-m", "desktop_app", "open", "--sample", **home)
    screen.window("Isocost", SLOW)
    accessible.wait_for(screen, STEPS["Costs"], seconds=SLOW)
    until(lambda: accessible.read(screen).find("complete"), "A complete simulation", SLOW)
    told = {}
    for number, (title, question) in enumerate(STEPS.items(), 1):
        accessible.click(screen, f"{number} {title}")
        accessible.wait_for(screen, question)
        screen.resting()
        told[title] = accessible.read(screen)
    return told


def seen(tree):
    """What can be seen, with what it lies in."""
    for thing in tree.all():
        for child in thing.children:
            if "showing" in child.states:
                yield thing, child


def placed(step, parent, thing):
    told = f"{thing.role} {thing.name!r} {thing.description!r}"
    return f"{step}: {told} in {parent.role} {parent.name!r}"


def test_a_reader_is_told_of_every_step_what_it_needs(steps):
    said = {
        "without a name": nameless(steps),
        "that nothing can be done with": inactive(steps),
        "called alike though they do different things": alike(steps),
        "charts": charts_untold(steps),
        "tables without heads": headless(steps),
    }
    assert not any(said.values()), "\n".join(
        f"{what}:\n  " + "\n  ".join(found) for what, found in said.items() if found
    )


def test_what_a_reader_could_not_use_is_found():
    shown = {"role": "push button", "name": "", "description": "", "states": ["showing"]}
    shown |= {"text": "", "value": None, "actions": ["Press"], "box": None, "count": 0}
    shown |= {"children": []}
    named = {**shown, "name": "Undo"}
    table = {**shown, "role": "table", "name": "Costs", "count": 1, "children": [named]}
    still = {**named, "name": "Redo", "actions": [], "states": ["showing", "sensitive"]}
    told = {**shown, "role": "panel", "children": [shown, named, named, still, table]}
    steps = {"Costs": accessible.Thing.of(told), "Risk": accessible.Thing.of(told)}
    assert nameless(steps)
    assert inactive(steps)
    assert alike(steps)
    assert headless(steps)
    assert charts_untold(steps)


def nameless(steps):
    return [
        placed(step, parent, thing)
        for step, tree in steps.items()
        for parent, thing in seen(tree)
        if (thing.role in CONTROLS or "focusable" in thing.states) and not thing.name.strip()
    ]


def inactive(steps):
    return [
        placed(step, parent, thing)
        for step, tree in steps.items()
        for parent, thing in seen(tree)
        if thing.role in ACTIVE and "sensitive" in thing.states and not thing.actions
    ]


def alike(steps):
    """Buttons of one name that lie in one place: nobody who only hears them can choose."""
    return [
        placed(step, parent, thing)
        for step, tree in steps.items()
        for parent, thing in seen(tree)
        if thing.role in BUTTONS
        and [each.name for each in buttons_in(parent)].count(thing.name) > 1
    ]


def buttons_in(parent):
    return [each for each in parent.children if each.role in BUTTONS and "showing" in each.states]


def charts_untold(steps):
    """A chart is told as a finding, which is its name, and what is drawn, which describes it."""
    found = []
    for step, count in CHARTS.items():
        told = [
            thing
            for _, thing in seen(steps[step])
            if thing.role not in CONTROLS | {"label"}
            and "focusable" in thing.states
            and len(thing.name) > 20
            and len(thing.description) > 40
        ]
        if len(told) < count:
            found.append(f"{step}: {len(told)} charts are told of, and {count} are drawn")
    return found


def headless(steps):
    """Tables whose columns have no name."""
    return [
        placed(step, parent, thing)
        for step, tree in steps.items()
        for parent, thing in seen(tree)
        if thing.role in {"table", "tree table"}
        and thing.count
        and not any(cell.role == "table column header" and cell.name for cell in thing.children)
    ]
