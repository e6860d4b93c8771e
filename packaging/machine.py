"""What this machine has of what the judges need, and how it is given the rest."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

JAXB = "/usr/share/java/jaxb-runtime.jar"

# What a judge needs on the machine (a program on the path, or a file) and who packages it.
JUDGES = {
    "veraPDF": {"java": "default-jre-headless", JAXB: "libjaxb-java"},
    "qpdf": {"qpdf": "qpdf"},
    "poppler": {
        "pdfinfo": "poppler-utils",
        "pdffonts": "poppler-utils",
        "pdfdetach": "poppler-utils",
        "pdftotext": "poppler-utils",
    },
}


def missing_tools() -> dict[str, list[str]]:
    """Return the judges that lack something on this machine, with what they lack."""
    lacking = {
        judge: [tool for tool in tools if not is_present(tool)] for judge, tools in JUDGES.items()
    }
    return {judge: tools for judge, tools in lacking.items() if tools}


def missing_packages() -> list[str]:
    """Return the Debian packages that would bring what is missing, each once, in order."""
    return sorted(
        {JUDGES[judge][tool] for judge, tools in missing_tools().items() for tool in tools}
    )


def is_present(tool: str) -> bool:
    """Tell whether a program is on the path, or a file is there."""
    return shutil.which(tool) is not None or Path(tool).is_file()


def install(packages: list[str]) -> None:
    """Install Debian packages when that can be done without asking; else say how to."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        print(f"\nMissing here: {', '.join(packages)} (Debian's names). Install them yourself.")
        return
    order = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sudo_prefix():
        print(f"\nTo ask every judge, first run:\n    sudo {' '.join(order)}")
        return
    print(f"\nInstalling {', '.join(packages)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*order, "-qq"]):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)


def sudo_prefix() -> str:
    """Return "sudo " where an ordinary user would need it, else nothing."""
    return "sudo " if hasattr(os, "geteuid") and os.geteuid() != 0 else ""
