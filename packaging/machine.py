"""What this machine has of what window, tests and judges need, and how it is given the rest.

A need is a program on the path, a file (its name may hold ``*``) or, with ``.so.`` in its name, a
shared library of Linux; beside it stands the Debian package that brings it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# What Qt is linked with, and does not bring: without these not even a test without a screen runs.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {
    **QT_LIBRARIES,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
JUDGES = {
    "veraPDF": {
        "java": "default-jre-headless",
        "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
    },
    "qpdf": {"qpdf": "qpdf"},
    "poppler": {
        "pdfinfo": "poppler-utils",
        "pdffonts": "poppler-utils",
        "pdfdetach": "poppler-utils",
        "pdftotext": "poppler-utils",
    },
    "Xvfb": {
        "Xvfb": "xvfb",
        "openbox": "openbox",
        "xdotool": "xdotool",
        "ffmpeg": "ffmpeg",
        **WINDOW_LIBRARIES,
    },
    "AT-SPI": {
        "dbus-daemon": "dbus",
        "dbus-send": "dbus",
        "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
        "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
        "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    },
}


def missing_tools() -> dict[str, list[str]]:
    """Return the judges that lack something on this machine, with what they lack."""
    lacking = {judge: missing(needs) for judge, needs in JUDGES.items()}
    return {judge: tools for judge, tools in lacking.items() if tools}


def missing(needs: dict[str, str]) -> list[str]:
    """Return those of the needs that this machine does not have."""
    return [need for need in needs if not is_present(need)]


def is_present(need: str) -> bool:
    """Tell whether a program is on the path, a file is there, or a library can be loaded."""
    if ".so." in need:
        return not is_linux() or loads(need)
    return shutil.which(need) is not None or any(Path("/").glob(need.lstrip("/")))


def loads(library: str) -> bool:
    """Tell whether a shared library and all that it needs itself can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_linux() -> bool:
    """Tell whether this is Linux, where Qt needs libraries that it does not bring."""
    return sys.platform.startswith("linux")


# -- the display ----------------------------------------------------------------------------------


def has_display() -> bool:
    """Tell whether this session has a screen to open a window on."""
    if not is_linux():
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def display_answers() -> bool:
    """Tell whether the X server lets us in; Qt would not ask, but end the process."""
    if not is_linux() or os.environ.get("WAYLAND_DISPLAY"):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


# -- getting the rest -----------------------------------------------------------------------------


def provide(needs: dict[str, str], purpose: str) -> list[str]:
    """Install what is missing where that can be done without asking; else say how to.

    Args:
        needs: What has to be there, and the package that brings it.
        purpose: What it is for, as an infinitive without "to".

    Returns:
        What is still missing.
    """
    packages = sorted({needs[need] for need in missing(needs)})
    if packages:
        install(packages, purpose)
    return missing(needs)


def install(packages: list[str], purpose: str) -> None:
    """Install Debian packages as root; anyone else is told the line to type."""
    if shutil.which("apt-get") is None:
        print(
            f"\nTo {purpose}, install what Debian calls {', '.join(packages)} "
            "in the way of this system.",
            flush=True,
        )
        return
    order = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sudo_prefix():
        print(f"\nTo {purpose}, first type:\n    {sudo_prefix()}{' '.join(order)}\n", flush=True)
        return
    print(f"\nInstalling {', '.join(packages)} to {purpose} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*order, "-qq"]):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)


def sudo_prefix() -> str:
    """Return "sudo " where an ordinary user would need it, else nothing."""
    return "sudo " if hasattr(os, "geteuid") and os.geteuid() != 0 else ""
