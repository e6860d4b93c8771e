"""The Python environments: made once, from a hash-pinned lock alone, and only ever whole."""

from __future__ import annotations

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
