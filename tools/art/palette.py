"""The one palette of the game: named colour ramps, dark to light, and ways to look them up.

A colour's name is its ramp and its step, `sand0` (darkest) to `sand8`. Nothing is drawn in a colour
that has no name here, except edges and lights mixed from two named ones.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Rgb = tuple[int, int, int]
ColorRow = NDArray[np.float32]
"""One colour, shape (3,), or a ramp of n colours, shape (n, 3), each 0..255."""

_RAMP_HEX: Final[dict[str, str]] = {
    "night": "13112a 1d1a40 2b2759 413b7a",
    "sand": "18163a 252252 363069 4c4179 69567f 8e7485 b8998c dcc19b f4e5bf",
    "stone": "20152e 38233f 57384a 7b5454 a57a62 d0a97c",
    "moon": "5a6cb4 93abe6 dbe9ff",
    "chak": "0d3350 14708a 2cc0c2 8af3e0 e8fff4",
    "heal": "0d3b2c 1b8550 4fdd7c c2ffb4",
    "pink": "4e1a46 93356a d65f91 f792b4 ffcad8",
    "red": "3a0d24 701830 aa2a33 dc4f3d f48a5c",
    "blood": "4d0819 930f27 d52a38",
    "skin": "6a3548 a6605c dc9b7e f7caa6 ffe8cf",
    "vest": "182530 2b4040 48634c 75895c a8b47a",
    "tan": "43304a 75565a a8876b d6bb8c",
    "lamp": "742a20 c65c20 f79e38 ffd676 fff6cc",
    "steel": "2a3052 56628c 95a6c8 e0eaf8",
}
_FIRST_STEP: Final = {"night": 1}
"""Ramps count from 0, except night, whose first step is night1 (night0 would be ink)."""


def _parse(hexes: str) -> list[Rgb]:
    return [(int(h[0:2], 16), int(h[2:4], 16), int(h[4:6], 16)) for h in hexes.split()]


COLORS: Final[dict[str, Rgb]] = {"ink": (0x0A, 0x09, 0x18)} | {
    f"{ramp_name}{step}": color
    for ramp_name, hexes in _RAMP_HEX.items()
    for step, color in enumerate(_parse(hexes), _FIRST_STEP.get(ramp_name, 0))
}
"""Every colour of the game by name, `ink` and the steps of all ramps."""

RAMP_NAMES: Final[tuple[str, ...]] = tuple(_RAMP_HEX)


def rgb(name: str) -> Rgb:
    """The colour of that name as three ints 0..255. Raises KeyError for an unknown name."""
    return COLORS[name]


def rgba(name: str, alpha: int = 255) -> tuple[int, int, int, int]:
    """The colour of that name with an alpha, four ints 0..255."""
    red, green, blue = COLORS[name]
    return red, green, blue, alpha


def steps(ramp_name: str) -> list[str]:
    """The colour names of one ramp, dark to light. Raises KeyError for an unknown ramp."""
    first = _FIRST_STEP.get(ramp_name, 0)
    return [f"{ramp_name}{first + i}" for i in range(len(_RAMP_HEX[ramp_name].split()))]


def ramp(*names: str) -> ColorRow:
    """Colours as float32, shape (n, 3), dark to light.

    One ramp name (`ramp("sand")`) gives the whole ramp; otherwise the colours are taken as named,
    in that order (`ramp("sand0", "stone1", "stone2")`), which is how ramps are mixed.
    """
    if len(names) == 1 and names[0] in _RAMP_HEX:
        names = tuple(steps(names[0]))
    return np.array([COLORS[name] for name in names], np.float32)


def vector(name: str) -> ColorRow:
    """One colour as float32, shape (3,), for arithmetic on float images."""
    return np.array(COLORS[name], np.float32)
