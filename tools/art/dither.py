"""From smooth tones to palette colours: ordered (Bayer) dithering.

All shading is a float tone map that is quantised once, at the end; light is changed by changing the
tone before that, so every pixel stays inside its ramp.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tools.art.palette import ColorRow

FloatMap = NDArray[np.floating[Any]]
"""A map of tones, heights or masks, shape (height, width), float32 or float64."""


def bayer(size: int) -> NDArray[np.float64]:
    """The Bayer threshold matrix, shape (size, size), values 0..1; size is a power of two."""
    matrix = np.zeros((1, 1))
    while matrix.shape[0] < size:
        matrix = np.block([[4 * matrix, 4 * matrix + 2], [4 * matrix + 3, 4 * matrix + 1]])
    return (matrix + 0.5) / matrix.size


B2: Final = bayer(2)
B4: Final = bayer(4)


def threshold(
    height: int, width: int, matrix: NDArray[np.float64] = B4, y0: int = 0, x0: int = 0
) -> NDArray[np.float64]:
    """The matrix repeated over an area whose top left pixel is world pixel (x0, y0)."""
    rows = (np.arange(height) + y0) % matrix.shape[0]
    cols = (np.arange(width) + x0) % matrix.shape[1]
    return matrix[np.ix_(rows, cols)]


def quantise(
    tone: FloatMap,
    levels: int,
    amount: float = 0.5,
    matrix: NDArray[np.float64] = B4,
    y0: int = 0,
    x0: int = 0,
) -> NDArray[np.intp]:
    """Tones 0..levels-1 to integer levels; amount 0 gives hard bands, 1 full dither."""
    height, width = tone.shape
    offset = (threshold(height, width, matrix, y0, x0) - 0.5) * amount
    return np.clip(np.floor(tone + 0.5 + offset), 0, levels - 1).astype(np.intp)


def shade_ramp(
    tone: FloatMap,
    colors: ColorRow,
    amount: float = 0.5,
    matrix: NDArray[np.float64] = B4,
    y0: int = 0,
    x0: int = 0,
) -> NDArray[np.float32]:
    """Paint a tone map with a ramp; tone k lies on colour k. Returns (h, w, 3) float32."""
    return colors[quantise(tone, len(colors), amount, matrix, y0, x0)]


def banded(mask: FloatMap, bands: int, amount: float = 0.9) -> NDArray[np.float64]:
    """A mask 0..1 cut into dithered bands, still 0..1: how light pools and fog get pixel edges."""
    return quantise(mask * bands, bands + 1, amount).astype(np.float64) / bands
