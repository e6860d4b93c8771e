"""What a person set up for the window, and which files they had open.

Standard library alone: the first window reads this before anything is loaded. A damaged file is
set aside and the defaults are used; nobody is kept from their work by a preference.
"""

from __future__ import annotations

import contextlib
import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from desktop_app.storage.atomic import write_atomically

if TYPE_CHECKING:
    from os import PathLike

log = logging.getLogger(__name__)

Theme = Literal["light", "dark", "high_contrast"]

MOST_RECENTS = 12
LEAST_ZOOM, MOST_ZOOM = 0.5, 3.0


@dataclass(frozen=True)
class Recent:
    """A file that was open, with what the start page says of it.

    Attributes:
        path: Where it lies.
        title: Of the decision.
        when: When it was last open here, ISO 8601.
        option: Name of the option that was ahead; empty when none was.
        mark: The mark of that option.
        cost: What it costs, in words: "3.22 M EUR".
        step: The step the person was at, in words.
    """

    path: str
    title: str
    when: str = ""
    option: str = ""
    mark: str = ""
    cost: str = ""
    step: str = ""


@dataclass(frozen=True)
class Preferences:
    """How the window looks and what it remembers; never anything of a decision.

    Attributes:
        recents: Files that were open, the latest first.
        theme: Colours of the window; empty to follow the system.
        zoom: Size of text and lengths, 1 is the design's.
        author: Name to sign comments and versions with.
        geometry: Place and size of the window, as the window wrote it.
        panel_shown: Whether the panel beside the page is open.
        last_folder: Where the last file was opened or saved.
    """

    recents: tuple[Recent, ...] = ()
    theme: Theme = "light"
    zoom: float = 1.0
    author: str = ""
    geometry: str = ""
    panel_shown: bool = True
    last_folder: str = ""

    def remembering(self, recent: Recent) -> Preferences:
        """Put a file first among the recent ones."""
        others = (one for one in self.recents if one.path != recent.path)
        return replace(self, recents=(recent, *others)[:MOST_RECENTS])

    def forgetting(self, path: PathLike[str]) -> Preferences:
        """Drop a file from the recent ones."""
        kept = tuple(one for one in self.recents if one.path != str(path))
        return replace(self, recents=kept)


def load(path: PathLike[str]) -> Preferences:
    """Read preferences; defaults for what is missing or makes no sense. Never fails."""
    source = Path(path)
    try:
        stated = json.loads(source.read_bytes())
    except FileNotFoundError:
        return Preferences()
    except OSError:
        log.warning("The preferences cannot be read.", exc_info=True)
        return Preferences()
    except (ValueError, RecursionError):
        stated = None
    if not isinstance(stated, dict):
        _set_aside(source)
        return Preferences()
    return _sensible(stated)


def save(preferences: Preferences, path: PathLike[str]) -> None:
    """Write preferences so that a crash leaves either the old ones or the new ones.

    Raises:
        Refused: The file cannot be written.
    """
    target = Path(path)
    with contextlib.suppress(OSError):  # the write below says what is wrong
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = json.dumps(asdict(preferences), indent=1, ensure_ascii=False)
    write_atomically(target, f"{text}\n".encode("utf-8", "surrogatepass"))


def _set_aside(source: Path) -> None:
    log.warning("The preferences are damaged; they were set aside.")
    with contextlib.suppress(OSError):
        source.replace(source.with_name(f"{source.name}.damaged"))


def _sensible(stated: dict[str, Any]) -> Preferences:
    """Take what is of the right kind, leave the rest at its default."""
    found = {
        field.name: stated[field.name]
        for field in fields(Preferences)
        if field.name in stated and _is_sensible(field.name, stated[field.name])
    }
    if "recents" in found:
        found["recents"] = tuple(_recents(found["recents"]))
    return Preferences(**found)


def _is_sensible(name: str, value: object) -> bool:
    if name == "recents":
        return isinstance(value, list)
    if name == "theme":
        return value in get_args(Theme)
    if name == "zoom":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and LEAST_ZOOM <= cast("float", value) <= MOST_ZOOM
    return isinstance(value, bool if name == "panel_shown" else str)


def _recents(stated: list[Any]) -> list[Recent]:
    found = []
    for one in stated[:MOST_RECENTS]:
        if isinstance(one, dict):
            texts = {k: v for k, v in one.items() if k in _RECENT and isinstance(v, str)}
            if texts.get("path"):
                found.append(Recent(**{"title": Path(texts["path"]).stem, **texts}))
    return found


_RECENT = {field.name for field in fields(Recent)}
