"""At which volume options change places, in words: report, window and command line print these."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.analysis.comparison import Cell, OptionRow, option_row
from desktop_app.analysis.recommend import label
from desktop_app.analysis.volumes import LEAST, MOST
from desktop_app.analysis.wording import NBSP, NONE, listed, named, significant

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.analysis.volumes import VolumeMeeting

TITLE = "At which volume the cheaper option changes"
CAPTION = (
    f"Present value of cost at {LEAST:g} to {MOST:g} times the planned volume, all workloads "
    "alike · PL"
)
ANY = f"at any volume from {LEAST:g}{NBSP}× to {MOST:g}{NBSP}×"
NEVER = f"at none from {LEAST:g}{NBSP}× to {MOST:g}{NBSP}×"


@dataclass(frozen=True, kw_only=True)
class VolumeTable:
    """The table: heads that name the rivals, and at which volumes each option costs less."""

    heads: tuple[str, ...]
    rows: tuple[OptionRow, ...]


def by_volume(study: Study) -> VolumeTable:
    """Hold every option against the recommended one and the baseline, as far as they differ."""
    rivals = [key for key in (study.ranking.first, study.baseline) if key is not None]
    rivals = list(dict.fromkeys(rivals))
    return VolumeTable(
        heads=("Option", *(f"Costs less than {named(label(study, key))}" for key in rivals)),
        rows=tuple(
            option_row(study, key, tuple(_cell(study, key, rival) for rival in rivals))
            for key in study.order
            if len(study.order) > 1 and any(key != rival for rival in rivals)
        ),
    )


def _cell(study: Study, key: str, rival: str) -> Cell:
    if key == rival:
        return Cell(text=NONE)
    meeting = next(
        met for met in study.analysis.volume_meetings if {met.first, met.second} == {key, rival}
    )
    return Cell(text=spans(meeting, key), origins=(meeting.volumes.key,))


def spans(meeting: VolumeMeeting, key: str) -> str:
    """Say at which multiples of the planned volume an option costs less than the other.

    Args:
        meeting: The two options.
        key: Which of them.
    """
    side = "a" if key == meeting.first else "b"
    if not meeting.turns:
        return ANY if meeting.cheaper_at_least == side else NEVER
    ends = [
        (LEAST, meeting.cheaper_at_least),
        *((turn.volume, turn.cheaper_above) for turn in meeting.turns),
        (MOST, ""),
    ]
    said = []
    for (begin, cheaper), (end, _) in pairwise(ends):
        if cheaper != side:
            continue
        if begin == LEAST:
            said.append(f"below {times(end)}")
        elif end == MOST:
            said.append(f"above {times(begin)}")
        else:
            said.append(f"from {times(begin)} to {times(end)}")
    return listed(said)


def times(volume: float) -> str:
    """Write a multiple: "1.06 ×"."""
    return f"{significant(volume)}{NBSP}×"
