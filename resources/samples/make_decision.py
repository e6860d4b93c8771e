"""Make Meridian's decision from its bills, quotes and the price book.

Run from the project's folder: python resources/samples/make_decision.py
The result is meridian.isocost beside this file; a test fails when it is out of date.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from meridian_options import OPTIONS  # noqa: E402 - beside this file
from meridian_world import CONTEXT, PAPER, WORKLOADS  # noqa: E402

from desktop_app import billing, storage  # noqa: E402
from desktop_app.decision import Decision  # noqa: E402

BILLS = ("meridian-aws.csv.gz", "meridian-google-cloud.csv.gz", "meridian-microsoft.csv.gz")


def decision() -> Decision:
    """Put the decision together."""
    bill = billing.read_bills(
        [HERE / name for name in BILLS],
        key="cloud",
        label="Cloud bills, November 2025 to October 2026",
    )
    content: dict[str, Any] = {
        "title": "Where should the claims assistant run?",
        "question": "Where should the claims assistant and its two sister workloads run for the "
        "next 36 months?",
        "organisation": "Meridian Insurance",
        "context": CONTEXT,
        "workloads": WORKLOADS,
        "options": OPTIONS,
        "baseline": "stay",
        "exclusions": [
            {
                "option": "smaller_model",
                "reason": "The pilot of September 2026 settled 61 % of claims letters with the "
                "smaller model; the target agreed with the regulator is 80 %",
                "stated_by": "Mei Tanaka, product owner",
                "on": date(2026, 10, 9),
            }
        ],
        "bills": [bill.model_dump()],
        "quotes": [
            _quote("kestrel", "2026-11-12", "2027-01-31"),
            _quote("halden", "2026-11-17", "2026-12-31"),
        ],
        "simulation": {"draws": 8192, "seed": 20261123},
        **PAPER,
    }
    return Decision.model_validate(content)


def _quote(supplier: str, on: str, until: str) -> dict[str, Any]:
    known = {
        "kestrel": (
            "Kestrel Systems",
            "Q-2231",
            "3 × 8-GPU server, network, racks, installation; two more optional",
            "942500",
        ),
        "halden": (
            "Halden IT",
            "H-0815",
            "3 × 8-GPU server, network, installation; colocation and power",
            "883200",
        ),
    }
    name, number, contents, total = known[supplier]
    file = HERE / "quotes" / f"{supplier}-{number.lower()}.csv"
    return {
        "key": supplier,
        "supplier": name,
        "number": number,
        "on": on,
        "valid_until": until,
        "contents": contents,
        "total": total,
        "currency": "EUR",
        "file": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


if __name__ == "__main__":
    storage.save(decision(), HERE / "meridian.isocost")
    print(f"{HERE / 'meridian.isocost'} written.")
