"""Who is near whom: minds sorted into squares of 32 tiles, so that nobody looks at everybody."""

from collections import defaultdict
from typing import Final

from game.sim.beings import Mind, Pose

BUCKET_BITS: Final = 17
"""A bucket is 2**17 sub-units wide, 32 tiles: what eyes reach touches four of them at most."""


class Buckets:
    """The minds on the map by place; made anew each tick from their positions alone."""

    __slots__ = ("_by_place",)

    def __init__(self, minds: list[Mind]) -> None:
        by_place: defaultdict[tuple[int, int], list[Mind]] = defaultdict(list)
        gone = Pose.GONE
        for mind in minds:
            if mind.pose is not gone:
                by_place[mind.x >> BUCKET_BITS, mind.y >> BUCKET_BITS].append(mind)
        self._by_place = by_place

    def around(self, x: int, y: int, reach: int) -> list[Mind]:
        """Everybody in the squares that a square of half side ``reach`` touches.

        In order of squares row by row, and of ids within each: the same on every machine.
        """
        get = self._by_place.get
        left, right = (x - reach) >> BUCKET_BITS, (x + reach) >> BUCKET_BITS
        found: list[Mind] = []
        for row in range((y - reach) >> BUCKET_BITS, ((y + reach) >> BUCKET_BITS) + 1):
            for column in range(left, right + 1):
                here = get((column, row))
                if here is not None:
                    found += here
        return found
