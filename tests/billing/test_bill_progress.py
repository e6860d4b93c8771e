import errno
import gzip
import tempfile
import threading
import time

import duckdb
import pytest
from specimens import SAMPLES, as_csv

from desktop_app.billing import read_bills
from desktop_app.billing.engine import bench
from desktop_app.outcome import Cancelled, Refused

BILL = SAMPLES / "focus_1_0_sample_half.csv"


def test_progress_rises_from_nothing_to_all(write):
    seen = []
    bad = write([{"BilledCost": "12,5"}] * 50, "commas.csv")
    read_bills([BILL, bad], key="bill", label="Bill", progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[0] < 0.2, seen[-1]) == (True, 1.0)


@pytest.mark.parametrize("when", [0.0, 0.1, 0.5, 0.96])
def test_a_cancelled_import_leaves_no_file_and_no_thread(tmp_path, monkeypatch, when):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def progress(fraction):
        if fraction >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_bills([BILL], key="bill", label="Bill", progress=progress)
    assert list(tmp_path.iterdir()) == []
    assert not [t for t in threading.enumerate() if t.name == "bill query"]


def test_a_long_query_is_interrupted_soon_after_the_user_asked():
    calls = []

    def progress(fraction):
        calls.append(fraction)
        if len(calls) > 2:
            raise Cancelled

    endless = "SELECT sum(a.i * b.i) FROM range(3000000) a(i), range(3000000) b(i)"
    begun = time.monotonic()
    with bench(progress) as tools, pytest.raises(Cancelled):
        tools.run(endless)
    assert time.monotonic() - begun < 30


def test_a_full_disk_is_told_in_a_sentence():
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(Refused, match="more memory and temporary space"), bench():
        raise full


def test_a_query_beyond_memory_and_disk_is_told_in_a_sentence():
    def greedy():
        with bench() as tools:
            tools.run("SET memory_limit = '20MB'; SET max_temp_directory_size = '1MB'")
            tools.run("SELECT max(s) FROM (SELECT list(range) AS s FROM range(9000000))")

    with pytest.raises(Refused, match="more memory and temporary space"):
        greedy()


@pytest.mark.parametrize("kind", ["csv", "csv.gz", "parquet", "utf-16"])
def test_the_number_of_rows_is_told_before_they_are_read(write, tmp_path, kind):
    told, text = [], as_csv([{}] * 37)
    if kind == "parquet":
        path = tmp_path / "bill.parquet"
        source = write(text, "source.csv")
        duckdb.sql(f"COPY (FROM read_csv('{source}', all_varchar=true)) TO '{path}'")
    elif kind == "utf-16":
        path = write(text, encoding="utf-16")
    else:
        path = write(gzip.compress(text.encode()) if kind == "csv.gz" else text)
    summary = read_bills([path], key="bill", label="Bill", counted=told.append)
    assert told == [37] == [summary.files[0].rows_read]
