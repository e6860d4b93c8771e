"""A report of the demonstration, damaged copies of it, and what the judges need."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import environment  # noqa: E402 - stands in packaging/, which is no package
import machine  # noqa: E402


def needs(judge: str) -> None:
    """Skip, saying why, when a judge cannot be asked on this machine."""
    if missing := machine.missing_tools().get(judge):
        pytest.skip(f"{judge} was not asked: {', '.join(missing)} not found")


@pytest.fixture(scope="session")
def ask() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a judge's program and return what it said; skip when it is not installed."""

    def run(judge, program, *arguments):
        needs(judge)
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [program, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=environment,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def report(tmp_path_factory) -> Path:
    """The report that `isocost demo` writes."""
    folder = tmp_path_factory.mktemp("demo")
    demo = subprocess.run(
        [sys.executable, "-m", "desktop_app", "demo", "-o", str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert demo.returncode == 0, demo.stdout + demo.stderr
    (found,) = folder.rglob("*.pdf")
    return found


@pytest.fixture(scope="session")
def copies(report, tmp_path_factory) -> dict[str, Path]:
    """The report, saved again unchanged, and saved with one thing taken out of it."""
    folder = tmp_path_factory.mktemp("copies")
    made = {"report": report}
    for name, change in CHANGES.items():
        made[name] = folder / f"{name.replace(' ', '-')}.pdf"
        with pikepdf.open(report) as pdf:
            change(pdf)
            pdf.save(made[name])
    return made


def _nothing(pdf):
    pass


def _drop_output_intent(pdf):
    del pdf.Root.OutputIntents


def _drop_descriptions_of_figures(pdf):
    for part in pdf.objects:
        is_figure = isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/Figure"
        if is_figure and "/Alt" in part:
            del part["/Alt"]


def _drop_tags(pdf):
    del pdf.Root.StructTreeRoot


CHANGES = {
    "saved again": _nothing,
    "no output intent": _drop_output_intent,
    "undescribed figures": _drop_descriptions_of_figures,
    "no tags": _drop_tags,
}


@pytest.fixture(scope="session")
def verdicts(copies, tmp_path_factory) -> dict[tuple[str, str], dict]:
    """What veraPDF says of every copy, by name of the copy and flavour."""
    needs("veraPDF")
    if not environment.is_current(environment.JUDGES_ENVIRONMENT, environment.JUDGES_LOCK):
        pytest.skip("veraPDF was not asked: `packaging/bootstrap.py test --judges` installs it")
    answers = tmp_path_factory.mktemp("verdicts") / "verdicts.json"
    judge = [str(environment.interpreter(environment.JUDGES_ENVIRONMENT))]
    judge += [str(ROOT / "packaging" / "verapdf.py"), str(answers), "3a", "ua1", "--"]
    judge += [str(path) for path in copies.values()]
    asked = subprocess.run(judge, capture_output=True, text=True, check=False)
    assert answers.exists(), asked.stdout + asked.stderr
    names = {str(path): name for name, path in copies.items()}
    said = json.loads(answers.read_text(encoding="utf-8"))
    return {(names[verdict["file"]], verdict["flavour"]): verdict for verdict in said}
