"""Decisions nobody would plan for and somebody will state."""

from pieces import (
    bill,
    billed,
    chat,
    decision,
    egress,
    fraud,
    monthly,
    one_off,
    option,
    predictions,
    rented,
    servers,
    staff,
    storage,
    tokens,
)
from worlds import every_line, spread, two_options

RANGE = {"likely": 2.0, "low": 1.0, "high": 4.0}


def amounts(*sums, **changes):
    """Options that are nothing but a monthly amount each."""
    found = [option(f"option_{i}", monthly(amount=s)) for i, s in enumerate(sums, 1)]
    return decision(*found, **changes)


def times(factor):
    """Two options for one workload, every amount of money far from usual."""
    return decision(
        option("managed", tokens(input_price=2 * factor, output_price=8 * factor)),
        option("own", servers(node_price=9_000 * factor, tariff=0.2 * factor), tokens()),
        workloads=[chat()],
        baseline="managed",
    )


def labelled(*labels):
    named = [
        option(f"option_{i}", monthly(amount=100 * i), label=name)
        for i, name in enumerate(labels, 1)
    ]
    return decision(*named, baseline="option_1")


LONG = "A very long name for an option that nobody would ever want to read in a table, " * 2

ODD = {
    "no workloads": amounts(100, 200),
    "no lines": decision(option("a"), option("b"), baseline="a"),
    "no lines, no baseline": decision(option("a"), option("b")),
    "one month": two_options(context={"horizon_months": 1}),
    "a hundred and twenty months": every_line(context={"horizon_months": 120}),
    "ten years from December": two_options(context={"horizon_months": 120, "start": "2027-12-01"}),
    "nothing asked": two_options(workloads=[chat(requests=0)]),
    "no discounting": two_options(context={"discount_rate": 0}),
    "amounts of 1e12": times(1e12),
    "amounts of 1e-6": times(1e-6),
    "money coming in": amounts(-100, -5_000, baseline="option_1"),
    "money coming in against money going out": amounts(-100, 5_000, baseline="option_2"),
    "a baseline that costs nothing": amounts(0, 5_000, baseline="option_1"),
    "a baseline that earns": amounts(-100, 5_000, baseline="option_1"),
    "twins": amounts(100, 100, baseline="option_1"),
    "twins, the second the baseline": amounts(100, 100, baseline="option_2"),
    "twins with ranges": decision(
        *(option(k, tokens(input_price=RANGE)) for k in ("one", "other")),
        workloads=[chat()],
        baseline="other",
    ),
    "dollars": two_options(context={"currency": "USD"}),
    "one option": decision(option("only", tokens()), workloads=[chat()]),
    "one option, its own baseline": decision(
        option("only", tokens()), workloads=[chat()], baseline="only"
    ),
    "one option with ranges": spread(decision(option("only", tokens()), workloads=[chat()])),
    "twelve options": amounts(*range(100, 1_300, 100), baseline="option_12"),
    "twelve options with ranges": decision(
        *(
            option(f"option_{i}", monthly(amount={"likely": i, "low": i / 2, "high": 2 * i}))
            for i in range(100, 1_300, 100)
        ),
        baseline="option_300",
    ),
    "long names": labelled(LONG, LONG[5:]),
    "one word of 200 letters": labelled("W" * 200, "i" * 200),
    "markup": labelled("<b>bold</b> & <i>slanted</i>", "</para> &amp; <br/>", "%s {0} \\n"),
    "names of signs only": labelled(",", "…", "–", "-"),
    "blank name": labelled(" ", "b"),
    "the same name twice": labelled("Cloud", "Cloud"),
    "all ruled out": two_options(
        exclusions=[
            {"option": "managed", "reason": "Too far away"},
            {"option": "machines", "reason": "Too loud", "stated_by": "The neighbours"},
        ]
    ),
    "the baseline ruled out": two_options(
        exclusions=[{"option": "managed", "reason": "Its contract ends"}]
    ),
    "all unserved": decision(
        option("own", servers(lead_months=3)),
        option("small", servers(base_load=0.1)),
        workloads=[chat()],
        baseline="own",
    ),
    "the baseline unserved": decision(
        option("own", servers(lead_months=3)),
        option("managed", tokens()),
        workloads=[chat()],
        baseline="own",
    ),
    "every line with ranges": spread(every_line()),
    "a bill of nothing": decision(
        option("stay", billed()),
        option("managed", tokens()),
        workloads=[chat()],
        bills=[bill({"2026-10": 0})],
        baseline="stay",
    ),
    "a bill of one month": decision(
        option("stay", billed(months=36)),
        workloads=[chat()],
        bills=[bill({"2026-10": 12.34})],
    ),
    "dear today, cheap tomorrow, dear again": decision(
        option("stay", monthly(amount=1_000)),
        option(
            "wave",
            one_off(amount=3_000),
            monthly(amount=1, last_month=7),
            one_off(key="leaving", amount=9_000, month=9),
        ),
        baseline="stay",
    ),
    "everything once": decision(
        option("a", staff(), storage(), egress(), one_off(capital=True), one_off(key="b")),
        option("b", rented(), predictions()),
        workloads=[chat(), fraud()],
        baseline="a",
    ),
}
"""By what is odd about them."""
