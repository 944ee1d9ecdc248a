"""Which places each segment of a crest can reach: boxes in bands of rows, no larger than needed.

Whoever raises a relief computes every place of these boxes, so what is left out here is saved, and
what lies a little too wide is only slow, never wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.sim.land.dune_lines import LINE_SUB_PER_PX, UNIT_BITS

_SUB: Final = LINE_SUB_PER_PX
_SLACK_SUB: Final = 2 * _SUB
"""Boxes are so much wider than need be, for all that is rounded."""
_BAND_ROWS: Final = 40
_BATCH_SAMPLES: Final = 28_000
"""Places computed at once: arrays of this size stay in the cache of a processor."""
_FAR_SUB: Final = 1 << 30

Ints = NDArray[np.int32]


def along_wind(dx: Ints, dy: Ints, unit: tuple[int, int]) -> tuple[Ints, Ints]:
    """Turn a vector into (along the wind, across it)."""
    nx, ny = unit
    return (dx * nx + dy * ny) >> UNIT_BITS, (dy * nx - dx * ny) >> UNIT_BITS


@dataclass(frozen=True, slots=True)
class Reach:
    """Segments and how far they reach, in 1/16 px; int32 arrays with an entry for each.

    x, y: where it starts; du, dv: where it leads, along the wind and across; behind, ahead: how far
    it reaches against the wind and with it; aside: how far across.
    """

    x: Ints
    y: Ints
    du: Ints
    dv: Ints
    behind: Ints
    ahead: Ints
    aside: Ints
    unit: tuple[int, int]

    def pieces(self, x0: int, y0: int, step: int, h: int, w: int) -> Ints:
        """What each segment can reach of (h, w) places, ``step`` px apart, the first at (x0, y0).

        Returns int32 (5, n) of segment, columns, rows: pieces of like size beside each other. The
        box is laid around the segment itself, turned with the wind.
        """
        xs, ys = self._corners(x0, y0)
        pitch = step * _SUB
        near = np.flatnonzero(
            (self.behind + self.ahead > 0)
            & (xs.max(axis=0) >= -_SLACK_SUB)
            & (xs.min(axis=0) <= w * pitch + _SLACK_SUB)
            & (ys.max(axis=0) >= -_SLACK_SUB)
            & (ys.min(axis=0) <= h * pitch + _SLACK_SUB)
        )
        xs, ys = xs[:, near], ys[:, near]
        top = np.clip(-(-ys.min(axis=0) // pitch), 0, h)
        end = np.clip(ys.max(axis=0) // pitch + 1, 0, h)
        tall = _BAND_ROWS * step
        first, last = y0 // tall, (y0 + h * step) // tall
        edges = -((y0 - np.arange(first, last + 2, dtype=xs.dtype)[:, None] * tall) // step)
        r0 = np.maximum(top, edges[:-1])
        r1 = np.minimum(end, edges[1:])
        left, right = _between_rows(xs, ys, r0 * pitch, (r1 - 1) * pitch)
        c0, c1 = np.clip(-(-left // pitch), 0, w), np.clip(right // pitch + 1, 0, w)
        band, found = np.nonzero((r0 < r1) & (c0 < c1))
        c0, c1, r0, r1 = (plane[band, found] for plane in (c0, c1, r0, r1))
        pieces = np.stack([near[found].astype(xs.dtype), c0, c1, r0, r1])
        return pieces[:, np.lexsort((c1 - c0, r1 - r0))]

    def _corners(self, x0: int, y0: int) -> tuple[Ints, Ints]:
        """x and y of the four corners of each box, (4, n), from (x0, y0)."""
        u0 = np.minimum(self.du, 0) - self.behind - self.behind // 64 - _SLACK_SUB
        u1 = np.maximum(self.du, 0) + self.ahead + self.ahead // 64 + _SLACK_SUB
        v0 = np.minimum(self.dv, 0) - self.aside - self.aside // 64 - _SLACK_SUB
        v1 = np.maximum(self.dv, 0) + self.aside + self.aside // 64 + _SLACK_SUB
        nx, ny = self.unit
        corners = ((u0, v0), (u1, v0), (u1, v1), (u0, v1))
        xs = [self.x - x0 * _SUB + ((u * nx - v * ny) >> UNIT_BITS) for u, v in corners]
        ys = [self.y - y0 * _SUB + ((u * ny + v * nx) >> UNIT_BITS) for u, v in corners]
        return np.stack(xs), np.stack(ys)


def _between_rows(xs: Ints, ys: Ints, upper: Ints, lower: Ints) -> tuple[Ints, Ints]:
    """Leftmost and rightmost x of n four-cornered shapes, (4, n), between heights, (bands, n)."""
    left, right = np.full_like(upper, _FAR_SUB), np.full_like(upper, -_FAR_SUB)
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 0)):
        low, high = np.minimum(ys[a], ys[b]), np.maximum(ys[a], ys[b])
        meets = (high >= upper) & (low <= lower)
        rise = np.where(ys[b] == ys[a], 1, ys[b] - ys[a])
        for level in (upper, lower):
            x = xs[a] + (xs[b] - xs[a]) * (np.clip(level, low, high) - ys[a]) // rise
            left = np.where(meets, np.minimum(left, x - _SUB), left)
            right = np.where(meets, np.maximum(right, x + _SUB), right)
    return left, right


def batches(pieces: Ints) -> Iterator[slice]:
    """Neighbouring pieces together, as many as make arrays of a size that the cache likes."""
    wide_all, tall_all = (pieces[2] - pieces[1]).tolist(), (pieces[4] - pieces[3]).tolist()
    start = wide = tall = 0
    for i, (w, h) in enumerate(zip(wide_all, tall_all, strict=True)):
        wide, tall = max(wide, w), max(tall, h)
        if i > start and (i + 1 - start) * wide * tall > _BATCH_SAMPLES:
            yield slice(start, i)
            start, wide, tall = i, w, h
    if start < len(wide_all):
        yield slice(start, len(wide_all))
