"""Raises traced ridges into an integer relief, at any sampling step, a piece of work at a time.

Around every point of a crest lies an egg-shaped gauge, turned to the prevailing wind: 20 px a level
to windward, 5 px a level to leeward, 10 px a level sideways. The height of a place is the highest
that any crest gives it. The same place has the same height at every sampling step, so the picture
and the rules can never disagree about a dune.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.sim.land.dune_gauge import (
    FINE_BITS,
    MOST_AMP_UNITS,
    ONE,
    gauge_square,
    profile_table,
    reach_table,
    root_table,
)
from game.sim.land.dune_lines import LEVEL_UNITS, LINE_SUB_PER_PX, Ridge, Wind, unit_wind
from game.sim.land.dune_reach import Ints, Reach, along_wind, batches

WINDWARD_PX_PER_LEVEL: Final = 20
LEE_PX_PER_LEVEL: Final = 5
SIDE_PX_PER_LEVEL: Final = 10

WORK = np.int32  # wide enough for height 7; a test holds it against int64

_SUB: Final = LINE_SUB_PER_PX
_ALONG_BITS: Final = 6
_ALONG: Final = 1 << _ALONG_BITS
"""A place along a segment is one of so many parts of it."""
_FAR_SUB: Final = 512
"""What ``ArtPlanes.near`` says of all that is as far away as this or further (1/16 px)."""
_FAINT_UNITS: Final = 24
"""A crest less high than this is not raised at all."""
_GROUP_POINTS: Final = 600
"""Ridges are raised together up to so many points."""
_MOST_WHO_BITS: Final = 18
"""So many bits for who raised a place, with its height beside them, fit 31."""
_TELL_PLACES: Final = 14_000
"""Places that the painter is told of in one piece of work."""

Heights = NDArray[np.int16]
_Line = Literal["x", "y", "amp", "along", "face"]
"""One of the arrays of a ``Ridge``."""


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
    """Height of (h, w) places, ``step`` px apart, the first at world px (x0, y0); 256 a level."""

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
        planes = ArtPlanes(plane(-256), plane(ONE), plane(0), plane(0), plane(_FAR_SUB))
        return cls(x0, y0, step, plane(0), planes)


def fill(relief: Relief, ridges: Sequence[Ridge], wind: Wind) -> Iterator[None]:
    """Raise the ridges in ``relief``, yielding after every piece of work (a few ms at most)."""
    near = [ridge for ridge in ridges if _touches(ridge, relief)]
    # The highest ground of every place and, in the lower bits, who raised it: the earlier a
    # segment the higher, so that of two that are as high the first one wins. Nobody wins of all.
    bits = sum(2 * len(ridge.x) for ridge in near).bit_length() if relief.art else 0
    nobody = (1 << bits) - 1
    best: Ints = relief.height.astype(WORK if bits <= _MOST_WHO_BITS else np.int64)
    best <<= bits
    best += nobody
    sides: list[_Side] = []
    for first, group in _grouped(near):
        for lee in (False, True):
            side = _Side.of(group, first, unit_wind(wind), lee=lee)
            yield
            pieces = side.reach().pieces(relief.x0, relief.y0, relief.step, *relief.height.shape)
            yield
            for batch in batches(pieces):
                side.raises(best, relief, pieces[:, batch], bits)
                yield
            sides.append(side)
    np.copyto(relief.height, best >> bits, casting="same_kind")
    if relief.art is not None:
        winner = nobody - (best & nobody)
        for side in sides:
            yield from side.tells(relief, relief.art, winner)


def _touches(ridge: Ridge, relief: Relief) -> bool:
    """Whether any of a ridge may reach into the box of a relief."""
    h, w = relief.height.shape
    far = ridge.top * WINDWARD_PX_PER_LEVEL * _SUB * 3 // (2 * LEVEL_UNITS)
    return bool(
        ridge.x.min() - far < (relief.x0 + w * relief.step) * _SUB
        and ridge.x.max() + far > relief.x0 * _SUB
        and ridge.y.min() - far < (relief.y0 + h * relief.step) * _SUB
        and ridge.y.max() + far > relief.y0 * _SUB
    )


def _grouped(ridges: Sequence[Ridge]) -> Iterator[tuple[int, list[Ridge]]]:
    """Some ridges together, for arrays of a good size, and how many points came before them."""
    before = points = 0
    group: list[Ridge] = []
    for ridge in ridges:
        if group and points + len(ridge.x) > _GROUP_POINTS:
            yield before, group
            before, points, group = before + points, 0, []
        group.append(ridge)
        points += len(ridge.x)
    if group:
        yield before, group


class _Segments(NamedTuple):
    """Segments of one side of some ridges as the gauge wants them; int32, all of one shape.

    x, y: where it starts; du, dv: where it leads, along the wind and across; amp, rise: height of
    the crest at its start, and how much more at its end; table: where the reach of its ridge begins
    in the table; the rest leads to the nearest point.
    """

    x: Ints
    y: Ints
    du: Ints
    dv: Ints
    amp: Ints
    rise: Ints
    table: Ints
    near_u: Ints
    near_v: Ints
    aside_u: Ints
    aside_v: Ints
    pull: Ints
    whole: Ints

    def at(self, index: Ints) -> _Segments:
        """The segments of these numbers, in the index's shape."""
        return _Segments(*(plane[index] for plane in self))


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of some ridges: raises it, and tells the painter afterwards where it has won.

    number: of every segment, among those of both sides of all ridges, from 1; top: of its ridge.
    """

    ridges: list[Ridge]
    lee: bool
    unit: tuple[int, int]
    segments: _Segments
    number: Ints
    top: Ints
    windward_reach: Ints

    @classmethod
    def of(
        cls, ridges: list[Ridge], points_before: int, unit: tuple[int, int], *, lee: bool
    ) -> _Side:
        """The windward or the lee side of some ridges."""
        (x, x1), (y, y1) = _ends(ridges, "x"), _ends(ridges, "y")
        amp, amp1 = _ends(ridges, "amp")
        counts = [len(ridge.x) - 1 for ridge in ridges]
        top = np.repeat(np.array([ridge.top for ridge in ridges], WORK), counts)
        table = np.repeat(np.arange(len(ridges), dtype=WORK) * MOST_AMP_UNITS, counts)
        du, dv = along_wind(x1 - x, y1 - y, unit)
        rise = amp1 - amp
        # Nearest in the gauge; higher ground pulls.
        most = np.maximum(np.maximum(amp, amp1), 1)
        along = 2 if lee else 1
        across = 1 if lee else np.clip((most + top) // most, 2, 4)
        eu, ev = along * du, across * dv
        square = np.maximum(eu * eu + ev * ev, 1)
        length = np.array([isqrt(n) for n in square.tolist()], WORK)
        pull = rise * (WINDWARD_PX_PER_LEVEL * _SUB * (256 if lee else 384))
        pull = np.clip(pull // (2 * LEVEL_UNITS * length), -230, 230)
        pull = pull * 256 // np.array([isqrt(n) for n in (65536 - pull * pull).tolist()], WORK)
        nearest = along * eu, across * ev, along * ev, across * eu, pull
        segments = _Segments(
            x, y, du, dv, amp, rise, table, *nearest, np.maximum(square >> 4, 1)
        )
        number = np.arange(1, len(x) + 1, dtype=WORK)
        number += np.repeat(
            np.cumsum([0, *counts[:-1]]) + (np.array(counts) if lee else 0), counts
        ).astype(WORK)
        number += 2 * points_before
        reach = [reach_table(WINDWARD_PX_PER_LEVEL, ridge.top) for ridge in ridges]
        return cls(ridges, lee, unit, segments, number, top, np.concatenate(reach))

    def reach(self) -> Reach:
        """How far each segment reaches; those too faint to be seen nowhere."""
        of = self.segments
        most = np.maximum(of.amp, of.amp + of.rise)
        aside = most * (SIDE_PX_PER_LEVEL * _SUB) // LEVEL_UNITS
        if self.lee:
            behind, ahead = np.zeros_like(most), most * (LEE_PX_PER_LEVEL * _SUB) // LEVEL_UNITS
        else:
            wide = np.minimum(most + self.top, 4 * most)  # as in reach_table
            behind = wide * (WINDWARD_PX_PER_LEVEL * _SUB) // (2 * LEVEL_UNITS)
            ahead = np.zeros_like(most)
        seen = most >= _FAINT_UNITS
        return Reach(of.x, of.y, of.du, of.dv, behind * seen, ahead * seen, aside, self.unit)

    def raises(self, best: Ints, relief: Relief, pieces: Ints, bits: int) -> None:
        """Leave the higher ground of some pieces in ``best``; arrays are (piece, row, column)."""
        segment, c0, c1, r0, r1 = pieces
        own = self.segments.at(segment)
        column = np.arange(int((c1 - c0).max()), dtype=WORK)
        row = np.arange(int((r1 - r0).max()), dtype=WORK)
        x = (relief.x0 + (c0[:, None] + column) * relief.step) * _SUB - own.x[:, None]
        y = (relief.y0 + (r0[:, None] + row) * relief.step) * _SUB - own.y[:, None]
        u, v = along_wind(x[:, None, :], y[:, :, None], self.unit)
        of = _Segments(*(plane[:, None, None] for plane in own))
        k = _nearest(u, v, of)
        for part, whole in zip(k, own.whole.tolist(), strict=True):
            part //= whole  # by one number at a time: numpy has a quick way for that
        on_this_side, amp = self._measure_from(k, u, v, of)
        high = profile_table().take(self._gauge(u, v, amp, of), mode="clip") * amp
        high >>= FINE_BITS
        high *= on_this_side
        if bits:
            high = high.astype(best.dtype, copy=False)
            high <<= bits
            high += ((1 << bits) - 1 - self.number[segment])[:, None, None]
        boxes = zip(*(n.tolist() for n in (c0, c1, r0, r1)), strict=True)
        for mine, (left, right, top, end) in zip(high, boxes, strict=True):
            held = best[top:end, left:right]
            np.maximum(held, mine[: end - top, : right - left], out=held, casting="same_kind")

    def tells(self, relief: Relief, art: ArtPlanes, winner: Ints) -> Iterator[None]:
        """Write the painter's planes where it has won, some thousand places at a time.

        winner: number of the segment that won each place, 0 for nobody; (h, w).
        """
        segment_of = np.full(max(int(winner.max()), int(self.number.max())) + 1, -1, WORK)
        segment_of[self.number] = np.arange(len(self.number), dtype=WORK)
        segment = segment_of.take(winner.reshape(-1))
        won = np.flatnonzero(segment >= 0)
        for start in range(0, len(won), _TELL_PLACES):
            places = won[start : start + _TELL_PLACES]
            self._tell(relief, art, places, segment[places])
            yield

    def _tell(
        self, relief: Relief, art: ArtPlanes, places: NDArray[np.intp], segment: Ints
    ) -> None:
        of = self.segments.at(segment)
        row, column = np.divmod(places.astype(WORK), WORK(relief.height.shape[1]))
        x = (relief.x0 + column * relief.step) * _SUB - of.x
        y = (relief.y0 + row * relief.step) * _SUB - of.y
        u, v = along_wind(x, y, self.unit)
        k = _nearest(u, v, of) // of.whole
        _, amp = self._measure_from(k, u, v, of)
        root = root_table()
        straight = np.minimum(u * u + v * v, ONE * ONE // 4)
        art.amp.flat[places] = amp
        art.near.flat[places] = root.take(straight, mode="clip") >> 1
        side = self._between("face", segment, k)
        if not self.lee:
            art.side.flat[places] = -side
            return
        side *= np.minimum(u * 1280 // (u + v + 1), 256)  # no slip face beside the ends
        art.side.flat[places] = np.maximum(side >> 8, 1)
        art.gauge.flat[places] = root.take(self._gauge(u, v, amp, of), mode="clip")
        art.along.flat[places] = self._between("along", segment, k)

    def _between(self, line: _Line, segment: Ints, k: Ints) -> Ints:
        """A line of the ridge at the nearest point of the segments, 0..64 along them."""
        start, end = _ends(self.ridges, line)
        return start[segment] + (((end - start)[segment] * k) >> _ALONG_BITS)

    def _measure_from(
        self, k: Ints, u: Ints, v: Ints, of: _Segments
    ) -> tuple[NDArray[np.bool_], Ints]:
        """Make (u, v) the distances from the nearest point; what lies on this side; the crest."""
        np.clip(k, 0, _ALONG, out=k)
        u -= (of.du * k) >> _ALONG_BITS
        v -= (of.dv * k) >> _ALONG_BITS
        amp = of.rise * k
        amp >>= _ALONG_BITS
        amp += of.amp
        np.maximum(amp, 1, out=amp)
        on_this_side = u > 0 if self.lee else u <= 0
        np.abs(u, out=u)
        np.abs(v, out=v)
        return on_this_side, amp

    def _gauge(self, u: Ints, v: Ints, amp: Ints, of: _Segments) -> Ints:
        """A quarter of the square of the gauge distance."""
        if self.lee:
            gauge = gauge_square(u, reach_table(LEE_PX_PER_LEVEL, 0).take(amp))
        else:
            gauge = gauge_square(u, self.windward_reach.take(amp + of.table))
        gauge += gauge_square(v, reach_table(SIDE_PX_PER_LEVEL, 0).take(amp))
        gauge >>= 2
        return gauge


def _ends(ridges: list[Ridge], line: _Line) -> tuple[Ints, Ints]:
    """A line of some ridges at the start of every segment, and at its end."""
    lines = [getattr(ridge, line).astype(WORK) for ridge in ridges]
    return np.concatenate([of[:-1] for of in lines]), np.concatenate([of[1:] for of in lines])


def _nearest(u: Ints, v: Ints, of: _Segments) -> Ints:
    """Nearest point of the segment, 0..64 along it; still to be divided by its ``whole``."""
    k = u * of.near_u + v * of.near_v
    k <<= 2
    work = u * of.aside_u - v * of.aside_v
    np.abs(work, out=work)
    work >>= 3
    work *= of.pull
    work >>= 3
    k += work
    return k
