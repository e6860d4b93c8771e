"""Set up a machine and do the job: `python3 packaging/bootstrap.py run` or `… test`.

Needs nothing but Python 3.11 with venv, on Linux, Windows or macOS. Both commands make `.venv`
from the hash-pinned `requirements.lock` once; while the lock stays the same they start at once.
`run` opens the window where there is a display, and elsewhere runs the demonstration. What Linux
lacks for the window or the tests is installed as root on a Debian system; anyone else is told the
line to type. So is what `test --judges` needs, which asks programs that are not ours.

This file, `environment.py` and `machine.py` use the standard library only, and no syntax that
would keep an old Python from getting as far as saying that it is too old.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

import environment
import machine
from environment import ENVIRONMENT, ROOT, SetUpError, interpreter, surroundings

WITHOUT_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command; return 0 when all that was asked for was done and passed."""
    options, extra = _parser().parse_known_args(arguments)
    try:
        environment.check_python(sys.version_info[:2])
        environment.make_environment(ENVIRONMENT, environment.LOCK)
        if options.command == "run":
            return run(extra)
        return test(extra, judges=options.judges)
    except SetUpError as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Set up this machine, then run Isocost or its tests.", allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="run | test")
    running = "the window on the sample, or the main job without one; or any isocost command"
    commands.add_parser("run", help=running, add_help=False, allow_abbrev=False)
    testing = commands.add_parser(
        "test", help="style, types and tests; what follows goes to pytest", allow_abbrev=False
    )
    testing.add_argument(
        "--judges",
        action="store_true",
        help="also ask foreign programs about the report, and use the window as a person does",
    )
    return parser


# -- run ------------------------------------------------------------------------------------------


def run(extra: list[str]) -> int:
    """Run the product: a command if one is given, else the window, else the demonstration."""
    obstacle = obstacle_to_a_window() if not extra or extra[0] == "open" else ""
    if extra and obstacle:
        raise SetUpError(obstacle)
    if obstacle:
        print(f"{obstacle} The demonstration runs instead, without a window.\n", flush=True)
    arguments = product_command(extra, window=not obstacle)
    command = [str(interpreter(ENVIRONMENT)), "-m", "desktop_app", *arguments]
    return subprocess.run(command, env=surroundings(PYTHONPATH=str(ROOT)), check=False).returncode


def product_command(extra: list[str], *, window: bool) -> list[str]:
    """Return the product's arguments: a command as it is; options belong to the demonstration."""
    if extra and not extra[0].startswith("-"):
        return extra
    if window and not extra:
        return ["open", "--sample"]
    return ["demo", "-o", "isocost-demo", *extra]


def obstacle_to_a_window() -> str:
    """Prepare this machine for a window; return in sentences what keeps one away, or nothing."""
    if not machine.has_display():
        return "There is no display here."
    missing = machine.provide(machine.WINDOW_LIBRARIES, "open the window")
    if missing:
        return f"The window needs what is not installed here: {', '.join(missing)}."
    if not machine.display_answers():
        return "The display that DISPLAY names cannot be reached."
    return ""


# -- test -----------------------------------------------------------------------------------------


def test(extra: list[str], *, judges: bool) -> int:
    """Run every check even when one fails, then say what failed and what was not run."""
    missing = machine.provide(machine.QT_LIBRARIES, "run the tests")
    if missing:
        raise SetUpError(f"The tests need what is not installed here: {', '.join(missing)}.")
    outcomes = {
        name: _passes(name, [str(interpreter(ENVIRONMENT)), "-m", *command])
        for name, command in checks(extra).items()
    }
    not_run = {}
    if judges:
        not_run = prepare_judges()
        outcomes["judges"] = _passes(
            "judges", [str(interpreter(ENVIRONMENT)), "-m", "pytest", "-m", "judge", "-ra"]
        )
    print(closing(outcomes, not_run, judges=judges))
    return 0 if all(outcomes.values()) and not not_run else 1


def checks(extra: list[str]) -> dict[str, list[str]]:
    """Return the checks of `test` in order, quickest first: a name and a Python module to run."""
    return {
        "style": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "tests": ["pytest", "-n", "auto", "--maxprocesses", "8", "-m", "not judge", *extra],
    }


def _passes(name: str, command: list[str]) -> bool:
    print(f"\n== {name}: {' '.join(command[2:])}", flush=True)
    around = surroundings(**WITHOUT_SCREEN)
    return subprocess.run(command, cwd=ROOT, env=around, check=False).returncode == 0


def closing(outcomes: dict[str, bool], not_run: dict[str, str], *, judges: bool) -> str:
    """Write the last lines: each check's outcome, and plainly what was not run and why."""
    lines = ["", "== summary"]
    lines += [f"{name}: {'passed' if passed else 'FAILED'}" for name, passed in outcomes.items()]
    if not_run and outcomes["judges"]:
        lines[-1] = "judges: passed as far as they could be asked"
    lines += [f"NOT RUN: {name}: {reason}" for name, reason in not_run.items()]
    if not judges:
        lines.append(f"not asked: {', '.join(machine.JUDGES)} (add --judges)")
    return "\n".join(lines)


def prepare_judges() -> dict[str, str]:
    """Install what the judges need where that is possible.

    Returns:
        Each judge that cannot be asked, with the reason.
    """
    everything = {
        tool: package for needs in machine.JUDGES.values() for tool, package in needs.items()
    }
    machine.provide(everything, "ask every judge")
    reasons = {
        judge: f"{', '.join(tools)} not found" for judge, tools in machine.missing_tools().items()
    }
    try:
        environment.make_environment(environment.JUDGES_ENVIRONMENT, environment.JUDGES_LOCK)
    except SetUpError as stop:
        reasons["veraPDF"] = str(stop)
    return reasons


if __name__ == "__main__":
    sys.exit(main())
