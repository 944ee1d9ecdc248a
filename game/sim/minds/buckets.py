"""Who is near whom: minds sorted into squares of 32 tiles, so that nobody looks at everybody."""

from collections import defaultdict
from typing import Final

from game.sim.beings import Mind, Pose

BUCKET_BITS: Final = 17
"""A bucket is 2**17 sub-units wide, 32 tiles: what eyes reach touches four of them at most."""
_ROW: Final = 1 << 16
"""Squares are numbered row by row: wider than any map, so that no two have one number."""


class Buckets:
    """The minds on the map by place, as they stand now; made anew from their positions alone."""

    __slots__ = ("_by_square",)

    def __init__(self, minds: list[Mind]) -> None:
        by_square: defaultdict[int, list[Mind]] = defaultdict(list)
        gone = Pose.GONE
        for mind in minds:
            if mind.pose is not gone:
                by_square[(mind.y >> BUCKET_BITS) * _ROW + (mind.x >> BUCKET_BITS)].append(mind)
        self._by_square = by_square

    def around(self, x: int, y: int, reach: int) -> list[Mind]:
        """Everybody in the squares that a square of half side ``reach`` touches.

        In order of squares row by row, and of ids within each: the same on every machine.
        """
        get = self._by_square.get
        left, right = (x - reach) >> BUCKET_BITS, (x + reach) >> BUCKET_BITS
        top, bottom = (y - reach) >> BUCKET_BITS, (y + reach) >> BUCKET_BITS
        found: list[Mind] = []
        for row in range(top * _ROW, bottom * _ROW + 1, _ROW):
            for square in range(row + left, row + right + 1):
                here = get(square)
                if here is not None:
                    found += here
        return found

    def within(self, x: int, y: int, reach: int) -> list[Mind]:
        """Everybody no further than ``reach`` away along either axis, in id order."""
        found = [
            mind
            for mind in self.around(x, y, reach)
            if abs(mind.x - x) <= reach and abs(mind.y - y) <= reach
        ]
        found.sort(key=_number)
        return found


def _number(mind: Mind) -> int:
    return mind.id
