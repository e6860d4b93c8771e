"""``isocost evaluate``: what every option costs, how sure that is, and which to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import storage
from desktop_app.analysis.crossing import lasting_month, pays
from desktop_app.analysis.recommend import label, recommendation, scale_of
from desktop_app.analysis.record import record_of
from desktop_app.analysis.study import Study, study
from desktop_app.analysis.wording import NONE, percent, significant, unit_words
from desktop_app.cli.progress import bar
from desktop_app.cli.table import printed
from desktop_app.decision.parts import MOST
from desktop_app.outcome import Refused

if TYPE_CHECKING:
    import argparse

HEADS = ("", "Option", "P10–P90", "Cheapest", "Nominal", "Capital", "Pays back in month")


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
    head = f"Present value of cost, {scale.unit}"
    lines += ["", *printed((head, *HEADS[2:]), [_row(done, key) for key in done.order]), ""]
    lines += [
        f"  {label(done, key)}: {reason.lead} {reason.text}" for key, reason in advice.others
    ]
    lines += ["", *_units(done)]
    lines += [f"  ! {f.message} {f.hint}" for f in done.analysis.findings]
    return lines


def _row(done: Study, key: str) -> tuple[str, ...]:
    cost, scale, spread = done.analysis.options[key].cost, scale_of(done), done.spreads[key]
    base = done.baseline
    chance = spread.chance if done.has_ranges else None
    back = NONE
    if base is not None and key != base:
        back = lasting_month(pays(done.analysis, key, base, discounted=True))
    return (
        f"{scale.number(float(cost.present_value.value)):>8}  {label(done, key)}",
        scale.span(float(spread.p10.value), float(spread.p90.value)) if done.has_ranges else NONE,
        percent(float(chance.value)) if chance else NONE,
        scale.number(float(cost.tco.value)),
        percent(float(cost.capex_share.value)),
        back,
    )


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
