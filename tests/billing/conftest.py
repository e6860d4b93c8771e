"""Writes and imports bills that differ in one thing from a valid one."""

import pytest
from specimens import as_csv

from desktop_app.billing import Marking, read_bills
from desktop_app.billing.engine import bench
from desktop_app.outcome import Refused


@pytest.fixture
def write(tmp_path):
    """Write a bill and return where; bytes and text are written as they are."""

    def file(content, name="bill.csv", encoding="utf-8", delimiter=","):
        path = tmp_path / name
        if isinstance(content, list):
            content = as_csv(content, delimiter)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return file


@pytest.fixture
def imported(write):
    """Import a bill made of rows, text or bytes."""

    def summary(content, name="bill.csv", encoding="utf-8", delimiter=",", **marking):
        path = write(content, name, encoding, delimiter)
        return read_bills([path], key="bill", label="Bill", marking=Marking(**marking))

    return summary


@pytest.fixture
def refused(imported):
    """Import what must be refused and return message and hint."""

    def refusal(content, **options):
        with pytest.raises(Refused) as caught:
            imported(content, **options)
        return f"{caught.value.message} {caught.value.hint}"

    return refusal


@pytest.fixture(scope="session")
def tools():
    """A bench for asking single questions."""
    with bench() as opened:
        yield opened
