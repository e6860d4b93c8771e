"""``isocost evaluate``: what every option costs, how sure that is, and which to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import storage
from desktop_app.analysis import volume_words
from desktop_app.analysis.comparison import (
    CAPITAL,
    CHANCE,
    NOMINAL,
    PAYS,
    SPAN,
    VALUE,
    Cell,
    ComparedOption,
    compared,
)
from desktop_app.analysis.earned import TITLE, earned
from desktop_app.analysis.recommend import label, recommendation, scale_of
from desktop_app.analysis.record import record_of
from desktop_app.analysis.study import Study, study
from desktop_app.analysis.volume_words import by_volume
from desktop_app.analysis.wording import NBSP, significant, unit_words
from desktop_app.cli.progress import bar
from desktop_app.cli.table import printed
from desktop_app.decision.parts import MOST
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse

HEADS = (SPAN, CHANCE, NOMINAL, CAPITAL, f"{PAYS} month")


def run(arguments: argparse.Namespace) -> None:
    """Print the comparison, or the whole record as JSON."""
    draws, seed = arguments.draws, arguments.seed
    if draws is not None and not 1 <= draws <= 1_000_000:
        raise Refused(f"{draws} draws cannot be run.", "Ask for 1 to 1,000,000.")
    if seed is not None and not 0 <= seed <= MOST:
        raise Refused(f"The seed {seed} cannot be used.", f"Take a whole number, 0 to {MOST:,}.")
    decision = storage.load(arguments.file)
    done = study(decision, draws=draws, seed=seed, progress=bar("Simulating"))
    if arguments.json:
        record = record_of(done, seal=storage.seal(decision))
        print(record.model_dump_json(indent=1))
        return
    print("\n".join(comparison(done)))


def comparison(done: Study) -> list[str]:
    """Say the comparison in lines of text, with the words and numbers of the report."""
    advice, scale = recommendation(done), scale_of(done)
    lines = [done.decision.title, "", advice.headline + "."]
    lines += [f"  {call.lead} {call.text}" for call in advice.close_call]
    lines += [f"  {i}. {r.lead} {r.text}" for i, r in enumerate(advice.reasons, 1)]
    rows = [_row(compared(done, key)) for key in done.order]
    lines += ["", *printed((f"{VALUE} of cost, {scale.unit}", *HEADS), rows), ""]
    lines += [
        f"  {label(done, key)}: {reason.lead} {reason.text}" for key, reason in advice.others
    ]
    lines += ["", *_earned(done), *_by_volume(done), *_units(done)]
    lines += [f"  ! {f.message} {f.hint}" for f in done.analysis.findings]
    return lines


def _row(option: ComparedOption) -> tuple[str, ...]:
    return (
        f"{option.value.text:>8}  {option.label}",
        option.span.text,
        _percent(option.chance),
        option.nominal.text,
        _percent(option.capital),
        option.pays.text,
    )


def _percent(cell: Cell) -> str:
    """A terminal has no second line of heads for units."""
    return f"{cell.text}{NBSP}%" if cell.origins else cell.text


def _earned(done: Study) -> list[str]:
    """What leaving the baseline earns; nothing where no baseline is stated."""
    table = earned(done)
    if not table.rows:
        return []
    rows = [(row.label, *(cell.text for cell in row.cells)) for row in table.rows]
    return [f"{TITLE}:", *printed(table.lines, rows), ""]


def _by_volume(done: Study) -> list[str]:
    """At which volume options change places; nothing where there is only one."""
    table = by_volume(done)
    rows = [(row.label, *(cell.text for cell in row.cells)) for row in table.rows]
    if not rows:
        return []
    return [f"{volume_words.TITLE}:", volume_words.CAPTION, *printed(table.heads, rows), ""]


def _units(done: Study) -> list[str]:
    lines = []
    for work in done.analysis.works.values():
        costs = [
            f"{label(done, key)} {significant(float(found[work.key].value))}"
            for key in done.order
            if work.key in (found := done.analysis.unit_costs[key])
        ]
        if costs:
            unit = unit_words(f"{done.decision.context.currency}/{work.delivered.unit}")
            lines.append(f"  {work.label}, {unit}: {'; '.join(costs)}")
    return ["Unit costs, nominal:", *lines] if lines else []
