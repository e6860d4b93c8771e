"""The cost lines of one option: what each costs, and which services a bill offers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.option_rows import line_values
from desktop_app.analysis.recommend import table_scale
from desktop_app.analysis.wording import NONE
from desktop_app.decision.line_kinds import BY_KIND
from desktop_app.decision.spend import AI_WAYS

if TYPE_CHECKING:
    from desktop_app.analysis.study import Study
    from desktop_app.decision import Decision, Option
    from desktop_app.decision.lines import BilledLine


@dataclass(frozen=True, kw_only=True)
class LineRow:
    """One cost line.

    Attributes:
        key: Of the line.
        path: Where it stands in the document.
        label: Its name.
        kind: Its kind in words.
        value_text: Present value of what it costs, residual value taken off; a dash while it
            is not known.
        origins: Keys of the figures that it is the present value of.
    """

    key: str
    path: str
    label: str
    kind: str
    value_text: str
    origins: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LineTable:
    """The cost lines of an option, in the order in which they serve.

    Attributes:
        unit: Of the values: "k EUR".
        rows: The lines.
    """

    unit: str
    rows: tuple[LineRow, ...]


def line_table(decision: Decision, study: Study | None, option: Option) -> LineTable:
    """Say what every line of an option costs, as far as it was computed."""
    known = study if study is not None and option.key in study.analysis.options else None
    written = _written(known, option.key) if known is not None else {}
    rows = tuple(
        LineRow(
            key=line.key,
            path=f"options.{option.key}.lines.{line.key}",
            label=line.label,
            kind=BY_KIND[line.kind].name,
            value_text=written.get(line.key, (NONE, ()))[0],
            origins=written.get(line.key, (NONE, ()))[1],
        )
        for line in option.lines
    )
    unit = table_scale(study).unit if study is not None else decision.context.currency
    return LineTable(unit=unit, rows=rows)


def services_offered(decision: Decision, line: BilledLine) -> tuple[str, ...]:
    """Return the services of a line's bill found to be AI, and those it names already."""
    bill = next((bill for bill in decision.bills if bill.key == line.bill), None)
    groups = bill.groups if bill is not None else ()
    found = {group.service for group in groups if group.way in AI_WAYS and group.service}
    return tuple(sorted(found | set(line.services)))


def _written(study: Study, option: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Value and figures of every line that was studied; one without figures costs nothing."""
    scale = table_scale(study)
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for key, value in line_values(study, option).items():
        origins = _figures(study, option, f"options.{option}.lines.{key}.")
        found[key] = (scale.number(value), origins) if origins else (NONE, ())
    return found


def _figures(study: Study, option: str, at: str) -> tuple[str, ...]:
    lines = study.analysis.options[option].cost.lines
    figures = (f for line in lines for f in (line.capital, line.running, line.residual))
    return tuple(f.key for f in figures if f is not None and f.key.startswith(at))
