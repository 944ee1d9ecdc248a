"""How far the slopes of a dune reach and how high they are, as tables that are made once.

A place is so many gauge units away from a point of a crest: 0 on the crest, 1024 at the foot of the
dune. The height there is a share of the crest's, by the square of that distance.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.sim.land.dune_lines import LEVEL_UNITS, LINE_SUB_PER_PX
from game.sim.land.dune_reach import Ints

ONE: Final = 1024
"""Gauge distance of the foot of a dune."""
FINE_BITS: Final = 12
"""Shares of a height and gauge units per 1/16 px are counted in 1/4096."""
MOST_AMP_UNITS: Final = 2300
"""No crest is as high as this, with its undulation."""
_MOST_SUB: Final = 4095
"""Beyond this (1/16 px) nothing is reached, and products stay within 32 bits."""


@cache
def _square_counts() -> NDArray[np.intp]:
    """How many squares, shortened by two bits, each gauge distance stands for."""
    distance = np.arange(ONE + 2)
    counts = np.diff((distance * distance + 3) // 4)
    counts[-1] = 1
    return counts


@cache
def root_table() -> NDArray[np.int16]:
    """isqrt(4 * i) for the square of every gauge distance, shortened by two bits."""
    return np.repeat(np.arange(ONE + 1, dtype=np.int16), _square_counts())


@cache
def profile_table() -> NDArray[np.int16]:
    """Share of the crest's height, 0..4096, by the square of the gauge distance."""
    rest = ONE - np.arange(ONE + 1, dtype=np.int64)
    share = rest * rest * (3 * ONE - rest) // (2 * ONE * ONE) * 4
    return np.repeat(share.astype(np.int16), _square_counts())


@cache
def reach_table(px_per_level: int, plus_top: int) -> Ints:
    """4096 x gauge units per 1/16 px, by crest height; with ``plus_top`` the horns reach wider."""
    amp = np.arange(MOST_AMP_UNITS, dtype=np.int32)
    wide = np.minimum(amp + plus_top, 4 * amp) // 2 if plus_top else amp
    reach = np.maximum(wide * px_per_level * LINE_SUB_PER_PX // LEVEL_UNITS, LINE_SUB_PER_PX)
    return (ONE << FINE_BITS) // reach


def gauge_square(apart: Ints, reach: Ints) -> Ints:
    """The square of a distance along one axis, in gauge units; no more than that of the foot."""
    out = np.minimum(apart, _MOST_SUB)
    out *= reach
    out >>= FINE_BITS
    np.minimum(out, ONE, out=out)
    out *= out
    return out
