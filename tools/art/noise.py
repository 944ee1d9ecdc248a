"""Repeatable value noise from an integer hash: the same place and seed give the same value.

Coordinates are world coordinates, so pieces drawn apart meet without a seam; a period makes the
noise tile.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def grid(width: int, height: int, x0: float = 0, y0: float = 0) -> tuple[Floats, Floats]:
    """The x and y of each pixel of an area, two arrays of shape (height, width)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    return x + x0, y + y0


def hash01(ix: ArrayLike, iy: ArrayLike, seed: int) -> Floats:
    """White noise 0..1 of integer cells."""
    x = np.asarray(ix).astype(np.int64)
    y = np.asarray(iy).astype(np.int64)
    n = (x * 374761393 + y * 668265263 + seed * 974634777) & 0x7FFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0x7FFFFFFF
    result: Floats = ((n ^ (n >> 16)) & 0xFFFF) / 65535.0
    return result


def _wrap(cell: NDArray[np.int64], period: int | None) -> NDArray[np.int64]:
    return cell if period is None else cell % period


def value_noise(
    x: NDArray[Any],
    y: NDArray[Any],
    seed: int = 0,
    period_x: int | None = None,
    period_y: int | None = None,
) -> Floats:
    """Smooth noise 0..1 with one random value per integer cell, quintic between them."""
    ix = np.floor(x).astype(np.int64)
    iy = np.floor(y).astype(np.int64)
    fx, fy = x - ix, y - iy
    fx = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    fy = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    left, right = _wrap(ix, period_x), _wrap(ix + 1, period_x)
    top, bottom = _wrap(iy, period_y), _wrap(iy + 1, period_y)
    upper = hash01(left, top, seed) * (1 - fx) + hash01(right, top, seed) * fx
    lower = hash01(left, bottom, seed) * (1 - fx) + hash01(right, bottom, seed) * fx
    result: Floats = upper * (1 - fy) + lower * fy
    return result


def fbm(
    x: NDArray[Any],
    y: NDArray[Any],
    seed: int = 0,
    octaves: int = 4,
    period_x: int | None = None,
    period_y: int | None = None,
) -> Floats:
    """Octaves of value noise, each twice as fine and half as strong; 0..1."""
    total = np.zeros(np.broadcast(x, y).shape)
    weight, weights = 0.5, 0.0
    for octave in range(octaves):
        k = 2**octave
        total += weight * value_noise(
            x * k,
            y * k,
            seed + octave * 17,
            None if period_x is None else period_x * k,
            None if period_y is None else period_y * k,
        )
        weights += weight
        weight *= 0.5
    return total / weights


def smoothstep(low: float, high: float, x: ArrayLike) -> Floats:
    """0 below low, 1 above high, an S curve between."""
    t = np.clip((np.asarray(x, np.float64) - low) / (high - low), 0, 1)
    result: Floats = t * t * (3 - 2 * t)
    return result
