"""The house rules that no linter knows."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_app"
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(file.relative_to(PACKAGE)) for file in FILES]
BANNED = {"utils", "util", "helpers", "common", "misc", "manager", "base"}
ROOMS = {
    "analysis",
    "billing",
    "choice",
    "cli",
    "decision",
    "economics",
    "figures",
    "knowledge",
    "outcome",
    "report",
    "session",
    "storage",
    "ui",
    "uncertainty",
    "verify",
}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS = 300, 50, 250
LIMITS = {
    ast.FunctionDef: LONGEST_FUNCTION,
    ast.AsyncFunctionDef: LONGEST_FUNCTION,
    ast.ClassDef: LONGEST_CLASS,
}
TEXTS = {".py", ".md", ".toml", ".yaml", ".csv", ".json", ".isocost", ".xml", ".lock", ".in"}
FORBIDDEN = {
    "a path of some machine": r"(?<![\w.~])/(work|root|home/\w+|Users/\w+)/",
    "a host of packages": r"py(pi|thonhosted)\.[o]rg|index[-]url|arti[f]actory",
    "work left undone": r"\b(TODO|FIXME|XXX)\b",
    "who or what wrote it": r"(?i)\b(written|generated|made|built) (by|with) (an? )?(ai|llm)\b",
}


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_files_classes_and_functions_stay_small(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if type(node) in LIMITS:
            assert node.end_lineno - node.lineno < LIMITS[type(node)], node.name


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_module_says_what_it_is_for(file):
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert said
    assert said.splitlines()[0].endswith((".", ":", "?", ";")), said


def test_no_module_is_named_after_nothing():
    assert not [name for name, file in zip(NAMES, FILES, strict=True) if file.stem in BANNED]


def test_the_list_of_rooms_is_closed():
    """A further room needs a reason in writing; ARCHITECTURE.md is the place."""
    rooms = {
        entry.stem
        for entry in PACKAGE.iterdir()
        if entry.suffix == ".py" or (entry / "__init__.py").exists()
    }
    assert rooms - {"__init__", "__main__"} == ROOMS


def test_imports_run_downhill():
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_each_room_can_be_entered_first():
    """No room leans on another having been imported before it."""
    code = (
        "import importlib, sys\n"
        f"for name in {sorted(ROOMS)!r}:\n"
        "    importlib.import_module(f'desktop_app.{name}')\n"
        "    ours = [m for m in sys.modules if m.split('.')[0] == 'desktop_app']\n"
        "    [sys.modules.pop(m) for m in ours]\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def published():
    """The project's own files that a reader may open."""
    files = kept() or [p for p in ROOT.rglob("*") if not hidden(p)]
    here = Path(__file__).resolve()
    return [f for f in files if f.suffix in TEXTS and f.is_file() and f.resolve() != here]


def kept():
    """The files under version control; none where there is no version control."""
    if shutil.which("git") is None:
        return []
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def hidden(path):
    return any(part.startswith((".", "__")) for part in path.relative_to(ROOT).parts[:-1])


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_speaks_of(what):
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in published()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)


def test_what_is_forbidden_would_be_found():
    for pattern, example in zip(
        FORBIDDEN.values(),
        (
            "read /" + "work/shared",
            "https://py" + "pi.org/simple",
            "# TO" + "DO: later",
            "generated " + "by AI",
        ),
        strict=True,
    ):
        assert re.search(pattern, example)


def last_words(call):
    """The last piece of text of the message of a refusal, empty where that is computed."""
    message = call.args[0]
    if isinstance(message, ast.JoinedStr):
        message = message.values[-1]
    return message.value if isinstance(message, ast.Constant) else ""


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_every_refusal_is_a_whole_sentence(file):
    calls = [n for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Call)]
    refusals = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "Refused"]
    for call in (c for c in refusals if c.args and last_words(c)):
        assert last_words(call).endswith("."), (call.lineno, last_words(call))
