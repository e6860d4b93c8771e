"""In which unit a stated number is printed, so that it takes four digits at most."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.wording import significant, unit_words


@dataclass(frozen=True)
class Measure:
    """A unit as printed, and what base values are multiplied by to be in it."""

    factor: float
    unit: str

    def written(self, value: float, digits: int = 3) -> str:
        """Write a base value in this unit, without the unit."""
        return significant(value * self.factor, digits)

    def span(self, low: float, high: float) -> str:
        """Write a range; in words where a sign would clash with the dash."""
        join = " to " if low < 0 else "–"
        return f"{self.written(low)}{join}{self.written(high)}"


def measure_for(unit: str, likely: float) -> Measure:
    """Choose how values of a unit are printed: per cent, thousands, millions or as they are.

    Args:
        unit: Base unit: "share", "1/year", "requests/month".
        likely: A value of the usual size, in base units.
    """
    if unit == "share":
        return Measure(100.0, "%")
    if unit in {"1/year", "1/month"}:
        return Measure(100.0, f"% a {unit.removeprefix('1/')}")
    words = "ratio" if unit == "1" else unit_words(unit)
    if abs(likely) >= 1e6:
        return Measure(1e-6, f"M {words}")
    if abs(likely) >= 1e4 and unit != "GB":
        return Measure(1e-3, f"k {words}")
    return Measure(1.0, words)
