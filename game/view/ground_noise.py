"""Noise for painting the ground: every value hangs on its world pixel alone, so chunks meet unseen.

Nothing here may depend on the size or place of the array that is asked for; all arithmetic is
element by element for that reason. Floats are welcome: no rule of the game looks at the picture.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Whole = NDArray[np.integer[Any]]
Box = tuple[int, int, int, int]
"""World rectangle in px: x, y, width, height."""

_f32 = np.float32
_SHIFT, _FACTOR, _HIGH_BITS = np.uint32(15), np.uint32(1274126177), np.uint32(16)


def hash16(x: Whole, y: Whole, seed: int) -> Whole:
    """A hash of world coordinates, 0..65535; arrays broadcast against each other."""
    # in 32 bits, which wrap around: half the memory, and this runs over every pixel
    n = _low_bits(x * 374761393) + _low_bits(y * 668265263 + seed * 974634777)
    n ^= n >> _SHIFT
    n *= _FACTOR
    n >>= _HIGH_BITS
    return n.view(np.int32)


def _low_bits(n: NDArray[np.integer[Any]]) -> NDArray[np.uint32]:
    return n.astype(np.int64, copy=False).astype(np.uint32)


def _ease(f: NDArray[Any]) -> NDArray[Any]:
    eased: NDArray[Any] = f * f * f * (f * (f * 6 - 15) + 10)
    return eased


def smoothstep(low: float, high: float, x: Floats) -> Floats:
    """0 below `low`, 1 above `high`, a soft S between."""
    t: Floats = np.clip((x - _f32(low)) / _f32(high - low), _f32(0), _f32(1))
    return t * t * (_f32(3) - _f32(2) * t)


def bilinear(lattice: Floats, ix: Whole, fx: Floats, iy: Whole, fy: Floats) -> Floats:
    """A small lattice spread over a pixel grid by its indices and fractions per column and row."""
    rows = lattice[:, ix]
    rows += (lattice[:, ix + 1] - rows) * fx
    spread: Floats = np.diff(rows, axis=0)[iy]
    spread *= fy[:, None]
    spread += rows[iy]
    return spread


def value_noise(box: Box, wave_x: float, wave_y: float, seed: int) -> Floats:
    """Smooth noise 0..1 over a rectangle, (h, w)."""
    x0, y0, w, h = box
    x, y = (np.arange(w) + x0) / wave_x, (np.arange(h) + y0) / wave_y
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    gx, gy = np.arange(ix[0], ix[-1] + 2), np.arange(iy[0], iy[-1] + 2)
    lattice = (hash16(gx[None], gy[:, None], seed) / 65535).astype(_f32)
    fx, fy = _ease(x - ix).astype(_f32), _ease(y - iy).astype(_f32)
    return bilinear(lattice, ix - ix[0], fx, iy - iy[0], fy)


def fbm(box: Box, wave_x: float, wave_y: float, seed: int, octaves: int = 3) -> Floats:
    """Noise of several waves, each half as long and half as strong as the one before; 0..1."""
    total, share, weight = np.zeros((box[3], box[2]), _f32), 0.5, 0.0
    for o in range(octaves):
        wave = value_noise(box, wave_x / 2**o, wave_y / 2**o, seed + o * 17)
        total += _f32(share) * wave
        weight += share
        share /= 2
    total /= _f32(weight)
    return total


def point_noise(x: NDArray[Any], y: NDArray[Any], seed: int) -> Floats:
    """Smooth noise 0..1 at scattered places; x and y in waves."""
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = _ease((x - ix).astype(_f32)), _ease((y - iy).astype(_f32))

    def corner(i: int, j: int) -> Floats:
        return hash16(ix + i, iy + j, seed).astype(_f32)

    upper, lower = corner(0, 0), corner(0, 1)
    upper += (corner(1, 0) - upper) * fx
    lower += (corner(1, 1) - lower) * fx
    noise: Floats = (upper + (lower - upper) * fy) * _f32(1 / 65535)
    return noise


class Cells:
    """A grid of jittered seeds, seen from scattered px (n,): which seed is nearest, and how far.

    near, next: distance to the nearest and second nearest seed; dx, dy: from the nearest seed to
    the px; mark: hash of the nearest seed, 0..65535.
    """

    __slots__ = ("dx", "dy", "mark", "near", "next")

    def __init__(self, x: Whole, y: Whole, size: int, seed: int) -> None:
        column, row = x // size, y // size
        left, top = int(column.min()) - 1, int(row.min()) - 1
        gx = np.arange(left, int(column.max()) + 2)
        gy = np.arange(top, int(row.max()) + 2)
        marks = hash16(gx[None], gy[:, None], seed)
        seed_x = (gx[None] * size + (marks & 255) * size / 256).astype(_f32).ravel()
        seed_y = (gy[:, None] * size + (marks >> 8) * size / 256).astype(_f32).ravel()
        at = (row - top) * len(gx) + (column - left)
        fx, fy = x.astype(_f32), y.astype(_f32)
        near, after = np.full(x.shape, 1e9, _f32), np.full(x.shape, 1e9, _f32)
        best = np.zeros(x.shape, np.int64)
        for step in (-len(gx), 0, len(gx)):
            for side in (-1, 0, 1):
                here = at + (step + side)
                dx, dy = fx - seed_x[here], fy - seed_y[here]
                d = dx * dx + dy * dy
                closer = d < near
                after = np.where(closer, near, np.minimum(after, d))
                near = np.where(closer, d, near)
                best = np.where(closer, here, best)
        self.near, self.next = np.sqrt(near), np.sqrt(after)
        self.dx, self.dy = fx - seed_x[best], fy - seed_y[best]
        self.mark = marks.ravel()[best]
