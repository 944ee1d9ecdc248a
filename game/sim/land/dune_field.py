"""Raises traced ridges into an integer relief, at any sampling step, a piece of work at a time.

Around every point of a crest lies an egg-shaped gauge, turned to the prevailing wind: 20 px a level
to windward, 5 px a level to leeward, 10 px a level sideways. The height of a place is the highest
that any crest gives it. The same place has the same height at every sampling step, so the picture
and the rules can never disagree about a dune.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from game.sim.land.dune_lines import LEVEL_UNITS, LINE_SUB_PER_PX, UNIT_BITS, Ridge, Wind, unit_wind

WINDWARD_PX_PER_LEVEL = 20
LEE_PX_PER_LEVEL = 5
SIDE_PX_PER_LEVEL = 10

WORK = np.int32  # wide enough for height 7; a test holds it against int64

_SUB = LINE_SUB_PER_PX
_ONE = 1024  # gauge distance of the foot of a dune
_MOST_AMP_UNITS = 2300
_MOST_SUB = 4095
_FAR_SUB = 512
_FAINT_UNITS = 24
_BAND_ROWS = 40
_BATCH_SAMPLES = 28_000

Heights = NDArray[np.int16]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class ArtPlanes:
    """What the painter wants to know of the crest that won each place; int16, (h, w).

    side: -256 windward .. 0 along the wind .. 256 full slip face; amp: height of the crest;
    near: straight distance in 1/16 px, <= 512. And where side > 0, gauge: 0 crest .. 1024 foot;
    along: px from the crest's start.
    """

    side: Heights
    gauge: Heights
    amp: Heights
    along: Heights
    near: Heights


@dataclass(frozen=True, slots=True)
class Relief:
    """Height of (h, w) places, `step` px apart, the first at world px (x0, y0); 256 = one level."""

    x0: int
    y0: int
    step: int
    height: Heights
    art: ArtPlanes | None = None

    @classmethod
    def flat(cls, x0: int, y0: int, w: int, h: int, step: int, *, art: bool) -> Relief:
        """A relief without dunes, to be filled."""

        def plane(value: int) -> Heights:
            return np.full((h, w), value, np.int16)

        if not art:
            return cls(x0, y0, step, plane(0))
        planes = ArtPlanes(plane(-256), plane(_ONE), plane(0), plane(0), plane(_FAR_SUB))
        return cls(x0, y0, step, plane(0), planes)


def fill(relief: Relief, ridges: Sequence[Ridge], wind: Wind) -> Iterator[None]:
    """Raise the ridges in `relief`, yielding after every piece of work (at most a few ms each)."""
    unit = unit_wind(wind)
    for ridge in ridges:
        if not _touches(ridge, relief):
            continue
        for lee_side in (False, True):
            pieces = _pieces(ridge, lee_side, relief, unit)
            yield
            for batch in _batches(pieces):
                _raise(relief, ridge, pieces[:, batch], lee_side, unit)
                yield


def _touches(ridge: Ridge, relief: Relief) -> bool:
    h, w = relief.height.shape
    far = ridge.top * WINDWARD_PX_PER_LEVEL * _SUB * 3 // (2 * LEVEL_UNITS)
    return bool(
        ridge.x.min() - far < (relief.x0 + w * relief.step) * _SUB
        and ridge.x.max() + far > relief.x0 * _SUB
        and ridge.y.min() - far < (relief.y0 + h * relief.step) * _SUB
        and ridge.y.max() + far > relief.y0 * _SUB
    )


def _along_wind(dx: Ints, dy: Ints, unit: tuple[int, int]) -> tuple[Ints, Ints]:
    """Turn a vector into (along the wind, across it)."""
    nx, ny = unit
    return (dx * nx + dy * ny) >> UNIT_BITS, (dy * nx - dx * ny) >> UNIT_BITS


def _pieces(ridge: Ridge, lee_side: bool, relief: Relief, unit: tuple[int, int]) -> Ints:
    """What each segment can reach, in bands of rows: int32 (5, n) of segment, columns, rows.

    The box is laid around the segment itself, turned with the wind and a little wide: nothing
    that the gauge could reach lies outside, whatever the sampling step.
    """
    ax, ay = ridge.x[:-1], ridge.y[:-1]
    du, dv = _along_wind(ridge.x[1:] - ax, ridge.y[1:] - ay, unit)
    most = np.maximum(ridge.amp[:-1], ridge.amp[1:])
    side = most * (SIDE_PX_PER_LEVEL * _SUB) // LEVEL_UNITS
    if lee_side:
        behind, ahead = np.zeros_like(du), most * (LEE_PX_PER_LEVEL * _SUB) // LEVEL_UNITS
    else:
        wide = np.minimum(most + ridge.top, 4 * most)  # as in _reach_table
        behind = wide * (WINDWARD_PX_PER_LEVEL * _SUB) // (2 * LEVEL_UNITS)
        ahead = np.zeros_like(du)
    slack = 2 * _SUB
    u0 = np.minimum(du, 0) - behind - behind // 64 - slack
    u1 = np.maximum(du, 0) + ahead + ahead // 64 + slack
    v0 = np.minimum(dv, 0) - side - side // 64 - slack
    v1 = np.maximum(dv, 0) + side + side // 64 + slack
    nx, ny = unit
    corners = ((u0, v0), (u1, v0), (u1, v1), (u0, v1))
    xs = np.stack([ax - relief.x0 * _SUB + ((u * nx - v * ny) >> UNIT_BITS) for u, v in corners])
    ys = np.stack([ay - relief.y0 * _SUB + ((u * ny + v * nx) >> UNIT_BITS) for u, v in corners])
    pitch = relief.step * _SUB
    h, w = relief.height.shape
    near = np.flatnonzero(
        (most >= _FAINT_UNITS)
        & (xs.max(axis=0) >= -slack)
        & (xs.min(axis=0) <= w * pitch + slack)
        & (ys.max(axis=0) >= -slack)
        & (ys.min(axis=0) <= h * pitch + slack)
    )
    xs, ys = xs[:, near], ys[:, near]
    top = np.clip(-(-ys.min(axis=0) // pitch), 0, h)
    end = np.clip(ys.max(axis=0) // pitch + 1, 0, h)
    # Bands lie on world rows, so that every window cuts the same pieces in the same order and ties
    # between segments fall the same way.
    tall = _BAND_ROWS * relief.step
    first, last = relief.y0 // tall, (relief.y0 + h * relief.step) // tall
    edges = -((relief.y0 - np.arange(first, last + 2, dtype=WORK)[:, None] * tall) // relief.step)
    r0 = np.maximum(top, edges[:-1])
    r1 = np.minimum(end, edges[1:])
    left, right = _between_rows(xs, ys, r0 * pitch, (r1 - 1) * pitch)
    c0, c1 = np.clip(-(-left // pitch), 0, w), np.clip(right // pitch + 1, 0, w)
    band, found = np.nonzero((r0 < r1) & (c0 < c1))
    columns_rows = (plane[band, found] for plane in (c0, c1, r0, r1))
    return np.stack([near[found].astype(WORK), *columns_rows])


def _between_rows(xs: Ints, ys: Ints, upper: Ints, lower: Ints) -> tuple[Ints, Ints]:
    """Leftmost and rightmost x of n four-cornered shapes, (4, n), between heights, (bands, n)."""
    left, right = np.full_like(upper, 1 << 30), np.full_like(upper, -(1 << 30))
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 0)):
        low, high = np.minimum(ys[a], ys[b]), np.maximum(ys[a], ys[b])
        meets = (high >= upper) & (low <= lower)
        rise = np.where(ys[b] == ys[a], 1, ys[b] - ys[a])
        for level in (upper, lower):
            x = xs[a] + (xs[b] - xs[a]) * (np.clip(level, low, high) - ys[a]) // rise
            left = np.where(meets, np.minimum(left, x - _SUB), left)
            right = np.where(meets, np.maximum(right, x + _SUB), right)
    return left, right


def _batches(pieces: Ints) -> Iterator[slice]:
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


@cache
def _root_table() -> Heights:
    """isqrt(4 * i) for the square of every gauge distance, shortened by two bits."""
    first = [(r * r + 3) // 4 for r in range(_ONE + 2)]
    counts = [b - a for a, b in pairwise(first)]
    return np.repeat(np.arange(_ONE + 1, dtype=np.int16), counts)[: _ONE * _ONE // 4 + 1]


@cache
def _profile_table() -> Heights:
    """Share of the crest's height, 0..4096, by the square of the gauge distance."""
    rest = _ONE - _root_table().astype(np.int64)
    return (rest * rest * (3 * _ONE - rest) // (2 * _ONE * _ONE) * 4).astype(np.int16)


@cache
def _reach_table(px_per_level: int, plus_top: int) -> Ints:
    """4096 x gauge units per 1/16 px, by crest height; with `plus_top` the horns reach wider."""
    out = []
    for amp in range(_MOST_AMP_UNITS):
        wide = min(amp + plus_top, 4 * amp) // 2 if plus_top else amp
        out.append((_ONE << 12) // max(wide * px_per_level * _SUB // LEVEL_UNITS, _SUB))
    return np.array(out, np.int32)


def _raise(
    relief: Relief, ridge: Ridge, pieces: Ints, lee_side: bool, unit: tuple[int, int]
) -> None:
    """Raise one side of some segments of a ridge; arrays are (piece, row, column)."""
    segment, c0, c1, r0, r1 = pieces

    def of(values: Ints) -> Ints:
        return values[:, None, None]

    ax, ay = ridge.x[segment].astype(WORK), ridge.y[segment].astype(WORK)
    a0, a1 = ridge.amp[segment].astype(WORK), ridge.amp[segment + 1].astype(WORK)
    du, dv = _along_wind(ridge.x[segment + 1] - ax, ridge.y[segment + 1] - ay, unit)
    column = np.arange(int((c1 - c0).max()), dtype=WORK)
    row = np.arange(int((r1 - r0).max()), dtype=WORK)
    x = (relief.x0 + (c0[:, None] + column) * relief.step) * _SUB - ax[:, None]
    y = (relief.y0 + (r0[:, None] + row) * relief.step) * _SUB - ay[:, None]
    u, v = _along_wind(x[:, None, :], y[:, :, None], unit)

    # Nearest point of the segment in the gauge, 0..64 along it; higher ground pulls.
    most = np.maximum(np.maximum(a0, a1), 1)
    along_gauge = 2 if lee_side else 1
    across_gauge = np.clip((most + ridge.top) // most, 2, 4) if not lee_side else 1
    eu, ev = along_gauge * du, across_gauge * dv
    square = np.maximum(eu * eu + ev * ev, 1)
    length = np.array([isqrt(n) for n in square.tolist()], WORK)
    pull = (a1 - a0) * (WINDWARD_PX_PER_LEVEL * _SUB * (256 if lee_side else 384))
    pull = np.clip(pull // (2 * LEVEL_UNITS * length), -230, 230)
    pull = pull * 256 // np.array([isqrt(n) for n in (65536 - pull * pull).tolist()], WORK)
    k = u * of(along_gauge * eu) + v * of(across_gauge * ev)
    k <<= 2
    work = u * of(along_gauge * ev) - v * of(across_gauge * eu)
    np.abs(work, out=work)
    work >>= 3
    work *= of(pull)
    work >>= 3
    k += work
    for part, whole in zip(k, np.maximum(square >> 4, 1).tolist(), strict=True):
        part //= whole  # by one number at a time: numpy has a quick way for that
    np.clip(k, 0, 64, out=k)

    # Height there, by the gauge distance to that point.
    u -= (of(du) * k) >> 6
    v -= (of(dv) * k) >> 6
    amp = of(a1 - a0) * k
    amp >>= 6
    amp += of(a0)
    np.maximum(amp, 1, out=amp)
    on_this_side = u > 0 if lee_side else u <= 0
    np.abs(u, out=u)
    np.abs(v, out=v)
    if lee_side:
        reach = _reach_table(LEE_PX_PER_LEVEL, 0)
    else:
        reach = _reach_table(WINDWARD_PX_PER_LEVEL, ridge.top)
    gauge = _gauge_square(u, amp, reach)
    gauge += _gauge_square(v, amp, _reach_table(SIDE_PX_PER_LEVEL, 0))
    gauge >>= 2
    high = _profile_table().take(gauge, mode="clip") * amp
    high >>= 12
    high *= on_this_side

    boxes = zip(segment.tolist(), *(n.tolist() for n in (c0, c1, r0, r1)), strict=True)
    for i, (at, left, right, top, end) in enumerate(boxes):
        cut = np.s_[i, : end - top, : right - left]
        spot = np.s_[top:end, left:right]
        if relief.art is None:
            held = relief.height[spot]
            np.maximum(held, high[cut], out=held, casting="same_kind")
            continue
        held = relief.height[spot]
        wins = high[cut] > held
        if wins.any():
            np.copyto(held, high[cut], where=wins, casting="same_kind")
            planes = (k, u, v, amp, gauge) if lee_side else (k, u, v, amp)
            won = [plane[cut][wins] for plane in planes]
            _note_winner(relief.art, spot, wins, ridge, at, won)


def _gauge_square(apart: Ints, amp: Ints, reach: Ints) -> Ints:
    out = np.minimum(apart, _MOST_SUB)
    out *= reach.take(amp, mode="clip")
    out >>= 12
    np.minimum(out, _ONE, out=out)
    out *= out
    return out


def _note_winner(
    art: ArtPlanes,
    spot: tuple[slice, slice],
    wins: NDArray[np.bool_],
    ridge: Ridge,
    segment: int,
    won: list[Ints],
) -> None:
    """Write the painter's planes where a piece has won; the lee side has a gauge, too."""
    k, u, v, amp, *gauge = won
    f0, f1 = int(ridge.face[segment]), int(ridge.face[segment + 1])
    side = f0 + (((f1 - f0) * k) >> 6)
    root = _root_table()
    art.amp[spot][wins] = amp
    art.near[spot][wins] = root.take(np.minimum(u * u + v * v, _ONE * _ONE // 4), mode="clip") >> 1
    if not gauge:
        art.side[spot][wins] = -side
        return
    side *= np.minimum(u * 1280 // (u + v + 1), 256)  # no slip face beside the ends
    art.side[spot][wins] = np.maximum(side >> 8, 1)
    art.gauge[spot][wins] = root.take(gauge[0], mode="clip")
    s0, s1 = int(ridge.along[segment]), int(ridge.along[segment + 1])
    art.along[spot][wins] = s0 + (((s1 - s0) * k) >> 6)
