"""Every page looks as it was approved, to the pixel.

After a change that was meant: ``ISOCOST_APPROVE=1 .venv/bin/python -m pytest tests/screens``, then
look at what changed in ``tests/screens/approved`` before keeping it.
"""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from desktop_app.decision.steps import STEPS

APPROVED = Path(__file__).with_name("approved")
APPROVING = os.environ.get("ISOCOST_APPROVE") == "1"
MOST_BYTES = 3_000_000
PAGES = ("start", *(step.key for step in STEPS))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="The approved pictures were lettered by FreeType on Linux."
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_looks_as_approved(page, photographer, tmp_path):
    taken = photographer.picture(page)
    approved = APPROVED / f"{photographer.theme}-{page}.png"
    if APPROVING:
        keep(taken, approved)
    assert approved.exists(), f"No picture of {page} is approved; {__doc__.splitlines()[2]}"
    wanted = QImage(str(approved)).convertToFormat(QImage.Format.Format_RGB888)
    if taken != wanted:
        keep(taken, tmp_path / "taken.png")
        pytest.fail(f"{differing(taken, wanted)} See {tmp_path / 'taken.png'} beside {approved}.")


def test_the_approved_pictures_stay_small_and_none_is_left_over():
    kept = {path.name: path.stat().st_size for path in APPROVED.glob("*")}
    assert sum(kept.values()) < MOST_BYTES
    assert set(kept) == {f"{theme}-{page}.png" for theme in ("light", "dark") for page in PAGES}


def keep(picture, path):
    path.parent.mkdir(exist_ok=True)
    assert picture.save(str(path), "PNG", 0)  # quality 0 packs tightest and loses nothing


def differing(taken, wanted):
    """Say how many pixels differ and where."""
    if taken.size() != wanted.size():
        return f"It measures {taken.size().toTuple()}, approved was {wanted.size().toTuple()}."
    rows, columns = np.nonzero((pixels(taken) != pixels(wanted)).any(axis=2))
    where = f"x {columns.min()} to {columns.max()}, y {rows.min()} to {rows.max()}"
    return f"{len(rows)} pixels differ, {where}."


def pixels(picture):
    flat = np.frombuffer(picture.constBits(), np.uint8)
    whole = flat.reshape(picture.height(), picture.bytesPerLine())[:, : picture.width() * 3]
    return whole.reshape(picture.height(), picture.width(), 3)
