"""From the crest line that a map maker draws to the ridge that the wind would have made of it.

A ridge is the drawn polyline, smoothed through its points, cut into equal steps and given a gentle
meander and undulation of its own. Integers only, so that every machine gets the same dune.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

LINE_SUB_PER_PX: Final = 16
LEVEL_UNITS: Final = 256
UNIT_BITS: Final = 12
UNIT: Final = 1 << UNIT_BITS
"""Length of the vector that ``unit_wind`` gives."""
MAX_HEIGHT_LEVELS: Final = 7

STEP_PX: Final = 12
"""From one point of a ridge to the next."""
HORN_BASE_PX: Final = 60
HORN_PX_PER_LEVEL: Final = 24
"""Length of a tapering end: a base, and so much more for each level of height."""
MEANDER_WAVE_PX: Final = 52
UNDULATION_WAVE_PX: Final = 80
UNDULATION_OF_256: Final = 46
"""How much of its height a crest rises and falls along its line."""
SMOOTHING_ROUNDS: Final = 3

Horns = Literal["both", "start", "end", "none"]
Point = tuple[int, int]
Wind = tuple[int, int]
"""An integer vector, of any length but zero, pointing where the wind blows to."""


@dataclass(frozen=True, slots=True)
class Crest:
    """One dune as drawn: points in px (at least two), height 1..7 levels, which ends taper away.

    Raises ValueError for anything else.
    """

    points: tuple[Point, ...]
    height: int
    horns: Horns = "both"

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise ValueError(f"a crest needs at least 2 points, this one has {len(self.points)}")
        if not 1 <= self.height <= MAX_HEIGHT_LEVELS:
            raise ValueError(f"crest height is 1 to {MAX_HEIGHT_LEVELS}, not {self.height}")
        if self.horns not in ("both", "start", "end", "none"):
            raise ValueError(f"crest horns are both, start, end or none, not {self.horns!r}")


@dataclass(frozen=True, slots=True)
class Ridge:
    """A traced crest. All arrays are int32, one entry for each of its points.

    x, y: 1/16 px; amp: height of the crest there in units; along: px from the start;
    face: 0..256, how far its lee side is a slip face (it lies across the wind) or a round flank.
    """

    x: NDArray[np.int32]
    y: NDArray[np.int32]
    amp: NDArray[np.int32]
    along: NDArray[np.int32]
    face: NDArray[np.int32]
    top: int


def hash16(x: int, y: int, seed: int) -> int:
    """A hash of two integers, 0..65535: multiplied by large primes, shifted, multiplied again."""
    n = (x * 374761393 + y * 668265263 + seed * 974634777) & 0x7FFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0x7FFFFFFF
    return (n ^ (n >> 16)) & 0xFFFF


def unit_wind(wind: Wind) -> tuple[int, int]:
    """The wind as a vector of length 4096. Raises ValueError for no wind at all."""
    length = isqrt((wind[0] ** 2 + wind[1] ** 2) << 16)
    if length == 0:
        raise ValueError("the prevailing wind needs a direction, not (0, 0)")
    return (
        (wind[0] * UNIT * 512 // length + 1) // 2,
        (wind[1] * UNIT * 512 // length + 1) // 2,
    )


def trace(crest: Crest, wind: Wind) -> Ridge | None:
    """The ridge of a crest under the prevailing wind, or None where it is too short to be a dune.

    Everything is seeded by the first point, so changing one dune never changes another.
    """
    nx, ny = unit_wind(wind)
    line = _even_steps(
        _smooth([(x * LINE_SUB_PER_PX, y * LINE_SUB_PER_PX) for x, y in crest.points])
    )
    last = len(line) - 1
    if last < 1:
        return None
    seed = hash16(*crest.points[0], 7)
    top = crest.height * LEVEL_UNITS
    length = last * STEP_PX
    horn = min(length // 2, HORN_BASE_PX + HORN_PX_PER_LEVEL * crest.height) or 1
    meander = LINE_SUB_PER_PX * (3 + crest.height) * 3 // 4
    rows: list[tuple[int, int, int, int]] = []
    for i, (x, y) in enumerate(line):
        along = i * STEP_PX
        taper = 256
        if crest.horns in ("both", "start"):
            taper = min(taper, _taper(along, horn))
        if crest.horns in ("both", "end"):
            taper = min(taper, _taper(length - along, horn))
        swell = 256 + _wave(along, UNDULATION_WAVE_PX, seed + 1) * UNDULATION_OF_256 // 256
        amp = top * taper * swell >> 16
        dx, dy, d = _tangent(line, i, 2)
        across = min(256, abs(dx * ny - dy * nx) * 384 // (d * UNIT))  # calm along the wind
        shift = _wave(along, MEANDER_WAVE_PX, seed) * meander * min(taper, 160) // (256 * 160)
        shift = shift * across >> 8
        rows.append((x - dy * shift // d, y + dx * shift // d, amp, along))
    x_sub, y_sub, amps, alongs = np.array(rows, np.int32).T
    return Ridge(x_sub, y_sub, amps, alongs, _faces(rows, nx, ny), top)


def trace_all(crests: Sequence[Crest], wind: Wind) -> list[Ridge]:
    """Every crest that is long enough, in the order given."""
    return [ridge for ridge in (trace(crest, wind) for crest in crests) if ridge is not None]


def _wave(at: int, length: int, seed: int) -> int:
    """Smooth noise along a line, -256..256."""
    k, f = divmod(at, length)
    f = f * 256 // length
    f = f * f * (768 - 2 * f) >> 16
    return ((hash16(k, 0, seed) * (256 - f) + hash16(k + 1, 0, seed) * f) >> 15) - 256


def _taper(distance: int, horn: int) -> int:
    """0..256 over the length of a horn: half straight, half smooth, for slim tips."""
    f = min(256, distance * 256 // horn)
    return (f + (f * f * (768 - 2 * f) >> 16)) // 2


def _smooth(points: list[Point]) -> list[Point]:
    """Four-point subdivision (Dyn, Levin, Gregory 1987): the curve passes through every point."""
    for _ in range(SMOOTHING_ROUNDS):
        first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
        final = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
        around = [first, *points, final]
        finer: list[Point] = []
        for i in range(len(points) - 1):
            a, b, c, d = around[i : i + 4]
            finer.append(points[i])
            finer.append(
                ((9 * (b[0] + c[0]) - a[0] - d[0]) >> 4, (9 * (b[1] + c[1]) - a[1] - d[1]) >> 4)
            )
        points = [*finer, points[-1]]
    return points


def _even_steps(points: list[Point]) -> list[Point]:
    """Points along a line, one each ``STEP_PX``, in 1/16 px; its end where much of it is left."""
    step = STEP_PX * LINE_SUB_PER_PX
    out, rest = [points[0]], 0
    for (ax, ay), (bx, by) in pairwise(points):
        d = isqrt((bx - ax) ** 2 + (by - ay) ** 2)
        while d and rest + d >= step:
            k = step - rest
            ax, ay = ax + (bx - ax) * k // d, ay + (by - ay) * k // d
            out.append((ax, ay))
            rest = 0
            d = isqrt((bx - ax) ** 2 + (by - ay) ** 2)
        rest += d
    if rest > step // 3:
        out.append(points[-1])
    return out


def _tangent(line: Sequence[tuple[int, ...]], i: int, reach: int) -> tuple[int, int, int]:
    """The vector between the points so many before and after one, and its length, 1 at least."""
    a, b = line[max(i - reach, 0)], line[min(i + reach, len(line) - 1)]
    dx, dy = b[0] - a[0], b[1] - a[1]
    return dx, dy, isqrt(dx * dx + dy * dy) or 1


def _faces(rows: list[tuple[int, int, int, int]], nx: int, ny: int) -> NDArray[np.int32]:
    """``Ridge.face`` of every point, for a wind of length 4096."""
    last = len(rows) - 1
    out: list[int] = []
    for i in range(last + 1):
        dx, dy, d = _tangent(rows, i, 3)
        face = min(256, abs(dx * ny - dy * nx) * 512 // (d * UNIT))
        from_end = min(i, last - i)
        blunt = rows[0 if i < 3 else last][2] > LEVEL_UNITS // 4
        out.append(face * from_end // 3 if from_end < 3 and blunt else face)  # blunt ends are round
    return np.array(out, np.int32)
