"""A figure's origin in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.wording import written

if TYPE_CHECKING:
    from desktop_app.figures import Figure, Source


def explain(figure: Figure) -> list[str]:
    """Return one line for the figure and one, indented, for each figure beneath it.

    A figure that several others share is spelled out where it comes first.
    """
    return _lines(figure, 0, set())


def _lines(figure: Figure, depth: int, seen: set[str]) -> list[str]:
    head = f"{'  ' * depth}{figure.name} = {written(figure.value, figure.unit)}"
    key = f"  [{figure.key}]"
    if figure.source:
        return [f"{head}: {origin(figure.source)}"]
    if figure.key in seen:
        return [f"{head}: see above{key}"]
    seen.add(figure.key)
    parts = [line for part in figure.of for line in _lines(part, depth + 1, seen)]
    return [f"{head}: {figure.how}{key}", *parts]


def origin(source: Source) -> str:
    """Say where a given figure was stated: "entered at context.discount_rate (Finance policy)"."""
    if source.kind == "billing":
        return f"summed over the bill {source.note}, SHA-256 {source.ref}"
    if source.kind == "convention":
        return f"convention: {source.note}"
    known = [word for word in (source.note, source.owner, source.date) if word]
    evidence = f" ({', '.join([source.grade, *known])})" if known else ""
    return f"entered at {source.ref}{evidence}"
