"""Draws from spreads: repeatable, and steady when the inputs change.

The shares are the same to the last bit on every machine. Their quantiles go through powers,
whose last bit may differ from one processor to another: compare results to nine digits there.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.outcome import Refused
from desktop_app.uncertainty.pert import quantile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.figures import Array
    from desktop_app.uncertainty.pert import Spread


def draw(
    spreads: Mapping[str, Spread],
    count: int,
    seed: int,
    streams: Mapping[str, str] | None = None,
) -> dict[str, Array]:
    """Sample every spread from its PERT distribution.

    Each name has its own stream of shares, so that adding, dropping or moving one spread leaves
    the draws of all others as they were.

    Args:
        spreads: Low, most likely and high value by name.
        count: Number of draws, at least 1.
        seed: Seed of the whole run, 0 or above; it is printed in the report.
        streams: Name of the stream, for spreads that share one: they are high together and low
            together. A spread that is not in it has the stream of its own name.

    Returns:
        Draws by name. Each ``[count]``, in the unit of its spread.
    """
    known = {name: (streams or {}).get(name, name) for name in spreads}
    drawn = {stream: shares(stream, count, seed) for stream in dict.fromkeys(known.values())}
    return {name: quantile(drawn[known[name]], spread) for name, spread in spreads.items()}


def shares(name: str, count: int, seed: int) -> Array:
    """Return one share between 0 and 1 from each of ``count`` equal strata, shuffled.

    Only the raw words of the PCG64 stream are used, which numpy keeps as they are from release
    to release; its shuffles and uniforms it may improve.

    Args:
        name: Whose stream it is.
        count: Number of draws, at least 1.
        seed: Seed of the whole run, 0 or above.

    Returns:
        ``[count]``, 1.

    Source:
        Latin hypercube sampling: McKay, Beckman and Conover, Technometrics 21 (1979) 239-245.
    """
    if count < 1 or seed < 0:
        raise Refused(
            f"A simulation of {count} draws with seed {seed} cannot be run.",
            "Ask for at least one draw and a seed of zero or more.",
        )
    own = int.from_bytes(sha256(name.encode()).digest(), "big")
    stream = np.random.PCG64(np.random.SeedSequence([seed, own]))
    order = np.argsort(stream.random_raw(count), kind="stable")
    within = (stream.random_raw(count) >> np.uint64(11)) * 2.0**-53
    return np.asarray((order + within) / count)
