"""The colours of the ground: one table of all ramps, dark to light, that chunks index into."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray


class Ramp(IntEnum):
    """A ramp of the ground, as a row of `RAMPS`."""

    SAND = 0
    CLAY = 1
    STONE = 2
    WET = 3
    LEAF = 4


_HEX: Final = {
    Ramp.SAND: "18163a 252252 363069 4c4179 69567f 8e7485 b8998c dcc19b f4e5bf",
    Ramp.CLAY: "18163a 252252 38233f 57384a 7b5454 8e7485 b8998c dcc19b f4e5bf",
    Ramp.STONE: "20152e 38233f 57384a 7b5454 a57a62 d0a97c",
    Ramp.WET: "0a0918 13112a 20152e 252252 38233f 57384a 69567f 5a6cb4",
    Ramp.LEAF: "182530 2b4040 48634c 75895c a8b47a",
}
RAMP_LENGTHS: Final = tuple(len(_HEX[ramp].split()) for ramp in Ramp)
RAMP_STARTS: Final = tuple(sum(RAMP_LENGTHS[:i]) for i in range(len(RAMP_LENGTHS)))
DITHER_OF: Final = {
    Ramp.SAND: 0.45,
    Ramp.CLAY: 0.45,
    Ramp.STONE: 0.3,
    Ramp.WET: 0.5,
    Ramp.LEAF: 0.3,
}


def table() -> NDArray[np.uint8]:
    """Every colour of the ground, uint8 (n, 3); a chunk is an array of indices into it."""
    words = [word for ramp in Ramp for word in _HEX[ramp].split()]
    return np.array([[int(w[i : i + 2], 16) for i in (0, 2, 4)] for w in words], np.uint8)
