"""How much processor time an import takes, in units of DuckDB counting the same file's rows.

    python benchmarks/billing_import.py [BILL...] [--rows 200000] [--rounds 5]

Each measurement runs in a fresh process; the two take turns, and the median of their quotients is
told. Without a file one is made from a sample bill, its tags different on every row.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import resource
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLE = Path(__file__).parents[1] / "tests" / "billing" / "samples" / "aws_1_3_rows25.csv"


def imported(path: str) -> int:
    """Import a bill and return its rows."""
    from desktop_app.billing import read_bills  # noqa: PLC0415 - in the measured process only

    return read_bills([Path(path)], key="bill", label="Bill").files[0].rows_read


def counted(path: str) -> int:
    """Let DuckDB take the file apart into cells and count its rows, every cell being text."""
    import duckdb  # noqa: PLC0415 - in the measured process only

    query = "SELECT count(*) FROM read_csv(?, all_varchar = true)"
    if path.endswith("parquet"):  # whose count alone would not look at a single cell
        query = "SELECT count(*), max(hash(COLUMNS(*))) FROM read_parquet(?)"
    ((rows, *_),) = duckdb.execute(query, [path]).fetchall()
    return int(rows)


def measured(work: Callable[[str], int], path: str) -> tuple[int, float, float]:
    """Run work in a fresh process: its result, processor seconds, and peak memory in MB."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_observed, (work, path))


def _observed(work: Callable[[str], int], path: str) -> tuple[int, float, float]:
    work(str(SAMPLE))
    before = resource.getrusage(resource.RUSAGE_SELF)
    result = work(path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return result, seconds, after.ru_maxrss / 1024


def made(rows: int, folder: Path) -> Path:
    """Write a bill of so many rows by repeating the sample with tags that differ."""
    path = folder / f"made_{rows}.csv"
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        sample, columns = list(reader), list(reader.fieldnames or ())
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        for n in range(rows):
            tags = f'{{"Name":"host-{n}","workload":"w{n % 12}","team":"t{n % 40}"}}'
            writer.writerow({**sample[n % len(sample)], "Tags": tags})
    return path


def compare(path: Path, rounds: int) -> str:
    """Measure both in turn and say the quotient.

    Raises:
        SystemExit: They do not agree on the number of rows, so the times mean nothing.
    """
    quotients, ours, memory, rows = [], [], [], 0
    for _ in range(rounds):
        rows, seconds, peak = measured(imported, str(path))
        same, unit, _ = measured(counted, str(path))
        if rows != same:
            raise SystemExit(f"{path.name}: {rows} rows imported, but {same} counted")
        quotients.append(seconds / unit)
        ours.append(seconds)
        memory.append(peak)
    return (
        f"{path.name}: {rows:,} rows, {path.stat().st_size / 1e6:.1f} MB; import "
        f"{median(ours):.2f} s of processor time, {median(memory):.0f} MB at peak; "
        f"{median(quotients):.1f} times DuckDB's count of the rows"
    )


def main(arguments: Sequence[str]) -> None:
    """Compare on the files named, or on one that is made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("bills", nargs="*", type=Path)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for path in given.bills or [made(given.rows, Path(folder))]:
            sys.stdout.write(compare(path, given.rounds) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
