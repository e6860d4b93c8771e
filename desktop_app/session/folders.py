"""Where the program keeps what is its own: recovery copies, locks and preferences."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

OVERRIDE = "ISOCOST_STATE"
"""Names one folder for everything, as a portable installation or a test wants it."""


@dataclass(frozen=True)
class Folders:
    """The folders of one user; made when something is first put there.

    Attributes:
        state: For what may be lost: recovery copies, locks, the log.
        config: For preferences.
    """

    state: Path
    config: Path

    @classmethod
    def of_user(cls) -> Folders:
        """Return the folders that the operating system sets aside for this program."""
        chosen = os.environ.get(OVERRIDE)
        if chosen:
            return cls.under(Path(chosen))
        from platformdirs import user_config_path, user_state_path  # noqa: PLC0415 - often unused

        return cls(
            user_state_path("isocost", appauthor=False),
            user_config_path("isocost", appauthor=False),
        )

    @classmethod
    def under(cls, folder: Path) -> Folders:
        """Return folders that all lie in one."""
        return cls(folder, folder)

    @property
    def recovery(self) -> Path:
        """Folder of the recovery copies."""
        return self.state / "recovery"

    @property
    def locks(self) -> Path:
        """Folder of the marks that say which files are open."""
        return self.state / "locks"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "isocost.log"

    @property
    def preferences(self) -> Path:
        """The file of the preferences."""
        return self.config / "preferences.json"


def made(folder: Path) -> Path:
    """Return the folder, made if it was not there; others on the machine cannot look into it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
