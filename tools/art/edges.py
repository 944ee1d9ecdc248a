"""Outlines and moonlight for sprites, in colours of the palette only.

`raster` mixes an edge from its neighbour and the line's colour. Here the mixture is set to the
named colour that looks nearest, so that a sprite holds nothing the palette does not name.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art import raster
from tools.art.palette import COLORS, RAMP_NAMES, Rgb, rgb, steps
from tools.art.raster import Image, solid

LINES: Final = ("ink", "night1", "night2", "sand0", "sand1", "stone0", "stone1")
"""What an outline may be besides the dark end of its neighbour's own ramp."""
MOONLIGHT: Final = ("moon0", "moon1", "moon2", "steel2", "steel3", "sand5")
"""What a lit edge may be besides a step of its own ramp."""

_TO_LMS: Final = np.array(
    ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
)
_TO_LAB: Final = np.array(
    ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
)
"""Oklab (Ottosson 2020), rounded: distances in it are what the eye takes for differences."""


def _lab(colors: NDArray[np.float64]) -> NDArray[np.float64]:
    share = colors / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    lab: NDArray[np.float64] = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return lab


@cache
def nearest(color: Rgb, names: tuple[str, ...]) -> Rgb:
    """The named colour that looks most like this one."""
    choice = np.array([rgb(name) for name in names], np.float64)
    away = ((_lab(choice) - _lab(np.array([color], np.float64))) ** 2).sum(1)
    return rgb(names[int(away.argmin())])


@cache
def _relatives(color: Rgb) -> tuple[str, ...]:
    """The ramps that hold a colour, as names; all of them for one that has none."""
    found = [
        name for ramp in RAMP_NAMES if color in map(rgb, steps(ramp)) for name in steps(ramp)
    ]
    return tuple(found) or tuple(COLORS)


def _pixel(image: Image, y: int, x: int) -> Rgb:
    return int(image[y, x, 0]), int(image[y, x, 1]), int(image[y, x, 2])


@cache
def _line(mixed: Rgb, name: str, share: float) -> Rgb:
    """The outline's colour for a mixture of the line with a share of its neighbour."""
    if share <= 0:
        return nearest(mixed, (name,))
    plain = (np.array(mixed) + 0.5 - np.array(rgb(name)) * (1 - share)) / share
    red, green, blue = (int(v) for v in np.clip(np.round(plain), 0, 255))
    neighbour = nearest((red, green, blue), tuple(COLORS))
    return nearest(mixed, (*LINES, *_relatives(neighbour)[:1]))


def outline(image: Image, name: str = "ink", neighbour_share: float = 0.34) -> Image:
    """The sprite with one dark pixel around it (two wider, two higher), tinted by its neighbour."""
    result = raster.outline(image, name, neighbour_share)
    added = solid(result) & ~solid(raster.pad(image, 1, 1, 1, 1))
    for y, x in np.argwhere(added).tolist():
        result[y, x, :3] = _line(_pixel(result, y, x), name, neighbour_share)
    return result


def rim(image: Image, name: str = "moon1", amount: float = 0.45) -> Image:
    """Moonlight along the top edges, and along left edges fading to nothing towards the feet."""
    return named(raster.rim(image, name, amount), image)


def named(mixed: Image, plain: Image) -> Image:
    """A sprite with lights mixed in, each set to a step of its old colour's ramp or to moonlight.

    Both are of one size; pixels that the light left alone stay as they are.
    """
    result = mixed.copy()
    for y, x in np.argwhere((mixed != plain).any(-1)).tolist():
        choice = (*_relatives(_pixel(plain, y, x)), *MOONLIGHT)
        result[y, x, :3] = nearest(_pixel(mixed, y, x), choice)
    return result


def finish(image: Image, rim_amount: float = 0.45) -> Image:
    """The last steps of every standing sprite: moon rim, then an outline a pixel on each side."""
    return outline(rim(image, "moon1", rim_amount))
