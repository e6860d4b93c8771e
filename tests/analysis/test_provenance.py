"""A figure never moves with an input it does not name, and can move with each that it names.

Every input of every world is nudged. The first rule is held for each figure by itself. The
second is held for each kind of figure, the option left out of its key: an option without
capital has a capital share that nothing moves, but the formula is the one of all options.
"""

from collections import defaultdict
from functools import cache

import numpy as np
import pytest
from nudges import BILL, inputs_of, nudged
from worlds import (
    around,
    committed,
    every_line,
    falling,
    foreign,
    from_bill,
    hybrid,
    spread,
    two_options,
)

from desktop_app.analysis.study import study
from desktop_app.economics import option, servers
from desktop_app.figures import derived

SMALL = (around, committed, falling, two_options, hybrid, foreign, from_bill)

SPARES = "options.*.lines.servers.spare_nodes"
NEVER_SERVE = {
    "options.*.lines.servers.left",
    "options.*.lines.api.running",
    "options.*.lines.scoring.running",
    "options.*.present_value_of.managed_services",
    "options.*.change_of.managed_services",
}
"""Spares are bought beside the servers that work and do not work themselves: what they add to
the servers in service is taken off again, and what is left to others stays as it was."""


def figures_of(decision):
    return study(decision).figures()


def named_by(figure):
    sources = (part.source for part in figure.walk() if part.source)
    return {BILL if source.kind == "billing" else source.ref for source in sources}


def moved(before, after):
    """Keys of the figures that differ in any digit, or stand on one side only."""
    return {
        key
        for key in before.keys() | after.keys()
        if key not in before
        or key not in after
        or not np.array_equal(before[key].value, after[key].value, equal_nan=True)
    }


def kind(key):
    """A key or path without the option it belongs to."""
    if key.startswith("options."):
        return f"options.*.{key.split('.', 2)[2]}"
    return f"break_even.*.{key.rpartition('.')[2]}" if key.startswith("break_even") else key


class Trial:
    """What came of nudging every input of some worlds.

    Attributes:
        unnamed: Figure and input, where the figure moved and does not name it.
        named: Kinds of figures with the kinds of inputs they name.
        stirred: Kinds of figures with the kinds of inputs that moved one of them.
    """

    def __init__(self):
        self.unnamed, self.named, self.stirred = set(), defaultdict(set), defaultdict(set)

    def nudge(self, decision, *only):
        before = figures_of(decision)
        names = {key: named_by(figure) for key, figure in before.items()}
        for path in only or inputs_of(decision):
            naming = {kind(key) for key in before if path in names[key]}
            self.named[kind(path)] |= naming
            for other in nudged(decision, path):
                found = moved(before, figures_of(other))
                self.unnamed |= {(k, path) for k in found if path not in names.get(k, ())}
                self.stirred[kind(path)] |= {kind(key) for key in found}
                if naming <= self.stirred[kind(path)]:
                    break
        return self

    def unmoved(self):
        """Kinds of figures that name an input which never moved them."""
        left = {path: keys - self.stirred[path] for path, keys in self.named.items()}
        left[SPARES] = left.get(SPARES, set()) - NEVER_SERVE
        return {path: keys for path, keys in left.items() if keys}


@cache
def trial():
    found = Trial()
    for world in SMALL:
        found.nudge(spread(world()))
    return found.nudge(every_line())


def test_no_figure_moves_with_an_input_it_does_not_name():
    assert trial().unnamed == set()


def test_every_input_a_figure_names_can_move_it():
    assert trial().unmoved() == {}


def test_every_input_of_a_decision_moves_some_figure():
    silent = {
        path
        for world in (*SMALL, every_line)
        for path in inputs_of(world())
        if kind(path) not in trial().stirred and not path.startswith("close_call")
    }
    assert silent == set()


def test_spares_would_be_named_in_vain_but_for_what_they_cost():
    assert trial().named[SPARES] >= NEVER_SERVE
    assert not trial().stirred[SPARES] & NEVER_SERVE
    assert "options.*.lines.servers.capital" in trial().stirred[SPARES]


@pytest.fixture
def mutants(monkeypatch):
    """Replaces a formula; nothing computed before is remembered, nor anything after."""

    def replace(room, formula, wrong):
        monkeypatch.setattr(room, formula, wrong)

    return replace


@pytest.mark.parametrize(
    ("room", "formula", "wrong", "path"),
    [
        pytest.param(
            option,
            "present_value",
            lambda **given: given["start"].sum() + given["end"].sum(),
            "context.discount_rate",
            id="a present value that discounts nothing",
        ),
        pytest.param(
            option,
            "equivalent_monthly_cost",
            lambda *_: np.asarray(4_200.0),
            "options.managed.lines.api.input_price",
            id="a result written into the program",
        ),
        pytest.param(
            servers,
            "orders_by_month",
            lambda needed, **_: (np.diff(needed, prepend=0), needed),
            "options.hybrid.lines.servers.lead_months",
            id="servers that serve on the day they are ordered",
        ),
    ],
)
def test_a_formula_that_ignores_what_it_names_is_found(mutants, room, formula, wrong, path):
    honest = Trial().nudge(hybrid(), path).stirred[kind(path)]
    mutants(room, formula, wrong)
    lying = Trial().nudge(hybrid(), path)
    assert honest & lying.unmoved()[kind(path)]


def test_a_formula_that_uses_what_it_does_not_name_is_found(mutants):
    def capital_share(at, capital, value, terms):
        share = np.asarray(capital.value).sum(axis=-1) / np.asarray(value.value)
        return derived(f"{at}.capex_share", "share", share, "share", how="", of=(capital,))

    mutants(option, "_capex_share", capital_share)
    found = Trial().nudge(hybrid(), "context.discount_rate", "workloads.chat.peak_to_mean").unnamed
    assert ("options.hybrid.capex_share", "context.discount_rate") in found
    assert ("options.managed.capex_share", "context.discount_rate") not in found  # always zero
