"""Runs the commands of a page, one after the other, on a desk with the files it speaks of."""

import contextlib
import io
import shlex
import shutil
from pathlib import Path

from doc_pages import ROOT, blocks

from desktop_app.cli import main

SAMPLES = ROOT / "resources/samples"
STARTER = (
    "isocost new my.isocost --start 2027-01-01 --rate USD=0.86 --rate-date 2026-11-20 "
    "--rate-source ECB"
)


def run(command):
    """Run one line of a page, with its redirection, and return code and output."""
    words = shlex.split(command, comments=True)
    target = words[words.index(">") + 1] if ">" in words else ""
    arguments = words[1 : words.index(">")] if target else words[1:]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    if target:
        Path(target).write_text(out.getvalue(), encoding="utf-8")
    return code, out.getvalue() + err.getvalue()


def lay_out(folder):
    """Put into a folder what somebody has on the disk who follows the pages."""
    for name, sample in {
        "bill-aws.csv.gz": "meridian-aws.csv.gz",
        "bill-azure.csv.gz": "meridian-microsoft.csv.gz",
        "meridian.isocost": "meridian.isocost",
    }.items():
        shutil.copy(SAMPLES / sample, folder / name)


def follow(page):
    """Do what a page says, and hold what it shows against what is printed."""
    printed = ""
    for block in blocks(page):
        if block.language == "sh":
            printed += "".join(_done(block, line) for line in _commands(block))
        elif block.language == "text":
            for line in block.text.splitlines():
                assert _plain(line) in _plain(printed), f"{block}: {line}"


def _done(block, line):
    assert line.startswith("isocost "), f"{block}: {line}"
    code, output = run(line)
    assert code == (2 if "# refused" in line else 0), f"{block}: {line}\n{output}"
    return output


def _commands(block):
    lines = block.text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip()]


def _plain(text):
    """A text with all its spaces alike."""
    return " ".join(text.split())
