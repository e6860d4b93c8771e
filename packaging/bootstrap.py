"""Set up a machine and do the job: `python3 packaging/bootstrap.py run` or `… test`.

Needs nothing but Python 3.11 with venv, on Linux, Windows or macOS, and no display. Both commands
make `.venv` from the hash-pinned `requirements.lock` once; while the lock stays the same they
start at once. `test --judges` also asks programs that are not ours: as root on a Debian system it
installs those that are missing, elsewhere it says what to install and lists what it could not run.

This file and `machine.py` use the standard library only, and no syntax that would keep an old
Python from getting as far as saying that it is too old.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import machine

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
JUDGES_LOCK = ROOT / "packaging" / "judges.lock"
ENVIRONMENT = ROOT / ".venv"
JUDGES_ENVIRONMENT = ROOT / ".venv-judges"
STAMP = "installed.txt"
OLDEST = (3, 11)


class SetUpError(Exception):
    """Set-up cannot go on; the text says what happened and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command; return 0 when all that was asked for was done and passed."""
    options, extra = _parser().parse_known_args(arguments)
    try:
        check_python(sys.version_info[:2])
        make_environment(ENVIRONMENT, LOCK)
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
    running = "the main job on the sample; or any isocost command that follows"
    commands.add_parser("run", help=running, add_help=False, allow_abbrev=False)
    testing = commands.add_parser(
        "test", help="style, types and tests; what follows goes to pytest", allow_abbrev=False
    )
    testing.add_argument(
        "--judges", action="store_true", help="also ask veraPDF, qpdf and poppler about the report"
    )
    return parser


# -- the two commands -----------------------------------------------------------------------------


def run(extra: list[str]) -> int:
    """Run the product: a command if one is given, else the demonstration."""
    command = [str(interpreter(ENVIRONMENT)), "-m", "desktop_app", *product_command(extra)]
    return subprocess.run(command, env=surroundings(PYTHONPATH=str(ROOT)), check=False).returncode


def product_command(extra: list[str]) -> list[str]:
    """Return the arguments for the product: its own command line, or the demo and its options."""
    if extra and not extra[0].startswith("-"):
        return extra
    return ["demo", "-o", "isocost-demo", *extra]


def test(extra: list[str], *, judges: bool) -> int:
    """Run every check even when one fails, then say what failed and what was not run."""
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
    finished = subprocess.run(command, cwd=ROOT, env=surroundings(), check=False)
    return finished.returncode == 0


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


# -- the product's environment --------------------------------------------------------------------


def check_python(version: tuple[int, ...]) -> None:
    """Stop with a sentence when Python is too old or cannot make environments."""
    if version < OLDEST:
        found = ".".join(str(part) for part in version)
        raise SetUpError(
            f"Isocost needs Python 3.11 or newer, and this is Python {found}. "
            "Start this command with a newer one, for example: python3.11 packaging/bootstrap.py"
        )
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise SetUpError(
            "This Python cannot make environments: its venv module is not installed. "
            f"On Debian and Ubuntu: {machine.sudo_prefix()}apt-get install -y python3-venv"
        )


def make_environment(folder: Path, lock: Path) -> None:
    """Install exactly what the lock lists, unless that has been done already."""
    if is_current(folder, lock):
        return
    print(f"Preparing {folder.name} (once; this takes a minute) ...", flush=True)
    if not interpreter(folder).exists():
        _run_or_stop(
            [sys.executable, "-m", "venv", "--clear", str(folder)],
            f"The folder {folder} could not be made.",
        )
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet", "--no-input"]
    command = [str(interpreter(folder)), "-m", "pip", "install", *options, "-r", str(lock)]
    _run_or_stop(command, f"The packages for {folder.name} could not be installed.")
    (folder / STAMP).write_text(stamp(lock), encoding="utf-8")


def is_current(folder: Path, lock: Path) -> bool:
    """Tell whether the environment exists and was made from this very lock and Python."""
    record = folder / STAMP
    if not interpreter(folder).exists() or not record.exists():
        return False
    return record.read_text(encoding="utf-8") == stamp(lock)


def stamp(lock: Path) -> str:
    """Return what identifies an installation: the lock's SHA-256 and the Python version."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} python {sys.version_info[0]}.{sys.version_info[1]}\n"


def interpreter(folder: Path) -> Path:
    """Return where an environment keeps its Python on this kind of machine."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment variables for a command: those there are, UTF-8, and those named."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


def _run_or_stop(command: list[str], failure: str) -> None:
    finished = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if finished.returncode != 0:
        lines = finished.stdout.splitlines()
        told = [line for line in lines if not line.startswith("WARNING: Retrying")]
        print("\n".join(told), file=sys.stderr)
        raise SetUpError(f"{failure} {advice(finished.stdout)}")


def advice(output: str) -> str:
    """Turn what pip or venv printed into what the reader can do."""
    said = output.lower()
    if "do not match the hashes" in said:
        return (
            "A package is not the one that was checked when the lock was made, so it was refused. "
            "Try again, and report it if it stays so."
        )
    if "connection" in said or "name resolution" in said or "timed out" in said:
        return (
            "The package registry was not reached: check the network or proxy, then try again. "
            "For a machine without a network see 'Off line' in packaging/README.md."
        )
    if "no matching distribution" in said:
        return (
            "A package has no ready-made form for this machine and this Python. "
            "packaging/README.md lists where Isocost runs."
        )
    return "The lines above say why."


# -- the judges -----------------------------------------------------------------------------------


def prepare_judges() -> dict[str, str]:
    """Install what the judges need where that is possible.

    Returns:
        Each judge that cannot be asked, with the reason.
    """
    machine.install(machine.missing_packages())
    lacking = machine.missing_tools()
    reasons = {judge: f"{', '.join(tools)} not found" for judge, tools in lacking.items()}
    try:
        make_environment(JUDGES_ENVIRONMENT, JUDGES_LOCK)
    except SetUpError as stop:
        reasons["veraPDF"] = str(stop)
    return reasons


if __name__ == "__main__":
    sys.exit(main())
