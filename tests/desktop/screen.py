"""A screen for the program alone, and a person's hands and eyes at it.

An X server without a monitor, a window manager (without one no window gets the keys), a message
bus on which a screen reader could listen, and xdotool for keyboard and mouse.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab
from programs import PATIENCE, Program, TooLateError, until

SIZE = (1280, 800)
CURSOR = (2, 40)  # pixels, wide and high at most


@dataclass(frozen=True)
class Window:
    """A window: its number on the server, and where its inside lies on the screen, in pixels."""

    number: str
    x: int
    y: int
    width: int
    height: int


def moved(then: Image.Image, now: Image.Image) -> bool:
    """Whether two pictures differ by more than the cursor of a field."""
    box = ImageChops.difference(now, then).getbbox()
    return box is not None and (box[2] - box[0] > CURSOR[0] or box[3] - box[1] > CURSOR[1])


class Screen:
    """A screen of 1280 by 800 pixels with a window manager and a bus; see `screen()`."""

    def __init__(self, display: str, around: dict[str, str], folder: Path) -> None:
        self.display = display
        self.around = around
        self.folder = folder
        self._programs: list[Program] = []

    # -- programs and windows ---------------------------------------------------------------------

    def start(self, *command: str | Path, **more: str) -> Program:
        """Start a program on this screen, with further environment variables."""
        log = self.folder / f"program-{len(self._programs)}.log"
        program = Program([str(part) for part in command], {**self.around, **more}, log)
        self._programs.append(program)
        return program

    def window(self, title: str, seconds: float = PATIENCE) -> Window:
        """Wait for a window by a part of its title (a regular expression), and put it in front.

        Raises:
            TooLateError: None came; the text holds what the programs said.
        """
        try:
            number = until(lambda: self._search(title), f"A window called {title!r}", seconds)
        except TooLateError as late:
            said = "\n".join(program.said for program in self._programs)
            raise TooLateError(f"{late}\n{said}") from None
        self._hand("windowactivate", "--sync", number)
        told = dict(
            line.split("=") for line in self._hand("getwindowgeometry", "--shell", number).split()
        )
        place = (int(told[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return Window(number, *place)

    def windows(self, title: str) -> int:
        """How many windows that can be seen have a title like this."""
        return len(self._ask("search", "--onlyvisible", "--name", title).split())

    def resize(self, window: Window, width: int, height: int) -> None:
        """Give a window another size."""
        self._hand("windowsize", "--sync", window.number, str(width), str(height))

    def close(self, window: Window) -> None:
        """Ask a window to close, as its button does."""
        self._hand("windowactivate", "--sync", window.number)
        self.press("alt+F4")

    def end_programs(self) -> None:
        """End what was started and still runs."""
        for program in self._programs:
            program.end()

    # -- hands ------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        self._hand("type", "--delay", "25", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys one after another: ``press("Tab", "ctrl+z")``."""
        for key in keys:
            self._hand("key", "--clearmodifiers", key)

    def click(self, x: int, y: int, times: int = 1, button: int = 1) -> None:
        """Click at a place on the screen."""
        self.point(x, y)
        self._hand("click", "--repeat", str(times), "--delay", "60", str(button))

    def point(self, x: int, y: int) -> None:
        """Move the mouse to a place on the screen."""
        self._hand("mousemove", str(x), str(y))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button at one place, and let it go at another."""
        self.point(*start)
        self._hand("mousedown", "1")
        for step in (0.25, 0.5, 0.75, 1.0):
            self.point(*(round(a + (b - a) * step) for a, b in zip(start, end, strict=True)))
            time.sleep(0.03)
        self._hand("mouseup", "1")

    def scroll(self, steps: int) -> None:
        """Turn the wheel: downwards with a number above nought."""
        self._hand("click", "--repeat", str(abs(steps)), "5" if steps > 0 else "4")

    # -- eyes -------------------------------------------------------------------------------------

    def picture(self) -> Image.Image:
        """What is on the screen now, in colours."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def resting(self, seconds: float = PATIENCE) -> Image.Image:
        """Wait until nothing moves on the screen but a blinking cursor, and return the picture."""
        before = [self.picture()]

        def same() -> Image.Image | None:
            time.sleep(0.2)
            now, then = self.picture(), before[0]
            before[0] = now
            return None if moved(then, now) else now

        return until(same, "A screen on which nothing moves", seconds)

    @contextmanager
    def filmed(self, film: Path, pictures_a_second: int = 12) -> Iterator[None]:
        """Record the screen into an mp4 file for as long as the block lasts."""
        command = ["ffmpeg", "-y", "-loglevel", "error", "-f", "x11grab", "-draw_mouse", "1"]
        command += ["-framerate", str(pictures_a_second), "-video_size", "{}x{}".format(*SIZE)]
        command += ["-i", self.display, "-pix_fmt", "yuv420p", str(film)]
        camera = subprocess.Popen(command, stdin=subprocess.PIPE, env=self.around)
        try:
            until(film.exists, "The first picture of the film")
            yield
        finally:
            camera.communicate(b"q", timeout=PATIENCE)

    def _search(self, title: str) -> str:
        found = self._ask("search", "--onlyvisible", "--name", title).split()
        return found[-1] if found else ""

    def _hand(self, *order: str) -> str:
        done = subprocess.run(
            ["xdotool", *order],
            env=self.around,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {' '.join(order)}: {done.stderr}"
        return done.stdout

    def _ask(self, *order: str) -> str:
        return subprocess.run(
            ["xdotool", *order], env=self.around, capture_output=True, text=True, check=False
        ).stdout


# -- making one -----------------------------------------------------------------------------------


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Make a screen, and end all that runs on it when the block ends.

    Args:
        folder: For what the programs print and keep.
    """
    with ExitStack() as stack:
        runtime = stack.enter_context(tempfile.TemporaryDirectory(prefix="isocost-screen-"))
        around = {
            **os.environ,
            "XDG_RUNTIME_DIR": runtime,  # short: a socket's path holds 107 letters
            "ISOCOST_STATE": str(folder / "state"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        around["DISPLAY"] = f":{_started(stack, _server, around, folder / 'server.log')}"
        around["DBUS_SESSION_BUS_ADDRESS"] = _started(stack, _bus, around, folder / "bus.log")
        for name, command in COMPANIONS.items():
            stack.callback(Program(command, around, folder / f"{name}.log").end)
        made = Screen(around["DISPLAY"], around, folder)
        stack.callback(made.end_programs)
        subprocess.run(SOMEBODY_LISTENS, env=around, capture_output=True, timeout=60, check=True)
        until(lambda: made._ask("get_num_desktops").strip().isdigit(), "A window manager")
        yield made


COMPANIONS = {
    "openbox": ["openbox", "--sm-disable"],
    "accessibility": ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
}
SOMEBODY_LISTENS = [
    "dbus-send",
    "--session",
    "--print-reply",
    "--dest=org.a11y.Bus",
    "/org/a11y/bus",
    "org.freedesktop.DBus.Properties.Set",
    "string:org.a11y.Status",
    "string:IsEnabled",
    "variant:boolean:true",
]


def _server(pipe: int) -> list[str]:
    shape = "{}x{}x24".format(*SIZE)
    return ["Xvfb", "-displayfd", str(pipe), "-screen", "0", shape, "-nolisten", "tcp", "-noreset"]


def _bus(pipe: int) -> list[str]:
    return ["dbus-daemon", "--session", "--nofork", f"--print-address={pipe}"]


def _started(
    stack: ExitStack, command: Callable[[int], list[str]], around: dict[str, str], log: Path
) -> str:
    """Start a server that chooses its own address, and return the address it tells."""
    read, write = os.pipe()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command(write), env=around, stdout=out, stderr=out, pass_fds=[write]
        )
    os.close(write)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    with os.fdopen(read, encoding="utf-8") as told:
        address = told.readline().strip()
    assert address, f"{command(write)[0]} did not start: {log.read_text(encoding='utf-8')}"
    return address
